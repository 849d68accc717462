"""Addresses that can be taken apart, and those that cannot."""

from dossier.plain.addresses import (
    access_in,
    is_local,
    is_of_own_network,
    is_placeholder,
    split_address,
)


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


def test_own_network_is_told_from_the_others() -> None:
    for address in (
        "http://localhost/",
        "http://app.localhost:8000/",
        "https://10.0.0.5/x",
        "http://172.16.0.1/",
        "http://192.168.1.4/",
        "http://169.254.169.254/",
        "http://[::1]:80/",
        "//nas.local/r",
        "https://intranet./report",
        "https://a.INTERNAL/",
    ):
        assert is_of_own_network(address), address
    for address in (
        "",
        "a/b.md",
        "mailto:ada@localhost",
        "https://example.org/10.0.0.1",
        "https://172.15.0.1.example/",
        "https://8.8.8.8/",
        "https://[2606:4700::1111]/",
        "http://[::1/",
        "project:qortex",
    ):
        assert not is_of_own_network(address), address


def test_placeholders_have_no_host() -> None:
    assert all(map(is_placeholder, ("https://…", "https://.../x", "https://xn--rvg")))
    assert not any(map(is_placeholder, ("", "a.md", "https://é.example", "mailto:…")))


def test_what_lets_in_is_named() -> None:
    for address, name in (
        ("https://a.example/?x=1&X-Amz-Signature=ab", "X-Amz-Signature"),
        ("https://a.example/#access_token=ab", "access_token"),
        ("https://a.example/?token=ghp_16C7e42F", "token"),
        ("https://a.example/?sig=aB3%2Bdefgh", "sig"),
        ("https://a.example/?key=AIzaSyA123", "key"),
        ("https://a.example/?key=overview", ""),
        ("https://a.example/?token=2024", ""),
        ("https://a.example/d/1/edit?resourcekey=0-abcdef12", ""),
        ("https://a.example/token=ghp_16C7e42F", ""),
        ("https://hooks.slack.com/services/T0123/B0123/abcdefgh", "path"),
        ("https://api.example.org/v1/glpat-0123456789abcdefghij", "path"),
        ("https://hooks.slack.com/services/", ""),
        ("a.md?token=ghp_16C7e42F", ""),
        ("http://[::1/?token=ghp_16C7e42F", ""),
    ):
        assert access_in(address) == name, address
