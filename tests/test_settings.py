from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError
from dossier.settings import Settings, settings_of, spoken_in, today
from dossier.templates import Templates

ROOT = Path("site")


def settings(options: object = None) -> Settings:
    return settings_of(
        ROOT,
        content=ROOT / "content",
        templates=Templates(),
        directory_urls=True,
        options=options,
    )


def test_nobody_sees_more_than_the_public_unless_asked() -> None:
    assert settings().audience is Audience.PUBLIC
    assert settings({}).audience is Audience.PUBLIC


def test_other_audience_changes_nothing_else() -> None:
    mine = settings().seen_by(Audience.PRIVATE)
    assert mine.audience is Audience.PRIVATE
    assert mine.seen_by(Audience.PUBLIC) == settings()


def test_repository_can_be_named_public() -> None:
    assert settings({"public_repo": "https://example.org/a"}).public_repo == "https://example.org/a"
    assert settings({"public_repo": None}).public_repo == ""


def test_names_are_allowed_each_with_a_reason() -> None:
    options = {"allow_names": [{"name": "edX", "reason": "a former employer"}]}
    assert settings(options).allowed_names == (("edX", "a former employer"),)
    assert settings({"allow_names": None}).allowed_names == ()


def test_elements_are_opened_for_a_host_or_all() -> None:
    item = {"name": "IFrame", "from": "https://video.example", "reason": "a talk"}
    assert settings({"allow_html": [item]}).allowed_html == (
        ("iframe", "https://video.example", "a talk"),
    )
    item.pop("from")
    assert settings({"allow_html": [item]}).allowed_html == (("iframe", "", "a talk"),)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "extra.dossier is not a mapping"),
        ("x", "extra.dossier is not a mapping"),
        ({"audience": "private"}, "extra.dossier has no key `audience`"),
        ({"allow_names": ["edX"]}, "needs a name and a reason"),
        ({"allow_names": 5}, "needs a name and a reason"),
        ({"allow_names": {"name": "edX", "reason": "a"}}, "needs a name and a reason"),
        ({"allow_names": [{"name": "edX"}]}, "needs a name and a reason"),
        ({"allow_names": [{"name": "edX", "reason": ""}]}, "needs a name and a reason"),
        ({"allow_html": [{"name": "script", "reason": "a"}]}, "`script` cannot be opened"),
        (
            {"allow_html": [{"name": "iframe", "reason": "a", "from": "http://a.example"}]},
            "`from: http://a.example` in extra.dossier.allow_html is no host",
        ),
    ],
)
def test_options_that_nobody_understands_stop_the_run(options: object, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        settings(options)


def test_day_comes_from_the_environment_for_reproducible_builds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225599")
    assert today() == date(2025, 12, 31)
    assert settings().as_of == date(2025, 12, 31)


def test_day_is_today_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = datetime.now(UTC).date()
    assert before <= today() <= datetime.now(UTC).date()


@pytest.mark.parametrize("epoch", ["", "yesterday", "1.5", "9" * 30])
def test_day_that_is_no_number_of_seconds_stops_the_run(
    monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ConfigError, match="SOURCE_DATE_EPOCH is"):
        today()


def test_titles_of_the_navigation_are_said_by_the_configuration() -> None:
    def text(key: str) -> str | None:
        return {"site_name": "Ada", "copyright": "2026", "theme": "material"}.get(key)

    nav = ["index.md", {"Work": [{"Gains of 22%": "a.md"}, "b.md"]}, {2024: "c.md"}]
    assert spoken_in(text, nav) == ("Ada", "2026", "Work", "Gains of 22%", "2024")
    assert spoken_in(text, None) == spoken_in(text, "index.md") == ("Ada", "2026")
