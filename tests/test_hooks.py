"""The hooks for pre-commit: their entries run, and their patterns meet the catalogue's files."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.build import FROZEN, ROOT
from tests.cli.conftest import Runner, run
from tests.cli.test_diff import git, repository

__all__ = ["repository", "run"]

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_each_entry_takes_the_files_that_changed(run: Runner, repository: Path) -> None:
    (repository / "note.md").write_text("There is no figure here.\n", encoding="utf-8")
    for hook in HOOKS:
        program, *arguments = shlex.split(hook["entry"])
        assert program == "dosa-trace"
        files = [
            path.relative_to(repository).as_posix()
            for path in sorted(repository.rglob("*"))
            if ".git/" not in path.as_posix() and _takes(hook, path.relative_to(repository))
        ]
        assert len(files) >= (1 if "types" in hook else len(list(FROZEN.rglob("*.yaml"))))
        found = run(*arguments, *files)
        assert (found.status, found.err) == (0, ""), hook["id"]


def _takes(hook: dict[str, Any], path: Path) -> bool:
    """Whether pre-commit would hand a file to a hook."""
    if "types" in hook:
        return hook["types"] == ["markdown"] and path.suffix == ".md"
    return bool(re.search(hook["files"], path.as_posix()))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
@pytest.mark.parametrize("name", ["-oREADME.md", "--output=README.md", "--catalog=other", "-h"])
def test_a_name_like_an_option_is_the_name_of_a_file(
    hook: dict[str, Any], name: str, run: Runner, repository: Path
) -> None:
    """A pull request may add a file of any name, and pre-commit hands it on as it is."""
    arguments = shlex.split(hook["entry"])[1:]
    assert arguments[-1] == "--"
    readme = repository / "README.md"
    readme.write_text("ours\n", encoding="utf-8")
    (repository / name).write_text("<!-- dosa coverage.total --><!-- / -->\n", encoding="utf-8")
    found = run(*arguments, name)
    assert found.status in (1, 2)
    assert "Usage" not in found.out
    assert readme.read_text(encoding="utf-8") == "ours\n"


def test_the_hooks_stop_what_they_should(run: Runner, repository: Path) -> None:
    by_id = {hook["id"]: shlex.split(hook["entry"])[1:] for hook in HOOKS}
    note = repository / "note.md"
    note.write_text("<!-- dosa coverage.total as-of=2026-01-01 -->0<!-- / -->\n", encoding="utf-8")
    assert run(*by_id["dosa-trace-fill"], "note.md").status == 1
    note.unlink()
    links = repository / "catalog" / "links" / "aims-2025.yaml"
    text = links.read_text(encoding="utf-8")
    links.write_text(text.replace("extent: partial", "extent: marginal"), encoding="utf-8")
    assert run(*by_id["dosa-trace-diff"], "catalog/links/aims-2025.yaml").status == 1
    links.write_text(text.replace("to: agdb", "to: agbd"), encoding="utf-8")
    assert run(*by_id["dosa-trace-check"], "catalog/links/aims-2025.yaml").status == 1
    assert git(repository, "status", "--porcelain") == "M catalog/links/aims-2025.yaml"
