# Everything a developer or a first user needs; all of it happens in .venv, made with nothing but Python.
#
#   make run       open the assistant on the sample (without a terminal: do the same job and print it)
#   make test      run the tests
#   make check     format, lint, types and the contracts between the layers
#   make docs      write docs/rules.md from the rules, docs/commands.md from the commands
#   make screenshots  draw the screens in docs/ on the sample
#   make evaluate  measure against the reference texts, where they are at hand
#   make bench     measure speed
#   make scale     measure the search on a million passages (half an hour)
#   make fuzz      read damaged files of every format, 10,000 each, and files made to harm (an hour)
#   make lock      renew the pinned versions in requirements/
#   make clean     remove what was made

SHELL := /bin/sh
.DEFAULT_GOAL := help

PYTHON ?= $(shell for name in python3.11 python3 python3.12 python3.13 python3.14 python; do \
	command -v $$name >/dev/null 2>&1 || continue; \
	$$name -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; \
	done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTEST_FLAGS ?= -n auto

# A stamp is newer than the lock file that it stands for while nothing has to be installed.
RUN := $(VENV)/.run-installed
DEV := $(VENV)/.dev-installed

.PHONY: help run test check docs format screenshots evaluate bench scale fuzz lock clean

help:
	@sed -n "s|^#   ||p" Makefile

run: $(RUN)
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/penholder --sample; else $(BIN)/python -m assistant.demo; fi

test: $(DEV)
	$(BIN)/python -m pytest $(PYTEST_FLAGS)

check: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(DEV)
	$(BIN)/python benchmarks/rules_page.py
	$(BIN)/python -m assistant.cli.manual docs/commands.md

screenshots: $(DEV)
	$(BIN)/python -m assistant.tui.picture docs

evaluate: $(DEV)
	$(BIN)/python benchmarks/evaluate.py
	$(BIN)/python benchmarks/redlines.py
	$(BIN)/python benchmarks/slips.py

bench: $(DEV)
	$(BIN)/python benchmarks/speed.py

scale: $(DEV)
	$(BIN)/python benchmarks/scale.py

fuzz: $(DEV)
	$(BIN)/python benchmarks/fuzz.py
	$(BIN)/python benchmarks/hostile.py

LOCK := $(BIN)/uv --quiet pip compile --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-header --no-annotate

lock: $(DEV)
	$(LOCK) pyproject.toml --group dev --output-file requirements/dev.txt
	$(LOCK) pyproject.toml --group build --constraint requirements/dev.txt --output-file requirements/run.txt

clean:
	rm -rf $(VENV) build dist .coverage htmlcov snapshot_report.html
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find assistant precedent tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Penholder needs Python 3.11 or newer, with venv." >&2; exit 1; }
	@echo "making $(VENV) with $(PYTHON)" >&2
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(RUN): requirements/run.txt pyproject.toml | $(VENV)/.made
	@echo "installing what Penholder needs to run" >&2
	@$(PIP) install --no-deps --require-hashes --requirement requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements/dev.txt pyproject.toml | $(VENV)/.made
	@echo "installing what its development needs" >&2
	@$(PIP) install --no-deps --require-hashes --requirement requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(RUN)
