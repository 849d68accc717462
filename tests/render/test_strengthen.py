"""What to strengthen: ranked, with who asks and why."""

from pathlib import Path

from tests.html import Node
from tests.render.fixtures import applications, dossier, role, row


def items(page: Node) -> list[tuple[str, str, str]]:
    return [
        (
            node.one("h3").text,
            node.one("span.mv").text,
            node.one("div.ev-next__fx").texts("span")[-1],
        )
        for node in page.one("ol.ev-next").all("li")
    ]


def test_strengthen_is_ranked_by_roles_times_steps(tmp_path: Path) -> None:
    page = applications(
        tmp_path,
        {
            "acme": dossier(
                roles=[role("ml"), role("be"), role("fe")],
                proof_points=[
                    row("a", concept="three-moderate", strength="moderate", note="n"),
                    row("b", concept="two-weak", strength="weak", note="n", roles=["ml", "be"]),
                    row("c", concept="one-gap", strength="none", evidence=[], roles=["ml"]),
                    row("d", concept="one-stale", evidence=["qortex/stale"], roles=["fe"]),
                    row("e", concept="a-claim", evidence=["qortex/said"], roles=["fe"]),
                    row("f", concept="fine"),
                    row("g", concept="waived", strength="none", accepted="no"),
                ],
            ),
            "gone": dossier(
                status="closed", proof_points=[row("x", strength="none", concept="no")]
            ),
        },
    )
    assert items(page) == [
        ("Two weak", "WeaktoStrong", "Raises 2 roles"),
        ("One gap", "None yettoStrong", "Raises 1 role"),
        ("Three moderate", "ModeratetoStrong", "Raises 3 roles"),
        ("A claim", "UnproventoProven", "Raises 1 role"),
        ("One stale", "UnproventoProven", "Raises 1 role"),
    ]


def test_strengthen_counts_a_role_once_and_says_who_asks(tmp_path: Path) -> None:
    page = applications(
        tmp_path,
        {
            "acme": dossier(
                proof_points=[
                    row("a", concept="rust", strength="weak", note="n"),
                    row("b", concept="rust", strength="moderate", note="n"),
                    row("c", concept="rust"),
                ]
            ),
            "other": dossier(
                company="Other", proof_points=[row("x", concept="rust", strength="none")]
            ),
        },
    )
    assert items(page) == [("Rust", "None yettoStrong", "Raises 2 roles")]
    why = page.one("ol.ev-next").one("p")
    assert why.text == "Nothing to show yet. Asked by Acme, Acme, Other."
    assert [node.attributes["href"] for node in why.all("a")] == [
        "acme/#proof-a",
        "acme/#proof-b",
        "other/#proof-x",
    ]


def test_strengthen_says_why(tmp_path: Path) -> None:
    page = applications(
        tmp_path, {"acme": dossier(proof_points=[row("a", evidence=["qortex/stale"])])}
    )
    assert page.one("ol.ev-next").one("p").text == (
        "Expired: “Claim stale” since 28 Feb 2026. Asked by Acme."
    )
