from dataclasses import replace

from dossier.assistants.lookup import known_ids, look_up
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.model.lock import spell_lock
from tests.assistants.patches import FILES
from tests.builders import AS_OF, tree_of

STORY = "---\ntitle: The night\n---\n\nIt rained.\n"
GAP = "gaps: [{id: few, about: loads, gap: Few}]\n"


def read() -> Library:
    dossier = FILES["content/applications/acme/index.md"].replace("gaps: []\n", GAP)
    dossier = dossier.replace("### Why us?", "### Why us? { story=night }")
    files = {
        **FILES,
        "content/applications/acme/index.md": dossier,
        "content/stories/night.md": STORY,
    }
    return assemble(tree_of(files), Audience.PRIVATE)[0]


def test_every_id_is_found_with_its_state_and_where_it_is_used() -> None:
    library = read()
    found = {name: next(iter(look_up(library, name, AS_OF))) for name in known_ids(library)}
    assert {name: (each.kind, each.state) for name, each in found.items()} == {
        "qortex/gain": ("record", "shipped, counts"),
        "qortex/guess": ("record", "unconfirmed, does not count: it is an own statement"),
        "qortex": ("project", "active"),
        "acme": ("application", "saved"),
        "night": ("story", "told"),
        "acme/ranking": ("row", "covered: stands on qortex/gain"),
        "acme/loads": ("row", "weak: rated weak"),
    }
    used = {name: [how for _, how in each.used] for name, each in found.items()}
    assert used["qortex/gain"].count("row ranking of acme") == 1
    assert {"a text for public", "a text for shared"} <= set(used["qortex/gain"])
    assert used["acme/loads"] == ["gap few"]
    assert used["acme/ranking"] == ["question Why Rust?"]
    assert used["night"] == ["a question of acme"]
    told = [said for key, said in found["acme"].says if key.startswith("role ")]
    assert told == ["50%: 1 covered, 1 weak of 2"]


def test_what_it_says_stands_on_lines_of_its_own() -> None:
    library = read()
    for name in known_ids(library):
        for each in look_up(library, name, AS_OF):
            first, *rest = each.lines()
            assert first == f"{each.kind} {each.id} ({each.where})"
            assert all(line.startswith("  ") for line in rest)
            assert all(": | " in line or ", | " in line for line in rest if "nowhere" not in line)
            assert not any("precision" in line.partition("| ")[0] for line in rest)
    assert not [*look_up(library, "nope", AS_OF)]


def test_record_that_has_expired_or_was_changed_says_so() -> None:
    evidence = FILES["content/evidence/qortex.yml"]
    assert evidence.count("    check:") >= 1
    old = evidence.replace("    check:", "    valid_until: 2020-01-01\n    check:", 1)
    library = assemble(tree_of({**FILES, "content/evidence/qortex.yml": old}), Audience.PRIVATE)[0]
    (found,) = look_up(library, "qortex/gain", AS_OF)
    assert found.state.endswith("does not count: it expired on 2020-01-01")
    record = read().records["qortex/gain"]
    lock = spell_lock({record.id: replace(record.stamp(), fingerprint="0" * 64)})
    files = {**FILES, "content/evidence.lock": lock}
    (found,) = look_up(assemble(tree_of(files), Audience.PRIVATE)[0], "qortex/gain", AS_OF)
    assert found.state.endswith("does not count: it has changed since it was last reviewed")
