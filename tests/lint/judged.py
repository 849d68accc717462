"""Which files rules look into."""

import pytest

from dossier.lint.file_view import FileView


def files_judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that each file is added to whenever its texts are read anew."""
    judged: list[str] = []
    whole = FileView.passages.func  # type: ignore[attr-defined]

    def watched(view: FileView) -> object:
        judged.append(view.source.file)
        return whole(view)

    monkeypatch.setattr(FileView.passages, "func", watched)
    return judged
