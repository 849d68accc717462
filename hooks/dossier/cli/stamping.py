"""Records stamped as reviewed, in the evidence lock as it is now."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dossier.load.lock import stamps_in
from dossier.model.library import RecordEntry
from dossier.model.lock import LOCK_FILE, spell_lock
from dossier.plain.errors import ContentError
from dossier.plain.files import read_ordinary, replace_file
from dossier.plain.text import MAX_BYTES
from dossier.plain.transaction import writing
from dossier.settings import Settings


def stamp(
    settings: Settings, entries: Iterable[RecordEntry], forgotten: Collection[str] = ()
) -> None:
    """Stamp records, and forget others. Raises ContentError if the lock cannot be read."""
    path = settings.content / LOCK_FILE
    with writing(settings.root):
        # A link is refused where it is written.
        is_read = path.exists() and not path.is_symlink()
        stamps = stamps_in(read_ordinary(path, MAX_BYTES)) if is_read else {}
        if stamps is None:
            message = f"{path.relative_to(settings.root)} has changed meanwhile, and cannot be read"
            raise ContentError(message)
        kept = {name: found for name, found in stamps.items() if name not in forgotten}
        lock = spell_lock(kept | {entry.id: entry.stamp() for entry in entries})
        replace_file(path, lock.encode())
