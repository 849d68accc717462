"""Signatures of the real ssh-keygen are accepted, forged ones refused, each by its reason."""

from dataclasses import replace
from pathlib import Path

import pytest

from dossier.verify.signatures import RefusedError, read_keys, read_signature, verify
from tests.signing import (
    KINDS,
    Signed,
    armored,
    is_good,
    key_line,
    string,
    unarmored,
    unlike_kinds,
    vectors,
)

P256 = b"ecdsa-sha2-nistp256"


def verdict(signed: Signed) -> str:
    try:
        verify(signed.signature, signed.text.encode(), read_keys(signed.key))
    except RefusedError as error:
        return str(error)
    return ""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[Signed, ...]:
    return tuple(vectors(tmp_path_factory.mktemp("keys")))


@pytest.fixture
def true(known: tuple[Signed, ...]) -> tuple[Signed, ...]:
    return tuple(signed for signed in known if not signed.why)


def test_verdicts_are_those_of_ssh_keygen_each_with_its_reason(
    known: tuple[Signed, ...], tmp_path: Path
) -> None:
    wrong = []
    for signed in known:
        said = verdict(signed)
        is_explained = signed.why in said if signed.why else not said
        if not is_explained or (not said) != is_good(signed, tmp_path):
            wrong.append(f"{signed.name}: {said or 'accepted'}")
    assert not wrong, "\n".join(wrong)


def test_kinds_of_keys_that_are_not_trusted_are_named(tmp_path: Path) -> None:
    said = {signed.name: (signed.why, verdict(signed)) for signed in unlike_kinds(tmp_path)}
    assert {name: told for name, (why, told) in said.items() if why not in told} == {}


def test_no_changed_sign_of_a_signature_passes(true: tuple[Signed, ...]) -> None:
    signed, passed = true[0], []
    for place, sign in enumerate(signed.signature):
        for other in {"A", "\n", "-"} - {sign}:
            changed = signed.signature[:place] + other + signed.signature[place + 1 :]
            if not verdict(replace(signed, signature=changed)):
                passed.append((place, other))
    assert passed == []


def test_what_ssh_keygen_reads_over_is_refused(true: tuple[Signed, ...]) -> None:
    for signed in true:
        raw = unarmored(signed.signature)
        more = raw.replace(b"\0\0\0\7dossier\0\0\0\0", b"\0\0\0\7dossier\0\0\0\1x")
        assert "kept empty" in verdict(replace(signed, signature=armored(more))), signed.name


def test_numbers_of_a_signature_are_no_larger_than_its_curve(true: tuple[Signed, ...]) -> None:
    (signed,) = (each for each in true if each.name == "ecdsa sha512")
    raw, digest = unarmored(signed.signature), string(b"sha512")
    head = raw[: raw.index(digest) + len(digest)]
    halves = string(b"\1" * 33) + string(b"\1" * 32)
    large = armored(head + string(string(P256) + string(halves)))
    assert "too large" in verdict(replace(signed, signature=large))


def test_a_file_of_keys_gives_those_that_can_be_read(true: tuple[Signed, ...]) -> None:
    keys = [signed.key for signed in true]
    lines = [f"{key} jane@desk" for key in dict.fromkeys(keys)]
    text = "\n".join(["# of a host", "sk-ssh-ed25519@openssh.com AAAA", "", *lines])
    found = read_keys(text)
    assert [key.line for key in found] == list(dict.fromkeys(keys))
    assert len(found) == len(KINDS)
    assert found[0].fingerprint.startswith("SHA256:")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no key"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----", "a private key"),
        ("ssh-ed25519", "no line of an SSH key"),
        (
            "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "another kind",
        ),
        ("ssh-ed25519 AAAAAB==", "in another way than SSH writes it"),
        (key_line(b"ssh-ed25519", bytes(31)), "not as long as an Ed25519 key"),
        (key_line(P256, b"nistp384", b"\4" + bytes(96)), "another curve than P-256"),
        (key_line(P256, b"nistp256", b"\2" + bytes(32)), "no point of P-256"),
        (key_line(b"ssh-rsa", b"\x80", bytes(257)), "a number in the key is negative"),
        ("x" * 30_000, "too large"),
    ],
)
def test_what_is_no_key_says_so(text: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        read_keys(text)


def test_what_is_no_signature_says_so() -> None:
    with pytest.raises(RefusedError, match="too large"):
        read_signature("x" * 30_000)
    with pytest.raises(RefusedError, match="no SSH signature"):
        read_signature("ssh-ed25519 AAAA")
