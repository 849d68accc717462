"""What tests ask of a project on disk: each reads it anew."""

from __future__ import annotations

from dossier.build import Project, Site, View
from dossier.lint.silence import Diagnosis
from dossier.model.library import Library
from dossier.settings import Settings
from dossier.sharing.document import SharedView


def view(settings: Settings) -> View:
    """Return what the settings' audience sees."""
    return Project.read(settings).view(settings.audience)


def library(settings: Settings) -> Library:
    return view(settings).library


def build(settings: Settings) -> Site:
    return Project.read(settings).site(settings.audience)


def diagnose(settings: Settings) -> Diagnosis:
    return view(settings).diagnosis


def diagnose_all(settings: Settings) -> Diagnosis:
    return Project.read(settings).diagnosis


def shared_view(settings: Settings) -> SharedView:
    return Project.read(settings).recipients
