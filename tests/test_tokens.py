"""The colours of the style sheet: text can be read, and strengths differ for every kind of sight.

Contrast is WCAG's. Sight is simulated with Machado's matrices of 2009, severity 1, on linear RGB,
and the distance of two colours is CIE76 in Lab: what the figures in the design are.
"""

import math
from collections.abc import Mapping
from itertools import combinations
from typing import TypeAlias

import pytest

from dossier.render.tokens import read_tokens
from dossier.templates import Templates

SCHEMES = read_tokens(Templates()).schemes
Colour: TypeAlias = tuple[float, float, float]
Scheme: TypeAlias = Mapping[str, str]

ON = ("bg", "surface")
SCALE = ("direct", "strong", "moderate", "weak", "none")
TINTED = (*SCALE, "private")
TEXT = ("ink", "ink-2", "ink-3", "accent", *TINTED)
READABLE, VISIBLE, APART = 4.5, 3.0, 14.0
"""Contrasts that text and graphics need, and the distance that two strengths need."""

SIGHTS: dict[str, tuple[Colour, Colour, Colour]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


@pytest.fixture(params=SCHEMES)
def scheme(request: pytest.FixtureRequest) -> Scheme:
    return SCHEMES[request.param]


def linear(colour: str) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return (_linear(red), _linear(green), _linear(blue))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _dot(one: Colour, other: Colour) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def times(matrix: tuple[Colour, Colour, Colour], colour: Colour) -> Colour:
    one, two, three = (_dot(line, colour) for line in matrix)
    return (one, two, three)


def contrast(one: str, other: str) -> float:
    bright, dark = sorted(
        (_dot((0.2126, 0.7152, 0.0722), linear(colour)) for colour in (one, other)),
        reverse=True,
    )
    return (bright + 0.05) / (dark + 0.05)


def lab(colour: Colour) -> Colour:
    """Return a linear colour in Lab, for the white of D65."""
    to_xyz = (
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    )
    white = (0.95047, 1.0, 1.08883)
    x, y, z = (_lab(part / full) for part, full in zip(times(to_xyz, colour), white, strict=True))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def _lab(part: float) -> float:
    return math.cbrt(part) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29


def seen(colour: str, sight: str) -> Colour:
    red, green, blue = (min(max(part, 0), 1) for part in times(SIGHTS[sight], linear(colour)))
    return lab((red, green, blue))


def closest(colours: Scheme, sight: str) -> float:
    """Return the distance of the two strengths that are the most alike."""
    scale = [seen(colours[strength], sight) for strength in SCALE]
    return min(math.dist(one, other) for one, other in combinations(scale, 2))


def test_text_can_be_read_on_the_page_and_on_cards(scheme: Scheme) -> None:
    pairs = {(name, on): contrast(scheme[name], scheme[on]) for name in TEXT for on in ON}
    assert not {pair: found for pair, found in pairs.items() if found < READABLE}


def test_text_can_be_read_on_its_own_tint(scheme: Scheme) -> None:
    pairs = {name: contrast(scheme[name], scheme[f"{name}-t"]) for name in TINTED}
    assert not {pair: found for pair, found in pairs.items() if found < READABLE}


def test_text_can_be_read_where_the_ground_is_a_colour(scheme: Scheme) -> None:
    """Say so of the sunken ground, of a row that a link led to, of the banner and of buttons."""
    pairs = [("ink", "sunken"), ("ink-2", "sunken"), ("ink", "private-t")]
    pairs += [(name, "strong-t") for name in ("ink", "ink-2", "accent", "moderate")]
    pairs += [("surface", "accent"), ("bg", "ink")]
    found = {(one, other): contrast(scheme[one], scheme[other]) for one, other in pairs}
    assert not {pair: value for pair, value in found.items() if value < READABLE}


def test_borders_of_what_can_be_used_are_seen(scheme: Scheme) -> None:
    assert min(contrast(scheme["edge"], scheme[on]) for on in ON) >= VISIBLE


@pytest.mark.parametrize("sight", SIGHTS)
def test_strengths_differ_for_every_kind_of_sight(scheme: Scheme, sight: str) -> None:
    assert closest(scheme, sight) >= APART


def test_pair_that_is_alike_to_some_is_found(scheme: Scheme) -> None:
    """Hold two browns against the measure, such as the first palette had."""
    faulty = {**scheme, "moderate": "#8a5a00", "weak": "#a33b00"}
    assert closest(faulty, "normal") >= APART
    assert closest(faulty, "deutan") < 2


def test_measures_are_those_of_the_standards() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert lab(linear("#ff0000")) == pytest.approx((53.24, 80.09, 67.20), abs=0.01)
