"""Words that a PDF's setting takes apart, and what is none."""

from dossier.plain.pdf_words import likely_words, readings

READ = {
    "Zephyr-\nworks": "Zephyrworks",
    "Zephyr ‐\nworks": "Zephyrworks",
    "Zephyr\u00ad \n works": "Zephyrworks",
    "with Z E P H Y R then": "ZEPHYR",
}
LIKELY = {
    "a first letter before its word": "Z\nephyrworks makes\ntools",
    "behind it": "ephyrworks makes\nZ\ntools",
    "before another word": "Z\nwith ephyrworks then",
    "over a foot and a head": "with Zephyr-\n3\nJane Example\nworks then",
    "over a column": "with Zephyr‐\nanother column\nworks then",
}
NOT_LIKELY = ("z\nephyrworks", "Z\nEphyrworks", "Z ephyrworks", "Zephyr-" + "\nx" * 200 + "\nworks")


def test_words_are_put_together() -> None:
    assert {text: word for text, word in READ.items() if word not in readings(text)} == {}


def test_what_may_be_words_is_told() -> None:
    missed = {why for why, text in LIKELY.items() if "Zephyrworks" not in likely_words(text)}
    assert missed == set()


def test_others_are_none() -> None:
    assert [text for text in NOT_LIKELY if "ephyrworks" in likely_words(text)] == []


def test_ordinary_text_has_hardly_any() -> None:
    text = "I built a low-latency index - on one host - and a well-\nknown test.\n\nA\n\nB\n" * 3
    found = likely_words(text).split()
    assert "wellknown" in found
    assert len(found) <= len(text.split())
