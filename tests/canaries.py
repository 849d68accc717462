"""A site with a word of its own in every place, and a search for the private ones in a build.

A private place holds `quokkafox…`, which nobody but the author may see; a public one holds
`wombatowl…`, which has to be in the public build, so that no test passes on an empty site.
"""

import base64
import gzip
import io
import re
import struct
import unicodedata
import zlib
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from pypdf import PdfWriter

SECRET = "quokkafox"  # noqa: S105 - it is one only to the site
OPEN = "wombatowl"
ACCENTED = "Käsekrönchen"
"""A private word that looks different in every way of writing it down."""

_PROFILE = """\
# quokkafoxprofilecomment
name: Ada wombatowlname
headline: I measure wombatowlheadline
links: [{label: wombatowllink, url: https://example.org/wombatowlurl}]
location: quokkafoxlocation
relocation: quokkafoxrelocation Käsekrönchen
email: quokkafoxemail@example.org
phone: "+49 quokkafoxphone"
resume: quokkafoxresume
work:
  - {employer: quokkafoxemployer, title: quokkafoxjob, from: 2019, to: 2024, summary: quokkafoxsum}
  - {employer: wombatowlemployer, summary: wombatowlsum, audience: public}
  - {employer: quokkafoxhiddenemployer, audience: private}
education:
  - {field: quokkafoxfield, institution: quokkafoxuniversity, degree: quokkafoxdegree}
  - {field: wombatowlfield, audience: public}
leads:
  - id: ml-engineer
    title: wombatowllead
    line: wombatowlleadline
    projects: [quokkafoxproject]
    targets: [quokkafoxtarget]
    notes: quokkafoxleadnotes
    quokkafoxkey: quokkafoxvalue
quokkafoxprofilekey: quokkafoxprofilevalue
"""

_HOME = """\
---
# quokkafoxhomecomment
title: wombatowlhome
description: wombatowldescription
---

<!-- quokkafoxhomehtml -->

See [the project](project:qortex), [wombatowlabout](about.md) and [a paper](assets/paper.pdf).

![wombatowlalt](assets/shown.png "wombatowlhover")

<!-- nobody sees it: <img src="assets/quokkafoxcommented.png"> ![x](assets/quokkafoxtoo.png) -->
"""

_ABOUT = """\
---
title: wombatowlabouttitle
audience: public
---

## wombatowlheading <!-- quokkafoxheadingcomment -->

wombatowlpage <!-- dossier: allow link-broken: quokkafoxreason --> ends
<!--
quokkafoxlongcomment
-->
"""

_PROJECT = """\
---
title: qortex   # quokkafoxinlinecomment
audience: public
line: wombatowlline, [measured](evidence:qortex/gain)
links: [{label: wombatowlrepository, url: https://example.org/q}]
skills: [qortexskill]
headline: [qortex/gain#precision]
limits: wombatowllimits
---

wombatowlprose <!-- quokkafoxprojecthtml --> [](evidence:qortex/gain#precision) on 20 concepts.
"""

_HIDDEN_PROJECT = """\
---
title: quokkafoxtitle
line: quokkafoxline
links: [{label: quokkafoxrepository, url: https://example.org/quokkafoxurl}]
skills: [quokkafoxskill]
headline: [quokkafoxfile/hidden#quokkafoxmetric]
limits: quokkafoxprojectlimits
---

quokkafoxprojectprose ![quokkafoxprojectalt](../assets/quokkafoxonlyhere.png)
"""

_EVIDENCE = """\
project: qortex
audience: public
evidence:
  - id: gain
    claim: wombatowlclaim
    kind: benchmark
    check: rerun
    metrics:
      - {id: precision, name: wombatowlmetric, value: 22, unit: "%", op: "+",
         baseline: wombatowlbaseline, scope: wombatowlscope}
    method: wombatowlmethod
    limits: wombatowlrecordlimits
    must_say: [20 concepts, wombatowlscope]
    date: 2026-02
    source: {label: wombatowlsource, url: https://example.org/report, path: wombatowlpath}
    skills: [wombatowlrecordskill]
  - id: later
    claim: wombatowlplanned
    kind: code
    check: statement
    status: planned
  # quokkafoxevidencecomment
  - id: quokkafoxrecord
    audience: private
    claim: quokkafoxclaim
    kind: code
    check: inspect
    metrics: [{id: quokkafoxmetricid, name: quokkafoxmetricname, value: 4711}]
    method: quokkafoxmethod
    source: {label: quokkafoxsource, commit: quokkafoxcommit}
    skills: [quokkafoxrecordskill]
  - id: quokkafoxshared
    audience: shared
    claim: quokkafoxsharedclaim
    kind: code
    check: statement
  - id: quokkafoxmistyped
    audience: publik
    claim: quokkafoxmistypedclaim
    kind: code
    check: statement
"""

_HIDDEN_EVIDENCE = """\
# quokkafoxfilecomment
evidence:
  - id: hidden
    claim: quokkafoxhiddenclaim
    kind: code
    check: statement
    metrics: [{id: quokkafoxmetric, name: quokkafoxname, value: 1}]
  - id: shown
    audience: public
    claim: wombatowlshown
    kind: code
    check: statement
"""

_OPEN_DOSSIER = """\
---
# quokkafoxdossiercomment
company: wombatowlcompany
aliases: [quokkafoxalias]
title: wombatowldossiertitle
audience: public
lead: ml-engineer
status: closed
outcome: rejected
events: [{date: 2026-02-10, what: quokkafoxevent, note: quokkafoxeventnote}]
next: {do: quokkafoxnext, due: 2026-12-01}
tier: 3
roles:
  - id: wombatowlrole
    title: wombatowlroletitle
    url: https://example.org/wombatowlposting
    location: wombatowlplace
    asks: [quokkafoxask]
    fit: 3.5
    assessment: quokkafoxassessment
    compensation: {posted: quokkafoxposted, estimate: quokkafoxestimate, source: quokkafoxpaysource}
    posting: {file: quokkafoxposting.md, posted: 2025-12, checked: 2026-02, live: true}
    quokkafoxrolekey: quokkafoxrolevalue
proof_points:
  - id: wombatowlrow
    requirement: wombatowlrequirement
    quote: wombatowlquote
    priority: nice
    roles: [wombatowlrole]
    concept: quokkafoxconcept
    evidence: [qortex/gain]
    claim: wombatowlrowclaim [cited](evidence:qortex/gain)
    strength: moderate
    note: wombatowlnote
    quokkafoxrowkey: quokkafoxrowvalue
  - id: waived
    requirement: wombatowlwaived
    evidence: [qortex/later]
    strength: strong
    override: wombatowloverride
    accepted: quokkafoxaccepted
gaps:
  - {id: quokkafoxgap, about: wombatowlrow, gap: quokkafoxgaptext, framing: quokkafoxframing}
quokkafoxdossierkey: quokkafoxdossiervalue
---

quokkafoxpreamble

## Context

quokkafoxcontext

## Recommended application angle

quokkafoxangle

## Lead profile

quokkafoxleadsection

## Pitch

wombatowlpitch <!-- quokkafoxpitchcomment --> with [a link][quokka] and a note[^one].

![wombatowlpitchalt](../../assets/pitch.svg)

## Resume emphasis

- [qortex](project:qortex) quokkafoxemphasis

## Why wombatowlcompany

wombatowlwhy

### wombatowlsubheading

wombatowlbelow

## Gaps

quokkafoxgapsection

## Questions

### quokkafoxquestion { about=wombatowlrow }

quokkafoxanswer ![quokkafoxquestionalt](../../assets/quokkafoxquestion.png "quokkafoxhover")

## Hooks

quokkafoxhook

## quokkafoxheading

quokkafoxunplanned

### quokkafoxsubheading

quokkafoxbelow [quokkafoxlabel](https://example.org/quokkafoxaddress "quokkafoxlinktitle")

## wombatowlopened { audience=shared }

wombatowlopenedtext

## Cover letter { audience=private }

quokkafoxletter

## Notes

quokkafoxnotes

```pipeline
```

[quokka]: https://example.org/quokkafoxdefinition "quokkafoxdefinitiontitle"
[^one]: quokkafoxfootnote
"""

_HIDDEN_DOSSIER = """\
---
company: quokkafoxcompany Käsekrönchen
aliases: [quokkafoxothername]
title: quokkafoxhiddentitle
AUDIENCElead: ml-engineer
roles:
  - {id: quokkafoxhiddenrole, title: quokkafoxhiddenroletitle, location: quokkafoxhiddenplace}
proof_points:
  - id: quokkafoxhiddenrow
    requirement: quokkafoxhiddenrequirement
    evidence: [qortex/gain, quokkafoxfile/hidden]
    claim: quokkafoxhiddenrowclaim
    strength: direct
---

## Pitch

quokkafoxhiddenpitch, measured: [](evidence:qortex/gain#precision) on 20 concepts

## quokkafoxhiddenheading { audience=shared }

![quokkafoxhiddenalt](../../assets/quokkafoxhidden.png)
"""


def _hidden(audience: str) -> str:
    return _HIDDEN_DOSSIER.replace("AUDIENCE", f"audience: {audience}\n" if audience else "")


def png(*words: str, width: int = 1) -> bytes:
    """Return a black picture that carries words in each of the places that PNG has for them."""
    image = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0))
    for word in words:
        text = word.encode()
        image += _chunk(b"tEXt", b"Comment\0" + text)
        image += _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(text))
        image += _chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + text)
        image += _chunk(b"eXIf", b"MM\0*" + text)
        image += _chunk(b"quOk", text)
    image += _chunk(b"IDAT", zlib.compress(bytes(1 + width))) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + image + b"".join(word.encode() for word in words)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def svg(shown: str, *words: str) -> bytes:
    """Return a drawing that shows one word and carries others where nobody sees them."""
    hidden = "".join(
        f"<metadata>{word}</metadata><!-- {word} --><?{word} {word}?><script>{word}</script>"
        f"<style>/* {word} */ .a{{}}</style>"
        f"<g data-name='{word}' x:label='{word}' onload='{word}'/>"
        for word in words
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.inkscape.org/">'
        f"<title>{shown}</title>{hidden}</svg>"
    ).encode()


def pdf(word: str) -> bytes:
    """Return a document of an empty page that carries a word in its information and beside it."""
    writer = PdfWriter()
    writer.add_blank_page(10, 10)
    writer.add_metadata({"/Title": word, "/Author": word})
    writer.add_attachment(f"{word}.txt", word.encode())
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


RICH: Mapping[str, str | bytes] = {
    "content/index.md": _HOME,
    "content/profile.yml": _PROFILE,
    "content/about.md": _ABOUT,
    "content/projects/qortex.md": _PROJECT,
    "content/projects/quokkafoxproject.md": _HIDDEN_PROJECT,
    "content/projects/second.md": _HIDDEN_PROJECT.replace("---\n", "---\naudience: shared\n", 1),
    "content/evidence/qortex.yml": _EVIDENCE,
    "content/evidence/quokkafoxfile.yml": _HIDDEN_EVIDENCE.partition("  - id: shown")[0],
    "content/evidence/mixed.yml": _HIDDEN_EVIDENCE,
    "content/applications/open/index.md": _OPEN_DOSSIER,
    "content/applications/open/quokkafoxposting.md": "quokkafoxpostingtext",
    "content/applications/open/README.md": "---\naudience: public\n---\nquokkafoxreadme",
    "content/applications/open/cv.docx": b"PK quokkafoxdocx",
    "content/applications/quokkafoxid/index.md": _hidden(""),
    "content/applications/quokkafoxid/page.html": "<p>quokkafoxhtml</p>",
    "content/applications/a-first/index.md": _hidden("private"),
    "content/applications/shared/index.md": _hidden("shared"),
    "content/applications/typo/index.md": _hidden("Public"),
    "content/applications/loose.md": "---\naudience: public\n---\nquokkafoxloose",
    "content/quokkafoxdraft.md": "---\ntitle: quokkafoxdraft\n---\nquokkafoxdrafttext",
    "content/writing/quokkafoxidea.md": "---\naudience: shared\n---\nquokkafoxidea",
    "content/writing/closed.md": "---\naudience: private\n---\nquokkafoxclosed",
    "content/writing/broken.md": "---\naudience: public\ntitle: [quokkafoxbroken\n---\nquokkafox",
    "content/writing/twice.md": "---\naudience: public\naudience: public\n---\nquokkafoxtwice",
    "content/writing/late.md": "\n---\naudience: public\n---\nquokkafoxlate",
    "content/writing/never.md": "---\naudience: public\nquokkafoxnever",
    "content/writing/latin.md": "---\naudience: public\n---\nquokkafoxlatin \xe9".encode("latin-1"),
    "content/evidence/broken.yml": "audience: public\nevidence: [{id: quokkafoxbrokenrecord",
    "content/evidence/other.yaml": "audience: public\nevidence: [{id: quokkafoxyaml}]",
    "content/stories/quokkafoxstory.md": "---\ntitle: quokkafoxtold\n---\nquokkafoxanswer",
    "content/stories/opened.md": "---\naudience: public\ntitle: quokkafoxopened\n---\n## quokkafox",
    "content/guardrails.yml": "quokkafoxguardrail: quokkafoxvalue",
    "content/robots.txt": "quokkafoxrobots",
    "content/data.json": '{"quokkafoxjson": "quokkafoxjson"}',
    "content/search/search_index.json": '{"quokkafoxindex": 1}',
    "content/.hidden.md": "---\naudience: public\n---\nquokkafoxdot",
    "content/index.md~": "quokkafoxbackup",
    "content/projects/qortex.md.bak": "quokkafoxbak",
    "content/quokkafoxfolder/nothing.txt": "quokkafoxnothing",
    "content/assets/shown.png": png("quokkafoxpng"),
    "content/assets/pitch.svg": svg("wombatowlsvg", "quokkafoxsvg"),
    "content/assets/paper.pdf": pdf("quokkafoxpdf"),
    "content/assets/quokkafoxcommented.png": png("quokkafoxcommented"),
    "content/assets/quokkafoxtoo.png": png("quokkafoxtoo"),
    "content/assets/quokkafoxonlyhere.png": png("quokkafoxpng"),
    "content/assets/quokkafoxquestion.png": png("quokkafoxpng"),
    "content/assets/quokkafoxhidden.png": png("quokkafoxpng"),
    "content/assets/quokkafoxunused.png": png("quokkafoxpng"),
    "content/assets/notes.txt": "quokkafoxnotesfile",
    "content/assets/page.md": "---\naudience: public\n---\nquokkafoxassetpage",
}


def open_words(files: Mapping[str, str | bytes] = RICH) -> set[str]:
    """Return the words that have to be in a public build."""
    texts = (content for content in files.values() if isinstance(content, str))
    return {word for text in texts for word in re.findall(rf"{OPEN}\w+", text)} | {"wombatowlsvg"}


def found_words(word: str, texts: Iterable[bytes]) -> set[str]:
    """Return each word that begins with a stem, whatever the case."""
    return {
        found.decode()
        for text in texts
        for found in re.findall(rb"%s[a-z0-9_]*" % word.encode(), text.lower())
    }


def leaks(files: Mapping[str, bytes]) -> list[str]:
    """Return each form of a private word in a build's files, names and output."""
    found = []
    for name, content in files.items():
        layers = [name.encode(), content]
        if content.startswith(b"\x1f\x8b"):
            layers.append(gzip.decompress(content))
        for layer in layers:
            lowered = layer.lower()
            for form, needle in FORMS.items():
                if needle in (layer if "base64" in form else lowered):
                    found.append(f"{name}: {form}, {_around(lowered, needle)!r}")
    return found


def _around(text: bytes, needle: bytes) -> bytes:
    position = max(text.find(needle.lower()), 0)
    return text[max(position - 30, 0) : position + 50]


def _forms() -> dict[str, bytes]:
    forms: dict[str, bytes] = {}
    for stem in (SECRET, ACCENTED):
        for shape in ("NFC", "NFD"):
            text = unicodedata.normalize(shape, stem)
            spellings = {
                "plain": text,
                "quoted": quote(text),
                "escaped": text.encode("ascii", "xmlcharrefreplace").decode(),
                "hexadecimal entities": "".join(
                    sign if sign.isascii() else f"&#x{ord(sign):x};" for sign in text
                ),
                "JSON": text.encode("ascii", "backslashreplace").decode().replace("\\x", "\\u00"),
                "reversed": text[::-1],
                "hex": text.lower().encode().hex(),
            }
            forms |= {f"{stem} {shape} {form}": s.lower().encode() for form, s in spellings.items()}
            for case in (str, str.lower, str.upper, str.capitalize):
                name = f"{stem} {shape} base64 {case.__name__}"
                forms |= {
                    f"{name} {offset}": _base64(case(text).encode(), offset) for offset in range(3)
                }
    slug = "".join(sign for sign in unicodedata.normalize("NFKD", ACCENTED) if sign.isascii())
    forms |= {"slug": slug.lower().encode()}
    first = {needle: form for form, needle in reversed(forms.items())}
    return {form: needle for needle, form in first.items()}


def _base64(text: bytes, offset: int) -> bytes:
    """Return what is always the same when a text stands `offset` bytes into an encoded one."""
    encoded = base64.b64encode(bytes(offset) + text + bytes(3))
    return encoded[-(-offset * 8 // 6) : (offset + len(text)) * 8 // 6]


FORMS = _forms()
"""A private word in each way that a build may write it down."""
