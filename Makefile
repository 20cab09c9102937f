# Everything a person or a machine asks of this repository. Paths are relative, so that a folder with spaces or
# Arabic letters in its name works; the locale is fixed, so that its name can be read.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
export LC_ALL := C.UTF-8

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	if "$$p" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' 2>/dev/null; then echo "$$p"; break; fi; done)
VENV := .venv
PY := $(VENV)/bin/python
MARSAD := $(VENV)/bin/marsad
STAMP := $(VENV)/.installed
DEMO := samples/reports/sada-2018-10-09-2.txt

.PHONY: help browser demo test wheel check bench evals accuracy train compiled docs data frontend format lint types imports unit postgres bare native lock clean

help:  ## what can be asked for
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

# Installed again only when what is installed changes; the code itself is read from src.
$(STAMP): pyproject.toml requirements/dev.txt hatch_build.py
	@test -n "$(PYTHON)" || { echo "Marsad needs Python 3.11 or later; name it with: make PYTHON=/path/to/python3" >&2; exit 1; }
	test -x $(PY) || "$(PYTHON)" -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -c requirements/dev.txt -e ".[dev,train,intake,export,web,postgres,dask]"
	touch $@

demo: $(STAMP)  ## read the sample reports, show what they claim, open the desk on them in the browser
	$(MARSAD) read $(DEMO) --published 2018-10-09 --outlet "شبكة صدى العاصي"
	@echo
	$(MARSAD) read samples/reports --format jsonl | $(PY) samples/summary.py
	@echo
	@mkdir -p build/demo
	$(MARSAD) add samples/reports --store build/demo/samples.sqlite
	@if [ -t 1 ]; then $(MARSAD) serve --store build/demo/samples.sqlite --open; \
	else echo "The desk on these reports: $(MARSAD) serve --store build/demo/samples.sqlite --open"; fi

# One after the other, the tests last, so that the last line is their summary.
.NOTPARALLEL:
test: lint types imports data evals compiled unit  ## what .ci/run runs: lint, types, import rules, data, evals, the compiled reader, tests

check: test bare wheel  ## test, and an installed wheel that must answer without the source tree

lint: $(STAMP)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: $(STAMP)
	$(PY) -m mypy

imports: $(STAMP)
	$(VENV)/bin/lint-imports

data: $(STAMP)  ## rebuild the gazetteer and the compiled lexicons; stops at the first entry that is wrong
	$(PY) hatch_build.py

unit: $(STAMP) browser
	$(PY) -m pytest -q

wheel: $(STAMP) browser  ## the path of an analyst on the desk of an installed wheel
	$(PY) -m pytest -q -m slow tests/web/test_wheel.py

# The tests of the web application drive Debian's Chromium; without one they say that they are skipped.
browser:
	@mkdir -p build; if ! command -v chromium >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		(apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium) >build/apt.log 2>&1 \
			&& rm -f build/apt.log || echo "Chromium could not be installed (build/apt.log says why): browser tests are skipped."; fi

postgres: $(STAMP)  ## the store's suite on PostgreSQL, where one is installed
	.ci/postgres $(INSTALL)

evals: $(STAMP)  ## figures against the gold data, compared with evals/floors.json
	$(PY) -m evals.gate

accuracy: $(STAMP)  ## writes docs/reference/accuracy.md from the gold data
	$(PY) -m evals.accuracy

train: $(STAMP)  ## train topic, sieve, linker, joiner of incidents and ranker anew, in this order (needs ../shared)
	$(PY) -m evals.train_topic
	$(PY) -m evals.train_sieve
	$(PY) -m evals.train_linker
	$(PY) -m evals.train_incidents
	$(PY) -m evals.train_ranker

frontend: $(STAMP)  ## build the web application and run its own tests (needs Node 20)
	npm --prefix frontend ci --ignore-scripts --no-audit --no-fund
	npm --prefix frontend test
	$(PY) hatch_build.py

docs: $(STAMP)  ## write the reference pages, and the script of the newest schema, from what they describe
	$(PY) -m docs.generate

bench: $(STAMP)  ## cost of a reading and of a cold start, as ratios
	$(PY) -m bench.ratios

format: $(STAMP)  ## format and mend what ruff can mend
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

bare: $(STAMP)
	rm -rf build/bare && "$(PYTHON)" -m venv build/bare
	build/bare/bin/python -m pip install --quiet --disable-pip-version-check -c requirements/dev.txt .
	cd build && bare/bin/marsad --help > /dev/null && bare/bin/marsad read ../$(DEMO) --published 2018-10-09 --format jsonl > /dev/null
	@echo "A bare install reads a report."

native: $(STAMP)  ## compile the reader (needs a C compiler), measure it, and let the tests of reading pass with it
	$(PY) native_build.py build/native
	PYTHONPATH=build/native $(PY) -m bench.ratios
	PYTHONPATH=build/native $(PY) -m pytest -q -o pythonpath=build/native -o addopts="--import-mode=importlib" tests/test_pipeline.py tests/claims tests/mentions tests/arabic tests/places

# Not optimised, which halves the time: whether it reads alike does not hang on that.
compiled: $(STAMP)  ## the reader compiled in a scratch folder must read the samples as Python does, where there is a C compiler
	MARSAD_COMPILE_LEVEL=0 $(PY) native_build.py build/compiled
	@rm -rf build/compiled

lock:  ## pin the versions anew (needs uv in the environment)
	$(VENV)/bin/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --upgrade \
		--no-emit-index-url --no-annotate --no-header --quiet -o requirements/pins.tmp
	(sed -n '/^#/p' requirements/dev.txt; cat requirements/pins.tmp) > requirements/new.tmp
	mv requirements/new.tmp requirements/dev.txt && rm requirements/pins.tmp

clean:  ## remove everything that was built
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache src/marsad/places/built src/marsad/lexicons/built
	find src tests evals bench samples -name __pycache__ -type d -prune -exec rm -rf {} +
