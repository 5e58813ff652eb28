"""What keeps people from reading a text is found, and what is well made is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.core.knowledge import accessibility
from frontdesk.core.knowledge.accessibility import CODES, MAX_FINDINGS, findings

WELL_MADE = """# Water

## Papers

See [the form for water](article:AGU-04) or [our page](https://example.org/water).

| Paper | Copies |
|---|:-:|
| Bill | 2 |
| | 3 |

### Cost

![The meter, with its number at the lower edge](attachment:meter)

`<b>` and https in `https://example.org` are code.

```
#### not a heading
| no | table |
<b>
```

**Bring** both. 5 < 6 and a|b.
"""


def codes(body: str) -> list[tuple[str, int]]:
    """The findings with their lines."""
    return [(finding.code, finding.line) for finding in findings(body)]


def test_what_is_well_made_is_left_alone() -> None:
    """Headings in order, a table with a head, links that say where they lead, code as it is."""
    assert findings(WELL_MADE) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("# One\n\n### Three", ("heading_skips", 3)),
        ("##", ("heading_empty", 1)),
        ("**Papers:**\n\nTwo photos", ("heading_faked", 1)),
        ("| a | b |\n| 1 | 2 |", ("table_headless", 1)),
        ("a | b | c\n1 | 2 | 3", ("table_headless", 1)),
        ("| | b |\n|---|---|\n| 1 | 2 |", ("table_header_empty", 1)),
        ("![](attachment:x)", ("picture_mute", 1)),
        ("![map.png](attachment:x)", ("picture_mute", 1)),
        ("x ![The map](https://example.org/map.png)", ("picture_elsewhere", 1)),
        ("![The map](//host/map.png)", ("picture_elsewhere", 1)),
        ("Text\n\nhttps://example.org/x", ("link_bare", 3)),
        ("www.example.org", ("link_bare", 1)),
        ("[https://example.org](https://example.org)", ("link_bare", 1)),
        ("[Aquí](https://example.org)", ("link_vague", 1)),
        ("[click here.](https://example.org)", ("link_vague", 1)),
        ("[](https://example.org)", ("link_mute", 1)),
        ("one<br>two", ("html", 1)),
    ],
)
def test_what_is_found(body: str, found: tuple[str, int]) -> None:
    """Each fault is named with its line."""
    assert found in codes(body)


def test_every_code_has_an_example() -> None:
    """The words for the findings cover all of them."""
    examples = test_what_is_found.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert {found[0] for _, found in examples} == set(CODES)


def test_pictures_kept_with_the_article_are_not_elsewhere() -> None:
    """An attachment is shown."""
    assert codes("![The meter](attachment:abc)") == []


def test_a_very_bad_text_is_not_listed_to_its_end() -> None:
    """Fifty faults are enough to begin with."""
    assert len(findings("[](x)\n" * 9_000)) == MAX_FINDINGS


@given(st.text(alphabet="#|-[]()!*_`<>/a \n:~w.htps", max_size=300))
def test_no_text_is_refused(body: str) -> None:
    """Whatever is typed, half a link or half a table, has a list of findings on its own lines."""
    last = body.count("\n") + 1
    assert all(f.code in accessibility.CODES and 1 <= f.line <= last for f in findings(body))
