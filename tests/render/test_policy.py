import re

import pytest

from dossier.render.policy import policy_of, source_hash, with_policy

HEAD = '<html><head>\n<meta charset="utf-8">\n<title>a</title></head><body>'


def directives(page: str) -> dict[str, str]:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found
    return dict(part.strip().partition(" ")[::2] for part in found[1].split(";"))


def test_scripts_of_the_frame_may_run_and_those_of_the_content_may_not() -> None:
    content = "<p><script>evil()</script></p>"
    page = with_policy(f"{HEAD}<script>good()</script>{content}</body></html>", content)
    scripts = directives(page)["script-src"]
    assert scripts == f"'self' 'sha256-{source_hash('good()')}'"


def test_policy_stands_after_the_character_set() -> None:
    page = with_policy(HEAD)
    assert page.index("charset") < page.index("Content-Security-Policy") < page.index("<title>")
    assert with_policy("<head><title>").index("Content-Security-Policy") < len(
        "<head><meta http-equiv=  "
    )


@pytest.mark.parametrize(
    "script",
    [
        '<script src="a.js"></script>',
        '<script type="application/ld+json">{}</script>',
        '<script id="__config" type="application/json">{}</script>',
        '<script type="text/plain">a</script>',
        "<script> </script>",
    ],
)
def test_what_is_no_inline_script_needs_no_hash(script: str) -> None:
    assert "sha256" not in policy_of(script)


def test_nothing_is_loaded_or_sent_elsewhere_unless_it_was_opened() -> None:
    closed = directives(with_policy(HEAD))
    assert closed["default-src"] == "'none'"
    assert not [value for value in closed.values() if "http" in value or "unsafe" in value]
    opened = directives(with_policy(HEAD, hosts=["https://v.example"]))
    changed = {name for name in opened if opened[name] != closed[name]}
    assert changed == {"frame-src", "img-src", "media-src"}
    assert opened["frame-src"] == "https://v.example"


def test_a_page_asks_its_own_host_alone() -> None:
    """Each directive: one that is missing, or wider, is a hole."""
    assert directives(with_policy(HEAD)) == {
        "default-src": "'none'",
        **dict.fromkeys(("script-src", "style-src", "font-src"), "'self'"),
        **dict.fromkeys(("connect-src", "worker-src", "manifest-src", "form-action"), "'self'"),
        **dict.fromkeys(("img-src", "media-src"), "'self' data:"),
        **dict.fromkeys(("frame-src", "base-uri"), "'none'"),
    }
