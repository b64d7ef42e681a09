# LexVM: build, test, install.  `make help` lists the targets.
#
# Everything made here goes to $(BUILD).  If that is build/, ./lexvm and ./lexvm-nojit are
# links into it; otherwise the tree is left as it is, and may be read-only.

# A Python 2.7 for the build; searched for when empty (docs/building.rst has the order).
PYTHON27 ?=
# A source tree with another rpython/ package; the pinned package when empty.
RPYTHON ?=
# May missing system packages be installed, where we are root on Debian?  yes or no.
INSTALL ?= yes
PREFIX ?= /usr/local
DESTDIR ?=

BUILD := build
ifneq ($(words $(BUILD)),1)
$(error BUILD must be a path without spaces: "$(BUILD)")
endif
PYTHON := $(BUILD)/python
TOOLCHAIN := tools/toolchain
SOURCES := targetlexvm.py jit_policy.py \
    $(shell find interpreter toolchain_fixes -name '*.py' -o -name '*.txt' | LC_ALL=C sort)

# Write a file only when its text changes, so that its time tells when it changed.
write_changed = mkdir -p $(BUILD); printf '%s\n' $(1) | cmp -s - $@ || printf '%s\n' $(1) >$@

# For tests and tools: where things are made, the programs too.
export LEXVM_BUILD := $(if $(filter /%,$(BUILD)),,$(CURDIR)/)$(BUILD)
export PYTHONPYCACHEPREFIX := $(LEXVM_BUILD)/pycache
ifneq ($(BUILD),build)
export LEXVM_DIR := $(LEXVM_BUILD)
endif

.PHONY: all jit nojit debug open-gate test bench bench-quick bench-scaling reference \
    reference-timing differential contract fuzz traces traces-native docs test-editors \
    install env deps clean help FORCE
.DELETE_ON_ERROR:

all: jit ## build ./lexvm, with the JIT, and run a first program (the default)
	@echo '$(PROGRAMS)/lexvm run $(FIRST_PROGRAM)'
	@$(BUILD)/lexvm run $(FIRST_PROGRAM)

jit: lexvm ## build ./lexvm

nojit: lexvm-nojit ## build ./lexvm-nojit, without the JIT (a fifth of the time)

debug: lexvm-debug ## build ./lexvm-debug, without JIT, with assertions

open-gate: lexvm-open-gate ## build ./lexvm-open-gate, to test the wall alone

FIRST_PROGRAM := --allow-effects io examples/queens.lex
ifeq ($(BUILD),build)
PROGRAMS := .
lexvm lexvm-nojit lexvm-debug lexvm-open-gate: %: $(BUILD)/%
	@ln -sf $< $@
else
PROGRAMS := $(BUILD)
.PHONY: lexvm lexvm-nojit lexvm-debug lexvm-open-gate
lexvm lexvm-nojit lexvm-debug lexvm-open-gate: %: $(BUILD)/%
	@:
endif

$(BUILD)/lexvm: $(SOURCES) $(BUILD)/sources $(BUILD)/env.stamp
	@$(PYTHON) $(TOOLCHAIN)/translate $(BUILD) jit $@

$(BUILD)/lexvm-nojit: $(SOURCES) $(BUILD)/sources $(BUILD)/env.stamp
	@$(PYTHON) $(TOOLCHAIN)/translate $(BUILD) 2 $@

$(BUILD)/lexvm-debug: $(SOURCES) $(BUILD)/sources $(BUILD)/env.stamp
	@$(PYTHON) $(TOOLCHAIN)/translate $(BUILD) debug $@

$(BUILD)/lexvm-open-gate: $(SOURCES) $(TOOLCHAIN)/open_gate.py $(BUILD)/sources \
    $(BUILD)/env.stamp
	@$(PYTHON) $(TOOLCHAIN)/translate $(BUILD) 2 $@ $(TOOLCHAIN)/open_gate.py

# Without this list, a removed source file would go unnoticed.
$(BUILD)/sources: FORCE
	@$(call write_changed,$(SOURCES))

$(BUILD)/settings: FORCE
	@$(call write_changed,"$(CURDIR)" "PYTHON27=$(PYTHON27)" "RPYTHON=$(RPYTHON)")

$(BUILD)/env.stamp: $(BUILD)/settings $(TOOLCHAIN)/find-python27 \
    $(TOOLCHAIN)/unpack-debian-pypy $(TOOLCHAIN)/make-env $(TOOLCHAIN)/requirements.txt
	@$(TOOLCHAIN)/check-tools build $(INSTALL)
	@host=$$($(TOOLCHAIN)/find-python27 $(BUILD) "$(PYTHON27)") && \
	    $(TOOLCHAIN)/make-env $(BUILD) "$$host" "$(RPYTHON)"
	@touch $@

env: $(BUILD)/env.stamp ## make the Python 2.7 environment of the build only

deps: ## install the system packages that build and tests need (Debian, as root)
	@$(TOOLCHAIN)/check-tools build
	@$(TOOLCHAIN)/check-tools test

# Processes that run tests; there are two cores at least, and not each has the memory.
TESTERS ?= 2

test: $(BUILD)/env.stamp ## build both programs and run all tests
	@$(TOOLCHAIN)/check-tools test $(INSTALL)
	@$(MAKE) --no-print-directory $(BUILD)/lsp.stamp || \
	    echo 'test: going on without the tests of the language server'
	@$(PYTHON) -m pytest tests --build -n $(TESTERS) --dist loadfile

$(BUILD)/lsp.stamp: editors/lsp/requirements.txt $(TOOLCHAIN)/make-lsp-env
	@$(TOOLCHAIN)/make-lsp-env $(BUILD)/lsp
	@touch $@

test-editors: $(BUILD)/lsp.stamp lexvm-nojit ## test language server and grammars (needs npm)
	@cd editors/lsp/tests && LEXVM=$(LEXVM_BUILD)/lexvm-nojit \
	    $(LEXVM_BUILD)/lsp/bin/python -m unittest
	@mkdir -p $(BUILD)/editors && cp editors/tests/package.json $(BUILD)/editors
	@cd $(BUILD)/editors && npm install --silent --no-audit --no-fund --no-package-lock
	@NODE_MODULES=$(LEXVM_BUILD)/editors node editors/tests/grammar.mjs examples tests bench
	@$(PYTHON) -m pytest -q tests/editors/test_words.py

bench: lexvm ## run the benchmarks
	@python3 bench/run.py

bench-quick: lexvm ## run each benchmark once, without warm-up
	@python3 bench/run.py --quick

bench-scaling: lexvm ## draw how the time of common idioms grows
	@python3 bench/scaling.py

reference: ## build the reference's harness for comparisons (needs cargo)
	@if command -v cargo >/dev/null; then \
	    cargo build --release --manifest-path tools/reference/Cargo.toml; \
	else \
	    echo 'reference: skipped: cargo is not installed'; \
	fi

reference-timing: ## build the reference's harness for timing (needs cargo; slow)
	@if command -v cargo >/dev/null; then \
	    cargo build --profile timing --manifest-path tools/reference/Cargo.toml; \
	else \
	    echo 'reference-timing: skipped: cargo is not installed'; \
	fi

differential: lexvm lexvm-nojit ## compare programs and the library with the reference
	@for tool in snippets.py run.py stdlib.py; do \
	    python3 tools/differential/$$tool; status=$$?; \
	    if [ $$status -ne 0 ] && [ $$status -ne 77 ]; then exit $$status; fi; \
	done

COUNT ?= 20000
SEED ?= 1

contract: lexvm lexvm-nojit ## run COUNT random programs in all ways and compare them
	@python3 tools/contract/contract.py --count $(COUNT) --seed $(SEED); status=$$?; \
	    if [ $$status -eq 77 ]; then exit 0; else exit $$status; fi

fuzz: lexvm lexvm-nojit ## look for crashes, hangs and differences for MINUTES=n
	@python3 tools/fuzz/lexfuzz.py --minutes $(or $(MINUTES),10)

traces: $(BUILD)/env.stamp ## run COUNT random traces under the JIT, untranslated
	@$(PYTHON) tools/tracefuzz/tracefuzz.py --count $(COUNT) --seed $(SEED)

traces-native: $(BUILD)/tracefuzz-machine ## the same, translated: COUNT may be large
	@$(PYTHON) tools/tracefuzz/tracefuzz.py --count $(COUNT) --seed $(SEED) \
	    --native $<

TRACEFUZZ := $(patsubst %,tools/tracefuzz/%.py,arrays instructions machine registers \
    show target values) $(filter toolchain_fixes/%,$(SOURCES))

$(BUILD)/tracefuzz-machine: $(TRACEFUZZ) $(BUILD)/env.stamp
	@$(PYTHON) $(TOOLCHAIN)/translate $(BUILD) jit $@ tools/tracefuzz/target.py

SPHINX := $(BUILD)/sphinx

docs: $(SPHINX)/stamp ## make HTML of the documents; warnings are errors
	@rm -rf $(BUILD)/docs
	@$(SPHINX)/bin/python -m sphinx -q -E -W --keep-going -c tools/docs \
	    -d $(SPHINX)/doctrees . $(BUILD)/docs
	@echo '$(BUILD)/docs/index.html'

$(SPHINX)/stamp: tools/docs/requirements.txt
	@$(TOOLCHAIN)/check-tools docs $(INSTALL)
	@rm -rf $(SPHINX)
	@python3 -m venv $(SPHINX)
	@$(SPHINX)/bin/python -m pip --disable-pip-version-check install -q -r $<
	@touch $@

install: lexvm ## copy lexvm to $(PREFIX)/bin
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BUILD)/lexvm $(DESTDIR)$(PREFIX)/bin/lexvm

clean: ## remove everything that was built
	rm -rf $(BUILD) lexvm lexvm-nojit lexvm-debug lexvm-open-gate .hypothesis .pytest_cache
	find . -name '*.pyc' -delete
	find . -name __pycache__ -type d -exec rm -rf {} +

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1 # \2/p' Makefile | \
	    sed 's/^\(  make [a-z-]*\) # /\1            /; s/^\(.\{17\}\) */\1/'
	@echo
	@echo 'Variables: PYTHON27=/path/to/python2.7  RPYTHON=/tree/with/rpython  BUILD=folder'
	@echo '           INSTALL=no  PREFIX=/usr/local'
