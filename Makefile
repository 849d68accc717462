# Every target is self-sufficient on a machine with Python 3.11 or newer, git and make.

# The first interpreter that is new enough; macOS ships an older python3.
PYTHON ?= $(or $(shell for name in python3 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; \
	done),$(error Python 3.11 or newer is needed; name one with PYTHON=...))
PORT ?= 8000
# Without a display MkDocs would open a text browser in this terminal, or none.
OPEN ?= $(if $(filter Darwin,$(shell uname))$(DISPLAY)$(WAYLAND_DISPLAY),--open)
BIN := .venv/bin

# Silences a notice of the theme about the end of MkDocs 1, which docs/decisions/engine.md answers.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help install serve site check lint style types test suite coverage test-long shots wheel bench lighthouse pins

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Without --no-deps pip would resolve the pins anew, and stop at what was published after them;
# tests/test_pins.py proves that nothing is missing. What is never run need not be compiled.
install: .venv/.installed ## put the pinned dependencies and the project into .venv

.venv/.installed: constraints.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-compile --no-deps --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

serve: install ## show the private site on this machine only, rebuilt at every edit (PORT=8000, TOKEN=1)
	$(BIN)/dossier serve --port $(PORT) $(if $(TOKEN),--token,$(OPEN))

site: install ## build the public site into site/
	$(BIN)/mkdocs build --strict

check: install ## list everything that is wrong in content/
	$(BIN)/dossier check

lint: style types ## check style and types

style: install
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: install
	$(BIN)/mypy

# Types are checked while the tests run: alone they would keep one processor busy.
test: style ## run every check and test that CI runs
	$(BIN)/python tests/browser/ensure.py
	@$(MAKE) --no-print-directory --jobs 2 types suite

suite: install
	$(BIN)/python -m pytest -n auto --dist worksteal

# Apart from the tests, which it makes half as slow again.
coverage: install ## tell which lines and branches no test reaches
	$(BIN)/python tests/browser/ensure.py
	$(BIN)/python -m pytest -n auto --dist worksteal --hypothesis-profile drawn --cov --cov-fail-under=99

test-long: install ## change all that is private a hundred times more; takes minutes
	$(BIN)/python -m pytest -n auto -m long

shots: install ## write pictures of every page type into shots/, for people to look at
	$(BIN)/python tests/browser/ensure.py
	$(BIN)/python -m tests.browser.shots

wheel: install ## build the wheel that sites are made with, into dist/
	$(BIN)/python -m hatchling build -t wheel -d dist

# The other engines want versions of their own. What cannot be installed is told in the table.
bench: install ## measure builds beside other engines', into docs/performance.md (DOSSIERS="30 100")
	test -x .venv/bench/bin/python || $(PYTHON) -m venv .venv/bench
	-.venv/bench/bin/python -m pip install --quiet --no-deps --require-hashes -r constraints-bench.txt
	$(BIN)/python -m tests.bench $(DOSSIERS) --write docs/performance.md

lighthouse: install ## score the public site with Lighthouse; needs node and npm
	$(BIN)/python tests/browser/lighthouse.py

# uv lives in a corner of its own, so that broken pins can be mended with it.
pins: ## renew constraints*.txt: the newest versions that pyproject.toml allows, with hashes
	$(PYTHON) -m venv .venv/pins
	.venv/pins/bin/python -m pip install --quiet --require-hashes -r constraints-pins.txt
	.venv/pins/bin/uv --no-config pip compile pyproject.toml --all-extras --output-file constraints.txt \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url --upgrade --quiet \
		--custom-compile-command "make pins"
	.venv/pins/bin/uv --no-config pip compile --group bench --output-file constraints-bench.txt \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url --upgrade --quiet \
		--custom-compile-command "make pins"
