"""What no program that answers from YAML in Python goes below: its imports, and libyaml's events of
the same bytes."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import yaml

#: What `dosa-trace coverage -f json` imports before it looks at a catalogue.
IMPORTED = (
    "dosa_trace.cli.app", "dosa_trace.cli.coverage", "dosa_trace.catalog.loader",
    "dosa_trace.graph", "dosa_trace.analysis.coverage.summary", "dosa_trace.output.data.json",
)  # fmt: skip

if __name__ == "__main__":
    for name in IMPORTED:
        import_module(name)
    parser = yaml.CSafeLoader(Path(sys.argv[1]).read_text(encoding="utf-8"))
    while not isinstance(parser.get_event(), yaml.StreamEndEvent):
        pass
