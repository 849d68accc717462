from tests.builders import edited, problems_of

HOME = "content/index.md"
DRIFT = "is told of precision, the record says precision +22%"
LINE = "I measure what I build, [qortex](project:qortex) among it."


def test_drift_and_unbacked_figures_are_told_where_they_stand() -> None:
    text = "Precision of *26%*\non 20 concepts.\n\nI served 300 customers."
    assert problems_of(edited(HOME, LINE, text)) == [
        f"{HOME}:5:15: error: `26%` {DRIFT} [figure-drift]",
        f"{HOME}:8:10: warning: no record backs `300` [figure-unbacked]",
    ]


def test_right_figure_is_fine() -> None:
    assert problems_of(edited(HOME, LINE, "Precision gained 22% on 20 concepts.")) == []
