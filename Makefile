# make site    install, read new papers, build the site into site/
# make serve   look at the site in a browser
# make test    style, types and every test, the browser's too
# make extract read all papers anew with the present program
# make check   are the pages in docs/ sound, is every source where it says?
# make bench   how long the main steps take, as ratios to a plain reading of the same papers
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
# Models inside the PDF library must give the same boxes wherever they run.
export OMP_NUM_THREADS := 1
export PYTHONHASHSEED := 0
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test lint extract check bench browser clean

site: .venv/installed
# Exit code 1: some paper could not be read. The site of the others is built, and names it.
	@$(BIN)/python scripts/extract.py || [ $$? -eq 1 ]
	@$(BIN)/python scripts/build.py

serve: site
	@echo "The site is at http://localhost:$(PORT)/ (stop with Ctrl+C)."
	@$(BIN)/python -m http.server $(PORT) --bind 127.0.0.1 --directory site

extract: .venv/installed
	@$(BIN)/python scripts/extract.py --again

check: .venv/installed
	@$(BIN)/python scripts/check.py

lint: .venv/installed-for-tests
	@$(BIN)/ruff check scripts tests
	@$(BIN)/ruff format --check scripts tests
	@$(BIN)/mypy scripts

test: .venv/installed-for-tests browser lint
	@$(BIN)/pytest -n 2 --dist loadgroup

browser: .venv/installed-for-tests
	@PYTHON=$(BIN)/python sh tests/install_browser.sh

bench: .venv/installed-for-tests
	@$(BIN)/python tests/bench.py

.venv/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ": install it, or name it with make PYTHON=python3.11")'
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/created requirements.txt
	@echo "Installing what requirements.txt names …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/installed-for-tests: .venv/installed requirements-test.txt
	@echo "Installing what requirements-test.txt names …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-test.txt
	@touch $@

clean:
	rm -rf .venv site build
