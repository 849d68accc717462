"""One name in disguise; what is told of it is tried in tests/attacks."""

from dossier.publishing.disguised_name import DisguisedName
from dossier.publishing.searched_text import SearchedText

NAME = DisguisedName(("AcmeWorks",))


def test_a_disguise_is_found_as_the_text_has_it() -> None:
    cases = {
        "at A c m e W o r k s": ("a c m e w o r k s", "a c m e w o r k s"),
        "at \u0410cmeWorks": ("\u0410cmeWorks", "\u0410cmeWorks"),
        "at \u0410cme Works": ("\u0410cme Works", "\u0410cme Works"),
        "at ac me works": ("", "ac me works"),
        "at acme work": ("", ""),
    }
    found = {text: SearchedText(text) for text in cases}
    assert {text: (NAME.find(seen), NAME.find_like(seen)) for text, seen in found.items()} == cases
    assert not NAME.may_stand_in(SearchedText("at acne work"))
