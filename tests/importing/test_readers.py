"""Who is told to read what; a whole import is tried in tests/attacks."""

from dossier.importing.readers import readers


def test_what_nobody_opened_or_nobody_can_read_is_private() -> None:
    files = {
        "projects/a.md": b"---\ntitle: A\naudience: public\n---\n",
        "projects/b.md": b"---\ntitle: B\n---\n",
        "projects/c.md": b"---\ntitle: [\n",
        "evidence/d.yml": b"audience: shared\nevidence: [{id: a}, {id: b, audience: assistant}]\n",
        "applications/e/posting.md": b"We seek a cook.\n",
    }
    you = (
        "content/projects/b.md (all of it)",
        "content/projects/c.md (all of it)",
        "content/evidence/d.yml (1 record)",
        "content/applications/e/posting.md (all of it)",
    )
    assert list(readers(files, "content")) == [
        "anyone reads once it is published: content/projects/a.md (all of it)",
        "recipients of a link read: content/evidence/d.yml (1 record)",
        f"nobody but you reads: {', '.join(you)}",
    ]


def test_a_section_of_a_dossier_is_told_by_its_heading() -> None:
    text = b"---\ncompany: Acme\nstatus: saved\n---\n\n## Pitch\n\nA\n\n## Mine\n\nB\n"
    assert list(readers({"applications/a/index.md": text}, "c")) == [
        "recipients of a link read: c/applications/a/index.md (company, Pitch)",
        "nobody but you reads: c/applications/a/index.md (status, Mine)",
    ]


def test_a_line_that_anyone_is_to_read_is_told() -> None:
    text = b"name: Ada\nheadline: Leeds\nlocation: Leeds, UK\nlinks: []\n"
    assert list(readers({"profile.yml": text}, "c")) == [
        "anyone reads once it is published: c/profile.yml (name `Ada`, headline `Leeds`, links)",
        "recipients of a link read: c/profile.yml (location)",
    ]


def test_stories_and_guardrails_are_private_whatever_they_say() -> None:
    text = b"---\ntitle: Night\naudience: public\n---\nAt night.\n"
    assert list(readers({"stories/night.md": text}, "c")) == [
        "nobody but you reads: c/stories/night.md (all of it)"
    ]
