"""The main job on an example, as a user would run it: lint, then build; says where the files are.

Without the libraries or fonts of PDF it makes DOCX and HTML and says why; when nothing is missing, a PDF that fails is
a failure.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from tools.bootstrap import ROOT, debian
from tools.bootstrap.environment import VENV
from tools.bootstrap.say import say, warn

PLAN = Path("examples/panjin-145")
_FINDINGS = 1


def main(arguments: list[str]) -> int:
    """Run the demo; an argument names another output folder."""
    out = Path(arguments[0]) if arguments else Path("out") / PLAN.name
    checked = planforge("lint", str(PLAN))
    if checked not in (0, _FINDINGS):
        return checked
    formats = ["docx", "pdf", "html"]
    trouble = pdf_trouble()
    if trouble:
        warn(f"这次不生成 PDF：{trouble}", "no PDF this time")
        formats.remove("pdf")
    built = planforge("build", str(PLAN), "-o", str(out), "--to", ",".join(formats))
    if built:
        return built
    return show(out, formats, whole=not (trouble and not debian.missing(debian.FOR_PDF)))


def planforge(*arguments: str) -> int:
    """Run the installed command in the checkout, showing the command first; return its exit code."""
    print(f"\n$ planforge {' '.join(arguments)}", flush=True)
    return subprocess.run([str(VENV / "bin" / "planforge"), *arguments], cwd=ROOT, check=False).returncode


def pdf_trouble() -> str:
    """Return why PDF cannot be made on this machine; empty when it can."""
    from planforge.errors import PlanforgeError
    from planforge.render.fonts import find_fonts
    from planforge.render.houses import find_house
    from planforge.render.pdf.fontconfig import weasyprint

    try:
        with redirect_stdout(StringIO()):  # WeasyPrint prints advice on where its libraries come from
            weasyprint()
        find_fonts(find_house("panzhengban"))
    except (ImportError, OSError) as error:
        return str(error).splitlines()[0]
    except PlanforgeError as error:
        return error.message
    return ""


def show(out: Path, formats: list[str], *, whole: bool) -> int:
    """Say where the files are; return 1 when one of them is not there or PDF failed though nothing is missing."""
    print()
    files = [file for kind in formats for file in sorted((ROOT / out).glob(f"*.{kind}"))]
    for file in files:
        say(f"已生成：{os.path.relpath(file, ROOT)}", f"{file.stat().st_size:,} bytes")
    return 0 if whole and {file.suffix[1:] for file in files} == set(formats) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
