"""Which signs of other tools are of a comment, and where each ends."""

from dossier.prose.comments import find_comments, may_hold

COMMENTS = {
    "a {% comment %}b{% endcomment %} c": "{% comment %}b{% endcomment %}",
    "a {{! b {{ c }} d": "{{! b {{ c }}",
    "a {{!-- b }} c --}} d": "{{!-- b }} c --}}",
    "{{- /* b */ -}} c": "{{- /* b */ -}}",
    "<%# b %> c %>": "<%# b %>",
    "<%-- b %> --%> c": "<%-- b %> --%>",
    "a\n> #+begin_comment x\n> b\n> #+END_COMMENT\nc": "#+begin_comment x\n> b\n> #+END_COMMENT",
    "#+COMMENT: b\nc": "#+COMMENT: b",
    "////\nb\n//////\nc": "////\nb\n//////",
    "a {#b#} c": "{#b#}",
}
NONE = (
    "x^{2^{3}} --}} %>",
    "{% commentary %}",
    "#+COMMENTS b",
    "a #+BEGIN_COMMENT",
    "//// b",
    "a {#id} b",
    "\\{{! b }}",
    "`<%# b %>`",
)


def test_comments_are_found_from_sign_to_sign() -> None:
    for text, comment in COMMENTS.items():
        (found,) = find_comments(text)
        assert may_hold(text)
        assert (text[found.start : found.end], found.is_closed) == (comment, True)


def test_others_are_none() -> None:
    assert [text for text in NONE if find_comments(text)] == []


def test_an_end_alone_hides_what_stands_before_it() -> None:
    for text in ("a\n{% endcomment %}\nb", "a\n#+END_COMMENT\nb"):
        (found,) = find_comments(text)
        assert (found.start, found.end, found.is_closed) == (0, len(text), False)
