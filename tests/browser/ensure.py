"""Make sure that a Chromium is there for the browser tests.

`make test` runs this file. The tests ask `find_chromium` for the executable to launch.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The shell first: Chromium without its windows takes half the time of the processor."""
ADVICE = """\
The browser tests need a Chromium, none starts here and none could be installed.
Install Chromium or Google Chrome, or set DOSSIER_CHROMIUM to the path of one."""


def main() -> int:
    """Install a Chromium unless one starts. Return 0 if one starts in the end, else 1."""
    chromium = find_chromium()
    if chromium is None and "DOSSIER_CHROMIUM" not in os.environ:
        install_chromium()
        chromium = find_chromium()
    print(f"browser tests use {chromium}" if chromium else ADVICE, file=sys.stderr)
    return 0 if chromium else 1


def find_chromium() -> str | None:
    """Return the path of the first Chromium that starts. Call it before Playwright runs."""
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> Iterator[str]:
    """Yield the paths to try. The one that DOSSIER_CHROMIUM names rules out all others."""
    if chosen := os.environ.get("DOSSIER_CHROMIUM"):
        yield chosen
        return
    yield from filter(None, map(shutil.which, NAMES))
    with sync_playwright() as playwright:
        downloaded = playwright.chromium.executable_path
    yield downloaded


def starts(path: str) -> bool:
    """Tell by starting it. A path alone says little: Ubuntu's `chromium-browser` may be a stub."""
    try:
        with sync_playwright() as playwright:
            playwright.chromium.launch(executable_path=path).close()
    except Error:
        return False
    return True


def install_chromium() -> None:
    """Let Playwright download one; failing that, and as root, install a package of Debian's."""
    playwright = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    if succeeds(playwright) and find_chromium():
        return
    if os.geteuid() == 0 and shutil.which("apt-get") and succeeds(["apt-get", "update"]):
        # Older releases have no shell of its own.
        any(succeeds(["apt-get", "install", "--yes", name]) for name in NAMES[:2])


def succeeds(command: list[str]) -> bool:
    """Run `command` in the open and return whether it exited with 0."""
    return subprocess.run(command, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
