# What one does here. Each target makes its own set-up first.
.DEFAULT_GOAL := help
.PHONY: help setup demo demo-text check test soak bench clean lint

# Three where there are two cores: while one waits for a browser or a lock the others have work
PYTEST = .venv/bin/pytest -n 3

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*##/  make \1\t/p' Makefile | expand -t 20

setup:  ## the environment for work on Raport
	@tools/bootstrap dev +desk +letters +table +read

demo:  ## the desk in the browser, with invented cases; Ctrl-C ends it
	@tools/bootstrap +desk
	@.venv/bin/raport desk --demo

demo-text:  ## the same cases assessed, as text
	@tools/bootstrap
	@.venv/bin/raport demo

lint: setup
	.venv/bin/ruff format --check --quiet
	.venv/bin/ruff check --quiet
	.venv/bin/mypy --no-error-summary
	.venv/bin/lint-imports --no-logo

check: lint  ## the quick look before a commit: format, lint, types, imports, the core's tests
	$(PYTEST) -q --hypothesis-profile=check -m "not slow" tests/core tests/house

test: lint  ## everything that must hold, in fixed small counts
	$(PYTEST) --hypothesis-profile=test tests

soak: setup  ## long runs: random cases in large counts, mutants; writes docs/soak.md
	.venv/bin/python tools/soak.py

bench:  ## every bench, as ratios measured in one run
	@tools/bootstrap dev bench +desk +letters +table +read
	@for bench in $(wildcard bench/*.py); do \
		grep -q __main__ "$$bench" || continue; \
		echo "== $$bench"; .venv/bin/python "$$bench" || exit 1; \
	done

clean:  ## removes what was made here
	rm -rf .venv .venv-tools .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	find src tests tools -name __pycache__ -prune -exec rm -rf {} +
