"""Ids that desks without a network cannot both make."""

from __future__ import annotations

from uuid import UUID

from frontdesk.base.ids import CROCKFORD, short_code, uuid7


def test_an_id_is_a_uuid_of_version_7() -> None:
    """Version and variant are those of RFC 9562, and the time stands in front."""
    made = UUID(uuid7(0x0123_4567_89AB))
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"
    assert made.int >> 80 == 0x0123_4567_89AB


def test_ids_made_later_sort_later() -> None:
    """Text order follows the millisecond in which an id was made."""
    made = [uuid7(ms) for ms in range(1_795_000_000_000, 1_795_000_000_500)]
    assert sorted(made) == made


def test_ids_of_one_millisecond_differ() -> None:
    """Chance tells apart what the clock does not."""
    assert len({uuid7(1_795_000_000_000) for _ in range(5_000)}) == 5_000


def test_ids_follow_the_clock() -> None:
    """Without a given time an id takes the present one."""
    before, now, after = uuid7(1_700_000_000_000), uuid7(), uuid7(4_000_000_000_000)
    assert before < now < after


def test_a_short_code_can_be_read_aloud() -> None:
    """No I, L, O or U, and as long as asked for."""
    codes = [short_code(4) for _ in range(200)]
    assert {len(code) for code in codes} == {4}
    assert set("".join(codes)) <= set(CROCKFORD)
    assert len(set(codes)) > 190
