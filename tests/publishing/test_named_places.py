"""Where a private name stands in what the public may see: in a text, in a file's name."""

from pathlib import Path

from dossier.build import Project
from dossier.model.audience import Audience
from dossier.publishing.named_places import find_names
from tests.builders import MINIMAL, write_site

ABOUT = "content/acme.md"
TEXT = "---\ntitle: About\naudience: public\n---\n\nI write\nto Acme.\n"


def test_each_place_is_told_once_and_an_open_dossier_s_is_none(tmp_path: Path) -> None:
    dossier = MINIMAL["content/applications/acme/index.md"]
    opened = dossier.replace("company: Acme", "audience: public\ncompany: Acme")
    for text, codes in ((dossier, {"name-private"}), (opened, set())):
        files = MINIMAL | {ABOUT: TEXT, "content/applications/acme/index.md": text}
        project = Project.read(write_site(tmp_path, files))
        public = project.view(Audience.PUBLIC)
        pages, assets = public.files.pages, {"assets/acme.svg": b"<svg/>"}
        found = list(find_names(project.naming.names, public.library, pages, assets))
        assert {problem.code for problem in found} == codes
        places = [str(problem.where) for problem in found]
        spoken = find_names(project.naming.names, public.library, (), {}, ["Ada, once at Acme"])
        assert [p.where.file for p in spoken if p.where.file != ABOUT] == ["mkdocs.yml"] * len(
            codes
        )
        expected = [f"{ABOUT}:7:4", "content/assets/acme.svg:1:1"] if codes else []
        assert places == expected
