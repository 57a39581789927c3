"""Runs the notebook of nine cells and writes it with what they show: `python -m docs.notebook`.

A notebook is JSON (nbformat 4). A cell shows what its last line is worth, as a notebook does: its
`_repr_html_` and its `repr`.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"
CATALOG = ROOT / "tests" / "catalogues" / "frozen"
CELLS = (
    "from dosa_trace import coverage, load\n\ncatalog = load()\ncatalog",
    'graph = catalog.on("2026-11-23")\ncoverage(graph)',
    'coverage(graph, by="theme")',
    'from dosa_trace import gaps\n\ngaps(graph, where={"source": "factsheets-2025"})',
    'from dosa_trace import why\n\nwhy(graph, "fs-talent")',
    'from dosa_trace import what_if\n\nwhat_if(graph, stop="agdb")',
    "from dosa_trace import money\n\nmoney(graph)",
    'from dosa_trace import drawing\n\ndrawing(graph, focus="fs-talent")',
    'from dosa_trace import changes\n\nchanges(graph, since="2026")',
)


def notebook() -> str:
    """The notebook with its outputs, which are the same wherever it is run."""
    space: dict[str, Any] = {}
    here = os.environ.get("DOSA_TRACE_CATALOG")
    os.environ["DOSA_TRACE_CATALOG"] = str(CATALOG)
    try:
        cells = [_cell(at, source, space) for at, source in enumerate(CELLS, 1)]
    finally:
        os.environ.pop("DOSA_TRACE_CATALOG")
        if here is not None:
            os.environ["DOSA_TRACE_CATALOG"] = here
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    whole = {
        "cells": cells,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _cell(at: int, source: str, space: dict[str, Any]) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": at,
        "id": f"cell-{at}",
        "metadata": {},
        "outputs": [
            {
                "output_type": "execute_result",
                "execution_count": at,
                "metadata": {},
                "data": _shown(source, space),
            }
        ],
        "source": source.splitlines(keepends=True),
    }


def _shown(source: str, space: dict[str, Any]) -> dict[str, list[str]]:
    """What the last line of a cell is worth, after the others were run; nothing is printed."""
    body = ast.parse(source).body
    last = body.pop()
    assert isinstance(last, ast.Expr)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(ast.Module(body, []), "notebook", "exec"), space)
        value = eval(compile(ast.Expression(last.value), "notebook", "eval"), space)
    assert not printed.getvalue()
    shown = {"text/plain": repr(value).splitlines(keepends=True)}
    if hasattr(value, "_repr_html_"):
        shown["text/html"] = value._repr_html_().splitlines(keepends=True)
    return shown


if __name__ == "__main__":
    NOTEBOOK.write_text(notebook(), encoding="utf-8")
