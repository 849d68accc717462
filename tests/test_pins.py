"""The pins are closed: they can be installed without asking what was published after them."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
MACHINES = [
    {"python_version": version.rpartition(".")[0], "python_full_version": version, **system}
    for version, system in itertools.product(
        ("3.11.0", "3.11.7", "3.12.4", "3.13.1", "3.14.0"),
        (
            {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
            {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
            {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
        ),
    )
]


@dataclass(frozen=True, slots=True)
class Pin:
    """One distribution in one version, for the machines that its marker names."""

    requirement: Requirement
    hashes: int

    @property
    def name(self) -> str:
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> Version:
        return Version(next(iter(self.requirement.specifier)).version)


def read_pins() -> list[Pin]:
    """Return what constraints.txt pins."""
    text = (ROOT / "constraints.txt").read_text().replace("\\\n", " ")
    lines = (line.partition(" #")[0] for line in text.splitlines() if not line.startswith("#"))
    parts = (line.split("--hash=") for line in lines if line.strip())
    return [Pin(Requirement(first.strip()), len(hashes)) for first, *hashes in parts]


PINS = read_pins()


@cache
def asked_for() -> tuple[Requirement, ...]:
    """Return what the project itself and its build ask for, extras included."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())
    extras = declared["project"]["optional-dependencies"].values()
    lists = (declared["project"]["dependencies"], declared["build-system"]["requires"], *extras)
    return tuple(map(Requirement, itertools.chain(*lists)))


def holds(requirement: Requirement, environment: Mapping[str, str], extra: str) -> bool:
    """Tell whether a requirement applies to a machine, for one of its distribution's extras."""
    marker = requirement.marker
    return marker is None or marker.evaluate({**environment, "extra": extra})


NAMES = sorted(
    {pin.name for pin in PINS if any(holds(pin.requirement, each, "") for each in MACHINES)}
)
"""What is pinned for machines that the product runs on; some pins are for browsers alone."""


def unmet(pins: list[Pin], machine: Mapping[str, str]) -> list[str]:
    """Return the requirements that the pins do not meet on a machine, each with who asks."""
    environment = {**this_machine(), **machine}
    chosen = {pin.name: pin for pin in pins if holds(pin.requirement, environment, "")}
    waiting = [("the project", requirement) for requirement in asked_for()]
    missing, seen = [], set()
    while waiting:
        who, requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        pin = chosen.get(name)
        if pin is None:
            missing.append(f"{who} asks for {requirement}")
            continue
        if not requirement.specifier.contains(pin.version, prereleases=True):
            missing.append(f"{who} asks for {requirement}, pinned is {pin.version}")
        for extra in ("", *requirement.extras):
            if (name, extra) not in seen:
                seen.add((name, extra))
                below = read_requires(name)
                waiting += [(name, each) for each in below if holds(each, environment, extra)]
    return missing


def this_machine() -> dict[str, str]:
    """Return the values that markers are judged by."""
    return {key: str(value) for key, value in default_environment().items()}


@cache
def read_requires(name: str) -> tuple[Requirement, ...]:
    """Return what an installed distribution asks for; of one that is not for this machine, none."""
    try:
        return tuple(map(Requirement, requires(name) or ()))
    except PackageNotFoundError:
        for pin in PINS:
            is_for_here = pin.name == name and holds(pin.requirement, this_machine(), "")
            assert not is_for_here, f"{name} is pinned and not installed"
        return ()


@pytest.mark.parametrize(
    "machine", MACHINES, ids=lambda each: f"{each['sys_platform']}-{each['python_full_version']}"
)
def test_every_requirement_of_every_pin_is_met_by_the_pins(machine: Mapping[str, str]) -> None:
    assert unmet(PINS, machine) == []


def test_a_pin_that_is_missing_is_noticed() -> None:
    unnoticed = []
    for name in NAMES:
        rest = [pin for pin in PINS if pin.name != name]
        if not any(unmet(rest, machine) for machine in MACHINES):
            unnoticed.append(name)
    assert not unnoticed, "\n".join(unnoticed)


def test_a_pin_that_is_too_old_is_noticed() -> None:
    old = [*(pin for pin in PINS if pin.name != "click"), Pin(Requirement("click==1.0"), 1)]
    assert any("pinned is 1.0" in line for line in unmet(old, MACHINES[0]))


def test_every_pin_is_one_version_with_hashes() -> None:
    for pin in PINS:
        assert [each.operator for each in pin.requirement.specifier] == ["=="], pin
        assert pin.hashes, pin
