"""Content that strains every page: `HOSTILE`, files by name. `dossier check` finds no error in it.

Long names and words that cannot be broken, scripts of three directions and widths, every strength
and state, thirty requirements, dossiers without rows, a project without records, forty-one skills.
"""

import json
from itertools import cycle

from dossier.model.application import Status, Strength
from dossier.model.evidence import Check, EvidenceKind, RecordStatus
from tests.builders import EVIDENCE, INDEX, PROJECT
from tests.render.fixtures import (
    dossier,
    evidence,
    free_page,
    metric,
    project,
    record,
    role,
    row,
)

UNBROKEN = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz"
"""A word of 65 letters."""
PATH = "very_long_module_names_without_any_hyphen_in_them/" * 3
ARABIC = "مهندس برمجيات أول لأنظمة التعلم الآلي والبنية التحتية الموزعة"
HEBREW = "מערכות לומדות בקנה מידה גדול, עם ראיות לכל טענה"
CHINESE = "分布式机器学习基础设施与可验证的性能基准测试平台高级工程师职位要求"
LONG = (
    "Principal Member of Technical Staff for Large-Scale Adaptive Retrieval, Evaluation and "
    "Observability Infrastructure across Regulated Industries"
)
TEXTS = (LONG, ARABIC, HEBREW, CHINESE, UNBROKEN, f"Mixed {ARABIC} with {CHINESE}, {UNBROKEN}")
SKILLS = [
    f"{name} {number}"
    for number, name in zip(range(41), cycle(("skill", "مهارة", "技能", UNBROKEN)), strict=False)
]
PUBLIC_DOSSIER = "applications/open/index.md"
PRIVATE_DOSSIER = "applications/closed/index.md"
SOURCE = {
    "label": UNBROKEN,
    "url": f"https://example.org/{PATH}",
    "package": UNBROKEN.lower(),
    "commit": "0123456789abcdef" * 4,
    "path": f"{PATH}file.py",
}
STATES = {
    "covered": {"evidence": ["long/fresh"], "strength": "direct"},
    "partial": {"evidence": ["long/fresh"], "strength": "moderate", "note": HEBREW},
    "weak": {"evidence": ["long/fresh"], "strength": "weak", "note": UNBROKEN},
    "gap": {"evidence": [], "strength": "none"},
    "claimed": {"evidence": ["long/check-statement"], "strength": "strong"},
    "stale": {"evidence": ["long/stale"], "strength": "strong"},
    "accepted": {"evidence": [], "strength": "none", "accepted": LONG},
}
"""A row for each state."""


def _records() -> list[dict[str, object]]:
    """Return a record of each kind, check and status, with all that a record can say."""
    texts = cycle(TEXTS)
    figures = [
        metric("share", 1234567.891, name=UNBROKEN, unit="%", op="+", baseline=LONG, scope=ARABIC),
        metric("span", [2, 3], name=CHINESE, unit="microseconds", op="~", scope=UNBROKEN),
        metric("shown", 16, name=HEBREW, display="a display of sixteen thousand", op=">="),
    ]
    full = {"method": LONG, "limits": UNBROKEN, "date": "2026-02", "source": SOURCE}
    records = [record("fresh", claim=ARABIC, metrics=figures, skills=SKILLS, **full)]
    records += [record("stale", claim=LONG, valid_until="2025-12", **full)]
    for field, values in (("kind", EvidenceKind), ("check", Check), ("status", RecordStatus)):
        records += [
            record(f"{field}-{value}", claim=next(texts), **full | {field: value})
            for value in values
        ]
    return records


def _rows() -> list[dict[str, object]]:
    """Return thirty rows: each state, then each strength, over and over."""
    texts = cycle(TEXTS)
    rows = [
        row(state, requirement=next(texts), claim=next(texts), **fields)
        for state, fields in STATES.items()
    ]
    for number, strength in zip(range(30 - len(rows)), cycle(Strength), strict=False):
        asked = {"requirement": next(texts), "quote": next(texts), "note": next(texts)}
        proof = [] if strength is Strength.NONE else ["long/fresh", "long/kind-code"]
        priority = ("must", "nice")[number % 2]
        rows.append(
            row(f"r{number}", **asked, evidence=proof, strength=strength, priority=priority)
        )
    return rows


def _dossier(**fields: object) -> str:
    """Write a dossier that has everything."""
    roles = [
        role("one", title=LONG, location=ARABIC, url="https://example.org/1", fit=3.5)
        | {"assessment": UNBROKEN, "asks": [CHINESE], "compensation": {"estimate": LONG}},
        role("two", title=UNBROKEN, location=CHINESE),
    ]
    rows = [line | ({"roles": ["one"]} if n % 3 else {}) for n, line in enumerate(_rows())]
    gaps = [
        {"id": f"gap-{n}", "about": about, "gap": text, "framing": text, "severity": "blocker"}
        for n, (about, text) in enumerate(zip(("gap", UNBROKEN), (ARABIC, UNBROKEN), strict=True))
    ]
    known = {
        "roles": roles,
        "proof_points": rows,
        "gaps": gaps,
        "next": {"do": LONG, "due": "2026-01"},
    }
    questions = "\n".join(f"### {text}\n\n{text}\n" for text in TEXTS)
    emphasis = f"- [{UNBROKEN}](project:long) {LONG}\n- [{ARABIC}](project:empty) {HEBREW}\n"
    body = f"## Pitch\n\n{LONG}\n\n{ARABIC}\n\n{_TABLE}\n## Why\n\n{UNBROKEN}\n"
    body += f"\n## Emphasis\n\n{emphasis}\n## Questions\n\n{questions}\n## Notes\n\n{CHINESE}\n"
    return dossier(body, **known, **fields)


_TABLE = f"| {UNBROKEN} | {ARABIC} |\n| --- | --- |\n| `{PATH}` | {CHINESE} |\n"
_LINKS = [{"label": text, "url": f"https://example.org/{n}"} for n, text in enumerate(TEXTS)]


def _yaml(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)


HOSTILE = {
    "content/index.md": INDEX,
    "content/profile.yml": _yaml(
        name=f"{HEBREW} {UNBROKEN}",
        headline=LONG,
        links=_LINKS,
        location=CHINESE,
        email=f"{UNBROKEN.lower()}@example.org",
        work=[{"employer": UNBROKEN, "title": LONG, "from": 2019, "summary": ARABIC}],
        education=[{"field": CHINESE}],
        leads=[{"id": "lead", "title": UNBROKEN, "line": HEBREW, "projects": ["long"]}],
    ),
    "content/about.md": free_page(f"# {UNBROKEN}\n\n{ARABIC}\n\n{_TABLE}\n", title=LONG),
    "content/projects/qortex.md": PROJECT,
    "content/evidence/qortex.yml": EVIDENCE,
    "content/projects/long.md": project(
        f"{LONG} {UNBROKEN}\n\n## {ARABIC}\n\n{CHINESE}\n\n{_TABLE}\n```\n{PATH * 3}\n```\n",
        title=UNBROKEN,
        line=ARABIC,
        links=_LINKS,
        skills=SKILLS,
        headline=["long/fresh#share", "long/fresh#span"],
        limits=f"{CHINESE} {UNBROKEN}",
    ),
    "content/projects/empty.md": project(title=CHINESE),
    "content/projects/secret.md": project(title=HEBREW, audience="private", status="retired"),
    "content/evidence/long.yml": evidence(*_records(), project="long"),
    f"content/{PUBLIC_DOSSIER}": _dossier(company=UNBROKEN, audience="public", title=LONG),
    f"content/{PRIVATE_DOSSIER}": _dossier(company=f"شركة الأمثلة {UNBROKEN}"),
    "content/applications/bare/index.md": dossier(company="株式会社例示研究所非公開選考"),
} | {
    f"content/applications/at-{stage}/index.md": dossier(
        company=f"At {stage}, {text}",
        status=stage,
        roles=[role("ml", title=text)],
        proof_points=[row("a", concept="a-concept-with-a-long-name")],
        **({"outcome": "no-response"} if stage is Status.CLOSED else {}),
    )
    for stage, text in zip(Status, cycle(TEXTS), strict=False)
}
