"""Text of strangers that does nothing but be read: what a terminal, a reader of lines or a runner
of workflows would obey is shown as what it is.

Every text that comes from a catalogue, the name of a file, an argument or git passes through here
on its way into a message (`language.Message`) or an output (`output.answer`).
"""

from __future__ import annotations

import re
from typing import Final

#: Characters that cannot be seen, or that make text read otherwise than it is stored: controls but
#: tab and newlines, line separators, marks that reorder, join, tag or hide text, variation
#: selectors, fillers, halves of pairs (Unicode Technical Report 36).
HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
_SHOWN = re.compile(f"{HIDDEN.pattern[:-1]}\t\r\n]")
_COMMAND = re.compile(r"^(\s*):(?=:)", re.MULTILINE)
_FORMULA = re.compile(r"[\s]*[=+\-@\t\r|%\uff1d\uff0b\uff0d\uff20]")
#: Where a reader that parts cells elsewhere would see a cell begin.
_INSIDE = re.compile(r"(?<![\s\"';,])([\s\"';,]++)([=+\-@|%\uff1d\uff0b\uff0d\uff20])")
_PARTING = re.compile(r"[;,\n\"']")
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def inert(text: str) -> str:
    """The text on one line, with each hidden character as its escape, such as `\\u009b`."""
    return _SHOWN.sub(_shown, text) if _SHOWN.search(text) else text


def inert_lines(text: str) -> str:
    """The same of a text that may have lines of its own."""
    return "\n".join(map(inert, text.split("\n")))


def visible(character: str) -> str:
    """A character as its escape in a text of JSON or Python."""
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def no_commands(text: str) -> str:
    """Text in which the runner of GitHub's workflows reads no command of its own: none begins a
    line with `::`, and `##[` stands nowhere."""
    if "::" in text:
        text = _COMMAND.sub(r"\1: ", text)
    return no_old_commands(text)


def no_old_commands(text: str) -> str:
    """Text that holds none of the commands that the runner reads anywhere in a line."""
    return text.replace("##[", "# #[") if "##[" in text else text


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    return " " if character in "\t\r\n" else visible(character)


def disarmed(text: str) -> str:
    """Text that no spreadsheet runs, whether it parts cells at a comma or a semicolon: a formula at
    its beginning, or behind a separator or a quote in it, has an apostrophe in front (OWASP, *CSV
    Injection*)."""
    shown = _INSIDE.sub(_with_apostrophe, text)
    return f"'{shown}" if _is_formula(shown) else shown


def as_before(text: str) -> str:
    """The text that was disarmed: of what somebody typed themselves nothing comes off."""
    shown = text[1:] if text.startswith("'") and _is_formula(text[1:]) else text
    return _INSIDE.sub(_without_apostrophe, shown)


def _is_formula(text: str) -> bool:
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)


def _with_apostrophe(found: re.Match[str]) -> str:
    return f"{found[1]}'{found[2]}" if _PARTING.search(found[1]) else found[0]


def _without_apostrophe(found: re.Match[str]) -> str:
    before = found[1]
    ours = before.endswith("'") and _PARTING.search(before[:-1])
    return f"{before[:-1]}{found[2]}" if ours else found[0]
