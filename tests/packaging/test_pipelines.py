"""The files for pipelines: they fit the schemas of their services, and their steps do in a repository what they say."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema.validators import validator_for
from ruamel.yaml import YAML

from tests.ci import ROOT, break_a_figure, git, planforge, repository, run_shell


def _yaml(path: str) -> Any:
    return YAML(typ="safe").load((ROOT / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("action.yml", "github-actions"),
        ("docs/ci/github-workflow.yml", "github-workflows"),
        ("docs/ci/gitlab-ci.yml", "gitlab-ci"),
    ],
)
def test_files_fit_the_schemas_of_their_services(path: str, schema: str) -> None:
    """As the services themselves read them."""
    vendor = files("check_jsonschema").joinpath("builtin_schemas", "vendor", f"{schema}.json")
    known = json.loads(vendor.read_text(encoding="utf-8"))
    validator = validator_for(known)(known)
    assert [f"{error.json_path} {error.message}" for error in validator.iter_errors(_yaml(path))] == []


def _step(name: str, given: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Return a step's script and its environment with the inputs filled in."""
    action = _yaml("action.yml")
    step = next(step for step in action["runs"]["steps"] if step["name"] == name)
    inputs = {key: value.get("default", "") for key, value in action["inputs"].items()} | given
    values = {f"inputs.{key}": value for key, value in inputs.items()} | {"github.action_path": "/action path"}
    fill = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
    assert not fill.search(step["run"]), "an input in a script could become a command"
    return step["run"], {key: fill.sub(lambda match: values[match[1]], str(text)) for key, text in step["env"].items()}


def _action(folder: Path, bin_folder: Path, **given: str) -> tuple[int, str]:
    script, environment = _step("Lint", {key.replace("_", "-"): value for key, value in given.items()})
    done = run_shell(script, folder, bin_folder, **environment)
    return done.returncode, done.stdout + done.stderr


def test_the_action_installs_itself(tmp_path: Path) -> None:
    """From where it was checked out, whatever the path."""
    script, environment = _step("Install planforge", {})
    assert run_shell(script, tmp_path, tmp_path / "bin", **environment).returncode == 0
    assert (tmp_path / "bin" / "pip.log").read_text(encoding="utf-8") == "-m pip install --quiet /action path\n"


def test_the_action_stops_at_a_broken_figure(tmp_path: Path) -> None:
    """Exit code, annotations, SARIF; hostile inputs stay words."""
    (tmp_path / "repository").mkdir()
    folder, programs = repository(tmp_path / "repository"), tmp_path / "bin"
    code, output = _action(folder, programs)
    assert (code, "::error" in output) == (0, False)
    break_a_figure(folder)
    code, output = _action(folder, programs, sarif="out.sarif", changed_since="HEAD", paths="规划\n\n")
    assert code == 1
    assert (
        output.count("::error file=规划/chapters/01-review.yaml,line=")
        == output.count("::") - 1 - output.count("::warning") * 2
        == 1
    )
    results = json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [result["level"] for result in results].count("error") == 1
    assert _action(folder, programs, fail_on="$(touch broken)")[0] == 2
    assert _action(folder, programs, paths="规划; touch broken")[0] == 2
    assert not (folder / "broken").exists()


def test_the_gitlab_job_reports_and_stops(tmp_path: Path) -> None:
    """Both reports are written before the last command fails the job; what cannot run fails at once."""
    (tmp_path / "repository").mkdir()
    folder = repository(tmp_path / "repository")
    job = _yaml("docs/ci/gitlab-ci.yml")["plans"]
    script = "\n".join([*job["before_script"], *job["script"]])
    variables = {name: str(value).replace("$CI_PROJECT_DIR", str(folder)) for name, value in job["variables"].items()}
    assert run_shell(script, folder, tmp_path / "bin", **variables).returncode == 0
    break_a_figure(folder)
    assert run_shell(script, folder, tmp_path / "bin", **variables).returncode == 1
    reports = job["artifacts"]["reports"]
    issues = json.loads((folder / reports["codequality"]).read_text(encoding="utf-8"))
    assert [issue["severity"] for issue in issues].count("critical") == 1
    assert 'type="PF' in (folder / reports["junit"]).read_text(encoding="utf-8")
    assert (folder / job["cache"]["paths"][0]).is_dir()
    assert run_shell(script, folder, tmp_path / "bin", **(variables | {"PLANS": "没有"})).returncode != 0


def test_the_hooks_are_what_pre_commit_wants(tmp_path: Path) -> None:
    """Their fields are known to it, and their commands do what their names say."""
    hooks = {hook["id"]: hook for hook in _yaml(".pre-commit-hooks.yaml")}
    known = {"id", "name", "description", "entry", "args", "language", "pass_filenames", "files"}
    assert all(hook.keys() <= known and {"id", "name", "entry", "language"} <= hook.keys() for hook in hooks.values())
    used = _yaml("docs/ci/pre-commit-config.yaml")["repos"][0]["hooks"]
    assert {hook["id"] for hook in used} <= hooks.keys()
    assert all(re.search(hook["files"], "规划/chapters/01-review.yaml") for hook in hooks.values())
    (tmp_path / "repository").mkdir()
    folder = repository(tmp_path / "repository")

    def run(name: str) -> int:
        command = " ".join([hooks[name]["entry"], *hooks[name]["args"]])
        return run_shell(command, folder, tmp_path / "bin").returncode

    assert [run("planforge-lint"), run("planforge-lint-changed")] == [0, 0]
    break_a_figure(folder)
    assert [run("planforge-lint"), run("planforge-lint-changed")] == [1, 1]
    git(folder, "commit", "-qam", "broken")
    assert [run("planforge-lint"), run("planforge-lint-changed")] == [1, 0]


def _told(folder: Path, form: str) -> str:
    done = planforge(folder, "lint", ".", "--baseline", "known.json", "--format", form)
    assert done.returncode == 1
    return done.stdout


def test_one_broken_figure_is_one_new_finding_everywhere(tmp_path: Path) -> None:
    """New plan, baseline, a commit that breaks one figure: SARIF, GitHub and JUnit tell it alike, and nothing else."""
    folder = repository(tmp_path)
    assert planforge(folder, "lint", ".", "--fail-on", "warning").returncode == 1
    assert planforge(folder, "lint", ".", "--write-baseline", "known.json").returncode == 0
    assert planforge(folder, "lint", ".", "--baseline", "known.json", "--fail-on", "info").returncode == 0
    break_a_figure(folder)
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "broken")
    (result,) = json.loads(_told(folder, "sarif"))["runs"][0]["results"]
    (command,) = _told(folder, "github").splitlines()
    (failure,) = re.findall(r'<failure type="(\w+)" message="([^"]*)"', _told(folder, "junit"))
    region = result["locations"][0]["physicalLocation"]["region"]
    assert result["level"] == "error"
    assert failure == (result["ruleId"], result["message"]["text"])
    assert command.startswith(f"::error file=规划/chapters/01-review.yaml,line={region['startLine']},")
    assert f"title={result['ruleId']} " in command
