"""Where a record was written, so that everything said about it can be traced to a line."""

from __future__ import annotations

from dataclasses import dataclass

from dosa_trace.catalog import values
from dosa_trace.diagnostics import Span


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a record stands: its file and the mapping that it was read from."""

    file: values.YamlFile
    node: values.Mapping

    @property
    def path(self) -> str:
        return self.file.path

    def has(self, key: str) -> bool:
        """Whether something stands under a key, whatever could be made of it."""
        return key in self.node.entries

    def has_items(self, key: str) -> bool:
        """Whether a list stands under a key that is not empty."""
        value = self.node.entries[key][1] if self.has(key) else None
        return isinstance(value, values.Sequence) and bool(value.items)

    def span(self, *route: str | int) -> Span:
        """The place of a value inside the record by keys and indices, as far as they lead;
        without a route, the first key of the record."""
        node: values.Value = self.node
        for step in route:
            if isinstance(node, values.Mapping) and step in node.entries:
                node = node.entries[str(step)][1]
            elif isinstance(node, values.Sequence) and isinstance(step, int):
                node = node.items[step]
            elif isinstance(node, values.Mapping) and isinstance(step, int):
                node = [value for _, value in node.entries.values()][step]
            else:
                break
        if isinstance(node, values.Mapping) and node.entries:
            node = next(iter(node.entries.values()))[0]
        return self.file.span(node)
