"""The person in the plain tree: what is public of a life, an item each."""

from pathlib import Path

from tests.adapters.test_staged import tree

LIFE = """\
name: Ada
work:
  - employer: Init*ech
    title: Engineer
    kind: contract
    location: Leeds
    url: https://example.org/initech
    from: 2019
    highlights: ["Saved [](evidence:qortex/gain#precision)"]
    audience: public
  - {employer: Hooli}
education: [{field: Latin, location: York, summary: Verbs, audience: public}]
skills: [{group: Data, skills: [SQL, Python], audience: public}]
languages: [{language: German, level: C1, audience: public}, {language: Latin, audience: public}]
certificates:
  - {name: Nurse, issuer: Council, date: 2023-03, url: https://example.org/n, audience: public}
awards:
  - {title: Medal, awarder: RHS, date: 2020, url: https://example.org/m, audience: public}
  - {title: Best *hedge*, summary: "Of [](evidence:qortex/gain#precision)", audience: public}
publications: [{title: Loads, authors: [A. E.], summary: They *end*, audience: public}]
"""


def test_a_life_is_told_an_item_each(tmp_path: Path) -> None:
    text = tree(tmp_path, {"content/profile.yml": LIFE})["index.md"]
    start = text.index("- Engineer")
    assert text[start : text.index("## Projects")].splitlines()[:10] == [
        "- Engineer, [Init\\*ech](https://example.org/initech), contract, Leeds, 2019",
        "    - Saved +22%",
        "- Latin, York: Verbs",
        "- Data: SQL, Python",
        "- German: C1",
        "- Latin",
        "- [Nurse](https://example.org/n): Council, Mar 2023",
        "- [Medal](https://example.org/m): RHS, 2020",
        "- Best \\*hedge\\*: Of +22%",
        "- Loads: A. E.; They *end*",
    ]
    assert "Hooli" not in text
