"""Help and usage errors in Chinese: Typer's own words are English."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException


def _help(command: Any, context: Any, formatter: Any) -> None:
    """Write usage, description, arguments, options and commands."""
    group = isinstance(command, TyperGroup)
    arguments = [param for param in command.params if param.param_type_name == "argument" and not param.hidden]
    pieces = ["[选项]", *(["命令 …"] if group else []), *(_metavar(param) for param in arguments)]
    formatter.write_usage(context.command_path, " ".join(pieces), prefix="用法：")
    if command.help:
        formatter.write_paragraph()
        for line in command.help.strip().splitlines():
            formatter.write_text(line.strip())
    _section(formatter, "参数", [(_metavar(param), param.help or "") for param in arguments])
    _section(formatter, "选项", [_option(param, context) for param in command.get_params(context) if _is_option(param)])
    if group:
        names = command.list_commands(context)
        rows = [(name, (command.get_command(context, name).help or "").strip().splitlines()[0]) for name in names]
        _section(formatter, "命令", rows)


def _is_option(param: Any) -> bool:
    return param.param_type_name == "option" and not getattr(param, "hidden", False)


def _metavar(param: Any) -> str:
    name = param.metavar or param.name or ""
    return f"{name}…" if param.nargs == -1 else name if param.required else f"[{name}]"


def _option(param: Any, context: Any) -> tuple[str, str]:
    if "--help" in param.opts:
        return "--help", "显示这份帮助"
    names = ", ".join((*param.opts, *param.secondary_opts))
    default = param.get_default(context)
    shown = f"（缺省：{default}）" if default not in (None, False, "", (), []) and not param.is_flag else ""
    return names if param.is_flag else f"{names} {param.metavar or '值'}", f"{param.help or ''}{shown}"


def _section(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        formatter.write_paragraph()
        formatter.write(f"{title}：\n")
        width = max(_columns(name) for name, _ in rows)
        for name, words in rows:
            formatter.write(f"  {name}{' ' * (width - _columns(name) + 2)}{words}\n")


def _columns(text: str) -> int:
    return sum(2 if ord(character) > 0x2E80 else 1 for character in text)


class Command(TyperCommand):
    """A command whose help is Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        _help(self, ctx, formatter)


class Group(TyperGroup):
    """The program itself: its help is Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        _help(self, ctx, formatter)


def usage_message(error: TyperException, commands: Iterable[str]) -> str:
    """Return a usage error of Typer as one Chinese sentence."""
    option = getattr(error, "option_name", None)
    if type(error).__name__ == "NoSuchOption":
        return f"没有“{option}”这个选项{_guess(str(option), getattr(error, 'possibilities', None) or [])}"
    if type(error).__name__ == "MissingParameter":
        param = getattr(error, "param", None)
        return f"缺少参数“{_metavar(param).strip('[]…') if param is not None else ''}”"
    if type(error).__name__ == "BadOptionUsage":
        return f"选项“{option}”后面缺少值"
    unknown = re.match(r"No such command ['\"](.*?)['\"]", error.format_message())
    if unknown:
        return f"没有“{unknown[1]}”这个命令{_guess(unknown[1], commands)}"
    extra = re.match(r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", error.format_message())
    if extra:
        return f"多了参数“{extra[1]}”"
    param = getattr(error, "param", None)
    if param is not None and (said := _said_of_number(error.message, param)):
        return said
    if barred := _barred(error):
        return f"“{barred}”无法读取：没有读取权限"
    if param is not None:
        return f"选项或参数“{param.opts[0] if param.opts else param.name}”的值不合要求（{error.message}）"
    return f"命令的写法有误（{error.format_message()}）"


def usage_hint(error: TyperException) -> str:
    """Return what to do about a usage error."""
    return "请检查文件和文件夹的权限" if _barred(error) else "用 planforge --help 查看用法"


def _barred(error: TyperException) -> str:
    """Return the file or folder that Typer found without the right to read it, "" for any other error."""
    found = re.search(r"'(.*)' is not readable\.$", error.message or "", re.DOTALL)
    return found[1] if found else ""


def _said_of_number(message: str, param: Any) -> str:
    """Return what is wrong with the value of an option that takes a whole number, "" for any other option."""
    value = re.match(r"['\"]?(?P<value>.*?)['\"]? is not (?:a valid|in the range)", message)
    if value is None or not str(getattr(param.type, "name", "")).startswith("int"):
        return ""
    least = getattr(param.type, "min", None)
    return f"“{param.opts[0]}”应为{'整数' if least is None else f'不小于{least}的整数'}，实为“{value['value']}”"


def _guess(word: str, known: Iterable[str]) -> str:
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"；是否想写“{found[0]}”" if found else ""
