"""All that one can show, in words: what each record and each line of the profile says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from dossier.match.asks import spaced, stem_words, stems
from dossier.match.background import ProfileFact, profile_lines
from dossier.match.kinds_of_work import BETTER, kinds_told, tells_change
from dossier.match.people_given import LEADING, PEOPLE, leads_people
from dossier.match.rarity import spread, telling, weights
from dossier.model.evidence import EvidenceKind, RecordStatus
from dossier.model.library import Library, RecordEntry
from dossier.model.profile import Profile
from dossier.plain.folding import fold
from dossier.plain.frozen import frozen
from dossier.plain.joining import without_stop

_UNUSABLE = frozenset({RecordStatus.PLANNED, RecordStatus.UNCONFIRMED})
_NONE: frozenset[str] = frozenset()
_DONE = frozenset({"highlights", "skills"})
"""What the profile says of what one did, and not of what one is."""


@frozen
class Voice:
    """What one record says, or one line of the profile."""

    of: RecordEntry | ProfileFact
    own: frozenset[str]
    """The stems of what it says itself."""
    words: Mapping[str, frozenset[str]]
    """The words of each of these stems but for those of its skills, which are enough as stems."""
    text: str
    """All that it says itself."""
    kinds: frozenset[str]
    """The kinds of work that it tells of."""
    around: frozenset[str] = _NONE
    """Stems of what its project says: another of its records would answer to them, too."""
    project: str = ""
    """All that its project says."""
    listed: tuple[str, ...] = ()
    """Skills and credentials, of its project too, each as it is written."""
    skills: frozenset[str] = _NONE
    """Those of its own skills."""
    names: tuple[str, ...] = ()
    """Its own skills, folded."""
    called: frozenset[str] = _NONE
    """Stems of the abbreviations that stand in what is asked, too."""

    @property
    def is_credential(self) -> bool:
        """Whether it is a record of a study or a certificate."""
        return isinstance(self.of, RecordEntry) and is_credential(self.of)


@frozen
class Known:
    """All that one can show, in words."""

    records: tuple[Voice, ...]
    lines: tuple[Voice, ...]
    """What the profile says and no record does."""
    weights: Mapping[str, float]
    kinds: Mapping[str, float]
    """How much each kind of work weighs; of none where only a word itself may be meant."""
    trade: frozenset[str] = _NONE
    """Stems of what all of the posting is about: alone they tell nothing of one thing it asks."""
    names: frozenset[str] | None = None
    """What the posting writes as names, folded; None where none asks: a title has capitals."""
    houses: tuple[str, ...] = ()
    """Who employed, taught or certified: *Driver (Swift Logistics)* says nothing of Swift."""

    @property
    def entries(self) -> tuple[RecordEntry, ...]:
        """All records."""
        return tuple(voice.of for voice in self.records if isinstance(voice.of, RecordEntry))

    def learned(self) -> Known:
        """Return what shows that one has learned a trade: no work does."""
        return replace(self, records=tuple(v for v in self.records if v.is_credential))

    def done(self) -> Known:
        """Return what shows that one did something: no title or certificate does."""
        records = tuple(v for v in self.records if not v.is_credential)
        lines = (v for v in self.lines if isinstance(v.of, ProfileFact) and v.of.field in _DONE)
        return replace(self, records=records, lines=tuple(lines))


def known_of(library: Library, profile: Profile | None = None) -> Known:
    """Return what records say that their author stands by, and what the profile says beside."""
    records = tuple(_voices(library))
    claims = {fold(entry.record.claim) for entry in library.records.values()}
    told = profile_lines(profile) if profile else ()
    lines = tuple(_line(fact) for fact in told if not is_told(fact, claims))
    every = (*records, *lines)
    # What a skill says, records say again.
    said = [v.own for v in every if not (isinstance(v.of, ProfileFact) and v.of.field == "skills")]
    around = {v.of.project: v.around for v in records if v.around and isinstance(v.of, RecordEntry)}
    alone = {stem: telling(stem) for voice in lines for stem in voice.own}
    kinds = spread([voice.kinds for voice in every]) if profile else {}
    counted = {**alone, **weights([*said, *around.values()])}
    houses = tuple(_houses(profile)) if profile else ()
    return Known(records, lines, counted, kinds, houses=houses)


def _houses(profile: Profile) -> Iterator[str]:
    """Yield the names of those that employed, taught or certified, as lines have them.

    One of a single word may be that of a tool elsewhere.
    """
    jobs = [job.employer for job in profile.work]
    others = [study.institution or "" for study in profile.education]
    others += [held.issuer or "" for held in profile.certificates]
    for name in filter(None, (*jobs, *others)):
        yield name if " " in name else f"({name})"


def is_credential(entry: RecordEntry) -> bool:
    """Return whether a record is of a study or a certificate."""
    return entry.record.kind is EvidenceKind.CREDENTIAL


def is_told(fact: ProfileFact, claims: Collection[str]) -> bool:
    """Return whether folded claims tell a line of the profile; of a job maybe where it was, too."""
    line = fold(fact.text)
    behind = {"highlights": f"{without_stop(line)} (", "jobs": f"{line}, "}.get(fact.field)
    return line in claims or bool(behind and any(each.startswith(behind) for each in claims))


def stems_of(*texts: str) -> frozenset[str]:
    """Return the stems of texts, of each part of a compound its own."""
    return stems(spaced(" ".join(texts)))


def _line(fact: ProfileFact) -> Voice:
    said = stems_of(fact.text)
    listed = () if fact.field == "highlights" else (fact.text,)
    kinds = _kinds(fact.text)
    return Voice(fact, said, _words([fact.text]), fact.text, kinds, listed=listed)


def _voices(library: Library) -> Iterator[Voice]:
    for entry in library.records.values():
        record = entry.record
        if record.status in _UNUSABLE:
            continue
        metrics = (text for m in record.metrics for text in (m.name, m.scope or "", *m.forms))
        texts = (record.claim, record.method or "", *metrics, *record.skills)
        told: tuple[str, ...] = ()
        listed = [*record.skills, *((record.claim,) if is_credential(entry) else ())]
        if held := library.projects.get(entry.project or ""):
            told = (held.project.title, held.project.line or "", *held.project.skills)
            listed += held.project.skills
        skills = stems_of(*record.skills)
        yield Voice(
            of=entry,
            own=stems_of(*texts),
            words={stem: said for stem, said in _words(texts).items() if stem not in skills},
            text=" . ".join(texts),
            kinds=_kinds(record.claim),
            around=stems_of(*told),
            project=" . ".join(told),
            listed=tuple(listed),
            skills=skills,
            names=tuple(map(fold, record.skills)),
        )


def _kinds(text: str) -> frozenset[str]:
    kinds = kinds_told(stems_of(text)) | ({BETTER} if tells_change(text) else frozenset())
    is_led = LEADING in kinds and PEOPLE not in kinds and leads_people(text)
    return kinds | {PEOPLE} if is_led else kinds


def _words(texts: Iterable[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for text in texts:
        for stem, word in stem_words(spaced(text)).items():
            found[stem] = found.get(stem, frozenset()) | {word}
    return found
