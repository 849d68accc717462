"""Measure the public site with Lighthouse: `make lighthouse`. Needs node and npm, asserts goals."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.browser.ensure import ADVICE, find_chromium
from tests.browser.sites import Handler, served

REPOSITORY = Path(__file__).resolve().parents[2]
LOCK = REPOSITORY / "tests/browser/vendor/lighthouse"
"""What is fetched, by hash. `npm install --omit-lockfile-registry-resolved`, run twice, makes the
lock anew: what it writes the first time is not all."""
VERSION = "12.8.2"  # the newest that node 20 runs
CACHE = REPOSITORY / ".venv" / "lighthouse"
PAGES = ("/", "/projects/qortex/")
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
TEXTS = (".css", ".html", ".js", ".json", ".svg", ".xml")


class Zipping(Handler):
    """Serves texts compressed, as a web host does."""

    def do_GET(self) -> None:  # noqa: N802 - the parent's
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in TEXTS or not path.is_file():
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main() -> int:
    """Print what each page scores. Return 1 if one misses a goal or nothing can be measured."""
    chromium = find_chromium()
    if not (shutil.which("node") and shutil.which("npm")):
        print("Lighthouse needs node 18 or newer and npm, and there is none on PATH.")
        return 1
    if chromium is None:
        print(ADVICE)
        return 1
    install()
    missed = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "site"
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
        subprocess.run([*build, "--site-dir", str(folder)], cwd=REPOSITORY, check=True)
        with served(folder, Zipping) as address:
            for page in PAGES:
                report = measure(f"{address}{page}", chromium)
                missed += told(page, report)
    return 1 if missed else 0


def install() -> None:
    """Put Lighthouse into the environment's folder, unless that version is there."""
    known = CACHE / "node_modules" / "lighthouse" / "package.json"
    if known.is_file() and json.loads(known.read_text(encoding="utf-8"))["version"] == VERSION:
        return
    CACHE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(LOCK / name, CACHE / name)
    # `ci` takes what the lock lists, by its hashes, and runs no script of a package.
    npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(npm, cwd=CACHE, check=True)


def measure(address: str, chromium: str) -> dict[str, dict[str, dict[str, object]]]:
    """Return Lighthouse's report of a page, loaded as on a phone."""
    command = [
        *("node", str(CACHE / "node_modules" / "lighthouse" / "cli" / "index.js"), address),
        *("--quiet", "--output=json", "--output-path=stdout"),
        f"--only-categories={','.join(GOALS)}",
        "--chrome-flags=--headless=new --no-sandbox",
    ]
    found = subprocess.run(
        command,
        env={**os.environ, "CHROME_PATH": chromium},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        timeout=300,
    )
    report: dict[str, dict[str, dict[str, object]]] = json.loads(found.stdout)
    return report


def told(page: str, report: dict[str, dict[str, dict[str, object]]]) -> list[str]:
    """Print a page's scores and what lowers them; return the goals it misses."""
    scores = {name: round(100 * number(report["categories"][name])) for name in GOALS}
    print(f"{page}: " + ", ".join(f"{name} {score}" for name, score in scores.items()))
    missed = [name for name, goal in GOALS.items() if scores[name] < goal]
    for name, audit in report["audits"].items():
        if audit["score"] is not None and number(audit) < 0.9:
            print(f"  {name}: {audit['title']} {audit.get('displayValue', '')}".rstrip())
    if missed:
        print(f"  below the goal: {', '.join(f'{name} {GOALS[name]}' for name in missed)}")
    return missed


def number(part: dict[str, object]) -> float:
    score = part["score"]
    return float(score) if isinstance(score, int | float) else 0.0


if __name__ == "__main__":
    sys.exit(main())
