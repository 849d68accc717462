"""QR codes."""

from dossier.exporting.qr import draw_qr, spell_qr

LINK = "https://ada.example/s/abc/#k=def"


def test_a_code_is_drawn_and_the_same_every_time() -> None:
    assert spell_qr(LINK).startswith("<svg")
    assert spell_qr(LINK) == spell_qr(LINK) != spell_qr(f"{LINK}g")
    assert draw_qr(LINK).startswith(b"\x89PNG")
    assert draw_qr(LINK) == draw_qr(LINK)
