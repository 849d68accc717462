"""Prose to blocks."""

from dossier.exporting.outline import Block, Kind, Part
from dossier.exporting.prose import blocks_of
from tests.exporting.recipients import recipient

TEXT = """\
By [](evidence:qortex/gain#precision) *more*.
On two lines.

- It is [better](evidence:qortex/gain)
- [](evidence:qortex/gain#precision) in short

  and a second paragraph

### A part

> quoted

```proof-points
```

    code  here

<!-- hidden -->
![](a.png)
"""


def test_each_paragraph_and_item_is_a_block_and_what_is_not_text_is_none() -> None:
    card = Part(
        "ada.example/projects/qortex/#qortex/gain",
        "https://ada.example/projects/qortex/#qortex/gain",
    )
    assert list(blocks_of(recipient(), TEXT)) == [
        Block(Kind.PARAGRAPH, "By +22% more. On two lines."),
        Block(Kind.ITEM, "It is better"),
        Block(Kind.ITEM, "+22% in short", (card,)),
        Block(Kind.ITEM, "and a second paragraph"),
        Block(Kind.SUBJECT, "A part"),
        Block(Kind.PARAGRAPH, "quoted"),
        Block(Kind.PARAGRAPH, "code here"),
    ]
