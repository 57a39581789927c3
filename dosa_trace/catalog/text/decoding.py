"""The bytes of a file as text."""

from __future__ import annotations

from dosa_trace.catalog.text import hidden_characters as hidden
from dosa_trace.catalog.text import messages
from dosa_trace.catalog.text import rules as file_rules
from dosa_trace.diagnostics import Diagnostic, Span


def _is_utf16(data: bytes) -> bool:
    """Whether these are the bytes of UTF-16, by its mark or by every other byte being nothing."""
    return data[:2] in (b"\xff\xfe", b"\xfe\xff") or 0 < len(data[:400]) < 3 * data.count(0, 0, 400)


def text_of_utf16(data: bytes) -> str:
    """What such a file says, so that its ids are known."""
    big = data[:2] == b"\xfe\xff" or data[:1] == b"\0"
    return data.decode("utf-16-be" if big else "utf-16-le", errors="replace").removeprefix("\ufeff")


def decoded(path: str, data: bytes, findings: list[Diagnostic]) -> str | None:
    """The text of a file; what is no UTF-8 is reported and replaced, of UTF-16 there is none."""
    if _is_utf16(data):
        hint = messages.SAVE_AS_UTF8
        findings.append(Diagnostic(file_rules.INVALID_UTF8, messages.IS_UTF16, Span(path), hint))
        return None
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        span = hidden.place_after(path, before)
        byte = f"0x{data[error.start]:02X}"
        findings.append(
            Diagnostic(
                file_rules.INVALID_UTF8,
                messages.BAD_BYTE(byte=byte),
                span,
                messages.SAVE_AS_UTF8,
            )
        )
        return data.decode("utf-8", errors="replace").removeprefix("\ufeff")
