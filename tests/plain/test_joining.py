from dossier.plain.joining import joined


def test_what_goes_on_has_no_full_stop() -> None:
    told = {
        ("Laminated 600 croissants a day.", "lamination"): (
            "Laminated 600 croissants a day; lamination"
        ),
        ("lamination", "Baked bread."): "lamination; Baked bread.",
        ("Opened at 6 p.m.", "Sang ...", "x"): "Opened at 6 p.m.; Sang ...; x",
        ("Baked.",): "Baked.",
        (): "",
    }
    for texts, expected in told.items():
        assert joined(texts) == expected, texts
