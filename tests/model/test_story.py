"""Stories: the author's alone, whatever they say."""

from pathlib import Path

import pytest

from dossier.model.audience import Audience
from tests.builders import MINIMAL, write_site
from tests.views import view

STORY = "content/stories/night.md"


@pytest.mark.parametrize("audience", [Audience.PRIVATE, Audience.SHARED, Audience.PUBLIC])
def test_nobody_else_hears_of_a_story(tmp_path: Path, audience: Audience) -> None:
    text = "---\ntitle: The night shift\naudience: public\n---\n\n[](evidence:no)\n"
    seen = view(write_site(tmp_path, MINIMAL | {STORY: text}, audience=audience))
    told = [problem.code for problem in seen.diagnosis.problems]
    if audience is Audience.PRIVATE:
        assert set(seen.library.stories) == {"night"}
        assert told == ["field-unknown", "metric-reference"]
    else:
        assert (seen.library.stories, told) == ({}, [])
