"""Addresses that can be taken apart, and those that cannot."""

from dossier.plain.addresses import is_local, split_address


def test_what_is_no_address_has_no_parts() -> None:
    for address in ("http://[::1/", "//[", "a://x]"):
        assert split_address(address) is None, address
    for address in ("", "a/b.md", "http://[::1]:80/x", "https://example.org/?q#f"):
        parts = split_address(address)
        assert parts is not None, address
        assert parts.geturl() == address


def test_this_machine_is_known_by_its_host_alone() -> None:
    for address in ("http://localhost:8000/", "http://127.0.0.1/"):
        assert is_local(address), address
    for address in (
        "",
        "http://[::1/",
        "https://localhost.example/",
        "https://a.example/localhost",
    ):
        assert not is_local(address), address
