# The words by which dyad is built, tested and shown. `make help` lists them.

SWIFT ?= swift
PREFIX ?= /usr/local
EXAMPLE := examples/pakistan-afghanistan
BUILD_RELEASE := $(SWIFT) build -c release --product dyad
SOURCES := Sources Tests Package.swift

export SWIFT

.DEFAULT_GOAL := help
.PHONY: help demo build test format lint pictures screenshots example-report benchmark docs install dependencies clean

help: ## List these words
	@grep -hE '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z-]+):.*## /\1|/' | \
	  awk -F'|' '{ printf "  make %-15s %s\n", $$1, $$2 }'

demo: dependencies ## Install what is missing, build the tool, draw the example and write it as a site
	@echo '== Building dyad (a few minutes the first time)'
	$(BUILD_RELEASE)
	@scripts/draw-demo "$$($(BUILD_RELEASE) --show-bin-path)/dyad" $(EXAMPLE) build/demo

build: dependencies ## Build everything, for development
	$(SWIFT) build

test: dependencies ## Build and run all tests, with a browser and other checkers
	@scripts/install-checkers
	@echo '== Building the tests (a few minutes the first time)'
	$(SWIFT) build --build-tests
	@echo '== Running the tests'
	$(SWIFT) test --disable-xctest

format: ## Lay the sources out as .swift-format says
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

lint: ## Say where the sources are not laid out so
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

pictures: dependencies ## Draw every view of every example again, and a page of them beside those of the last release
	$(BUILD_RELEASE)
	@scripts/draw-examples "$$($(BUILD_RELEASE) --show-bin-path)/dyad" examples
	@scripts/draw-over-time "$$($(BUILD_RELEASE) --show-bin-path)/dyad" $(EXAMPLE)
	@scripts/make-gallery examples build/gallery

screenshots: dependencies ## Take the screenshots of the manual, with Chromium
	$(BUILD_RELEASE)
	@scripts/take-screenshots "$$($(BUILD_RELEASE) --show-bin-path)/dyad" $(EXAMPLE) Documentation/Pictures

example-report: dependencies ## Make the report of the examples with pandoc: HTML, docx and PDF, in build/report
	$(SWIFT) build -c release --product dyad-pandoc
	@scripts/make-example-report "$$($(SWIFT) build -c release --show-bin-path)/dyad-pandoc" build/report

benchmark: dependencies ## Measure films against dot, and a million claims against other writers of graphs
	$(SWIFT) build -c release --product dyad-benchmark
	@"$$($(SWIFT) build -c release --show-bin-path)/dyad-benchmark" film $(EXAMPLE) pakistan afghanistan
	@"$$($(SWIFT) build -c release --show-bin-path)/dyad-benchmark" film examples/archipelago
	@"$$($(SWIFT) build -c release --show-bin-path)/dyad-benchmark" exchange

docs: dependencies ## Make the reference of the libraries as web pages
	@scripts/make-reference build/docs

install: dependencies ## Install the tool and the filter under PREFIX (/usr/local)
	$(BUILD_RELEASE)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	$(SWIFT) build -c release --product dyad-pandoc
	install -m 755 "$$($(BUILD_RELEASE) --show-bin-path)/dyad" "$(DESTDIR)$(PREFIX)/bin/dyad"
	install -m 755 "$$($(BUILD_RELEASE) --show-bin-path)/dyad-pandoc" "$(DESTDIR)$(PREFIX)/bin/dyad-pandoc"
	@echo 'Installed $(DESTDIR)$(PREFIX)/bin/dyad. It uses the Swift and the Graphviz of this machine.'

dependencies: ## Install Graphviz, pkg-config and a font where they are missing
	@scripts/require-swift
	@scripts/install-dependencies

clean: ## Remove what was built
	rm -rf .build build
