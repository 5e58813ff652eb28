"""The files kept with an article: forms to fill in, a map, the decree itself."""

from __future__ import annotations

from functools import partial

from frontdesk.core.attachments import Attachment
from frontdesk.ui.attached import Attached
from frontdesk.ui.screens.article import form
from frontdesk.ui.workplace import Workplace


class Files(Attached):
    """The files of one article."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, lambda: self._article_id)
        self._article_id, self._is_new = "", False

    def belong_to(self, article_id: str, *, is_new: bool) -> None:
        """Keep what comes next with an article, or with one that is still being written."""
        self._article_id, self._is_new = article_id, is_new

    def keep(self, whom: str, name: str, content: bytes) -> None:
        """Keep a file with an article, on the desk's table or not any more."""
        is_here = whom == self._article_id
        self.place.jobs.write(
            self, form.attach, whom, name, content, is_new=self._is_new and is_here,
            done=self.show_files if is_here else None,
        )  # fmt: skip

    def take_off(self, file: Attachment) -> None:
        """Take a file off."""
        self.place.jobs.write(
            self, form.detach, self._article_id, file.sha256, is_new=self._is_new,
            done=partial(self.taken_off, self._article_id, file.name),
        )  # fmt: skip
