# Every command of the project. `make help` lists them.
PYTHON ?= python3
UV := .venv/bin/uv
RUN := .venv/bin/
WORKERS ?= 2
.DEFAULT_GOAL := help

.PHONY: bench bench-national help search test-engines test-slow setup golden messages pictures lock demo test check suite suite-postgres

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: .venv/installed ## the virtual environment in .venv with the command raadhus
	@$(RUN)python tools/messages.py compile

.venv/installed: requirements/uv.txt requirements/lock.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "raadhus needs Python 3.11 or newer; name one with make PYTHON=python3.12"; exit 2; }
	@test -d .venv || $(PYTHON) -m venv .venv
	@$(RUN)python -m pip install --quiet --require-hashes --requirement requirements/uv.txt
	@$(UV) pip sync --quiet --python .venv/bin/python --require-hashes requirements/lock.txt
	@$(UV) pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
	@$(RUN)python tools/messages.py compile
	@touch $@

golden: setup ## write the tables of policy and doors anew (docs/rules); read the difference before it is committed
	RAADHUS_WRITE_GOLDEN=1 $(RUN)python -m pytest -q tests/test_doors.py -k golden

messages: setup ## bring the English catalogues up to date and compile them (PART=meetings for one package)
	@$(RUN)python tools/messages.py update $(PART)
	@$(RUN)python tools/messages.py compile

pictures: setup ## take the manual's pictures again, by the journeys
	RAADHUS_SCREENSHOTS=docs/manual/billeder RAADHUS_CHROMIUM="$$(tools/browser.sh)" $(RUN)python -m pytest -q tests/test_journeys.py tests/test_writing_page.py tests/test_writing_together.py tests/test_journey_refunds.py tests/test_journey_personnel.py src/raadhus/personnel/tests/test_figure_browser.py

lock: ## pin every dependency with its hashes
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra dev --extra sail pyproject.toml requirements/tools.in --output-file requirements/lock.txt
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra dev --extra engines --constraint requirements/lock.txt pyproject.toml requirements/tools.in --output-file requirements/engines.txt
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra bench --constraint requirements/lock.txt pyproject.toml --output-file requirements/bench.txt

demo: setup ## install, load the demonstration municipality and serve it on 127.0.0.1:8000
	@$(RUN)raadhus demo

test: check suite suite-postgres ## everything CI runs

check: setup ## formatting, lint, types and templates
	$(RUN)ruff format --check --quiet src tests
	$(RUN)ruff check --quiet src tests
	$(RUN)mypy --no-error-summary
	$(RUN)djlint --quiet --lint src

suite: setup ## every test, on SQLite, with the journeys in a browser
	RAADHUS_CHROMIUM="$$(tools/browser.sh)" $(RUN)python -m pytest -n $(WORKERS) --dist worksteal

suite-postgres: setup ## every test that touches the database again, on PostgreSQL
	$(RUN)python tests/with_postgres.py $(RUN)python -m pytest -n $(WORKERS) --dist worksteal -m "database and not journey"

search: setup ## look for what the fixed examples do not show: other examples, another noise and this day each time; a night's work, not CI's
	RAADHUS_EXAMPLES=search RAADHUS_TEST_CLOCK=now RAADHUS_TEST_NOISE="$$(date +%s)" $(RUN)python -m pytest -n $(WORKERS) --dist worksteal -m "not journey"

test-slow: setup ## all personnel questions on Sail, a Spark cluster (Java 17) and ClickHouse; 2 GB in .venv-engines
	@test -d .venv-engines || $(PYTHON) -m venv .venv-engines
	@$(UV) pip sync --quiet --python .venv-engines/bin/python --require-hashes requirements/engines.txt
	@$(UV) pip install --quiet --python .venv-engines/bin/python --no-deps --no-build-isolation --editable .
	$(RUN)python -m pytest -q -k sail src/raadhus/personnel/tests/test_other_engines.py
	RAADHUS_ENGINES=all .venv-engines/bin/python -m pytest -q -k "not sail" src/raadhus/personnel/tests/test_other_engines.py

test-engines: test-slow ## the same, by its former name

bench-national: setup ## a whole country's figures: 600,000 invented employments through 240 months; ten minutes, 3 GB of disk
	$(RUN)python benchmarks/national.py --write docs/benchmarks/personnel-national.md

bench: setup ## measure what has a budget and write it into docs/benchmarks
	$(RUN)python benchmarks/search.py --write docs/benchmarks/search.md
	$(RUN)python benchmarks/parse.py --write docs/benchmarks/parse.md
	$(RUN)python benchmarks/meetings.py --write docs/benchmarks/meetings.md
	$(RUN)python benchmarks/workforce.py --write docs/benchmarks/workforce.md
	$(RUN)python benchmarks/refunds.py --write docs/benchmarks/refunds.md
	$(RUN)python benchmarks/disclosure.py --write docs/benchmarks/personnel-disclosure.md
	$(RUN)python benchmarks/personnel_release.py --write docs/benchmarks/personnel-release.md
	$(RUN)python benchmarks/personnel_pages.py --write docs/benchmarks/personnel-pages.md
	$(UV) pip install --quiet --python .venv/bin/python --require-hashes --requirement requirements/bench.txt
	$(RUN)python benchmarks/personnel_latency.py --write docs/benchmarks/personnel-latency.md
