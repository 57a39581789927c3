"""Figures in a note: there and back, only what is known, and nothing else of it changed."""

from __future__ import annotations

import html
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.cli.writing import write_files
from dosa_trace.file_writer import FileChange
from dosa_trace.markers import Marker, markers, rewritten
from dosa_trace.views.notes.note_figures import FIGURES
from tests.build import frozen
from tests.cli.conftest import Runner, run
from tests.examples import examples

__all__ = ["run"]

ON = ("--as-of", "2026-11-23")


def note(text: str, name: str = "note.md") -> Path:
    path = Path(name)
    path.write_bytes(text.encode("utf-8"))
    return path


def test_a_figure_is_written_with_the_date_that_it_holds_on(run: Runner) -> None:
    path = note("Of these <!-- dosa coverage.partly -->?<!-- / --> are.\r\n")
    assert run("fill", "note.md", *ON, "--lang", "en", "-q").status == 0
    report = coverage(frozen(date(2026, 11, 23)))
    told = f"{report.counts.partly} of {report.total}"
    assert path.read_bytes().decode() == (
        f"Of these <!-- dosa coverage.partly as-of=2026-11-23 -->{told}<!-- / --> are.\r\n"
    )


def test_the_date_of_a_marker_is_kept_until_it_is_renewed(run: Runner) -> None:
    path = note("<!-- dosa coverage.total as-of=2025-06-30 --><!-- / -->\n")
    early = coverage(frozen(date(2025, 6, 30))).total
    late = coverage(frozen(date(2026, 11, 23))).total
    assert early != late
    run("fill", "note.md", "-q")
    assert path.read_text() == f"<!-- dosa coverage.total as-of=2025-06-30 -->{early}<!-- / -->\n"
    run("fill", "note.md", *ON, "-q")
    assert path.read_text() == f"<!-- dosa coverage.total as-of=2026-11-23 -->{late}<!-- / -->\n"


def test_it_is_said_on_what_date_figures_hold(run: Runner) -> None:
    """A figure keeps the date in its marker, so a run that writes nothing names that date."""
    note("<!-- dosa coverage.total as-of=2025-06-30 --><!-- / -->")
    note("<!-- dosa coverage.total as-of=2026 --><!-- / -->", "later.md")
    say = ("--lang", "en")
    assert "1 of 1 figure was written, valid on 30 June 2025." in run("fill", "note.md", *say).out
    again = run("fill", "note.md", *say).out
    assert (
        "Nothing to write: all figures (1) hold on 30 June 2025. Renew them with --as-of DATE"
        in again
    )
    assert (
        "All figures are right on 30 June 2025: 1." in run("fill", "note.md", "--check", *say).out
    )
    run("fill", "later.md", "-q")
    both = run("fill", "note.md", "later.md", "--check", *say).out
    assert "All figures are right on dates from 30 June 2025 to 2026: 2." in both
    note("<!-- dosa coverage.total as-of=2026-05 --><!-- / -->")
    run("fill", "note.md", "-q")
    months = run("fill", "later.md", "note.md", "--check", *say).out
    assert "on dates from May 2026 to 2026:" in months


def test_the_date_and_what_is_counted_can_be_read_in_a_note(run: Runner) -> None:
    path = note("<!-- dosa dateline where=theme=talent --><!-- / --> <!-- dosa date --><!-- / -->")
    run("fill", "note.md", *ON, "--lang", "nl", "-q")
    told = path.read_text()
    said = run("coverage", *ON, "--where", "theme=talent", "--lang", "nl", "-f", "markdown").out
    (sentence,) = (line for line in said.splitlines() if line.startswith("Peildatum"))
    assert f"-->{sentence}<!-- / -->" in told
    assert told.endswith("-->2026-11-23<!-- / -->")


def test_money_in_a_note_is_rounded_and_says_so(run: Runner) -> None:
    path = note(
        "<!-- dosa money.announced --><!-- / --> <!-- dosa money.announced.whole --><!-- / -->"
    )
    run("fill", "note.md", *ON, "--lang", "nl", "-q")
    short, whole = path.read_text().split("<!-- / -->")[:2]
    assert "-->≈ €" in short and short.endswith("mld.")
    assert "EUR 2" in whole and whole.endswith("aangekondigd")


def test_a_month_stays_a_month(run: Runner) -> None:
    path = note("<!-- dosa coverage.total as-of=2025-06 --><!-- / -->")
    run("fill", "note.md", "-q")
    total = coverage(frozen(date(2025, 6, 30))).total
    assert path.read_text() == f"<!-- dosa coverage.total as-of=2025-06 -->{total}<!-- / -->"


def test_a_selection_and_a_basis_count(run: Runner) -> None:
    path = note(
        "<!-- dosa coverage.partly.number where=theme=talent -->x<!-- / --> "
        "<!-- dosa coverage.partly.number basis=stated -->x<!-- / -->"
    )
    run("fill", "note.md", *ON, "-q")
    graph = frozen(date(2026, 11, 23))
    talent = sum(
        line.state.value == "partly"
        for line in coverage(graph).recommendations if "talent" in line.themes
    )  # fmt: skip
    stated = coverage(frozen(date(2026, 11, 23), basis=Basis.STATED)).counts.partly
    assert [part.split("<")[0] for part in path.read_text().split("-->")[1::2]] == [
        str(talent), str(stated),
    ]  # fmt: skip


def test_check_writes_nothing_and_ends_with_1_where_a_figure_no_longer_holds(run: Runner) -> None:
    path = note("<!-- dosa coverage.total --><!-- / -->")
    assert run("fill", "note.md", "--check", *ON).status == 1
    assert path.read_text() == "<!-- dosa coverage.total --><!-- / -->"
    run("fill", "note.md", *ON, "-q")
    assert run("fill", "note.md", "--check").status == 0
    path.write_text(path.read_text().replace("-->52<", "-->53<"))
    found = run("fill", "note.md", "--check", "-f", "json")
    (item,) = json.loads(found.out)["items"]
    assert (found.status, item["was"], item["now"], item["holds"]) == (1, "53", "52", False)


def test_a_figure_stays_in_the_language_in_which_it_stands(run: Runner) -> None:
    path = note("<!-- dosa coverage.gap --><!-- / -->")
    run("fill", "note.md", *ON, "--lang", "nl", "-q")
    assert "34 van 52" in path.read_text()
    assert run("fill", "note.md", "--check", "--lang", "en").status == 0
    run("fill", "note.md", "--as-of", "2025-06-30", "--lang", "en", "-q")
    assert " van " in path.read_text()


def test_every_mistake_is_told_at_its_place_and_nothing_is_written(run: Runner) -> None:
    text = (
        "<!-- dosa coverage.total --><!-- / -->\n"
        "x <!-- dosa coverage.partley --><!-- / -->\n"
        "<!-- dosa coverage.gap basis=guessed --><!-- / -->\n"
        "<!-- dosa coverage.gap where=theme=talnt --><!-- / -->\n"
        "<!-- dosa coverage.gap colour=red --><!-- / -->\n"
        "<!-- dosa state.fs-talnt --><!-- / -->\n"
        "<!-- dosa --><!-- / -->\n"
        "<!-- dosa coverage.gap oops --><!-- / -->\n"
        "<!-- dosa coverage.gap -->\n"
    )
    path = note(text)
    found = run("fill", "note.md", *ON, "--lang", "en")
    assert found.status == 2
    assert path.read_text() == text
    for place, words in (
        ("2:3", "'coverage.partly'"), ("3:1", "'guessed'"), ("4:1", "'talent'"),
        ("5:1", "'colour'"), ("6:1", "'fs-talent'"), ("7:1", "names no figure"),
        ("8:1", "'oops'"), ("9:1", "not closed"),
    ):  # fmt: skip
        line = found.out.partition(f"note.md:{place}: ")[2]
        assert words in line.partition("note.md:")[0], place


def test_a_marker_in_other_letters_is_one_and_a_colon_is_told(run: Runner) -> None:
    path = note("<!-- Dosa coverage.total --><!-- / -->\n<!--dosa coverage.total--><!--/-->\n")
    assert run("fill", "note.md", *ON, "-q").status == 0
    assert path.read_text().count(f">{coverage(frozen(date(2026, 11, 23))).total}<") == 2
    note("<!-- dosa: coverage.total --><!-- / -->\n")
    found = run("fill", "note.md", *ON, "--lang", "en")
    assert found.status == 2
    assert "note.md:1:1: there is no colon after dosa" in found.out


def test_in_code_a_marker_is_only_text(run: Runner) -> None:
    text = (
        "`<!-- dosa nothing --><!-- / -->` and\n```\n<!-- dosa nothing -->\n```\n"
        "~~~md\n<!-- dosa nothing -->\n"
    )
    path = note(text)
    found = run("fill", "note.md", *ON, "--lang", "en")
    assert (found.status, path.read_text()) == (0, text)
    assert "There is no marker here" in found.out


AHEAD = "<!-- dosa coverage.total as-of=2026-11-23 -->53<!-- / -->"


@pytest.mark.parametrize(
    "before",
    [
        "``` a line with ` that only looks like a fence\n",
        "text ``` and more\n",
        "> ```\n> quoted\n\n",
        "- ```\n  in a list\n\n",
        "`` unpaired `\n\n",
        "\\` escaped ` and\n",
        "~~~ `\ncode\n~~~\n",
        "| a | b |\n| - | - |\n| `x` | ",
    ],
)
def test_a_figure_behind_what_only_looks_like_code_is_one(run: Runner, before: str) -> None:
    note(before + AHEAD + "\n")
    assert run("fill", "note.md", "--check").status == 1


@pytest.mark.parametrize(
    "text",
    [
        "a `span over\ntwo " + AHEAD + " lines` here\n",
        "    " + AHEAD + "\n",
        "> ```\n> " + AHEAD + "\n> ```\n",
        "- a\n\n      " + AHEAD + "\n",
        "````\n```\n" + AHEAD + "\n````\n",
        "`` a ` " + AHEAD + " ``\n",
        "\\" + AHEAD.partition(">")[0] + "\n",
    ],
)
def test_what_stands_in_code_is_not_written(run: Runner, text: str) -> None:
    path = note(text)
    found = run("fill", "note.md", *ON, "--lang", "en")
    assert (found.status, path.read_text()) == (0, text)
    assert "There is no marker here" in found.out


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("x <!-- dosa coverage.total\n", "1:3"),
        ("<!-- dosa coverage.total\n\nText.\n", "1:1"),
        ("<!-- later: <!-- dosa coverage.total --> -->\n", "1:13"),
        ("<script><!-- dosa coverage.total -->1<!-- / --></script>\n", "1:9"),
        ("<!--\ndosa coverage.total -->1<!-- / -->\n", "1:1"),
        ("x <!-- dosa <b> -->1<!-- / -->\n", "1:3"),
        ("x <!-- dosa-trace -->1<!-- / -->\n", "1:3"),
    ],
)
def test_what_begins_like_a_marker_and_is_none_is_told(run: Runner, text: str, place: str) -> None:
    path = note(text)
    found = run("fill", "note.md", *ON, "--lang", "en")
    assert (found.status, path.read_text()) == (2, text)
    assert f"note.md:{place}: " in found.out


@pytest.mark.parametrize(
    "between",
    [
        "1\n\n# A chapter\n\nthat nobody meant to lose.\n",
        "1\r\nmore",
        "1 <!-- a remark --> ",
        "long " * 101,
    ],
)
def test_what_is_more_than_a_figure_is_not_eaten(run: Runner, between: str) -> None:
    """The end of a marker was forgotten, and a later end would take all that stands between."""
    text = f"<!-- dosa coverage.total -->{between}<!-- / -->\n"
    path = note(text)
    found = run("fill", "note.md", *ON, "--lang", "en")
    assert (found.status, path.read_bytes().decode()) == (2, text)
    assert "note.md:1:1: there is more than a figure here" in found.out


def test_a_marker_without_spaces_stays_one(run: Runner) -> None:
    """Its date ended in the end of the comment, and took that along."""
    path = note("x <!--dosa coverage.total as-of=2025-06-30-->1<!--/--> and this text.")
    run("fill", "note.md", *ON, "-q")
    total = coverage(frozen(date(2026, 11, 23))).total
    told = f"x <!--dosa coverage.total as-of=2026-11-23-->{total}<!--/--> and this text."
    assert path.read_text() == told
    assert run("fill", "note.md", "--check").status == 0


@pytest.mark.parametrize(
    "text",
    [
        f'<a title="{AHEAD}">x</a>\n',
        f"<div><script>{AHEAD}</script></div>\n",
        f"<div>\n<textarea>{AHEAD}</textarea>\n</div>\n",
        f"<![CDATA[ {AHEAD} ]]>\n",
        f"<? {AHEAD} ?>\n",
        f"<div\n title='{AHEAD}'>\n",
        f"[^1]: A footnote, in which what is indented is text.\n\n    {AHEAD}\n",
    ],
)
def test_what_is_no_comment_or_perhaps_code_is_told(run: Runner, text: str) -> None:
    path = note(text)
    found = run("fill", "note.md", *ON, "--lang", "en")
    assert (found.status, path.read_text()) == (2, text)
    assert "this starts like a marker, but is not a" in found.out


def test_a_back_tick_in_an_address_begins_no_code(run: Runner) -> None:
    note(f"<http://a.`b> and {AHEAD} ` more\n")
    assert run("fill", "note.md", "--check").status == 1


def test_a_value_is_text_where_a_line_is_html(run: Runner, tmp_path: Path) -> None:
    """A line that begins with a comment is HTML, in which no backslash escapes anything."""
    (tmp_path / "odd.yaml").write_text(
        "catalogue: {title: T, languages: [en], focus: {name: '<img src=x onerror=alert(1)> *b*',"
        " where: {id: r}}}\nsources: [{id: s, kind: web, title: T, publisher: P, date: 2024}]\n"
        "recommendations: [{id: r, source: s, title: T}, {id: q, source: s, title: Q}]\n"
    )
    path = note(
        "<!-- dosa coverage.sentence --><!-- / -->\n\nx <!-- dosa coverage.sentence --><!-- / -->\n"
    )
    assert run("fill", "note.md", "--catalog", "odd.yaml", *ON, "-q").status == 0
    made = MarkdownIt("commonmark").render(path.read_text())
    assert "<img" not in made
    first, second = (part for part in html.unescape(made).split("onerror=alert(1)> *b*")[:2])
    assert first.count("<img src=x ") == second.count("<img src=x ") == 1


def test_of_several_notes_none_is_written_where_one_is_refused(run: Runner, tmp_path: Path) -> None:
    good, bad = note("<!-- dosa coverage.total --><!-- / -->", "good.md"), "<!-- dosa x -->"
    refused = note(bad, "refused.md")
    assert run("fill", "good.md", "refused.md", *ON).status == 2
    refused.write_text("<!-- dosa coverage.total --><!-- / -->")
    refused.chmod(0o444)
    found = run("fill", "good.md", "refused.md", *ON, "--lang", "en")
    assert (found.status, "'refused.md' is read-only" in found.err) == (2, True)
    assert good.read_text() == refused.read_text() == "<!-- dosa coverage.total --><!-- / -->"
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_file()) == [
        "good.md", "refused.md",
    ]  # fmt: skip


def test_a_note_that_changed_meanwhile_is_not_written_over(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = note("<!-- dosa coverage.total --><!-- / -->", "a.md"), note("", "b.md")
    second.write_text("<!-- dosa coverage.total --><!-- / -->")

    def edited(changes: Sequence[FileChange]) -> None:
        second.write_text("somebody wrote this")
        write_files(changes)

    monkeypatch.setattr("dosa_trace.cli.fill.write_files", edited)
    found = run("fill", "a.md", "b.md", *ON, "--lang", "en")
    assert (found.status, "somebody else has changed 'b.md'" in found.err) == (2, True)
    assert second.read_text() == "somebody wrote this"
    assert first.read_text() == "<!-- dosa coverage.total --><!-- / -->"


def test_a_note_that_is_a_link_out_a_pipe_or_too_large_is_refused(
    run: Runner, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "note.md"
    outside.write_text("<!-- dosa coverage.total --><!-- / -->")
    Path("link.md").symlink_to(outside)
    os.mkfifo("pipe.md")
    note("x" * (16 * 1024 * 1024 + 1), "large.md")
    for name, said in (
        ("link.md", "leads out of its folder"), ("pipe.md", "not an ordinary file"),
        ("large.md", "larger than 16 MB"),
    ):  # fmt: skip
        found = run("fill", name, *ON, "--lang", "en")
        assert (found.status, said in found.err) == (2, True), found.err
    assert outside.read_text() == "<!-- dosa coverage.total --><!-- / -->"
    note("<!-- dosa coverage.total --><!-- / -->", "own.md")
    Path("inside.md").symlink_to("own.md")
    assert run("fill", "inside.md", *ON).status == 0
    assert "as-of=2026-11-23" in Path("own.md").read_text()
    assert Path("inside.md").is_symlink()


def test_a_catalogue_is_never_filled(run: Runner) -> None:
    note("catalogue: {title: T}\n", "own.yaml")
    assert run("fill", "own.yaml").status == 2


@pytest.mark.costly
@pytest.mark.parametrize("name", list(FIGURES))
def test_every_figure_that_is_listed_can_be_filled(run: Runner, name: str) -> None:
    path = note(f"<!-- dosa {name} --><!-- / -->")
    assert run("fill", "note.md", *ON, "-q").status == 0
    inside = path.read_text().partition("-->")[2].partition("<!--")[0]
    listed = json.loads(run("fill", "--list", *ON, "-f", "json").out)["figures"]
    told = next(one["now"] for one in listed if one["figure"] == name)
    assert inside
    assert told.split() == html.unescape(inside).split()


TEXTS = st.text(
    st.sampled_from(list("abc <!->/`~\n\r\\*_[]é")), max_size=30
)  # fmt: skip
MARKERS = st.builds(
    lambda name, old, dated: (
        f"<!-- dosa {name}{' as-of=2025-06-30' if dated else ''} -->{old}<!-- / -->"
    ),
    st.sampled_from(["coverage.total", "coverage.gap", "x"]),
    st.text(st.sampled_from(list("12 of van%")), max_size=8),
    st.booleans(),
)


@examples(300)
@given(st.lists(st.one_of(TEXTS, MARKERS), max_size=8))
def test_there_and_back_nothing_outside_the_markers_changes(parts: list[str]) -> None:
    text = "".join(parts)
    found, _ = markers(text)
    made = rewritten(text, [(one, "NEW", "2026-01-01") for one in found])
    again, slips = markers(made)
    assert [(one.name, made[one.inside : one.end]) for one in again] == [
        (one.name, "NEW") for one in found
    ]
    assert all(one.given("as-of") == ("2026-01-01",) for one in again)
    assert [one.message for one in slips] == [one.message for one in markers(text)[1]]
    assert outside(text, found) == outside(made, again)
    assert rewritten(made, [(one, "NEW", "2026-01-01") for one in again]) == made


def test_many_back_ticks_are_read_once() -> None:
    """Runs of all lengths, none of which closes another: steps of the reader, not seconds."""

    def steps(text: str) -> int:
        counted = 0

        def count(*_: object) -> None:
            nonlocal counted
            counted += 1

        sys.setprofile(count)
        try:
            markers(text)
        finally:
            sys.setprofile(None)
        return counted

    ticks = AHEAD + " ".join("`" * (at % 50 + 1) for at in range(400))
    assert steps(ticks * 4) <= 6 * steps(ticks)


def outside(text: str, found: list[Marker]) -> list[str]:
    """What stands between the markers, with the closing comments."""
    pieces, done = [], 0
    for one in found:
        pieces.append(text[done : one.start])
        done = one.end
    return [*pieces, text[done:]]
