# One front door. `make` alone says what there is.

PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup

help: ## What there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing
	@installer/setup.sh
