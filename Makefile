# SPDX-License-Identifier: MIT
# Everything a newcomer or a machine runs here. `make` alone lists it.

.DEFAULT_GOAL := help
.PHONY: help setup build demo test check bench format walk screens

help: ## what can be made here (this list)
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

setup: ## install what is missing from Debian and PyPI; does nothing the second time
	@scripts/setup

build: ## build the release binary: .build/release/homeward
	@scripts/setup build
	swift build -c release --product homeward

demo: ## run an invented partnership; DATA=folder keeps it, PORT=number chooses the port
	@scripts/setup build
	@test -x .build/debug/homeward || echo "Building Homeward: about five minutes on two cores, this first time only."
	@swift build --product homeward
	@exec .build/debug/homeward demo $(if $(DATA),--data "$(DATA)") $(if $(PORT),--port "$(PORT)")

test: ## everything that must hold before a change lands: lint, tidy, all tests, scenarios, a real browser
	@scripts/setup
	@scripts/test

check: ## as `make test`, but without the browser: for while you work
	@scripts/setup build
	@scripts/test --without-browser

bench: ## run each benchmark and print its ratios; BENCH=quick only shows that all of them run
	@scripts/setup
	@scripts/bench

format: ## put every Swift file in our format
	@git ls-files -z --cached --others --exclude-standard '*.swift' | xargs -0 swift format --in-place --parallel

walk: ## look at every page as everybody who is given it: accessibility, narrow screens, large text, paper; half an hour
	@scripts/setup
	@swift build --product homeward
	@HOMEWARD_EVERY_PAGE=1 .venv/bin/python -m pytest -q -s Tests/browser/test_every_page.py Tests/browser/every_look.py Tests/browser/test_every_picture.py

screens: ## take a picture of every page into docs/screens, and say how each reads
	@scripts/setup
	@swift build --product homeward
	@.venv/bin/python Tests/browser/screens.py
