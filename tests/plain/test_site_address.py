from dossier.plain.site_address import fault_of_address, fault_of_site

FINE = ("", "https://ada.example/", "https://ada.example/a.b", "http://localhost:8000/x/")
OF_ANY = {
    "https://ada:secret@ada.example/": "before its host",
    "https://secret@ada.example/": "before its host",
    "https://ada.example/ ": "a blank",
    " https://ada.example/": "a blank",
    "https://ada.example/a b": "a blank",
    "https://ada.example:99999/": "a port",
    "https://ada.example:x/": "a port",
}
OF_SITES = {
    "https://ada.example/?utm=x": "`?`",
    "https://ada.example/#top?a": "`#`",
    "https://ada.example/index.html": "of a page",
    "https://ada.example/a/Index.PHP/": "of a page",
}


def test_addresses_that_open_nothing_or_tell_a_secret_are_told_without_it() -> None:
    for text in (*FINE, "https://ada.example/@ada"):
        assert (fault_of_address("x", text), fault_of_site("x", text)) == (None, None), text
    for text, said in (OF_ANY | OF_SITES).items():
        fault = fault_of_site("site_url", text)
        assert fault, text
        assert said in fault[0]
        assert fault[0].startswith("`site_url` ")
        assert "secret" not in "".join(fault)
    for text in OF_ANY:
        assert fault_of_address("repo_url", text), text
    for text in OF_SITES:
        assert fault_of_address("repo_url", text) is None, text
