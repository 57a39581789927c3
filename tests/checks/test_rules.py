"""What the rules about the passing of time, titles, addresses and numbers let pass and what not."""

from __future__ import annotations

from datetime import date

import pytest

from dosa_trace.checks.quoted_text import paragraph_around
from dosa_trace.checks.registry import FINDERS, check, rule_page
from dosa_trace.diagnostics import BadQuestion, Severity
from dosa_trace.language import Language
from tests.build import read_text

SOURCE = "sources:\n  - {id: s, kind: report, title: T, publisher: P, date: 2024-06-10%s}\n"


def found(text: str, code: str, day: date = date(2026, 11, 23)) -> list[str]:
    """What one rule says of a text."""
    report = check(*read_text(text), day)
    return [one.message.say(Language.EN) for one in report.diagnostics if one.code == code]


@pytest.mark.parametrize(
    ("number", "official"),
    [
        ("Kamerstuk 26 643, nr. 1383", True),
        ("Kamerstuk 26 643, nr. 1383 (2025D35367)", True),
        ("Kamerstukken II 2024/25, 26 643, nr. 1383", True),
        ("Kamerstuk 36 600-XIII, nr. 2", True),
        ("Kamerstuk 36 850 XIII, nr. 4 (2025D51713)", True),
        ("Kamerstuk 21 501-02, nr. 2956", True),
        ("Kamerstuk 21501-02, nr. 2956", False),
        ("26643-1383", False),
        ("kst-26643-1383", False),
        ("Kamerstuk 26643, nr. 1383", False),
        ("COM(2025) 165 final", True),
        ("COM(2025) 165 final; CELEX 52025DC0165", True),
        ("COM/2025/165", False),
        ("52025DC0165", False),
        ("CELEX 32024R1689", True),
        ("eli/reg/2024/1689/oj", True),
        ("ELI: reg/2024/1689", False),
        ("2025D22022", True),
        ("WRR-rapport 105", True),
        ("Regulation (EU) 2026/150", True),
        ("ISBN 978-90-831786-7-4", True),
    ],
)
def test_official_forms_of_numbers(number: str, official: bool) -> None:
    assert (found(SOURCE % f', identifier: "{number}"', "DT309") == []) == official


def test_an_organisation_that_brought_out_or_wrote_a_source_is_named() -> None:
    text = (
        "organisations:\n  - {id: p, name: P}\n  - {id: w, name: W}\n  - {id: x, name: X}\n"
        "sources:\n  - {id: s, kind: report, title: T, publisher: p, date: 2024,\n"
        "     institutions: [w]}\n"
    )
    told = [one for one in found(text, "DT213") if "organisation" in one]
    assert told == ["nothing refers to the organisation 'x', and it refers to nothing"]


@pytest.mark.parametrize(
    ("url", "fine"),
    [
        ("https://ex\u0430mple.org/a", False),
        ("https://www.wrr.nl/publicaties/opgave-ai", True),
        ("https://zoek.officielebekendmakingen.nl/kst-26643-1383.html#p1", True),
        ("https://example.org/?page=2", True),
        ("https://example.org/?utm_medium=mail", False),
        ("https://example.org/?page=2&fbclid=x", False),
        ("https://example.org/#:~:text=iets", False),
        ("https://me:secret@example.org/", False),
        ("https://intranet/report", False),
        ("https://example.org/report.", False),
    ],
)
def test_addresses_that_serve_a_reader(url: str, fine: bool) -> None:
    assert (found(SOURCE % f', url: "{url}"', "DT308") == []) == fine


@pytest.mark.parametrize(
    ("one", "another", "near"),
    [
        ("Data for AI in Europe", "Compute for AI in Europe", False),
        ("Invest in AI talent now", "invest, in AI-talent: now", True),
        ("Invest in AI talent now", "Invest in AI talents now", True),
        ("Talent", "Talents", False),
        ("Talent", "talent.", True),
        ("More AI talent", "More AI talent for Europe", False),
        ("…", "…", False),
    ],
)
def test_titles_that_are_nearly_the_same(one: str, another: str, near: bool) -> None:
    text = f"objectives:\n  - {{id: a, title: '{one}'}}\n  - {{id: b, title: '{another}'}}\n"
    assert (found(text, "DT310") != []) == near


def test_titles_of_different_sources_are_not_compared() -> None:
    sources = SOURCE % "" + "  - {id: t, kind: report, title: U, publisher: P, date: 2024}\n"
    asked = (
        "recommendations:\n  - {id: a, source: s, title: More}\n"
        "  - {id: b, source: %s, title: More}\n"
    )
    assert found(sources + asked % "s", "DT310") == [
        "the title of 'b' is nearly the same as that of 'a'"
    ]
    assert found(sources + asked % "t", "DT310") == []


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2025, 6, 9), False), (date(2025, 6, 10), True), (date(2026, 11, 23), True)],
)
def test_a_recommendation_that_nobody_looked_at_for_a_year(day: date, told: bool) -> None:
    text = SOURCE % "" + "recommendations:\n  - {id: r, source: s, title: T}\n"
    assert bool(found(text, "DT402", day)) == told
    answered = text.replace(
        "title: T}\n", "title: T, responses: [{date: 2024-07, value: noted, source: s}]}\n", 2
    )
    assert found(answered, "DT402", day) == []


def test_the_months_are_set_in_the_catalogue() -> None:
    head = "catalogue: {title: C, languages: [en], checks: {DT402: {months: 40, severity: note}}}\n"
    text = SOURCE % "" + "recommendations:\n  - {id: r, source: s, title: T}\n"
    assert found(head + text, "DT402", date(2027, 10, 9)) == []
    assert found(head + text, "DT402", date(2027, 10, 10)) != []
    report = check(*read_text(head + text), date(2027, 10, 10))
    assert [one.severity for one in report.diagnostics if one.code == "DT402"] == [Severity.NOTE]


def test_months_of_a_check_that_knows_of_none() -> None:
    head = "catalogue: {title: C, languages: [en], checks: {DT301: {months: 4}}}\n"
    assert found(head, "DT110") == ["'DT301' has no setting in months"]
    for wrong in ("{month: 4}", "{months: many}", "{severity: loud}", "[off]"):
        text = f"catalogue: {{title: C, languages: [en], checks: {{DT402: {wrong}}}}}\n"
        assert len(read_text(text)[1]) == 1


GOVERNED = (
    "catalogue:\n  title: C\n  languages: [en]\n  governments:\n"
    "    - {name: First, date: 2022-01-10, source: s}\n"
    "    - {name: Second, date: 2024-07-02, source: s}\n" + SOURCE % "" + "instruments:\n"
    "  - {id: %s, name: %s, kind: fund, level: %s, owner: O,"
    " status: [{date: %s, value: %s, source: s}]}\n"
)


@pytest.mark.parametrize(
    ("level", "since", "value", "day", "told"),
    [
        ("nl", "2024-07-01", "adopted", date(2025, 1, 1), True),
        ("nl", "2024-07-02", "adopted", date(2025, 1, 1), False),
        ("eu", "2024-07-01", "adopted", date(2025, 1, 1), False),
        ("nl", "2024-07-01", "stopped", date(2025, 1, 1), False),
        ("nl", "2023", "adopted", date(2024, 7, 1), False),
        ("nl", "2021", "adopted", date(2024, 7, 1), True),
    ],
)
def test_what_dates_from_before_the_present_government(
    level: str, since: str, value: str, day: date, told: bool
) -> None:
    text = GOVERNED % ("i", "N", level, since, value)
    assert bool(found(text, "DT404", day)) == told


def test_without_a_day_what_depends_on_one_is_left_out() -> None:
    text = SOURCE % "" + "recommendations:\n  - {id: r, source: s, title: T}\n"
    assert "DT402" not in [one.code for one in check(*read_text(text)).diagnostics]


def test_a_text_that_lacks_a_language_is_found_however_deep() -> None:
    head = "catalogue: {title: C, languages: [en, nl]}\n"
    text = (
        head
        + SOURCE % ", note: {en: N}"
        + "instruments:\n  - id: i\n    name: N\n    kind: fund\n    level: nl\n    owner: O\n"
        "    status: [{date: 2024, value: adopted, source: s, note: {nl: Opmerking}}]\n"
    )
    assert found(text, "DT307") == [
        "'note' lacks the language en",
        "'note' lacks the language nl",
    ] or found(text, "DT307") == ["'note' lacks the language nl", "'note' lacks the language en"]
    assert found(text.replace("languages: [en, nl]", "languages: [nl, en]"), "DT307") != []
    assert found(text.replace("{en: N}", "N").replace("{nl: Opmerking}", "O"), "DT307") == []


LINKED = SOURCE % "" + (
    "  - {id: reply, kind: letter, title: A reply, publisher: O, date: 2024-09}\n"
    "recommendations:\n  - id: r\n    source: s\n    title: T\n    responses:\n"
    "      - {date: 2024-07, value: rejected, source: reply, by: O}\n"
    "instruments:\n  - id: i\n    name: N\n    kind: fund\n    level: nl\n    owner: O\n"
    "    status: [{date: 2023, value: adopted, source: s}]\n"
    "links:\n  - {from: r, to: i, %s basis: inferred, rationale: R%s}\n"
)


def test_the_latest_response_decides_whether_it_was_declined() -> None:
    text = LINKED % ("extent: full,", "")
    assert len(found(text, "DT210")) == 1
    assert found(LINKED % ("relation: none,", ""), "DT210") == []
    assert found(LINKED % ("extent: marginal,", ""), "DT210") == []
    later = "      - {date: 2024-08, value: accepted, source: reply, by: O}\ninstruments"
    assert found(text.replace("instruments", later, 1), "DT210") == []


WAIVED = ", waive: [{rule: declined-yet-linked%s}]"


def test_a_waived_finding_counts_for_nothing_and_is_shown_with_its_reason() -> None:
    text = LINKED % ("extent: full,", WAIVED % ", reason: done under another name, until: 2026-11")
    report = check(*read_text(text), date(2026, 11, 30))
    assert (report.errors, report.warnings) == (0, 0)
    (one,) = report.waived
    assert (one.finding.code, one.until) == ("DT210", "2026-11")
    assert one.reason.say(Language.EN) == "done under another name"
    by_code = text.replace("rule: declined-yet-linked", "rule: DT210")
    assert len(check(*read_text(by_code)).waived) == 1


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ["DT111", "DT210"]),
        (", reason: why, until: 2026-10", ["DT112", "DT210"]),
    ],
)
def test_a_waiver_without_reason_or_past_its_date_waives_nothing(
    more: str, expected: list[str]
) -> None:
    report = check(*read_text(LINKED % ("extent: full,", WAIVED % more)), date(2026, 11, 1))
    assert sorted(one.code for one in report.diagnostics) == expected
    assert report.waived == ()


def test_a_waiver_of_nothing_is_found_unless_the_check_is_off() -> None:
    text = LINKED % ("relation: none,", WAIVED % ", reason: why")
    assert found(text, "DT113") == ["this record has no finding of 'declined-yet-linked' to exempt"]
    off = "catalogue: {title: C, languages: [en], checks: {DT210: off}}\n"
    assert found(off + text, "DT113") == []


@pytest.mark.parametrize("name", ["DT201", "unknown-field", "declined-yet-linkt"])
def test_what_cannot_be_waived(name: str) -> None:
    text = LINKED % ("extent: full,", f", waive: [{{rule: {name}, reason: why}}]")
    assert len(found(text, "DT110")) == 1


def test_a_rule_is_found_by_code_and_name_in_any_case() -> None:
    for name in ("DT303", "dt303", "quote-not-found"):
        assert rule_page(name).rule.code == "DT303"
    with pytest.raises(BadQuestion) as caught:
        rule_page("quote-not-fond")
    assert "quote-not-found" in caught.value.hint.say(Language.EN)  # type: ignore[union-attr]


def test_only_checks_with_months_are_dated() -> None:
    dated = {one.rule.code for one in FINDERS if one.months is not None}
    assert dated == {"DT402", "DT404", "DT406"}


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2026, 12, 31), "no search"), (date(2028, 1, 30), ""), (date(2028, 1, 31), "24 months")],
)
def test_a_gap_that_nobody_searched_or_not_for_long_is_noted(day: date, told: str) -> None:
    asked = SOURCE % "" + "recommendations:\n  - {id: r, source: s, title: T}\n"
    search = "searches:\n  - {id: q, date: 2026-01-31, for: [instrument], covers: [r]}\n"
    messages = found(asked + (search if told != "no search" else ""), "DT406", day)
    assert [told in message for message in messages] == ([True] if told else [])
    assert found(asked, "DT402", day) != []
    assert found(asked + search, "DT402", day) == []
    assert found(asked + search.replace("instrument", "response"), "DT402", day) != []


def test_a_quote_is_shown_in_its_paragraph() -> None:
    text = "First one.\n\nThe cabinet\nwants more AI talent, and soon.\n\nLast one.\n"
    assert paragraph_around(text, "wants more AI") == (
        "The cabinet wants more AI talent, and soon."
    )
    assert paragraph_around(text, "wants less AI") is None
    long = f"{'word ' * 200}the very thing {'more ' * 200}"
    found = paragraph_around(long, "the very thing")
    assert found is not None
    assert found.startswith("…")
    assert found.endswith("…")
    assert len(found) < 650
