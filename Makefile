# make run opens the Studio; make test passes the tests. Both bring .venv up first.
PYTHON ?= python3
VENV := .venv/bin

.PHONY: setup run test check bench clean

setup:
	@$(PYTHON) packaging/bootstrap.py setup

run:
	@$(PYTHON) packaging/bootstrap.py run

test:
	@$(PYTHON) packaging/bootstrap.py tests
	$(VENV)/python -m pytest

check: setup
	$(VENV)/ruff check .
	$(VENV)/mypy
	$(VENV)/lint-imports --no-logo

bench: setup
	@for bench in tests/benchmarks/bench_*.py; do echo "$$bench"; $(VENV)/python $$bench || exit 1; done

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
