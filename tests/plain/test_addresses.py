"""Addresses that can be taken apart, and those that cannot."""

from dossier.plain.addresses import split_address


def test_what_is_no_address_has_no_parts() -> None:
    for address in ("http://[::1/", "//[", "a://x]"):
        assert split_address(address) is None, address
    for address in ("", "a/b.md", "http://[::1]:80/x", "https://example.org/?q#f"):
        parts = split_address(address)
        assert parts is not None, address
        assert parts.geturl() == address
