"""The hooks for pre-commit: their entries run, and their patterns meet the catalogue's files."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import yaml

from tests.build import FROZEN
from tests.cli.conftest import Runner, run
from tests.cli.test_diff import git, repository

__all__ = ["repository", "run"]

ROOT = Path(__file__).parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_each_entry_takes_the_files_that_changed(run: Runner, repository: Path) -> None:
    for hook in HOOKS:
        program, *arguments = shlex.split(hook["entry"])
        assert program == "dosa-trace"
        files = [
            path.relative_to(repository).as_posix()
            for path in sorted((repository / "catalog").rglob("*"))
            if re.search(hook["files"], path.relative_to(repository).as_posix())
        ]
        assert len(files) >= len(list(FROZEN.rglob("*.yaml")))
        found = run(*arguments, *files)
        assert (found.status, found.err) == (0, ""), hook["id"]


def test_the_hooks_stop_what_they_should(run: Runner, repository: Path) -> None:
    by_id = {hook["id"]: shlex.split(hook["entry"])[1:] for hook in HOOKS}
    links = repository / "catalog" / "links" / "aims-2025.yaml"
    text = links.read_text(encoding="utf-8")
    links.write_text(text.replace("extent: partial", "extent: marginal"), encoding="utf-8")
    assert run(*by_id["dosa-trace-diff"], "catalog/links/aims-2025.yaml").status == 1
    links.write_text(text.replace("to: agdb", "to: agbd"), encoding="utf-8")
    assert run(*by_id["dosa-trace-check"], "catalog/links/aims-2025.yaml").status == 1
    assert git(repository, "status", "--porcelain") == "M catalog/links/aims-2025.yaml"
