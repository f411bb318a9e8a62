# The tasks of the project. `make help` lists them.

SWIFT ?= swift
PREFIX ?= /usr/local
EXAMPLE := examples/pakistan-afghanistan
BUILD_RELEASE := $(SWIFT) build -c release
RELEASE = $$($(BUILD_RELEASE) --show-bin-path)
SOURCES := Sources Tests Package.swift

export SWIFT

.DEFAULT_GOAL := help
.PHONY: help demo build release test format lint pictures screenshots example-report benchmark docs install dependencies clean

help: ## List the tasks
	@grep -hE '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z-]+):.*## /\1|/' | \
	  awk -F'|' '{ printf "  make %-15s %s\n", $$1, $$2 }'

demo: release ## Install what is missing, build the tool, draw the example and write it as a site
	@scripts/draw-demo "$(RELEASE)/dyad" $(EXAMPLE) build/demo

build: dependencies ## Build everything, for development
	$(SWIFT) build

release: dependencies ## Build the tool and the filter as they are installed and tested
	@echo '== Building the release binaries (a few minutes the first time)'
	$(BUILD_RELEASE) --product dyad
	$(BUILD_RELEASE) --product dyad-pandoc
	@touch "$(RELEASE)/dyad.stamp"

test: release ## Build and run all tests, on the release binaries, with a browser and other checkers
	@scripts/install-checkers
	@echo '== Building the tests (a few minutes the first time)'
	$(SWIFT) build --build-tests
	@echo '== Running the tests'
	$(SWIFT) test --skip-build --disable-xctest

format: ## Format the sources as .swift-format says
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

lint: ## List where the sources are not formatted so
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

pictures: release ## Draw every view of every example again, and a page that compares them with the last release
	@scripts/draw-examples "$(RELEASE)/dyad" examples
	@scripts/draw-over-time "$(RELEASE)/dyad" $(EXAMPLE)
	@scripts/make-gallery examples build/gallery

screenshots: release ## Take the screenshots of the manual, with Chromium
	@scripts/take-screenshots "$(RELEASE)/dyad" $(EXAMPLE) Documentation/Pictures

example-report: release ## Make the report of the examples with pandoc: HTML, docx and PDF, in build/report
	@scripts/make-example-report "$(RELEASE)/dyad-pandoc" build/report

benchmark: dependencies ## Compare films with dot, and the export of a million claims with other writers of graphs
	$(BUILD_RELEASE) --product dyad-benchmark
	@"$(RELEASE)/dyad-benchmark" film $(EXAMPLE) pakistan afghanistan
	@"$(RELEASE)/dyad-benchmark" film examples/archipelago
	@"$(RELEASE)/dyad-benchmark" exchange

docs: dependencies ## Make the reference of the libraries as web pages
	@scripts/make-reference build/docs

install: release ## Install the tool and the filter under PREFIX (/usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$(RELEASE)/dyad" "$(RELEASE)/dyad-pandoc" "$(DESTDIR)$(PREFIX)/bin"
	@echo 'Installed dyad and dyad-pandoc in $(DESTDIR)$(PREFIX)/bin. They use the Swift and the Graphviz of this machine.'

dependencies: ## Install Graphviz, pkg-config and a font where they are missing
	@scripts/require-swift
	@scripts/install-dependencies

clean: ## Remove what was built
	rm -rf .build build
