"""A record with an attestation to what a machine that is not the author's vouches for.

The artifact lies beside its attestation in `content/proofs/`. It has to give the value of every
metric: one that nobody measured must not be vouched for along with the others.
"""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

from dossier.model.evidence import Metric, Record
from dossier.model.source import Source, package_name
from dossier.model.verdict import NO_NUMBER, Attested
from dossier.plain.frozen import frozen
from dossier.verify.artifact_numbers import agrees, read_number, spell_numbers
from dossier.verify.artifacts import Location, UnfoundError, is_value, look_up, parse_location
from dossier.verify.attestations import Expected, bare_name, check_attestation
from dossier.verify.checkouts import read_artifact
from dossier.verify.signatures import RefusedError

_LONGEST = 40


@frozen
class AttestedValues:
    """What was attested, and what the artifact says of each metric."""

    attested: Attested
    values: tuple[tuple[str, str], ...]


def check_attested(
    record: Record, source: Source, content: Path, root: bytes | None = None
) -> AttestedValues:
    """Return what an attestation vouches for of a record. Raises RefusedError, ConfigError.

    `content` is the folder of the author's files, `root` another root of trust than the library's.
    """
    base, release = parse_location(source.path or ""), _release(source)
    is_release = bool(release[1]) and not base.file
    if not source.attestation or not (base.file or is_release):
        raise RefusedError("the source names no `path` of what was attested")
    beside = PurePosixPath(source.attestation).parent / PurePosixPath(base.file).name
    try:
        signed = read_artifact(content, source.attestation, "", is_read=True)
        artifact = b"" if is_release else read_artifact(content, str(beside), "", is_read=True)
    except UnfoundError as error:
        raise RefusedError(f"{error}; the file lies beside its attestation") from None
    expected = Expected(source.repo or "", source.workflow or "", source.commit or "", release)
    digest = "" if is_release else hashlib.sha256(artifact).hexdigest()
    attested = check_attestation(signed, digest, expected, root)
    values = (_value(metric, base, (artifact, len(record.metrics))) for metric in record.metrics)
    return AttestedValues(attested, tuple(values))


def _release(source: Source) -> tuple[str, str]:
    """Return the name and version of a package on PyPI, whose provenance tells of its files."""
    index, name = package_name(source.package or "")
    is_told = index == "pypi" and source.package and source.version
    return (bare_name(name), source.version or "") if is_told else ("", "")


def _value(metric: Metric, base: Location, of: tuple[bytes, int]) -> tuple[str, str]:
    """Return a metric and what the artifact says of it. Raises RefusedError unless they agree."""
    artifact, count = of
    place = base.at(metric.at) if metric.at else base
    if not is_value(place.place) or (count > 1 and not metric.at):
        raise RefusedError(f"it names no place at which the value of `{metric.id}` stands")
    if PurePosixPath(place.file) != PurePosixPath(base.file):
        raise RefusedError(f"the value of `{metric.id}` stands in a file that was not attested")
    try:
        said = " ".join(look_up(artifact, place).split())
    except UnfoundError as error:
        raise RefusedError(str(error)) from None
    reading = read_number(said)
    told = spell_numbers(said, metric.unit or "")[:_LONGEST]
    if reading is None or not agrees(metric, reading):
        raise RefusedError(
            f"the artifact says another value of `{metric.id}`: {told if reading else NO_NUMBER}"
        )
    return metric.id, told
