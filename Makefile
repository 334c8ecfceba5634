# Everything here works on a bare Debian with python3 (3.11 or later), pip, make and git, as root or with sudo.
# make run FILE=my.logroll      make test ARGS="tests/core -k batna"

PYTHON ?= python3
ARGS ?=
FILE ?=
OUT ?= pictures
UPGRADE ?=

python := .venv/bin/python
version := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')
# Written last, so that an interrupted set-up is done again; named after Python, so that a new Python is set up anew.
run_ready := .venv/.ready-run-$(version)
dev_ready := .venv/.ready-dev-$(version)
pip_install := $(PYTHON) -m pip --python $(python) install --quiet --disable-pip-version-check --root-user-action ignore
# A package that was half written when pip was killed looks installed: after an interruption all are written again.
install = again=$$(test ! -e .venv/.installing || echo --force-reinstall) && touch .venv/.installing && \
	$(pip_install) --require-hashes --only-binary :all: $$again -r $< && rm .venv/.installing
compile = .venv/bin/uv --no-config pip compile --quiet --universal --python-version 3.11 --only-binary :all: \
	--generate-hashes --no-header --no-annotate --no-emit-index-url $(UPGRADE)
# Nothing of the user's own: no settings, no logbooks, no pytest plugins or options.
isolated = home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT && mkdir -m 700 "$$home/runtime" && \
	env -u WAYLAND_DISPLAY -u PYTHONPATH -u PYTHONHOME -u PYTEST_ADDOPTS -u PYTEST_PLUGINS \
	HOME="$$home" XDG_CONFIG_HOME="$$home/config" XDG_DATA_HOME="$$home/data" XDG_CACHE_HOME="$$home/cache" \
	XDG_STATE_HOME="$$home/state" XDG_RUNTIME_DIR="$$home/runtime" PYTHONUTF8=1 PYTHONNOUSERSITE=1 LANG=C.UTF-8 LC_ALL=C.UTF-8
offscreen = $(isolated) env -u DISPLAY QT_QPA_PLATFORM=offscreen

.PHONY: help setup setup-dev qt run check test test-screen pictures bench lock clean

help:
	@echo "make run          start Logroll (FILE=... opens a logbook)"
	@echo "make test         run the tests, offscreen (ARGS=... goes to pytest)"
	@echo "make check        lint, types and the law of the floors"
	@echo "make setup        only set up: the environment in .venv and Qt's system libraries"
	@echo "make test-screen  run the tests that need an X server and a window manager"
	@echo "make pictures     write every view as a picture into OUT=$(OUT)"
	@echo "make bench        measure against the floors and targets, each in fresh processes"
	@echo "make lock         write the lock files anew from pyproject.toml (UPGRADE=--upgrade)"
	@echo "make clean        remove the environment and everything that was made"

setup: $(run_ready) qt

setup-dev: $(dev_ready) qt

$(python):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Logroll needs Python 3.11 or later: make PYTHON=python3.11")'
	@$(PYTHON) -m pip --version >/dev/null || { echo "Logroll needs pip to set itself up: apt-get install python3-pip"; exit 1; }
	$(PYTHON) -m venv --without-pip .venv

$(run_ready): requirements.lock | $(python)
	@echo "Setting up what Logroll needs in .venv (once; about 120 MB)"
	@$(install)
	@touch $@

$(dev_ready): requirements-dev.lock $(run_ready)
	@echo "Setting up what the tests need in .venv (once; about 50 MB)"
	@$(install)
	@touch $@

qt: $(run_ready)
	@$(python) .ci/qt_libraries.py

run: setup
	@$(python) main.py $(FILE)

check: $(dev_ready)
	$(python) -m ruff check .
	.venv/bin/lint-imports --no-logo
	$(python) -m mypy

test: setup-dev
	@$(offscreen) $(python) -m pytest $(ARGS)

test-screen: setup-dev
	@$(python) .ci/qt_libraries.py --screen
	@$(isolated) LOGROLL_TEST_SCREEN=1 QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1440x900x24" \
		sh -c 'openbox & manager=$$!; "$$@"; code=$$?; kill $$manager; exit $$code' screen $(python) -m pytest -m screen $(ARGS)

bench: setup-dev
	@$(offscreen) $(python) -m tests.benchmarks $(ARGS)

pictures: setup-dev
	@$(offscreen) $(python) -m tests.pictures $(OUT)

lock: $(dev_ready)
	$(pip_install) uv==0.13.9
	$(compile) pyproject.toml -o requirements.lock
	$(compile) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis pictures
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
