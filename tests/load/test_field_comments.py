"""Comments in values: out of all, and told where others would have read them."""

from dossier.load.field_comments import comments_in, without_comments
from dossier.model.application import Application
from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.guardrail import Guardrail
from dossier.plain.yaml import construct

YAML = "company: Acme %%a b%%\nroles: [{title: 'Cook <!-- c -->', assessment: x %%d%%}]\n"


def test_only_what_others_read_is_told() -> None:
    raw, source = construct(YAML, "a.md")[0], Document("a.md", yaml=YAML, text=YAML)
    kept, told = without_comments(Application, raw, source, (), Audience.PUBLIC)
    assert kept == {"company": "Acme", "roles": [{"title": "Cook", "assessment": "x"}]}
    assert [str(problem.where) for problem in told] == ["a.md:1:15"]
    assert raw != kept
    assert without_comments(Application, raw, source, (), Audience.PRIVATE) == (kept, [])
    assert [text for _, text in comments_in(source)] == ["%%a b%%", "<!-- c -->", "%%d%%"]


def test_what_may_not_be_said_and_who_may_see_it_is_left_as_it_is() -> None:
    source = Document("a.yml")
    rule = {"pattern": "%%a%%"}
    assert without_comments(Guardrail, rule, source, (), Audience.PRIVATE) == (rule, [])
    raw = {"audience": "%%private%% public"}
    assert without_comments(Application, raw, source, (), Audience.PUBLIC) == (raw, [])
