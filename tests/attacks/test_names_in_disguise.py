"""*It searches for the names of companies whose dossiers are private*: in disguise too.

Whoever has heard that a name is looked for writes it so that a search misses it and a reader does
not: letter by letter, with signs between, with a letter of another script. Ordinary words are none.
"""

from pathlib import Path

import pytest

from dossier.build import Project
from dossier.publishing.private_names import PrivateNames
from dossier.publishing.searched_text import SearchedText
from tests.attacks.publishing import telling
from tests.builders import REPOSITORY, write_site

SURE = {
    "TensorZero": (
        *(
            "T e n s o r Z e r o",
            "t-e-n-s-o-r-z-e-r-o",
            "T·e·n·s·o·r·Z·e·r·o",
            "T_e_n_s_o_r_Z_e_r_o",
        ),
        *("Tensor\u200bZero", "Tensor\u00adZero", "T\u0336ensorZero", "\U0001d54bensorZero"),
        *(
            "T\u0435nsorZero",
            "\u03a4ensor Zero",
            "TENS\u041eRZERO",
            "TensorZer\u1d0f",
            "TensorZer0",
        ),
    ),
    "Acme": ("A c m e", "at A c m e I work", "\u0410\u0441m\u0435", "\u13aacme", "a*c*m*e"),
    "Globex Inc.": ("Gl\u043ebex", "G1obex", "G l o b e x"),
    "Газпром": ("Г а з п р о м", "Гa\u0437пром"),
}
LIKELY = {
    "TensorZero": ("Tensor-Zero", "Ten sor Zero", "tens or zero"),
    "Hope": ("\u041d\u043e\u0440\u0435",),
    "Cope": ("\u0441\u043e\u0440\u0435",),
}
CHANCE = {
    "Ally": ("a11y", "all of it", "A L L"),
    "Ali": ("all of it",),
    "BCD": ("A B C D E",),
    "Acme": ("A, c, m and e", "a c m", "Mac me", "the acne"),
    "Node": ("N o d",),
}


def names_of(root: Path, company: str) -> PrivateNames:
    return Project.read(write_site(root, telling(company, "Hello"))).naming.names


@pytest.mark.parametrize(("cases", "is_sure"), [(SURE, [True]), (LIKELY, [False]), (CHANCE, [])])
def test_a_name_in_disguise_is_told(
    tmp_path: Path, cases: dict[str, tuple[str, ...]], is_sure: list[bool]
) -> None:
    wrong = {}
    for number, (company, disguises) in enumerate(cases.items()):
        names = names_of(tmp_path / str(number), company)
        for words in disguises:
            found = [m.is_sure for m in names.in_authored(SearchedText(f"I like {words}, I do."))]
            if found != is_sure:
                wrong[company, words] = found
    assert wrong == {}


def test_ordinary_prose_has_none(tmp_path: Path) -> None:
    """Companies named like parts of words, over all that this repository tells people."""
    found = {}
    texts = [*REPOSITORY.glob("docs/**/*.md"), *REPOSITORY.glob("*.md")]
    for company in ("Illumina", "Openroad", "Ontario", "Notable", "Coda", "Ida", "Cope", "Olio"):
        names = names_of(tmp_path / company, company)
        for path in texts:
            for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
                for mention in names.in_authored(SearchedText(paragraph)):
                    found[path.name, company] = mention.found
    assert found == {}
