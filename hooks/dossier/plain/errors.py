"""The exceptions that stop a run.

    DossierError
    ├── ContentError    content is wrong, and its problems have been told: exit code 1
    ├── ConfigError     the configuration or the command line is wrong: exit code 2
    │   ├── TemplateError   a template of the site's own is wrong: begins with its place
    │   └── RefusedError    where it was to be published took nothing, for sure
    └── InternalError   we are wrong: keeps its traceback

What is wrong in content is a `Problem`, and a run reports all of them before it stops.
"""

from __future__ import annotations


class DossierError(Exception):
    """Base of what this package raises on purpose."""


class ContentError(DossierError):
    """A run stopped because of problems that have been told."""


class ConfigError(DossierError):
    """The configuration or the command line cannot be worked with."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n  hint: {self.hint}" if self.hint else self.message


class TemplateError(ConfigError):
    """A template of the site's own cannot be read or drawn. It says where first."""


class RefusedError(ConfigError):
    """Where something was to be published said no: nothing of it is there."""


def config_error_behind(error: BaseException | None) -> ConfigError | None:
    """Return the error of ours that made an engine stop, if one did."""
    while error and not isinstance(error, ConfigError):
        error = error.__cause__ or error.__context__
    return error if isinstance(error, ConfigError) else None


class InternalError(DossierError):
    """A promise of this package's own code is broken."""
