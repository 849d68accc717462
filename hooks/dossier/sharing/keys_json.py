"""The form of the keystore's file: strict, and what is wrong is told without telling a secret."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from dossier.plain.errors import ConfigError
from dossier.plain.frozen import frozen
from dossier.plain.json_objects import RepeatedNameError, once
from dossier.sharing.link import ID_FORM

FILE = ".dossier/keys.json"
"""Where keys are kept, below the project's root."""


def parse(content: bytes) -> object:
    """Return the value that JSON spells. Raises ConfigError."""
    try:
        return json.loads(content.decode(), object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise wrong(f":{error.lineno}:{error.colno}", error.msg) from None
    except RepeatedNameError as error:
        raise wrong("", str(error)) from None
    except (ValueError, RecursionError):  # no UTF-8, a number of thousands of digits
        raise wrong("", "this is not JSON") from None


@frozen
class Reader:
    """Takes the fields of one share. What is wrong is named, never quoted: it may be a key."""

    where: str
    fields: Mapping[str, Any]

    def text(self, name: str) -> str:
        """Return a text."""
        value = self.fields[name]
        if not isinstance(value, str):
            raise wrong(self.where, f"`{name}` is not text")
        return value

    def share_id(self, name: str) -> str:
        """Return the id of a share."""
        if not ID_FORM.fullmatch(self.text(name)):
            raise wrong(self.where, f"`{name}` has not the form of an id")
        return self.text(name)

    def number(self, name: str) -> int:
        """Return a number from 1."""
        value = self.fields[name]
        if type(value) is not int or value < 1:
            raise wrong(self.where, f"`{name}` is not a number from 1")
        return value

    def day(self, name: str) -> date:
        """Return a day."""
        try:
            return date.fromisoformat(self.text(name))
        except ValueError:
            raise wrong(self.where, f"`{name}` is not a day") from None

    def secret(self, name: str, length: int) -> bytes:
        """Return as many bytes as a secret has."""
        try:
            content = base64.b64decode(self.text(name), validate=True)
        except ValueError:
            content = b""
        if len(content) != length:
            raise wrong(self.where, f"`{name}` is not {length} bytes in base64")
        return content


def wrong(place: str, message: str) -> ConfigError:
    """Return the error of a file that is not understood."""
    hint = (
        "put back a copy that `dossier share backup` made; a new file would break every link. "
        "Without a copy move it away: `dossier share list` then says what is out, and what ends it"
    )
    return ConfigError(f"{FILE}{place}: {message}", hint)
