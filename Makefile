# Everything sets itself up first (see tools/bootstrap); a second run has nothing left to set up.
PYTHON ?= python3
ARGS ?=
# How many processes run the tests: auto is one a core, 0 none beside pytest itself.
WORKERS ?= auto
BIN := .venv/bin

.PHONY: help demo test coverage check check-style check-format check-types check-rooms check-docs docs pin clean setup-run setup-dev

help:
	@echo 'make demo    lint an example plan and build it as DOCX, PDF and HTML'
	@echo 'make test    run all tests on all cores     (make test ARGS="-k figures" WORKERS=0)'
	@echo 'make coverage   all tests, and the lines and branches that none reaches (twice the time)'
	@echo 'make check   style, types, room order, generated docs'
	@echo 'make docs    write the generated docs anew'
	@echo 'make pin     move constraints.txt to the newest allowed versions'
	@echo 'make clean   remove what the commands above made'

demo: setup-run
	@$(BIN)/python -m tools.demo

test: setup-dev
	@$(BIN)/python -m pytest --numprocesses=$(WORKERS) --dist=worksteal $(ARGS)

coverage: setup-dev
	@$(BIN)/python -m pytest --numprocesses=$(WORKERS) --dist=worksteal --cov --cov-report=term $(ARGS)

check: check-style check-format check-types check-rooms check-docs

check-style: setup-dev
	$(BIN)/ruff check .

check-format: setup-dev
	$(BIN)/ruff format --check .

check-types: setup-dev
	$(BIN)/mypy

check-rooms: setup-dev
	$(BIN)/lint-imports

check-docs: setup-dev
	$(BIN)/python tools/generate_docs.py --check

docs: setup-dev
	$(BIN)/python tools/generate_docs.py

pin:
	@$(PYTHON) -m tools.pin

clean:
	rm -rf .venv .cache out build dist .coverage .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

setup-run:
	@$(PYTHON) -m tools.bootstrap run

setup-dev:
	@$(PYTHON) -m tools.bootstrap dev
