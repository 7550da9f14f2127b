"""Writes the documentation that comes from code: docs/rules/ and docs/reference/. `--check` only compares."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from typer.testing import CliRunner

from planforge.cli.main import COMMAND_NAMES, program
from planforge.lint.registry import all_rules
from planforge.output.rule_page import rule_index, rule_page

DOCS = Path(__file__).resolve().parents[1] / "docs"


def pages() -> dict[Path, str]:
    """Return every generated page by its path."""
    rules = [rule for rule, _ in all_rules().values()]
    found = {DOCS / "rules" / f"{rule.code}.md": rule_page(rule) for rule in rules}
    found[DOCS / "rules" / "README.md"] = rule_index(rules)
    found[DOCS / "reference" / "cli.md"] = _cli_page()
    return found


def _cli_page() -> str:
    parts = ["# 命令\n"]
    for command in ("", *COMMAND_NAMES):
        words = [*command.split(), "--help"]
        shown = CliRunner().invoke(program(), words, prog_name="planforge").output.rstrip()
        parts.append(f"## planforge {command}".rstrip() + f"\n\n```text\n{shown}\n```\n")
    return "\n".join(parts)


def stale(wanted: dict[Path, str]) -> list[Path]:
    """Return the pages that are missing, differ, or belong to a rule that is gone."""
    on_disk = {*(DOCS / "rules").glob("*.md"), *(DOCS / "reference").glob("cli.md")}
    differing = [path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]
    return sorted({*differing, *(on_disk - wanted.keys())})


def main() -> int:
    """Write or check the pages; the exit code is 1 when `--check` finds a stale one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, fail when a page is not current")
    check = parser.parse_args().check
    wanted = pages()
    for path in stale(wanted):
        if check:
            print(f"not current: {path.relative_to(DOCS.parent)} (run: python tools/generate_docs.py)")
        elif path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return 1 if check and stale(wanted) else 0


if __name__ == "__main__":
    sys.exit(main())
