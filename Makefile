# Tasks. `make help` lists them.

SWIFT ?= swift
PREFIX ?= /usr/local
EXAMPLE := examples/pakistan-afghanistan
# The time for all targets of `make fuzz` together.
SECONDS ?= 600
# Types are found by calls that the compiler writes, not by names that the runtime reads: a start takes a tenth less.
DIRECT_TYPES := -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
BUILD_RELEASE := $(SWIFT) build -c release $(DIRECT_TYPES)
RELEASE = $$($(BUILD_RELEASE) --show-bin-path)
SOURCES := Sources Tests Fuzzing Package.swift
# The runtime of Swift, which is linked into the tools; empty where Swift has only its dynamic libraries.
RUNTIME := $(shell $(SWIFT) -print-target-info 2>/dev/null | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
DYAD_RUNTIME_ARCHIVES := $(wildcard $(RUNTIME)_static/linux/*.a)

export SWIFT DYAD_RUNTIME_ARCHIVES

.DEFAULT_GOAL := help
.PHONY: help demo build release test fuzz sanitize check-native test-graphviz-versions faults format lint pictures screenshots example-report bench bench-compare benchmark-events compare-engines docs install dependencies clean

help: ## List all tasks
	@grep -hE '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z-]+):.*## /\1|/' | \
	  awk -F'|' '{ printf "  make %-22s %s\n", $$1, $$2 }'

demo: release ## Install missing dependencies, build the tool, draw the example and write its site
	@scripts/draw-demo "$(RELEASE)/dyad" $(EXAMPLE) build/demo

build: dependencies ## Build all targets for development
	$(SWIFT) build

release: dependencies ## Build the release binaries, which are tested and installed
	@echo '== Building the release binaries (a few minutes the first time)'
	$(BUILD_RELEASE) --product dyad
	$(BUILD_RELEASE) --product dyad-pandoc
	@touch "$(RELEASE)/dyad.stamp"

test: dependencies ## Build and run all tests or those of FILTER, with the release binaries, a browser and other checkers
	@scripts/install-checkers programs
	@echo '== Building the release binaries and the tests, and installing Python packages meanwhile (minutes the first time)'
	@scripts/install-checkers packages & checkers=$$!; \
	  $(BUILD_RELEASE) --build-tests && touch "$(RELEASE)/dyad.stamp"; built=$$?; \
	  wait $$checkers && exit $$built
	@echo '== Running the tests'
	@scripts/run-tests "$(RELEASE)/dyadPackageTests.xctest" $(FILTER:%='%')

faults: dependencies ## End the tool by a thousand signals, fill its disks and close its streams, in ten minutes
	@scripts/install-checkers programs
	$(BUILD_RELEASE) --build-tests
	@touch "$(RELEASE)/dyad.stamp"
	FAULTS=84 "$(RELEASE)/dyadPackageTests.xctest" --testing-library swift-testing \
	  --filter 'FaultTests|OutputTests|ExitCodeTests|EditStorageTests|IsolationToolTests|WorkerTests'

test-graphviz-versions: ## As root, test the module Graphviz and draw an example on Debian 13 and sid, in chroots
	@scripts/test-graphviz-versions

fuzz: dependencies ## Try every reader with mutated input for SECONDS in all (default: 600), under libFuzzer
	@echo '== Building the fuzz targets (many minutes the first time)'
	DYAD_FUZZING=1 $(BUILD_RELEASE) --scratch-path .build-fuzz --product dyad-fuzz -Xswiftc -sanitize=fuzzer \
	  -Xcc -fsanitize=fuzzer-no-link -Xlinker --allow-multiple-definition
	@scripts/fuzz.py .build-fuzz/release/dyad-fuzz $(SECONDS) $(TARGETS)

check-native: dependencies ## Run the C modules under valgrind, and under the sanitizers of the C compiler
	@scripts/check-native valgrind sanitize

sanitize: dependencies ## Run the tests under the address, undefined-behaviour and thread sanitizers (SANITIZERS=thread: one)
	@scripts/sanitize $(SANITIZERS)

format: ## Format the sources
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

lint: ## Check the format of the sources
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

pictures: release ## Draw all views of all examples, and list which look otherwise than in the last release
	@scripts/draw-examples "$(RELEASE)/dyad" examples
	@scripts/draw-over-time "$(RELEASE)/dyad" $(EXAMPLE)
	@scripts/install-checkers
	@.build/checkers/bin/python scripts/compare-pictures.py examples build/gallery

screenshots: release ## Take the screenshots of the manual with Chromium
	@scripts/take-screenshots "$(RELEASE)/dyad" $(EXAMPLE) Documentation/Pictures

example-report: release ## Write the example report with pandoc as HTML, docx and PDF, to build/report
	@scripts/make-example-report "$(RELEASE)/dyad-pandoc" build/report

bench: release ## Measure dyad beside other programs, all or ROWS, and write Documentation/Benchmarks.md (half an hour)
	@Benchmarks/install-peers
	$(BUILD_RELEASE) --product dyad-benchmark
	@Benchmarks/bench.py run $(ROWS)

bench-compare: release ## Measure this tree beside the commit BASE (default: the last tag)
	@Benchmarks/install-peers
	$(BUILD_RELEASE) --product dyad-benchmark
	@Benchmarks/bench.py compare "$(or $(BASE),$(shell git describe --tags --abbrev=0 2>/dev/null))" $(ROWS)

benchmark-events: release ## Measure how fast event data is stored and counted against pandas, Polars, DuckDB and Spark
	$(BUILD_RELEASE) --product dyad-benchmark
	@scripts/install-engines
	@"$(RELEASE)/dyad-benchmark" events

compare-engines: release ## Count event data with dyad, DuckDB and Spark, and compare the tables byte for byte
	$(BUILD_RELEASE) --product dyad-benchmark
	@scripts/compare-engines "$(RELEASE)/dyad"

docs: dependencies ## Write the reference of the libraries as web pages, to build/docs
	@scripts/make-reference build/docs

install: release ## Install dyad and dyad-pandoc in PREFIX/bin (default: /usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$(RELEASE)/dyad" "$(RELEASE)/dyad-pandoc" "$(DESTDIR)$(PREFIX)/bin"
	@echo 'Installed dyad and dyad-pandoc in $(DESTDIR)$(PREFIX)/bin. They require Graphviz on this machine.'

dependencies: ## Install Graphviz, pkg-config and fonts if they are missing
	@scripts/require-swift
	@scripts/install-dependencies

clean: ## Remove all build products
	rm -rf .build .build-asan .build-tsan .build-fuzz build
