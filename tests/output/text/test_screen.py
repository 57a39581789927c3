"""How long and how wide each answer is on a screen and in a pipe, and whether it can be read there:
contrast is computed from the colour codes."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.build import frozen
from tests.cli.conftest import Runner, run

__all__ = ["run"]

ON = ("--as-of", "2026-11-23")
#: What is asked, and how many lines of 80 and of 140 columns it may have; a pager shows the longer
#: ones from their beginning.
LINES: dict[tuple[str, ...], tuple[int, int]] = {
    ("coverage",): (22, 22),
    ("gaps",): (350, 260),
    ("orphans",): (145, 130),
    ("why", "fs-talent"): (90, 80),
    ("show", "ained"): (155, 110),
    ("show", "talent"): (100, 90),
    ("cross",): (50, 40),
    ("matrix",): (250, 220),
    ("money",): (170, 130),
    ("due",): (150, 130),
    ("what-if", "--stop", "ained"): (60, 50),
    ("changes", "--since", "2025-06"): (110, 90),
    ("changes", "--chart"): (75, 75),
    ("why", "fs-*", "--brief"): (60, 50),
    ("suggest",): (255, 230),
    ("list", "instruments"): (260, 150),
}
#: The levels of the colours of xterm's cube.
CUBE = (0, 0x5F, 0x87, 0xAF, 0xD7, 0xFF)


@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.costly), "nl"])
@pytest.mark.parametrize("asked", LINES, ids=" ".join)
def test_an_answer_is_no_longer_and_no_wider_than_people_read(
    asked: tuple[str, ...], language: str, run: Runner
) -> None:
    for width, most in zip((80, 140), LINES[asked], strict=True):
        out = run(*asked, *ON, "--lang", language, screen=True, columns=width).out
        lines = re.sub(r"\x1b\[[\d;]*m|\x1b\]8;;[^\x1b]*\x1b\\", "", out).splitlines()
        assert max(map(len, lines)) <= width
        assert len(lines) <= most, len(lines)
    piped = run(*asked, *ON, "--lang", language).out.splitlines()
    assert max(map(len, piped)) <= 100


@pytest.mark.parametrize("asked", [one for one in LINES if one[0] != "list"], ids=" ".join)
def test_only_ids_are_dim_and_only_signs_have_a_colour(asked: tuple[str, ...], run: Runner) -> None:
    """Words have the colour that the reader chose, which contrasts with their ground; signs at
    least 3 to 1 on black and on white (WCAG 2.2, 1.4.11)."""
    out = run(*asked, *ON, screen=True, columns=100).out
    styled = re.findall(r"\x1b\[([\d;]+)m([^\x1b]*)", out)
    assert styled
    for codes, text in styled:
        if codes == "2":
            assert re.fullmatch(r"[a-z0-9.-]+( → [a-z0-9.-]+)*", text), text
        elif codes.startswith("38;5;"):
            assert not re.search(r"\w", text), text
            light = luminance(int(codes[5:]))
            assert (light + 0.05) / 0.05 >= 3
            assert 1.05 / (light + 0.05) >= 3
        else:
            assert codes in ("0", "1"), (codes, text)


def luminance(colour: int) -> float:
    """Of a colour of xterm's cube, after WCAG 2.2."""
    at = colour - 16
    shares = [CUBE[one] / 255 for one in (at // 36, at // 6 % 6, at % 6)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_an_id_never_breaks_over_lines(language: str, run: Runner) -> None:
    ids = [one for one in frozen(date(2026, 11, 23)).catalog.by_id if "-" in one]
    for asked in (("gaps",), ("why", "fs-talent"), ("coverage", "--each"), ("matrix",)):
        out = run(*asked, *ON, "--lang", language, screen=True, columns=80).out
        joined = "".join(line.strip(" │├└─") for line in out.splitlines())
        broken = [one for one in ids if joined.count(one) > out.count(one)]
        assert broken == []
