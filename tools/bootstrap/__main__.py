"""Sets a checkout up: `python3 -m tools.bootstrap run` for the program, `dev` for its tests and checks as well.

Quick and silent when everything is there. Each thing that gets installed is said in one line; what this machine or
this user cannot install is named, and the rest goes on without it.
"""

from __future__ import annotations

import os
import sys

OLDEST = (3, 11)


def main(arguments: list[str]) -> int:
    """Set up for ``run`` or ``dev``; return the exit code."""
    if sys.version_info < OLDEST:
        print("planforge needs Python 3.11 or newer; name one: make demo PYTHON=python3.11", file=sys.stderr)
        return 2
    if arguments not in (["run"], ["dev"]):
        print("usage: python3 -m tools.bootstrap run|dev", file=sys.stderr)
        return 2
    return _set_up(dev=arguments == ["dev"])


def _set_up(*, dev: bool) -> int:
    from tools.bootstrap import debian, environment, fonts
    from tools.bootstrap.say import say, warn

    try:
        environment.ensure(dev=dev)
    except environment.SetUpError as error:
        warn(error.chinese, error.english)
        return 2
    lacking = debian.install(debian.for_tests(in_ci=bool(os.environ.get("CI"))) if dev else debian.FOR_PDF)
    if lacking:
        warn(f"缺少软件包，先不用依赖它们的功能：{' '.join(lacking)}", "missing packages, going on without them")
        say(f"补装：{debian.command(lacking)}", "to add them")
    if not fonts.ensure():
        warn("缺少 Fandol 字体，PDF 改用替代字体或不生成", "no Fandol fonts: PDF takes stand-ins or is left out")
        say("补装：先运行 sudo apt-get update，再运行一次同样的命令", "to add them: that command, then this one again")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
