"""Dossiers as a hundred people would write them: one for each seed, with what is in it."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

Heading = Callable[..., str]
"""Writes a heading: one of several names."""
COMPANIES = ("Acme", "Ørsted Energi", "C3.ai", "Łódź Data", "Smith & Daughters", "Globex, Inc.")
ROLES = ("Platform Engineer", "Head of Nursing", "Senior Data Analyst", "Pastry Chef")
NEEDS = ("Rust", "Stakeholder work", "SQL \\| NoSQL", "Night shifts", "A/B testing", "C++", "GDPR")
SHOWN = (
    "Ran 14 audits in 2 years",
    "Cut costs by **12%**, see [report](https://example.org/r)",
    "`cargo test` green since 2021",
    "Wrote the *handbook* (3 editions)",
    "Led five people; nobody left",
)
NOTES = ("too small a team", "in another trade (retail)", "only as a user", "two years ago")
GAPS = ("No degree", "Short in German", "No on-call yet", "Far away")
FRAMES = ("Say it first.", "I learn by doing: see 2023.", "Ask what they mean by it.", "I can move")
QUESTIONS = (
    "Why us?",
    "What broke last?",
    "How do you test?",
    "Tell me about a failure.",
    "Where in 5 years?",
)
ANSWERS = (
    "Because of the river.\n\nAnd the trains.",
    "The queue did.\n- first this\n- then that\n    - and this",
    "With `pytest`:\n\n```python\n# not a heading\nassert 1\n```",
    "Once I deleted 3 tables. <!-- which ones? --> We had backups.",
)
STRENGTHS = ("Strong", "Direct match", "Weak", "Moderate", "High", "**Strong**", "Partial")


@dataclass
class Generated:
    """A dossier, and what an import has to find in it."""

    text: str
    company: str
    rows: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)


def generate(seed: int) -> Generated:
    """Return one dossier."""
    chance = random.Random(seed)  # noqa: S311 - the same for each seed
    made = Generated("", chance.choice(COMPANIES))
    role = chance.choice(ROLES)
    heading = _headings(chance)
    parts = [_title(chance, made.company, role), _facts(chance, heading)]
    sections = [
        _rows(chance, made, heading),
        _gaps(chance, made, heading),
        _questions(chance, made, heading),
        heading("Pitch", "Tailored Pitch (2-3 sentences)", "Elevator Pitch", "Pitch") + "I do.",
        heading("Why", "Why This Role", f"Why {made.company}", "Motivation") + "It is near.",
        heading("Hooks", "Cover Letter Hooks", "Opening lines") + '1. "One."\n2. "Two."',
        heading("X", "Things nobody planned for", "The 2 Overlaps") + "> quoted\n\n~~gone~~ words",
        heading("Notes", "Application Notes", "Notes") + "- **Call** on Monday\n    1. nested",
    ]
    head, rest = sections[:1], sections[1:]
    chance.shuffle(rest)
    text = "\n\n".join([*parts, *head, *rest]) + "\n"
    if chance.random() < 0.3:
        text = f"---\ntags: [job, {role.split()[0]}]\ncreated: 2026-01-02\n---\n\n{text}"
    if chance.random() < 0.3:
        text = text.replace("\n", "\r\n")
    if chance.random() < 0.3:
        text = f"\ufeff{text}"
    made.text = text
    return made


def _headings(chance: random.Random) -> Heading:
    style = chance.choice(("## {}", "## {n}. {}", "**{}**", "## {}:", "## 🔹 {}", "{}\n{line}"))
    number = 0

    def heading(*names: str) -> str:
        nonlocal number
        number += 1
        name = chance.choice(names[1:] or names)
        own = style
        if name.startswith(("Things", "The 2")) and style.startswith("**"):
            own = "## {}"
        return own.format(name, n=number, line="-" * len(name)) + "\n\n"

    return heading


def _title(chance: random.Random, company: str, role: str) -> str:
    form = chance.choice(
        (
            "# {c} — {r}",
            "# {c} – {r}",
            "# {c} | {r}",
            "# {c}: {r}",
            "# {r} at {c}",
            "# {r} @ {c}",
            "# Application: {c} — {r}",
            "# {c} ({r})",
            "{c} - {r}\n===",
        )
    )
    return form.format(c=company, r=role)


def _facts(chance: random.Random, heading: Heading) -> str:
    facts = [
        ("Link", "https://jobs.example.org/a?id=4"),
        ("Location", "Lyon, France"),
        ("Comp", "not listed"),
        ("Fit Score", "4/5"),
        ("Posted", chance.choice(("2026-01-05", "Feb 2026", "03/2026", "3 January 2026"))),
        ("Recruiter", "Jo Doe (jo@example.org)"),
        ("Key Requirements", "SQL, calm (in crises, mostly), French"),
    ]
    chance.shuffle(facts)
    style = chance.choice(("- **{}**: {}", "- **{}:** {}", "**{}:** {}  ", "* {}: {}", "table"))
    if style == "table":
        head = chance.choice((("#", "Field", "Value"), ("Field", "Value")))
        lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
        for number, fact in enumerate(facts, start=1):
            cells = [*([str(number)] if len(head) == 3 else []), *fact]
            lines.append(f"| {' | '.join(cells)} |")
    else:
        lines = [style.format(*fact) for fact in facts]
    return heading("Role", "Role Summary", "The Role", "At a Glance") + "\n".join(lines)


def _cells(chance: random.Random) -> tuple[str, str, str]:
    strength, note = chance.choice(STRENGTHS), chance.choice(NOTES)
    form = chance.choice(("{s}", "{s} — {n}", "{s} ({n})", "{s}: {n}", "{s} – {n}", "{s}, {n}"))
    return chance.choice(SHOWN), form.format(s=strength, n=note), chance.choice(NEEDS)


def _rows(chance: random.Random, made: Generated, heading: Heading) -> str:
    title = heading("Proof", "Proof Point Mapping", "Proof Points", "Evidence Map", "Requirements")
    needs = chance.sample(NEEDS, chance.randint(2, len(NEEDS)))
    made.rows = [need.replace("\\|", "|") for need in needs]
    style = chance.choice(("table", "table", "table", "bullets", "sources"))
    cells = [_cells(chance) for _ in needs]
    if style == "bullets":
        mark = chance.choice((": ", " — "))
        lines = [
            f"- **{need}**{mark}{shown} ({strength.split(' ')[0].strip('*,:')})"
            for need, (shown, strength, _) in zip(needs, cells, strict=True)
        ]
        made.rows = needs
        return title + "\n".join(lines)
    if style == "sources":
        lines = ["| Requirement | Match | Source |", "|---|:-:|---|"]
        lines += [
            f"| {n} | {strength} | {chance.choice(('[r](https://example.org/x)', 'CV p. 2'))} |"
            for n, (_, strength, _) in zip(needs, cells, strict=True)
        ]
        return title + "\n".join(lines)
    columns = ["Requirement", "Evidence", "Strength"]
    order = chance.choice(([0, 1, 2], [2, 0, 1], [0, 2, 1], [1, 0, 2]))
    numbered = chance.random() < 0.4
    lines = [_row([columns[i] for i in order], "#" if numbered else "")]
    lines.append(_row(["---"] * 3, "---" if numbered else ""))
    for number, (need, (shown, strength, _)) in enumerate(zip(needs, cells, strict=True), 1):
        values = [need, shown, strength]
        lines.append(_row([values[i] for i in order], str(number) if numbered else ""))
    return title + "\n".join(lines)


def _row(cells: list[str], first: str) -> str:
    return "| " + " | ".join([*([first] if first else []), *cells]) + " |"


def _gaps(chance: random.Random, made: Generated, heading: Heading) -> str:
    title = heading("Gaps", "Gap Analysis", "Gaps", "Risks", "Gaps and Mitigations")
    made.gaps = chance.sample(GAPS, chance.randint(1, len(GAPS)))
    style = chance.choice(("two", "three", "bullets"))
    if style == "bullets":
        return title + "\n".join(f"- **{g}**: {chance.choice(FRAMES)}" for g in made.gaps)
    columns = ["Gap", "How to Frame"] if style == "two" else ["Gap", "Severity", "Mitigation"]
    lines = [_row(columns, ""), _row(["---"] * len(columns), "")]
    for gap in made.gaps:
        middle = [] if style == "two" else [chance.choice(("High", "Minor", "Medium", "Low — ok"))]
        lines.append(_row([gap, *middle, chance.choice(FRAMES)], ""))
    return title + "\n".join(lines)


def _questions(chance: random.Random, made: Generated, heading: Heading) -> str:
    title = heading("Q", "If They Ask X, Say Y", "Questions", "Interview Prep", "Q&A")
    made.questions = chance.sample(QUESTIONS, chance.randint(1, len(QUESTIONS)))
    style = chance.choice(("bold", "arrow", "heads", "qa"))
    lines = []
    for number, question in enumerate(made.questions, start=1):
        answer = chance.choice(ANSWERS)
        indented = answer.replace("\n", "\n   ")
        lines.append(
            {
                "bold": f'**"{question}"**\n{answer}',
                "arrow": f'{number}. **"{question}"** → {indented}',
                "heads": f"### {question}\n\n{answer}",
                "qa": f"**Q: {question}**\n\nA: {answer}",
            }[style]
        )
    return title + "\n\n".join(lines)
