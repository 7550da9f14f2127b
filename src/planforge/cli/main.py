"""The program: collects the commands and turns whatever stops one into a message and an exit code."""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path
from typing import Annotated, TextIO

import typer
from typer.exceptions import TyperException

from planforge import __version__
from planforge.cli import (
    build,
    comments,
    diff,
    explain,
    facts,
    fonts,
    formats,
    git_setup,
    inspect,
    lint,
    merge,
    new,
    rules,
    schema,
    text,
)
from planforge.cli.chinese import Command, Group, usage_hint, usage_message
from planforge.cli.complaints import complain, defect, refused_by_system, silence
from planforge.errors import ExitCode, PlanforgeError

_COMMANDS = (
    ("new", new.new),
    ("lint", lint.lint),
    ("build", build.build),
    ("facts", facts.facts),
    ("diff", diff.diff),
    ("merge", merge.merge),
    ("comments", comments.comments),
    ("text", text.text),
    ("git-setup", git_setup.git_setup),
    ("inspect", inspect.inspect),
    ("fonts", fonts.fonts),
    ("formats", formats.formats),
    ("rules", rules.rules),
    ("explain", explain.explain),
    ("schema", schema.schema),
)
_GARBAGE = 400_000
"""Objects after which rings of them are looked for; a run makes few, and to look took a tenth of its time."""
_TERMINATED = 128 + int(signal.SIGTERM)
COMMAND_NAMES = tuple(name for name, _ in _COMMANDS)


def program(only: str = "") -> typer.Typer:
    """Return the program, with `only` one command when it has this name: Typer looks at every option of each."""
    made = typer.Typer(
        cls=Group,
        help="规划编写与核对工具：用 YAML 写规划，核对全文数字，排印成红头文件。",
        add_completion=False,
        rich_markup_mode=None,
        context_settings={"terminal_width": 100},
        pretty_exceptions_enable=False,
    )
    made.callback(invoke_without_command=True)(_program)
    for name, function in _COMMANDS:
        if name == only or only not in COMMAND_NAMES:
            made.command(name, cls=Command)(function)
    return made


def _program(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="显示版本号")] = False,
) -> None:
    if version:
        typer.echo(f"planforge {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(ExitCode.CANNOT_RUN)


def run() -> None:
    """Start the program; the entry point of the `planforge` command."""
    _speak_any_console()
    gc.set_threshold(_GARBAGE, 20, 50)
    signal.signal(signal.SIGTERM, _terminate)
    sys.exit(_run(sys.argv[1:]))


def _unheard() -> int:
    """End because the reader of our output has gone (planforge … | head): not an error of ours."""
    silence()
    return 128 + int(getattr(signal, "SIGPIPE", 13))


class _TerminatedError(BaseException):
    """Somebody asks us to end (SIGTERM): what was begun is cleaned up on the way out, as for Ctrl-C."""


def _terminate(*_: object) -> None:
    raise _TerminatedError


def _run(arguments: list[str]) -> int:
    """Run a command and return its exit code, also when somebody outside ends it."""
    try:
        code = _answer(arguments)
    except (KeyboardInterrupt, typer.Abort):
        code = int(ExitCode.INTERRUPTED)
    except _TerminatedError:
        code = _TERMINATED
    except BrokenPipeError:
        return _unheard()
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # Typer catches it and ends with 1, which means findings
            return _unheard()
        raise
    if code in (ExitCode.INTERRUPTED, _TERMINATED):  # Typer catches Ctrl-C itself, returns 130 and says nothing
        complain("已中断，已有的文件没有改动", None)
    return code


def _answer(arguments: list[str]) -> int:
    try:
        result = program(*arguments[:1])(args=arguments, prog_name="planforge", standalone_mode=False)
        sys.stdout.flush()
        return int(result or 0)
    except PlanforgeError as error:
        complain(error.message, error.hint)
        return int(error.exit_code)
    except TyperException as error:
        complain(usage_message(error, COMMAND_NAMES), usage_hint(error))
        return int(ExitCode.CANNOT_RUN)
    except (typer.Abort, BrokenPipeError):
        raise
    except OSError as error:
        return refused_by_system(error)
    except MemoryError:
        complain("内存不足，已停止，已有的文件没有改动", "请关闭其他程序，或把规划分成几份")
        return int(ExitCode.CANNOT_RUN)
    except Exception as error:  # noqa: BLE001 - the last resort: a sentence instead of a traceback, see `defect`
        return defect(error)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _speak_any_console() -> None:
    """A character that the console lacks is replaced, not a reason to stop (Windows consoles speak GBK).

    A closed stream is replaced too: who starts us without standard output still wants the exit code.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
