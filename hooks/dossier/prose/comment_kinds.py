"""Comments of template languages and outliners: what begins each, and what ends it.

Those alone that nobody writes by chance. A line that begins with `% `, `.. ` or `name:: ` may be
prose, and other tags of templates are no comments: they are told and shown.
"""

from __future__ import annotations

import re

from dossier.plain.patterns import pattern

_LINE = r"^[ \t>]*"
KINDS = (
    # Liquid; Org, Logseq; AsciiDoc.
    (r"\{%-?[ \t]*comment\b[^{}%\n]{0,200}%\}", r"\{%-?[ \t]*endcomment[ \t]*-?%\}"),
    (rf"{_LINE}(?:\#\+(?i:BEGIN_COMMENT)\b.*)$", rf"{_LINE}(?:\#\+(?i:END_COMMENT)\b.*)$"),
    (rf"{_LINE}(?:/{{4,}}[ \t]*)$", rf"{_LINE}(?:/{{4,}}[ \t]*)$"),
    # Handlebars; Go and Hugo.
    (r"\{\{~?!--", r"--~?\}\}"),
    (r"\{\{~?!(?!--)", r"\}\}"),
    (r"\{\{-?[ \t]*/\*", r"\*/[ \t]*-?\}\}"),
    # ERB, EJS, Templater; JSP.
    (r"<%\#", r"%>"),
    (r"<%--", r"--%>"),
)
"""Patterns for lines as they stand in a text: with `re.MULTILINE`."""
WHOLE = (
    rf"{_LINE}(?P<whole>\#\+(?i:COMMENT):?(?:[ \t].*)?)$|(?P<hashes>\{{\#[^{{}}\n]{{1,500}}\#\}})"
)
"""What is a whole comment by itself: a line of Org, and Jinja's without blanks."""
MAY_HOLD = (
    r"\{%-?[ \t]*(?:end)?comment|\#\+(?i:BEGIN_|END_)?(?i:COMMENT)|////|\{\{[~-]?[ \t]*[!/]|<%[#-]"
)
"""A cheap look: a text without it has none of these."""
OPENERS = "|".join(f"(?P<k{number}>{opener})" for number, (opener, _) in enumerate(KINDS))
STRAY = "|".join(f"(?P<s{number}>{KINDS[number][1]})" for number in range(2))
"""Ends of comments that are nothing else, whatever stands before them."""
CLOSERS = tuple(pattern(closer, re.MULTILINE) for _, closer in KINDS)
