"""Keys and signatures of the real `ssh-keygen`, made at run time, and others made by hand."""

import base64
import hashlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.serialization import load_ssh_private_key

from dossier.model.audience import Audience
from dossier.model.confirmation import Confirmation, spell_confirmation, statement_of
from tests.builders import MINIMAL, write_site
from tests.views import library

KINDS = {
    "ed25519": ("-t", "ed25519"),
    "ecdsa": ("-t", "ecdsa", "-b", "256"),
    "rsa": ("-t", "rsa", "-b", "2048"),
}
CONFIRMATION = "content/proofs/gain.signed.json"
TEXT = "Claim: Größer als 22 %, “measured”.\nPart: sole\n"


@dataclass(frozen=True)
class Signed:
    """A text, what somebody says is its signature, and the key that is trusted."""

    name: str
    text: str
    signature: str
    key: str
    why: str = ""
    """How it is refused, empty for one that is true."""


def make_key(folder: Path, kind: str, *options: str) -> Path:
    """Let ssh-keygen make a key; its public part stands beside it."""
    path = folder / kind
    how = options or KINDS[kind]
    subprocess.run(["ssh-keygen", "-q", "-N", "", "-C", "jane@desk", *how, "-f", path], check=True)
    return path


def public(key: Path) -> str:
    """Return the key's line without its comment."""
    return " ".join(key.with_suffix(".pub").read_text().split()[:2])


def sign(key: Path, text: str, *, namespace: str = "dossier", digest: str = "sha512") -> str:
    """Let ssh-keygen sign a text."""
    command = ["ssh-keygen", "-Y", "sign", "-q", "-n", namespace, "-f", str(key)]
    command += ["-O", f"hashalg={digest}"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return done.stdout.decode()


def is_good(signed: Signed, folder: Path) -> bool:
    """Ask ssh-keygen."""
    allowed, signature = folder / "allowed", folder / "signature"
    allowed.write_text(f"jane {signed.key}\n")
    signature.write_bytes(signed.signature.encode())
    command = ["ssh-keygen", "-Y", "verify", "-q", "-n", "dossier", "-I", "jane"]
    command += ["-f", str(allowed), "-s", str(signature)]
    done = subprocess.run(command, input=signed.text.encode(), capture_output=True, check=False)
    return done.returncode == 0


def confirmation_file(folder: Path, shown_to: Audience) -> dict[str, str]:
    """Return the file in which a signature for the minimal site's record is kept."""
    entry = library(write_site(folder / "first", MINIMAL)).records["qortex/gain"]
    consent = ("Ada Example", "github:maria", shown_to)
    text = statement_of(entry.id, entry.record, entry.project, consent)
    key = make_key(folder, "ed25519")
    signed = (text, sign(key, text), public(key))
    found = Confirmation(entry.id, consent[1], shown_to, *signed, "2026-02-28")
    return {CONFIRMATION: spell_confirmation(found)}


def vectors(folder: Path) -> Iterator[Signed]:
    """Yield true ones and forged ones of each kind of key."""
    other = make_key(folder, "other", *KINDS["ed25519"])
    for kind in KINDS:
        key = make_key(folder, kind)
        for digest in ("sha256", "sha512"):
            true = Signed(f"{kind} {digest}", TEXT, sign(key, TEXT, digest=digest), public(key))
            yield true
        yield from _forged(true, key, other)


def _forged(true: Signed, key: Path, other: Path) -> Iterator[Signed]:
    def forged(name: str, why: str, **changes: str) -> Signed:
        return replace(true, name=f"{true.name} {name}", why=why, **changes)

    raw = unarmored(true.signature)
    flipped = raw[:-3] + bytes([raw[-3] ^ 1]) + raw[-2:]
    yield forged("another text", "of another text", text=TEXT.replace("22", "23"))
    yield forged("no last line end", "of another text", text=TEXT[:-1])
    yield forged("another key", "another key signed it", key=public(other))
    yield forged("a flipped bit", "of another text", signature=armored(flipped))
    yield forged("cut", "breaks off", signature=armored(raw[:-7]))
    yield forged("a glued byte", "stuck to the end", signature=armored(raw + b"\0"))
    mail = sign(key, TEXT, namespace="mail")
    yield forged("another namespace", "was made for `mail`", signature=mail)
    renamed = armored(unarmored(mail).replace(b"\0\0\0\4mail", b"\0\0\0\7dossier"))
    yield forged("a namespace written over", "of another text", signature=renamed)
    digest = raw.replace(b"\0\0\0\6sha512", b"\0\0\0\6sha256")
    yield forged("another digest", "of another text", signature=armored(digest))
    version = armored(raw.replace(b"SSHSIG\0\0\0\1", b"SSHSIG\0\0\0\2"))
    yield forged("another version", "version 2", signature=version)
    yield forged(
        "another label", "no SSH signature", signature=true.signature.replace("SSH", "PGP")
    )
    # The first alone: of a longer signature other lines may begin with the same letter.
    short = true.signature.replace("\nU", "\n", 1)
    yield forged("a letter lost", "is not whole", signature=short)


def unlike_kinds(folder: Path) -> Iterator[Signed]:
    """Yield signatures by keys of a kind, or with an algorithm, that is not trusted."""
    curve = make_key(folder, "p384", "-t", "ecdsa", "-b", "384")
    yield Signed(
        "P-384", TEXT, sign(curve, TEXT), public(curve), "of the kind `ecdsa-sha2-nistp384`"
    )
    short = make_key(folder, "short", "-t", "rsa", "-b", "1024")
    yield Signed("RSA 1024", TEXT, sign(short, TEXT), public(short), "shorter than 2048 bits")
    key = make_key(folder, "sha1", *KINDS["rsa"])
    yield Signed("SHA-1", TEXT, _with_sha1(key), public(key), "SHA-1, which is not trusted")
    for kind, why in (
        ("sk-ssh-ed25519@openssh.com", "a security token"),
        ("ssh-dss", "DSA keys are not trusted"),
        ("ssh-ed25519-cert-v01@openssh.com", "a certificate vouches for a key"),
    ):
        blob = string(kind.encode()) + string(bytes(32))
        line = f"{kind} {base64.b64encode(blob).decode()}"
        fields = (blob, b"dossier", b"", b"sha512", string(kind.encode()) + string(bytes(64)))
        yield Signed(kind, TEXT, armored(_joined(*fields)), line, why)


def _with_sha1(key: Path) -> str:
    private = load_ssh_private_key(key.read_bytes(), None)
    assert isinstance(private, rsa.RSAPrivateKey)
    digest = hashlib.sha512(TEXT.encode()).digest()
    signed = b"SSHSIG" + b"".join(map(string, (b"dossier", b"", b"sha512", digest)))
    value = private.sign(signed, padding.PKCS1v15(), SHA1())  # noqa: S303 - what must be refused
    blob = base64.b64decode(public(key).split()[1])
    return armored(_joined(blob, b"dossier", b"", b"sha512", string(b"ssh-rsa") + string(value)))


def _joined(*fields: bytes) -> bytes:
    return b"SSHSIG\0\0\0\1" + b"".join(map(string, fields))


def key_line(*fields: bytes) -> str:
    """Return the line of a public key of these fields, the first of which names its kind."""
    return f"{fields[0].decode()} {base64.b64encode(b''.join(map(string, fields))).decode()}"


def string(content: bytes) -> bytes:
    return len(content).to_bytes(4) + content


def unarmored(signature: str) -> bytes:
    return base64.b64decode("".join(signature.splitlines()[1:-1]))


def armored(raw: bytes) -> str:
    text = base64.b64encode(raw).decode()
    lines = "\n".join(text[n : n + 70] for n in range(0, len(text), 70))
    return f"-----BEGIN SSH SIGNATURE-----\n{lines}\n-----END SSH SIGNATURE-----\n"
