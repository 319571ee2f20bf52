"""How long the main steps take on the papers of this checkout, in seconds and as ratios to a plain reading of them.

Run by ``make bench``. Ratios hold on machines of different speed; seconds do not. Nothing in the checkout is changed:
every step works on copies in a temporary folder.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "scripts"
PLAIN_READING = """
import sys, pymupdf
for path in sys.argv[1:]:
    with pymupdf.open(path) as document:
        for page in document:
            page.get_text("dict")
"""


def seconds(command: list[str], runs: int = 3) -> float:
    """Median wall time of a command that must succeed."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        papers, docs, site = (Path(folder) / name for name in ("papers", "docs", "site"))
        shutil.copytree(ROOT / "source_papers", papers, ignore=shutil.ignore_patterns("*.read.json"))
        shutil.copytree(ROOT / "docs", docs)
        pdfs = [str(path) for path in sorted(papers.glob("*.pdf"))]
        extract = [sys.executable, str(SCRIPTS / "extract.py"), "--papers", str(papers), "--docs", str(docs)]
        build = [sys.executable, str(SCRIPTS / "build.py"), "--papers", str(papers), "--docs", str(docs)]
        build += ["--site", str(site)]
        steps = [
            ("plain reading of all papers", seconds([sys.executable, "-c", PLAIN_READING, *pdfs])),
            ("reading and understanding all papers, two workers", seconds([*extract, "--again", "--workers", "2"], 1)),
            ("the same, one worker", seconds([*extract, "--again", "--workers", "1"], 1)),
            ("extract with nothing new", seconds(extract)),
            ("building the site", seconds(build, 1)),
            ("building it again, nothing changed", seconds(build)),
        ]
    plain = steps[0][1]
    print(f"{'step':55s} {'seconds':>8s} {'ratio':>8s}")
    for name, wall in steps:
        print(f"{name:55s} {wall:8.1f} {wall / plain:8.1f}")


if __name__ == "__main__":
    main()
