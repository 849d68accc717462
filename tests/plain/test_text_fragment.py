import pytest

from dossier.plain.text_fragment import at_passage

PAGE = "https://example.org/r"
LONG = " ".join(f"word{number}" for number in range(60))


@pytest.mark.parametrize(
    ("address", "passage", "expected"),
    [
        (PAGE, "fast", f"{PAGE}#:~:text=fast"),
        (PAGE, "fast, well-known & 5%\n", f"{PAGE}#:~:text=fast%2C%20well%2Dknown%20%26%205%25"),
        (PAGE, "+ “a/b?”", f"{PAGE}#:~:text=%2B%20%E2%80%9Ca%2Fb%3F%E2%80%9D"),
        (f"{PAGE}#part", "fast", f"{PAGE}#part:~:text=fast"),
        (f"{PAGE}#:~:text=other", "fast", f"{PAGE}#:~:text=other"),
        (PAGE, "It began ... and ended", f"{PAGE}#:~:text=It%20began,and%20ended"),
        (PAGE, "It began […] then … and ended", f"{PAGE}#:~:text=It%20began,and%20ended"),
        (PAGE, "...", PAGE),
        (PAGE, "", PAGE),
        (
            PAGE,
            LONG,
            f"{PAGE}#:~:text={'%20'.join(LONG.split()[:8])},{'%20'.join(LONG.split()[-8:])}",
        ),
        (PAGE, "x" * 300, f"{PAGE}#:~:text={'x' * 300}"),
    ],
)
def test_address_of_a_passage(address: str, passage: str, expected: str) -> None:
    assert at_passage(address, passage) == expected
