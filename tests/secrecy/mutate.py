"""All that a viewer may not see, changed at once: `edits(state, seed, viewer)`.

Each edit has its own random numbers and can be left out, so that a difference can be halved down
to the field that makes it. No text has a beginning or an end in common with another.
"""

import json
import random
import types
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BeforeValidator

from dossier.model.application import Application, ProofPoint, Role, Status
from dossier.model.audience import Audience
from dossier.model.base import Entry
from dossier.model.evidence import Record
from dossier.model.profile import (
    Award,
    Certificate,
    Education,
    Employment,
    Fact,
    Lead,
    Profile,
    Publication,
    SkillGroup,
    SpokenLanguage,
    Stated,
)
from tests.canaries import png
from tests.secrecy.corpus import (
    CITED,
    OPEN_DOSSIERS,
    PUBLIC,
    SHARED_SECTIONS,
    Document,
    State,
    is_seen,
)

KEPT_PUBLIC: dict[type[Entry], set[str]] = {
    Profile: {"name", "headline", "language", "links", "leads"},
    Lead: {"id", "title", "line"},
}
KEPT_SHARED: dict[type[Entry], set[str]] = {
    Application: {"company", "title", "roles", "proof_points"},
    Role: {"id", "title", "url", "location"},
    ProofPoint: {
        *("id", "requirement", "quote", "priority", "roles"),
        *("evidence", "claim", "strength", "note", "override"),
    },
}
"""The specification's *What is whose*; what is not here is private."""
FACTS = ("location", "relocation", "email", "phone", "resume")
LISTS: dict[str, type[Fact]] = {
    "work": Employment,
    "education": Education,
    "skills": SkillGroup,
    "languages": SpokenLanguage,
    "publications": Publication,
    "certificates": Certificate,
    "awards": Award,
}
"""The lists of the profile whose items say for themselves who may see them."""

VERIFIED = "verified.json"
RESULTS = "(results of unseen records)"
ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "0123456789",
    "<>&\"'/\\`*_[](){}#|!:;,.?%$@~^=+-",
    "äöüßéñçøåæœğışžčřłđþð漢字かなقلםשα\u0301Ωжы🦊",
)
BLOCKS = (
    *("> {}", "- {}\n- {}", "1. {}", "| {} | {} |\n| --- | --- |\n| {} | {} |", "### {}", "# {}"),
    *("```\n{}\n```", "<div>{}</div>", "<!-- {} -->", "[one]: https://example.org/{}", "[^1]: {}"),
    *("!!! note\n    {}", "{}\n: {}", "- [ ] {}", "```evidence\n```", "![{}](../../assets/{}.png)"),
    *("[{}](evidence:lab/gain)", "[{}](project:hid)", "{{{{ {} }}}}", "*[{}]: {}", "    {}"),
)
NONSENSE: tuple[Any, ...] = (
    *(None, True, False, [], {}, "", 0, -1, 100, 10**9, 0.5, float("nan"), "public", "shared"),
    *([None], [[]], {"a": {"b": []}}, [{"id": 1}], {"audience": "public"}, "2026-13-45", " \t"),
)


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of what a viewer may not see."""

    field: str
    marks: frozenset[str]
    """The fields of the schema that it changes, as `Role.fit`."""
    run: Callable[[State], None]


class Maker:
    """Random values that a field may have, or none of which anyone would think."""

    def __init__(self, seed: str, *, is_wild: bool) -> None:
        self.random = random.Random(seed)  # noqa: S311 - repeatable on purpose
        self.is_wild = is_wild
        self.marks: set[str] = set()

    def text(self, least: int = 1, most: int = 40) -> str:
        """Return signs of one or two alphabets."""
        signs = "".join(self.random.sample(ALPHABETS, self.random.choice((1, 1, 2, 4))))
        length = self.random.randint(least, most)
        text = "".join(self.random.choice(signs) for _ in range(length)).strip()
        return text or self.random.choice(signs)

    def slug(self) -> str:
        """Return an id."""
        signs = "abcdefghijklmnopqrstuvwxyz0123456789"
        return "".join(self.random.choice(signs) for _ in range(self.random.randint(1, 14)))

    def block(self) -> str:
        """Return a block of Markdown, closed if it opens."""
        form = self.random.choice(BLOCKS)
        words = self.text(most=12).replace("`", "").replace("<", "").replace("~", "") or "x"
        return (
            form.replace("{}", words.replace("\n", " ")) if "{{" not in form else form.format(words)
        )

    def prose(self) -> str:
        """Return some paragraphs and blocks, or nothing."""
        parts = [self.block() for _ in range(self.random.randint(0, 5))]
        return "\n\n".join(["", *parts, ""])

    def date(self) -> str | int:
        """Return a day, a month or a year, before or after the build's."""
        year = self.random.choice((1999, 2019, 2025, 2026, 2026, 2027, 2099))
        month, day = self.random.randint(1, 12), self.random.randint(1, 28)
        return self.random.choice((year, f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"))

    def entry(self, model: type[Entry], **fixed: object) -> dict[str, Any]:
        """Return the raw value of a model, with some of the fields that may be absent."""
        raw: dict[str, Any] = {}
        hints = _hints(model)
        for name, info in model.model_fields.items():
            key = info.alias or name
            self.marks.add(f"{model.__name__}.{key}")
            if key in fixed:
                raw |= {} if fixed[key] is None else {key: fixed[key]}
            elif info.is_required() or self.random.random() < 0.7:
                raw[key] = self.value(hints[name])
        if {"valid_until", "review_every"} <= raw.keys():
            del raw[self.random.choice(("valid_until", "review_every"))]
        if self.is_wild and self.random.random() < 0.2:
            raw[self.text(most=9)] = self.text()
        return raw

    def value(self, annotation: Any) -> Any:  # noqa: ANN401 - any field's
        """Return a value for a field, or nonsense."""
        if self.is_wild and self.random.random() < 0.3:
            return self.random.choice(NONSENSE)
        kinds = set(_validators(annotation))
        made = next((make for name, make in self._by_validator().items() if name in kinds), None)
        if made:
            return made()
        inner = _plain(annotation)
        if get_origin(inner) is tuple:
            item = get_args(inner)[0]
            return [self.value(item) for _ in range(self.random.choice((0, 1, 1, 2, 5)))]
        return self._single(inner)

    def _single(self, inner: type) -> Any:  # noqa: ANN401 - any field's
        if issubclass(inner, Entry):
            return self.entry(inner, **({"audience": "private"} if inner is Stated else {}))
        if issubclass(inner, Audience):
            return "private"
        if issubclass(inner, StrEnum):
            return self.random.choice(list(inner)).value
        if inner is int:
            return self.random.choice((-1, 0, 1, 2, 3, 5, 99, 100, 101, 10**6))
        return self.text()

    def _by_validator(self) -> dict[str, Callable[[], Any]]:
        number = self.random.choice((-1, 0, 1, 49, 50, 51, 99, 100, 101, 4711, 0.5))
        numbers = (number, [-5, self.random.randint(0, 10**6)])
        return {
            "_check_id": self.slug,
            "_check_date": self.date,
            "_check_start": self.date,
            "_check_end": lambda: self.random.choice((self.date(), "present", "May 2014")),
            "read_word": lambda: self.random.choice((*(str(s) for s in Status), "none")),
            "_check_url": lambda: f"{self.random.choice(('https', 'http'))}://{self.slug()}.org",
            "_check_numbers": lambda: self.random.choice(numbers),
            "_check_fit": lambda: self.random.randint(0, 50) / 10,
            "_check_live": lambda: self.random.choice((True, False, "unknown")),
            "_check_doi": lambda: f"10.1000/{self.slug()}",
            "_check_proof_file": lambda: f"proofs/{self.slug()}.json",
            "_check_lines": lambda: self.random.choice((7, "7-9")),
            "_check_days": lambda: f"{self.random.choice((1, 30, 180, 99999))}d",
            "_check_wording": lambda: f"{self.slug()} {self.text()}",
        }


@cache
def _hints(model: type[Entry]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


def _validators(annotation: object) -> Iterator[str]:
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        for mark in metadata:
            if isinstance(mark, AfterValidator | BeforeValidator):
                yield getattr(mark.func, "__name__", "")
        yield from _validators(inner)
    elif get_origin(annotation) in (Union, types.UnionType):
        for part in get_args(annotation):
            yield from _validators(part)


def _plain(annotation: Any) -> Any:  # noqa: ANN401 - a type, or what stands for one
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return next(_plain(part) for part in get_args(annotation) if part is not type(None))
    return annotation


def edits(state: State, seed: int, viewer: str = PUBLIC) -> tuple[Edit, ...]:
    """Return changes of everything that a viewer may not see, to be run in order."""
    maker = _Edits(state, seed, viewer)
    return tuple(maker.all())


def changed(state: State, wanted: tuple[Edit, ...]) -> State:
    """Return the site with edits made."""
    copied = state.copy()
    for edit in wanted:
        edit.run(copied)
    return copied


class _Edits:
    def __init__(self, state: State, seed: int, viewer: str) -> None:
        self.state = state
        self.seed = seed
        self.viewer = viewer
        # Of seven, five are such as an author might write.
        self.is_wild = seed % 7 in (2, 5)

    def maker(self, label: str) -> Maker:
        return Maker(f"{self.seed} {self.viewer} {label}", is_wild=self.is_wild)

    def all(self) -> Iterator[Edit]:
        for name, document in self.state.documents.items():
            if self._is_hidden(name, document):
                yield self._replaced(name, document)
            elif document.model is Profile:
                yield from self._fields(name, document.front, Profile, ())
                yield from self._facts(name, document)
            elif document.model is Application:
                if document.front.get("proof_points"):
                    yield self._items(name, "proof_points", ProofPoint, _of_row)
                yield from self._fields(name, document.front, Application, ())
                yield self._sections(name, document)
            elif name.startswith("evidence/"):
                yield self._items(name, "evidence", Record, lambda _: "")
        yield from self._added()
        yield from self._around()
        if VERIFIED in self.state.files:
            yield self._results()

    def _is_hidden(self, name: str, document: Document) -> bool:
        if document.model is Application:
            found = name.split("/")[1]
            return found != self.viewer and found not in OPEN_DOSSIERS
        if name in ("profile.yml", "index.md"):
            return False
        if document.model.__name__ == "EvidenceFile":
            return not any(
                self._is_kept_record(document, record) for record in document.front["evidence"]
            )
        # A recipient is sent no project or page: public ones have an address.
        return document.front.get("audience") != "public"

    def _is_kept_record(self, document: Document, record: dict[str, Any]) -> bool:
        audience = record.get("audience", document.front.get("audience"))
        cited = CITED.get(self.viewer, set())
        return audience == "public" or (audience == "shared" and record["id"] in cited)

    def _replaced(self, name: str, document: Document) -> Edit:
        """Put another document in the place of one: other values, other prose, another name."""
        maker = self.maker(name)
        front = maker.entry(document.model, audience=maker.random.choice((None, "private")))
        if document.model.__name__ == "EvidenceFile":
            front["evidence"] = [
                maker.entry(Record, audience=maker.random.choice((None, "private")))
                for _ in range(maker.random.randint(0, 4))
            ]
        prose = None
        if document.sections is not None:
            titles = ("Pitch", "Why", maker.text(most=9), "Notes", "Other { audience=shared }")
            parts = [f"## {title}\n{maker.prose()}\n" for title in titles]
            prose = [f"{maker.prose()}\n", *maker.random.sample(parts, maker.random.randint(0, 5))]
        new = _renamed(name, maker) if maker.random.random() < 0.5 else name
        is_gone = maker.random.random() < 0.15

        def run(state: State) -> None:
            del state.documents[name]
            if not is_gone and new not in state.documents:
                state.documents[new] = Document(document.model, front, prose)

        return Edit(name, frozenset(maker.marks), run)

    def _fields(
        self, name: str, raw: dict[str, Any], model: type[Entry], path: tuple[str | int, ...]
    ) -> Iterator[Edit]:
        """Change each field of an entry that a viewer sees in part."""
        kept = KEPT_PUBLIC.get(model, set()) | KEPT_SHARED.get(model, set())
        hints = _hints(model)
        for attribute, info in model.model_fields.items():
            key = info.alias or attribute
            if key not in kept and key not in (*FACTS, *LISTS, "audience"):
                yield self._field(name, model, (*path, key), hints[attribute])
        for key, part in (("roles", Role), ("proof_points", ProofPoint), ("leads", Lead)):
            if key in kept and model in (Profile, Application):
                for position, item in enumerate(raw.get(key, ())):
                    yield from self._fields(name, item, part, (*path, key, position))
        if self.is_wild:
            maker = self.maker(f"{name} {path} extra")
            key, value = maker.text(most=9), maker.random.choice(NONSENSE)
            where = f"{name}:{'.'.join(map(str, (*path, '(unknown)')))}"
            yield Edit(where, frozenset(), _setter(name, (*path, f"{key}."), value))

    def _field(
        self, name: str, model: type[Entry], path: tuple[str | int, ...], annotation: object
    ) -> Edit:
        label = f"{name}:{'.'.join(map(str, path))}"
        maker = self.maker(label)
        is_absent = maker.random.random() < 0.2
        value = _ABSENT if is_absent else maker.value(annotation)
        marks = {f"{model.__name__}.{path[-1]}"} | maker.marks
        return Edit(label, frozenset(marks), _setter(name, path, value))

    def _facts(self, name: str, document: Document) -> Iterator[Edit]:
        for key in FACTS:
            stated = document.front.get(key)
            own = stated.get("audience", "shared") if isinstance(stated, dict) else "shared"
            if not is_seen(own, self.viewer):
                maker = self.maker(f"{name}:{key}")
                hidden = ("private", "nonsense", *(("shared",) if self.viewer == PUBLIC else ()))
                stated = maker.entry(Stated, audience=maker.random.choice(hidden))
                value = _ABSENT if maker.random.random() < 0.2 else stated
                marks = frozenset({f"Profile.{key}"} | maker.marks)
                yield Edit(f"{name}:{key}", marks, _setter(name, (key,), value))
        for key, model in LISTS.items():
            yield self._items(name, key, model, lambda item: item.get("audience", "shared"))

    def _items(
        self, name: str, key: str, model: type[Entry], whose: Callable[[dict[str, Any]], object]
    ) -> Edit:
        """Replace the hidden items of a list: others, elsewhere, none, more."""
        maker = self.maker(f"{name}:{key}")
        items = self.state.documents[name].front[key]
        seen = [item for item in items if self._sees(name, item, whose)]
        hidden = [maker.entry(model, audience="private") for _ in range(maker.random.randint(0, 4))]
        places = sorted(maker.random.randint(0, len(seen)) for _ in hidden)
        merged = list(seen)
        for place, item in reversed(list(zip(places, hidden, strict=True))):
            merged.insert(place, item)
        marks = frozenset({f"Profile.{key}"} if "profile" in name else set[str]()) | maker.marks
        return Edit(f"{name}:{key}", marks, _setter(name, (key,), deepcopy(merged)))

    def _sees(
        self, name: str, item: dict[str, Any], whose: Callable[[dict[str, Any]], object]
    ) -> bool:
        if name.startswith("evidence/"):
            return self._is_kept_record(self.state.documents[name], item)
        return is_seen(whose(item), self.viewer)

    def _sections(self, name: str, document: Document) -> Edit:
        """Put other private sections around the shared ones."""
        maker = self.maker(f"{name}:sections")
        sections = document.sections or []
        kept = [s for s in sections if s.startswith(tuple(f"## {t}" for t in SHARED_SECTIONS))]
        titles = ["Context", "Notes", "Gaps", "Hooks", "Cover letter { audience=private }"]
        titles += ["Questions", maker.slug(), f"{maker.slug()} {{ audience=private }}"]
        chosen = maker.random.sample(titles, maker.random.randint(0, len(titles)))
        merged = list(kept)
        for title in chosen:
            place = maker.random.randint(0, len(merged))
            merged.insert(place, f"## {title}\n{maker.prose()}\n")
        merged.insert(0, f"{maker.prose()}\n")

        def run(state: State) -> None:
            state.documents[name].sections = merged

        return Edit(f"{name}:(sections)", frozenset(), run)

    def _added(self) -> Iterator[Edit]:
        """Add companies that come first and last, and a document of each other kind."""
        maker = self.maker("added")
        firsts, lasts = "0123", "wxyz"
        for place in (firsts, lasts, firsts + lasts):
            slug = maker.random.choice(place) + maker.slug()
            front = maker.entry(Application, audience=None)
            prose = [f"{maker.prose()}\n", f"## Pitch\n{maker.prose()}\n"]
            yield _adder(f"applications/{slug}/index.md", Document(Application, front, prose))
        for folder, model in {d.partition("/")[0]: d for d in self.state.documents}.items():
            document = self.state.documents[model]
            if folder in ("projects", "writing"):
                front = maker.entry(document.model, audience="private")
                new = Document(document.model, front, [maker.prose()])
                yield _adder(f"{folder}/{maker.slug()}.md", new)

    def _around(self) -> Iterator[Edit]:
        """Change files that nobody but the author reads, their dates, and the repository."""
        maker = self.maker("around")
        hidden = [n for n in self.state.files if self._is_hidden_file(n)]
        for name in hidden:
            # What no folder holds is one of a kind, and is never left as it was.
            choices = ("gone", "renamed", "swapped", "touched")[: 4 if "/" in name else 3]
            choice = maker.random.choice(choices)
            new = name.replace(name.rsplit("/")[-1], f"{maker.slug()}.{name.rpartition('.')[2]}")
            raw = png(maker.text()) if name.endswith(".png") else maker.text().encode()
            yield Edit(f"{name} ({choice})", frozenset(), _filer(name, new, raw, choice))
        added = {f"assets/{maker.slug()}.png": png(maker.text())}
        added |= {f"applications/{maker.slug()}/notes.md": maker.text().encode()}
        added |= {f"{maker.slug()}.{end}": maker.text().encode() for end in ("txt", "html", "bak")}
        times = {n: maker.random.randint(10**8, 2 * 10**9) for n in self.state.documents}
        message = maker.text()

        def run(state: State) -> None:
            state.files |= added
            state.touched |= times
            state.commits.append(message)

        yield Edit("(files, dates and commits)", frozenset(), run)

    def _results(self) -> Edit:
        """Change what checking sources came to of records that are not seen."""
        maker = self.maker("results")
        seen = {"lab/open"} | ({"lab/seen"} if "seen" in CITED.get(self.viewer, ()) else set())

        def result(of: str) -> dict[str, Any]:
            outcome = maker.random.choice(("good", "broken", "contradicted", "refused"))
            told = {"said": maker.text(), "spelled": maker.text(), "record": maker.slug()}
            parts = maker.random.sample(("commit", "file", "place", "attestation", "url"), 2)
            found = {"outcome": outcome, "checked": "2026-02-01", "good": "2026-01-01", **told}
            copy = {"address": f"https://{maker.slug()}.org", "day": "2026-02-02"}
            return {"of": of, "copies": {maker.slug(): copy}} | dict.fromkeys(parts, found)

        def run(state: State) -> None:
            kept = json.loads(state.files[VERIFIED])
            records = kept["records"]
            for name in [name for name in records if name not in seen]:
                of = records.pop(name)["of"]
                if maker.random.random() < 0.8:
                    records[name] = result(of)
            records[f"{maker.slug()}/{maker.slug()}"] = result(maker.slug())
            state.files[VERIFIED] = json.dumps(kept).encode()

        return Edit(RESULTS, frozenset(), run)

    def _is_hidden_file(self, name: str) -> bool:
        folder = name.split("/")
        if folder[0] == "applications":
            return True
        if name == VERIFIED:
            # Each result goes where its record goes.
            return False
        if folder[0] == "proofs":
            # What was signed is seen by whom its signer agreed to, if they see the record.
            seen = ("github-maria",) if self.viewer == PUBLIC else ("github-maria", "gitlab-bo")
            return not any(who in name for who in seen)
        return name not in ("assets/shown.png", "assets/open.png", f"assets/{self.viewer}.png")


def _renamed(name: str, maker: Maker) -> str:
    """Return another path for a file, or for the folder of a dossier."""
    first, _, rest = name.partition("/")
    if first == "applications":
        return f"{first}/{maker.slug()}/{rest.partition('/')[2]}"
    folder, _, file = name.rpartition("/")
    return f"{folder}/{maker.slug()}.{file.rpartition('.')[2]}".lstrip("/")


_ABSENT = object()


def _of_row(row: dict[str, Any]) -> object:
    # Who sees a dossier sees its rows, but for those that say another audience.
    return PUBLIC if row.get("audience", "shared") in ("shared", "public") else "private"


def _setter(name: str, path: tuple[str | int, ...], value: object) -> Callable[[State], None]:
    def run(state: State) -> None:
        target: Any = state.documents[name].front
        for key in path[:-1]:
            target = target[key]
        if value is _ABSENT:
            target.pop(path[-1], None)
        else:
            target[path[-1]] = value

    return run


def _adder(name: str, document: Document) -> Edit:
    def run(state: State) -> None:
        state.documents.setdefault(name, document)

    return Edit(f"{name} (added)", frozenset(), run)


def _filer(name: str, new: str, raw: bytes, choice: str) -> Callable[[State], None]:
    def run(state: State) -> None:
        if choice == "touched":
            state.touched[name] = len(raw)
            return
        before = state.files.pop(name)
        if choice == "renamed":
            state.files[new] = before
        elif choice == "swapped":
            state.files[name] = raw

    return run
