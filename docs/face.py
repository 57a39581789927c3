"""Writes the stub of the library and the list of its names: `python -m docs.face`.

The stub, `dosa_trace/__init__.pyi`, tells type checkers what `dosa_trace/__init__.py` loads late;
the list, at the end of `docs/python.md`, is made from signatures and docstrings.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import FunctionType, UnionType
from typing import Any

import dosa_trace

ROOT = Path(__file__).parent.parent
STUB = ROOT / "dosa_trace" / "__init__.pyi"
PAGE = ROOT / "docs" / "python.md"
BEGIN, END = "<!-- names: begin -->\n", "<!-- names: end -->\n"
#: The modules before the name of a type.
_MODULES = re.compile(r"(\w+\.)+")
#: How many characters a line may have.
LONGEST = 100
#: What is there for other parts of the program.
INSIDE = frozenset({"as_data", "data_types", "judge", "told"})
#: What a class can have besides fields.
MEMBERS = (FunctionType, property, cached_property, classmethod, staticmethod)
#: What a class has from Python itself, and says nothing of its own about.
FROM_PYTHON = frozenset(dir(tuple)) | frozenset(dir(str)) | frozenset(dir(Exception)) | {
    "_asdict", "_field_defaults", "_fields", "_make", "_replace",
}  # fmt: skip


def places() -> dict[str, str]:
    """The modules of the public names, of which the stub says nothing."""
    found: dict[str, str] = vars(import_module("dosa_trace"))["_PLACES"]
    return found


def stub() -> str:
    """Each name from its module, for type checkers."""
    lines = [
        _import(f"from dosa_trace.{place} import", f"{name} as {name}")
        for place, names in sorted(places().items())
        for name in sorted(names.split(), key=lambda one: (one[0].islower(), one.lower()))
    ]
    listed = "".join(f'    "{name}",\n' for name in sorted(dosa_trace.__all__))
    head = "# Made by `python -m docs.face`.\n"
    return head + "\n".join(lines) + f"\n\n__version__: str\n__all__ = [\n{listed}]\n"


def _import(begin: str, name: str) -> str:
    """An import, on several lines where it is long."""
    line = f"{begin} {name}"
    return line if len(line) <= LONGEST else f"{begin} (\n    {name},\n)"


def public() -> dict[str, Any]:
    """What is public, by its name."""
    return {name: getattr(dosa_trace, name) for name in dosa_trace.__all__ if name[0] != "_"}


def members(kind: type) -> Iterator[tuple[str, Any]]:
    """The methods and properties that a public class has of its own."""
    for name in dir(kind):
        if name.startswith("_") or name in FROM_PYTHON or name in getattr(kind, "_fields", ()):
            continue
        value = inspect.getattr_static(kind, name)
        if isinstance(value, MEMBERS):
            yield name, value


def names() -> str:
    """All that is public: functions with their signatures, classes with their fields."""
    everything = public()
    functions = {name: one for name, one in everything.items() if isinstance(one, FunctionType)}
    kinds = {name: one for name, one in everything.items() if isinstance(one, type)}
    said = [
        "### Functions\n",
        *map(_function, sorted(functions), (functions[n] for n in sorted(functions))),
    ]
    groups: tuple[tuple[str, Callable[[type], bool]], ...] = (
        ("Results", lambda one: issubclass(one, dosa_trace.Result)),
        ("Exceptions", lambda one: issubclass(one, BaseException)),
        ("Words", lambda one: issubclass(one, Enum)),
        ("Values", lambda _: True),
    )
    either = {name: one for name, one in everything.items() if isinstance(one, UnionType)}
    said += ["### One of several\n", *(_either(name, either[name]) for name in sorted(either)), ""]
    told: set[str] = set()
    for title, belongs in groups:
        chosen = [name for name in sorted(kinds) if belongs(kinds[name]) and name not in told]
        told |= set(chosen)
        said += [f"### {title}\n", *(_class(name, kinds[name]) for name in chosen), ""]
    return "\n".join(said)


def _function(name: str, function: Callable[..., Any]) -> str:
    return f"#### `{name}`\n\n```text\n{name}{signature(function)}\n```\n\n{_doc(function)}\n"


def signature(function: Callable[..., Any]) -> str:
    """The signature, each parameter on a line of its own where it is long."""
    whole = inspect.signature(function)
    said = _plainly(whole)
    if len(said) <= 80:
        return said
    parameters = [_plainly(one) for one in whole.parameters.values()]
    kinds = [one.kind for one in whole.parameters.values()]
    if inspect.Parameter.KEYWORD_ONLY in kinds:
        parameters.insert(kinds.index(inspect.Parameter.KEYWORD_ONLY), "*")
    returned = _plainly(whole.return_annotation)
    return "(\n" + "".join(f"    {one},\n" for one in parameters) + f") -> {returned}"


def _plainly(value: object) -> str:
    """Types and words as they are written in code."""
    return re.sub(r"<(\w+\.\w+): '[\w-]+'>", r"\1", str(value)).replace("'", "")


def _class(name: str, kind: type) -> str:
    about = " ".join(_doc(kind).split())
    fields = getattr(kind, "_fields", None) or getattr(kind, "__dataclass_fields__", ())
    if issubclass(kind, Enum):
        words = ", ".join(f"`{member.value}`" for member in kind)
        return f"- **`{name}`**: {about} {words}."
    parts = [f"- **`{name}`**: {about}"]
    if fields:
        parts.append(f"Fields: {', '.join(f'`{one}`' for one in fields)}.")
    own = [one for one, _ in members(kind) if not hasattr(dosa_trace.Result, one)]
    own = [one for one in own if one not in INSIDE]
    if own:
        parts.append(f"Also: {', '.join(f'`{one}`' for one in own)}.")
    return " ".join(parts)


def _either(name: str, kind: UnionType) -> str:
    said = _MODULES.sub("", _plainly(kind))
    return f"- **`{name}`**: `{said}`"


def _doc(value: Any) -> str:
    return inspect.getdoc(value) or ""


def with_names(text: str) -> str:
    """The page with the list between its marks."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{names()}\n{END}{after}"


if __name__ == "__main__":
    STUB.write_text(stub(), encoding="utf-8")
    PAGE.write_text(with_names(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
