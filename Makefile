# make run opens the Studio; make test passes the tests. Both bring .venv up first.
PYTHON ?= python3
VENV := .venv/bin

.PHONY: setup run test check bench bench-simulation examples-live bench-running bench-start nightly screens golden translations program packages package-test package-nightly clean

setup:
	@$(PYTHON) packaging/bootstrap.py setup

run:
	@$(PYTHON) packaging/bootstrap.py run

test:
	@$(PYTHON) packaging/bootstrap.py tests
	$(VENV)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: setup
	$(VENV)/ruff check .
	$(VENV)/mypy
	$(VENV)/lint-imports --no-logo

bench: setup
	$(VENV)/python -m pytest -q -s tests/benchmarks -o "python_files=bench_*.py" -o "python_functions=bench_*"
	$(VENV)/python -m tests.benchmarks.bench_sandbox
	$(VENV)/python -m tests.benchmarks.bench_import
	$(VENV)/python -m tests.benchmarks.bench_workbook
	$(VENV)/python -m tests.benchmarks.bench_segments
	$(VENV)/python -m tests.benchmarks.bench_contacts
	$(VENV)/python -m tests.benchmarks.bench_plan
	$(VENV)/python -m tests.benchmarks.bench_forecast
	$(VENV)/python -m tests.benchmarks.bench_simulation
	$(VENV)/python -m tests.benchmarks.bench_campaign
	$(VENV)/python -m tests.benchmarks.bench_experiments
	$(VENV)/python -m tests.benchmarks.bench_report

bench-simulation: setup
	$(VENV)/python -m tests.benchmarks.bench_simulation

# The program as a folder that needs no Python: dist/whatsapp-studio.
program:
	@$(PYTHON) packaging/build.py program

# Of that folder what people on Linux install: dist/packages.
packages: program
	@$(PYTHON) packaging/build.py linux

# The .deb on a clean Debian 12: installed, used, removed. Needs root.
package-test: packages
	packaging/linux/package_test.sh

# The five examples live against sandboxes, at a thousand times the speed: a quarter of an hour.
examples-live: setup
	$(VENV)/python -m tests.e2e.examples_live

# Journeys that run: a million who wait, steps a second, and the window meanwhile.
bench-running: setup
	$(VENV)/python -m pytest -q -s tests/benchmarks/bench_running.py -o "python_files=bench_*.py" \
		-o "python_functions=bench_*" -o timeout=0

# The texts of the code into resources/locale/studio_*.ts, and these into what the program reads.
translations: setup
	$(VENV)/python packaging/translations.py update release

# Every page, dialog and state in every look: build/screens/index.html.
screens: setup
	$(VENV)/python -m tests.screens

# The kept pictures of messages on the phone, tests/golden/*.png: look at each one that changed.
golden: setup
	$(VENV)/python -m tests.golden

# Everything that is installed: built, tried out, put on a clean Debian, used there and removed again.
package-nightly: setup program
	@$(PYTHON) packaging/build.py sizes
	@$(PYTHON) packaging/build.py self-test
	$(VENV)/python -m pytest -q tests/packaging/nightly_built.py -o "python_files=nightly_*.py" -o timeout=0
	@$(MAKE) package-test

# How soon the built program can be used, against a bare window that is frozen the same way.
bench-start: setup program
	@$(PYTHON) packaging/build.py bare
	$(VENV)/python -m tests.benchmarks.bench_start

# Random histories, a thousand of each: hours rather than minutes.
nightly: setup
	STUDIO_PROFILE=nightly $(VENV)/python -m pytest tests/properties -o timeout=0 -o faulthandler_timeout=0

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
