# Every task makes its own virtual environment first, and anew when pyproject.toml has changed.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check bench docs vsix ready programs

SAMPLES = $(filter-out %.findings.txt,$(wildcard tests/samples/*))

demo: ready ## lint the sample reports, and rank them
	@$(BIN)/nianbao check --exit-zero $(SAMPLES)
	@$(BIN)/nianbao rank $(SAMPLES) -o artefacts/ranking

test: ready programs ## run all tests
	@$(BIN)/pytest

check: ready ## format, lint, types, layers, tests
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench: ready ## measure
	@$(BIN)/python -m benchmarks

docs: ready ## rewrite what is generated: README, schemas in rules/
	@$(BIN)/pytest tests/rulebook/test_generated.py tests/config/test_schema.py tests/test_readme.py --update

vsix: ## build the extension for VS Code: dist/nianbao.vsix
	@command -v npm >/dev/null || { echo "npm is needed to build the extension"; exit 1; }
	@cd editors/vscode && { test node_modules/.package-lock.json -nt package-lock.json || npm ci --silent; } && \
	  mkdir -p ../../dist && npm run --silent package

# Some tests need a browser, LibreOffice or an editor. Where Debian's packages can be installed (by root, unless
# NO_APT is set) they are; elsewhere those tests are skipped, each with its reason. VS Code comes by npm.
programs:
	@test -n "$(NO_APT)" || test "$$(id -u)" != 0 || ! command -v apt-get >/dev/null || { \
	  command -v chromium && command -v soffice && command -v pdftoppm && command -v nvim && command -v emacs; \
	  } >/dev/null || { \
	  echo "Installing Chromium, LibreOffice, Neovim and Emacs for tests (make NO_APT=1 test goes without)"; \
	  apt-get update >/dev/null 2>&1; \
	  for them in "chromium fonts-noto-cjk libreoffice-writer-nogui poppler-utils" neovim "emacs-nox elpa-eglot"; do \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$them >/dev/null 2>&1 || \
	    echo "$$them could not be installed"; done; }

# Byte code makes a cold start twice as fast; compiling what has not changed takes no time.
ready: .venv/.installed
	@$(BIN)/python -W ignore -m compileall -q linter

.venv/.installed: pyproject.toml
	@test -x $(BIN)/pip || $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python cannot make virtual environments here: apt install python3-venv"; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv --clear .venv
	@{ $(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1' && \
	  $(BIN)/python -m pip install --quiet --compile --editable . --group dev; } || { \
	  echo "The packages that pyproject.toml names could not be installed: is the package index within reach?"; exit 1; }
	@touch $@
