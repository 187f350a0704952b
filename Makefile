# Two commands on a fresh machine: `make run` and `make test`. The work is done by small scripts in .ci/.

# Used once, to make .venv; remove .venv to change it. At least 3.11.
PYTHON ?= python3
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help run test fuzz setup lint bench screenshots words fresh pins

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name text; do printf '  make %-12s %s\n' "$$name" "$$text"; done

run: ## set up and run: the console with a display, else the quickstart show without one
	@.ci/setup.sh
	@.ci/start.sh

test: ## set up, lint and run every test, with the real receivers
	@.ci/setup.sh test
	@.ci/lint.sh
	@.ci/test.sh

fuzz: ## 10,000 made-up inputs for the loader, each importer and all else that reads files; takes an hour or two
	@.ci/setup.sh test
	@.ci/fuzz.sh

setup: ## Debian packages where it may, the virtual environment in .venv
	@.ci/setup.sh
	@echo "setup: done; .venv/bin/showctl opens the console, make run the demo show"

lint: ## ruff, mypy and import-linter
	@.ci/setup.sh
	@.ci/lint.sh

bench: ## run the benchmarks against their references
	@.ci/setup.sh test
	@.venv/bin/python -m bench

screenshots: ## draw the console offscreen into docs/images
	@.ci/setup.sh
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.ui.screenshots docs/images

words: ## bring the words for translators, and what is translated, up to date with the code
	@.ci/setup.sh
	@.ci/words.sh

fresh: ## both commands from a clean clone in a bare Debian 12 (root, debootstrap)
	@.ci/fresh.sh

pins: ## renew .ci/constraints.txt with the newest versions
	@.ci/pins.sh
