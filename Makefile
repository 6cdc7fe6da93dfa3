# One front door. `make` alone says what there is; every target first installs what is missing.
#
#   make test ARGS="-k outbox -x"     hands ARGS to pytest
#   PYTHON=/path/to/python make setup makes .venv with that interpreter

BIN := .venv/bin
MODULE := $(BIN)/python -m
# Tests draw without a display; those that need a real window start their own.
PYTEST := QT_QPA_PLATFORM=offscreen $(BIN)/pytest

.DEFAULT_GOAL := help
.PHONY: help setup demo test soak tour bench bench-sync test-reference lint format requirements

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

setup: ## Install what is missing; leaves erap-desktop and erap-central in .venv/bin
	@installer/setup.sh

demo: setup ## Start a server with demo data, enrol a laptop, open the desktop
	@$(MODULE) erap_desktop.demo

test: lint ## Linters, types, layering and all tests
	@$(PYTEST) $(ARGS)

soak: setup ## Go on where the last soak ended: make soak MINUTES=n
	@test -n "$(MINUTES)" || { echo 'usage: make soak MINUTES=n' >&2; exit 2; }
	@$(MODULE) tests.soak_parts $(MINUTES)

tour: setup ## Take pictures of every screen into build/tour/
	@$(MODULE) tests.tour

bench: setup ## Run the benchmarks: a table here, and build/bench/results.json
	@$(MODULE) tests.bench

bench-sync: setup ## The engine beside Anki and PouchDB: tables here, and build/bench/sync.json
	@$(MODULE) tests.bench.peers

test-reference: setup ## Check against real data kept elsewhere: make test-reference DATA=dir
	@test -d "$(DATA)" || { echo 'usage: make test-reference DATA=dir' >&2; exit 2; }
	@ERAP_REFERENCE_DATA="$(abspath $(DATA))" $(PYTEST) tests/reference $(ARGS)

lint: setup ## Only the linters, types and layering of `make test`
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: setup ## Put the code into the shape that `make test` asks for
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

requirements: setup ## Write requirements/requirements.txt anew from pyproject.toml
	@test -x build/uv/bin/uv || { $(MODULE) venv build/uv && build/uv/bin/pip install -qq uv; }
	@build/uv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --extra dev --output-file requirements/requirements.txt \
		pyproject.toml requirements/requirements.in
