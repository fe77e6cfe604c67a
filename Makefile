# Everything that can be done with FluidKit: `make help`.
# Each target sets up what it needs, and only when that has changed.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory
# What two jobs print must not be mixed up; the make of macOS cannot help that.
TOGETHER := $(if $(filter output-sync,$(.FEATURES)),--output-sync)

VENV := .venv
DONE := $(VENV)/done# one empty file for each part of the set-up that is done
RUNTIME := fluidkit/runtime
DEMO := examples/sveltekit-demo
PACKAGES := $(RUNTIME) tests/typescript/tsc tests/editors tests/kit/kit2 $(DEMO)/frontend
KIT3 := tests/kit/kit3
MODULES := $(PACKAGES:%=%/node_modules/.package-lock.json)

export BACKEND_PORT ?= 8000
export FRONTEND_PORT ?= 5173

# Tools come from the virtual environment first: Node too, where the machine's is too old.
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
# A setting for somebody's own app must not reach ours; neither must a server's switch.
unexport FLUIDKIT_ENABLED FLUIDKIT_OUTPUT FLUIDKIT_ROOT FLUIDKIT_URL FLUIDKIT_URL_API FLUIDKIT_STREAM_URL

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

# --- Set-up -------------------------------------------------------------------------------------

.PHONY: setup
setup: $(DONE)/python $(MODULES) $(DONE)/chromium $(DONE)/nginx $(DONE)/oldest ## Set up all that the demo and the tests need

$(VENV)/bin/python:
	scripts/python.sh $(VENV)

$(DONE)/python: requirements.lock pyproject.toml | $(VENV)/bin/python
	python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@mkdir -p $(DONE) && touch $@

$(DONE)/node: | $(DONE)/python
	scripts/node.sh $(VENV)
	@mkdir -p $(DONE) && touch $@

$(DONE)/chromium: | $(DONE)/python
	scripts/chromium.sh $(VENV)
	@mkdir -p $(DONE) && touch $@

# After Chromium: apt-get runs once at a time.
$(DONE)/nginx: | $(DONE)/chromium
	scripts/nginx.sh
	@touch $@

$(DONE)/oldest: requirements.lock tests/matrix.toml | $(DONE)/python
	python scripts/matrix.py oldest --setup
	@touch $@

# For many environments: those of the matrix and the corpus.
$(DONE)/uv: scripts/uv.sh | $(DONE)/python
	scripts/uv.sh $(VENV)
	@touch $@

# npm writes this file last.
%/node_modules/.package-lock.json: %/package-lock.json | $(DONE)/node
	cd $* && npm ci --no-audit --no-fund
	@touch $@

$(DONE)/newer-node: | $(DONE)/node
	scripts/newer-node.sh $(VENV)
	@touch $@

# By the Node that SvelteKit 3 runs on.
$(KIT3)/node_modules/.package-lock.json: $(KIT3)/package-lock.json | $(DONE)/newer-node
	cd $(KIT3) && PATH="$(CURDIR)/$(VENV)/newer-node/bin:$$PATH" npm ci --no-audit --no-fund
	@touch $@

# --- Work ---------------------------------------------------------------------------------------

.PHONY: demo
demo: $(DONE)/python $(DEMO)/frontend/node_modules/.package-lock.json ## Run the demo: back end, page and live types; Ctrl-C ends it
	@fluidkit dev app.main:app --app-dir $(DEMO)/backend --port $(BACKEND_PORT)

.PHONY: demo-prod
demo-prod: $(DONE)/python $(DEMO)/frontend/node_modules/.package-lock.json ## Build the demo and run its production form; Ctrl-C ends it
	@cd $(DEMO)/frontend && npm run --silent build -- --logLevel warn
	@HOST=127.0.0.1 PORT=$${PORT:-3000} ORIGIN=http://127.0.0.1:$${PORT:-3000} API_PORT=$(BACKEND_PORT) \
		BOARD_SECRET=$${BOARD_SECRET:-$$(python -c 'import secrets; print(secrets.token_hex())')} $(DEMO)/serve.sh

.PHONY: test
test: ## Run all checks and all tests
	@$(MAKE) -j 4 $(TOGETHER) setup
	@$(MAKE) -j 2 $(TOGETHER) oldest check runtime-test
	@$(MAKE) pytest

.PHONY: check
check: python-check runtime-check demo-check ## Run linters and type checkers only

.PHONY: python-check
python-check: $(DONE)/python
	ruff format --check
	ruff check
	mypy
	pyright
	lint-imports

.PHONY: runtime-check
runtime-check: $(RUNTIME)/node_modules/.package-lock.json
	cd $(RUNTIME) && npm run --silent check && npm run --silent check-dist && npm run --silent size

.PHONY: demo-check
demo-check: $(DONE)/python $(DEMO)/frontend/node_modules/.package-lock.json
	fluidkit check app.main:app --app-dir $(DEMO)/backend --strict
	cd $(DEMO)/frontend && npm run --silent check && npm run --silent lint

.PHONY: runtime-test
runtime-test: $(RUNTIME)/node_modules/.package-lock.json
	cd $(RUNTIME) && npm run --silent test

.PHONY: pytest
pytest: setup
	pytest -n 2 --dist loadgroup --no-loadscope-reorder

.PHONY: oldest
oldest: setup ## Run the quick tests with the oldest FastAPI, pydantic and Python
	python scripts/matrix.py oldest

.PHONY: matrix
matrix: setup $(DONE)/uv ## Run the tests with older and newer FastAPI, pydantic and Python (see docs/versions.md)
	python scripts/matrix.py

.PHONY: leaks
leaks: setup ## Open and close a thousand streams of each kind in one page of Chromium; nothing may be left
	STREAMS=1000 pytest tests/demo/test_leaks.py

.PHONY: saves
saves: setup ## Save a hundred times of all kinds: what a snapshot makes of it is what a clean import makes
	SAVES=100 pytest tests/snapshot/test_edits.py

.PHONY: kits
kits: setup $(KIT3)/node_modules/.package-lock.json ## Call everything from everywhere: SvelteKit 2 and 3, in development and built; and probe the proxy
	KITS=all pytest -n 2 --dist loadgroup --no-loadscope-reorder tests/kit tests/prefixes

.PHONY: production
production: setup ## Deploy the demo by its Dockerfile's steps: one container, two, behind nginx; and all that is promised there
	FRESH=1 pytest tests/production

.PHONY: soak
soak: setup ## Hold 200 streams open for ten minutes while the back end restarts; MINUTES and STREAMS say otherwise
	MINUTES=$${MINUTES:-10} STREAMS=$${STREAMS:-200} pytest tests/production/test_soak.py

.PHONY: format
format: setup ## Format everything
	ruff format
	ruff check --fix
	cd $(RUNTIME) && npm run --silent format
	cd $(DEMO)/frontend && npm run --silent format

.PHONY: runtime
runtime: $(RUNTIME)/node_modules/.package-lock.json ## Build the client's runtime into fluidkit/runtime/dist
	cd $(RUNTIME) && npm run --silent build

.PHONY: golden
golden: $(DONE)/python ## Write the golden trees and the demo's client anew; read the difference
	python tests/golden/update.py
	fluidkit generate app.main:app --app-dir $(DEMO)/backend

.PHONY: bench
bench: $(DONE)/python bench/node_modules/.package-lock.json $(RUNTIME)/node_modules/.package-lock.json ## Measure generation, saves and stream parsing beside the alternatives
	python bench/generation.py
	python bench/first_answer.py
	python bench/saves.py
	python bench/switch.py
	cd bench && for one in sse clients ndjson sizes; do npm run --silent $$one; done

.PHONY: compare
compare: $(DONE)/python bench/compare/node_modules/.package-lock.json ## Compare with hey-api, orval and openapi-fetch on one app (see docs/comparison.md)
	python bench/compare/compare.py --write

.PHONY: corpus
corpus: $(DONE)/python $(DONE)/uv tests/typescript/tsc/node_modules/.package-lock.json ## Generate the clients of real applications and of FastAPI's examples, and check them
	python corpus/run.py

.PHONY: search
search: $(DONE)/python tests/typescript/tsc/node_modules/.package-lock.json ## Search for types that lie, with other values each time; FLUIDKIT_SEARCH=40 searches longer
	FLUIDKIT_SEARCH=$${FLUIDKIT_SEARCH:-10} pytest tests/wire -q -s

.PHONY: fuzz
fuzz: setup ## Make up FastAPI modules, and check that nothing of their clients is wrong; FLUIDKIT_FUZZ=5000 takes longer
	FLUIDKIT_FUZZ=$${FLUIDKIT_FUZZ:-1000} pytest tests/fuzz tests/introspection/test_source_reading.py::test_random_code -q -s

.PHONY: lock
lock: $(DONE)/python ## Choose the versions of the Python packages anew
	python scripts/lock.py

.PHONY: clean
clean: ## Remove what the set-up has made
	rm -rf $(VENV) .matrix $(PACKAGES:%=%/node_modules) $(KIT3)/node_modules $(DEMO)/frontend/.svelte-kit
