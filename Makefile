# Everything a contributor needs. Only Python 3.11+ and make must be there beforehand.

PYTHON ?= python3
PORT ?=
WORKERS ?= auto

BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PY := $(BIN)/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes

# A .venv that cannot run any more (Python was upgraded, the folder came from elsewhere) is made anew.
ifneq ($(shell $(PY) -c 'import pip' 2>/dev/null && echo usable),usable)
.PHONY: .venv/made
endif

.PHONY: help run check test screenshots questions bench site prints schema icons lock clean lint browser
.DEFAULT_GOAL := help

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/runtime ## start the dashboard (another port: make run PORT=8600)
	@exec $(PY) serve.py $(if $(PORT),--port $(PORT))

check: lint ## format, lint, types, data, fast tests: before every commit
	$(PY) -m pytest -m "not browser" -n $(WORKERS)

test: browser lint ## everything check does, and the browser tests
	$(PY) -m pytest -n $(WORKERS) --dist loadgroup

screenshots: browser ## take the pictures for the documentation
	$(PY) -m tests.browser.screenshots

questions: browser ## picture the way to the answers most people come for, at all sizes, into pictures/
	$(PY) -m tests.browser.screenshots questions

site: .venv/dev ## write all light pages as a static site into site/, and follow every link in it
	$(PY) -m server.static_site

prints: .venv/runtime ## write all pages to take home as PDF into printed/
	$(PY) -m server.print_files

bench: browser .venv-peers/made ## measure pages, server and peers in one run; writes bench/results
	$(PY) -m bench

schema: .venv/runtime ## write the JSON Schemas that editors use for data/*.yaml
	$(PY) -m data schema

icons: .venv/dev ## cut the icon font to the icons in use (after a new icon or a new Streamlit)
	$(PY) -m tests.server.icon_font

lock: ## renew requirements/*.lock (take newer versions too: make lock UPGRADE=--upgrade)
	@tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && \
	echo "Locking..." && \
	$(PYTHON) -m venv "$$tools" && \
	"$$tools"/$(notdir $(BIN))/python -m pip install --quiet --disable-pip-version-check 'uv>=0.13,<1' && \
	for extra in runtime dev; do \
	  "$$tools"/$(notdir $(BIN))/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	    --fork-strategy fewest --generate-hashes --no-header --no-annotate --no-emit-index-url \
	    --no-emit-find-links --system-certs $(UPGRADE) --output-file requirements/$$extra.lock \
	    $$(test $$extra = runtime || echo --extra dev --constraint requirements/runtime.lock) >/dev/null \
	  || exit 1; \
	done && \
	"$$tools"/$(notdir $(BIN))/uv pip compile bench/peers/requirements.in --quiet --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --system-certs $(UPGRADE) \
	  --output-file requirements/peers.lock >/dev/null

clean: ## remove .venv and all caches
	rm -rf .venv .venv-peers .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

lint: .venv/dev
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -m data check
	$(PY) -m server.words_check

browser: .venv/dev
	@$(PY) tests/browser/ensure_browser.py

# The frameworks we are compared with; nothing of ours needs them.
.venv-peers/made: requirements/peers.lock
	@echo "Installing the frameworks to compare with..."
	@rm -rf .venv-peers
	@$(PYTHON) -m venv .venv-peers
	@.venv-peers/$(notdir $(BIN))/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r $<
	@touch $@

.venv/made:
	@command -v $(PYTHON) >/dev/null 2>&1 || \
	  { echo "Python 3.11 or newer is needed and '$(PYTHON)' was not found: install it, or say where it is with make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed and '$(PYTHON)' is older: install a newer one, or say where it is with make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "Python's venv module is incomplete: install it (Debian and Ubuntu: apt install python3-venv) and try again"; exit 1; }
	@rm -rf .venv
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/runtime: requirements/runtime.lock .venv/made
	@echo "Installing (first time only, about 30 seconds)..."
	@$(PIP) -r requirements/runtime.lock
	@touch $@

# dev.lock holds everything of runtime.lock in the same versions, so it stands for both.
.venv/dev: requirements/dev.lock .venv/made
	@echo "Installing with development tools (first time only, about 40 seconds)..."
	@$(PIP) -r requirements/dev.lock
	@touch .venv/runtime $@
