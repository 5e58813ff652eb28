"""The one kind of error that a person can do something about. Everything else is a bug."""

from __future__ import annotations


class UserError(Exception):
    """An input or a state that the person at the desk can mend.

    `code` names the sentence in resources/sentences; `details` fill its gaps. A detail called
    `field` names the input beside which the sentence is shown.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    @property
    def field(self) -> str:
        """The input beside which the sentence is shown; empty where it is about none."""
        return str(self.details.get("field", ""))
