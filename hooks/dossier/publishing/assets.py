"""A file that pages refer to, as it may be published: without its metadata, and legible."""

from __future__ import annotations

from pathlib import Path

from dossier.plain.files import read_ordinary
from dossier.plain.images import CoveredError, TooLargeError
from dossier.plain.media import UnreadableAssetError, strip
from dossier.plain.packed import UnreadableTextError
from dossier.plain.problems import Place, Problem
from dossier.plain.visible_text import layers

MAX_ASSET = 50_000_000
"""The largest asset that is read, in bytes."""


def read_asset(content: Path, name: str) -> bytes | Problem:
    """Return an asset without its metadata, or why it cannot be had."""
    where = Place(f"{content.name}/{name}")
    try:
        held = read_ordinary(content / name, MAX_ASSET)
        if name.endswith(".pdf"):
            layers(name, held)  # It says why it cannot be read.
        stripped = strip(name, held)
        layers(name, stripped)
    except UnreadableTextError as error:
        hint = "it is left out: what it says cannot be searched for what is private; "
        hint += "save it again without a password, with its fonts' letters"
        return Problem("asset-unreadable", where, str(error), hint)
    except TooLargeError as error:
        hint = "it is left out: a reader's browser could stand still; save it smaller or simpler"
        return Problem("asset-type", where, str(error), hint)
    except CoveredError as error:
        hint = "it is left out: that would be seen; print it to a new file of one layer"
        return Problem("asset-type", where, str(error), hint)
    except UnreadableAssetError as error:
        hint = "it is left out; save it again as what its name says"
        return Problem("asset-type", where, str(error), hint)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        return Problem("file-unreadable", where, message, "it is left out")
    return stripped
