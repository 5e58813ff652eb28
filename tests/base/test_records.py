"""Records that nobody changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from frontdesk.base.records import record


@record
class Paper:
    """Something with a name."""

    name: str
    pages: int = 1


def test_records_with_the_same_content_are_one() -> None:
    """They are equal, count once in a set, and a changed one is another."""
    paper = Paper("Photo")
    assert {paper, Paper("Photo", 1)} == {paper}
    assert replace(paper, pages=2) == Paper("Photo", 2) != paper


def test_a_record_has_the_fields_that_it_names_and_no_others() -> None:
    """A slip of the pen is no new field."""
    with pytest.raises(AttributeError):
        Paper("Photo").size = 3  # type: ignore[attr-defined]
