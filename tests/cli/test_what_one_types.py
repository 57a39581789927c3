"""What people type, and what they get: a table of questions as one thinks them, in both languages.

Of each the exit status, and what stands in the answer or in the message, with the hint.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Runner, run

__all__ = ["run"]

Expected = tuple[int, str, str]

#: Names: an id as it stands or in any case, a title, a name, an abbreviation that one record has.
NAMES: dict[str, Expected] = {
    "show Talent": (0, "(talent)", "(talent)"),
    "show InvestAI": (0, "(investai)", "(investai)"),
    "show investai": (0, "(investai)", "(investai)"),
    "show GPT-NL": (0, "(gpt-nl)", "(gpt-nl)"),
    "show NDS": (0, "(nds)", "(nds)"),
    "show AGDB": (0, "(agdb)", "(agdb)"),
    "why FS-TALENT": (0, "(fs-talent)", "(fs-talent)"),
    "why 'gpt-nl'": (0, "(gpt-nl)", "(gpt-nl)"),
    "why AiNed": (0, "(ained)", "(ained)"),
    "why agdb fs-talent": (0, "Why these states", "Waarom deze standen"),
    "why fs-*": (0, "(fs-monitoring)", "(fs-monitoring)"),
    "why --where theme=talent --brief": (0, "Weakest link", "Zwakste koppeling"),
    "what-if --stop AiNed": (0, "(ained)", "(ained)"),
    "what-if --stop GPT-NL": (0, "(gpt-nl)", "(gpt-nl)"),
    "what-if --add FS-Talent:AiNed:full": (0, "fs-talent", "fs-talent"),
    "graph --focus NDS": (0, "nds", "nds"),
    "suggest FS-Talent": (0, "fs-talent", "fs-talent"),
    "why FS-*": (0, "(fs-monitoring)", "(fs-monitoring)"),
    "why fs-talent,agdb": (0, "Why these states", "Waarom deze standen"),
    "what-if --stop AiNed,GPT-NL": (0, "(gpt-nl)", "(gpt-nl)"),
    "changes --where id=AiNed": (0, "AiNed", "AiNed"),
    "show gpt\u2011nl": (0, "(gpt-nl)", "(gpt-nl)"),
    "show \u201cNDS\u201d": (0, "(nds)", "(nds)"),
    "show ": (2, "the id of a record is missing", "het id van een record ontbreekt"),
    "graph --focus Talent": (2, "its kind is theme", "de soort is thema"),
    "list instruments --where kind=fonds": (2, "did you mean 'fund'?", "bedoelde u 'fund'?"),
    "list instruments --where status=zzz": (2, "no record here has status", "geen enkel record"),
    "list instruments --where response=rejected": (
        2,
        "you cannot filter by 'response' here",
        "op 'response' kunt u hier niet selecteren",
    ),
    "why Talent": (2, "dosa-trace show talent shows it", "dosa-trace show talent toont het"),
    "show digital": (2, "did you mean", "bedoelde u"),
    "show nobody-knows": (2, "dosa-trace list", "dosa-trace list"),
    "why": (2, "write dosa-trace why ID", "schrijf dosa-trace why ID"),
    "why agdb --where theme=talent": (2, "cannot be used together", "gaan niet samen"),
    "why zz-*": (2, "no record has the id 'zz-*'", "geen enkel record heeft id 'zz-*'"),
    "what-if --stop fs-talent": (2, "its kind is recommendation", "de soort is aanbeveling"),
}
#: Dates in the shape of another country, or of a text from which they were copied.
DATES: dict[str, Expected] = {
    "coverage --as-of 30-06-2025": (2, "did you mean '2025-06-30'?", "bedoelde u '2025-06-30'?"),
    "coverage --as-of 30/6/2025": (2, "did you mean '2025-06-30'?", "bedoelde u '2025-06-30'?"),
    "coverage --as-of 2025/06/30": (2, "did you mean '2025-06-30'?", "bedoelde u '2025-06-30'?"),
    "coverage --as-of 2025.6": (2, "did you mean '2025-06'?", "bedoelde u '2025-06'?"),
    "changes --since 1-1-2025": (2, "did you mean '2025-01-01'?", "bedoelde u '2025-01-01'?"),
    "coverage --as-of 31-02-2025": (2, "write 2025-07-04", "schrijf 2025-07-04"),
    "coverage --as-of gisteren": (2, "write 2025-07-04", "schrijf 2025-07-04"),
    "coverage --as-of 2025\u201106\u201130": (0, "30 June 2025", "30 juni 2025"),
}
#: Commands and options by other names, above all in Dutch.
WORDS: dict[str, Expected] = {
    "dekking": (2, "did you mean 'coverage'?", "bedoelde u 'coverage'?"),
    "hiaten": (2, "did you mean 'gaps'?", "bedoelde u 'gaps'?"),
    "waarom fs-talent": (2, "did you mean 'why'?", "bedoelde u 'why'?"),
    "toon ained": (2, "did you mean 'show'?", "bedoelde u 'show'?"),
    "lijst instruments": (2, "did you mean 'list'?", "bedoelde u 'list'?"),
    "geld": (2, "did you mean 'money'?", "bedoelde u 'money'?"),
    "wijzigingen": (2, "did you mean 'changes'?", "bedoelde u 'changes'?"),
    "wat-als": (2, "did you mean 'what-if'?", "bedoelde u 'what-if'?"),
    "rapportage": (2, "did you mean 'report'?", "bedoelde u 'report'?"),
    "controle": (2, "did you mean 'check'?", "bedoelde u 'check'?"),
    "bronnen": (2, "did you mean 'list sources'?", "bedoelde u 'list sources'?"),
    "list bronnen": (2, "did you mean 'sources'?", "bedoelde u 'sources'?"),
    "coverage --by bron": (2, "did you mean 'source'?", "bedoelde u 'source'?"),
    "coverage --hulp": (2, "did you mean '--help'?", "bedoelde u '--help'?"),
    "coverage --json": (2, "did you mean '-f json'?", "bedoelde u '-f json'?"),
    "coverage --kort": (2, "dosa-trace coverage --help", "dosa-trace coverage --help"),
    "report --pdf": (2, "print the page to PDF", "druk de pagina af naar PDF"),
    "pdf": (2, "print the page to PDF", "druk de pagina af naar PDF"),
    "help": (2, "dosa-trace --help", "dosa-trace --help"),
    "help coverage": (2, "dosa-trace coverage --help", "dosa-trace coverage --help"),
    "COVERAGE": (2, "did you mean 'coverage'?", "bedoelde u 'coverage'?"),
    "changes --sinds 2025": (2, "did you mean '--since'?", "bedoelde u '--since'?"),
    "coverage --taal nl": (2, "did you mean '--lang'?", "bedoelde u '--lang'?"),
    "coverage --peildatum 2025": (2, "did you mean '--as-of'?", "bedoelde u '--as-of'?"),
    "gaps --waar theme=talent": (2, "did you mean '--where'?", "bedoelde u '--where'?"),
    "coverage --thema talent": (2, "did you mean '--where'?", "bedoelde u '--where'?"),
    "report -f word": (2, "did you mean 'docx'?", "bedoelde u 'docx'?"),
    "report -f pdf": (2, "print the page to PDF", "druk de pagina af naar PDF"),
    "report -o nota.pdf": (2, "dosa-trace writes no PDF", "dosa-trace schrijft geen PDF"),
    "coverage -o nota.pdf": (2, "-o report.docx for Word", "-o rapport.docx voor Word"),
}
#: Files of another sort.
FILES: dict[str, Expected] = {
    "coverage --catalog w.xlsx": (2, "a workbook of a spreadsheet, not a", "geen catalogus"),
    "coverage --catalog w.docx": (2, "is a Word file, not a catalogue", "een Word-bestand, geen"),
    "coverage --catalog n.pdf": (2, "is a PDF file, not a catalogue", "een PDF-bestand, geen"),
    "fill w.docx": (2, "is a Word file; only text", "een Word-bestand; alleen tekst"),
    "fill w.xlsx": (2, "write the briefing as Markdown", "schrijf de notitie als Markdown"),
    "coverage --catalog ": (2, "--catalog is empty", "--catalog is leeg"),
    "coverage --catalog nope": (2, "there is no catalogue at", "er is geen catalogus op"),
    "coverage -o no/folder.md": (2, "No such file or directory", "bestand of map bestaat niet"),
}
TABLE = NAMES | DATES | WORDS | FILES


@pytest.mark.parametrize("lang", [pytest.param("en", marks=pytest.mark.costly), "nl"])
@pytest.mark.parametrize("typed", TABLE)
def test_what_one_types_and_what_one_gets(
    typed: str, lang: str, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSA_TRACE_LANG", lang)
    for name in ("w.xlsx", "w.docx"):
        with zipfile.ZipFile(name, "w") as packed:
            packed.writestr("content.xml", "<a/>")
    Path("n.pdf").write_bytes(b"%PDF-1.7\n")
    status, *expected = TABLE[typed]
    found = run(*typed.replace("'", "").split(" "))
    said = " ".join((found.out if status == 0 else found.err).split())
    assert found.status == status, found.err
    assert expected[lang == "nl"] in said
    if status:
        assert found.out == ""
        assert len(found.err.splitlines()) <= 2
    else:
        assert "error" not in found.err


def test_what_is_offered_is_of_the_kinds_that_the_question_takes(run: Runner) -> None:
    """A news item cannot be stopped."""
    offered = run("what-if", "--stop", "AiNet").err
    assert "'ained'" in offered
    assert "nieuws" not in offered


WRITTEN = {
    "date: 30-06-2025": ("did you mean '2025-06-30'?", "bedoelde u '2025-06-30'?"),
    "date: 30 juni 2025": ("did you mean '2025-06-30'?", "bedoelde u '2025-06-30'?"),
    "specificity: hoog": ("a whole number from 1 to 5", "een geheel getal van 1 tot en met 5"),
    "status: in-progress": (
        "write status: [{date: 2025-07-04, value: in-progress, source: ID}]",
        "schrijf status: [{date: 2025-07-04, value: in-progress, source: ID}]",
    ),
    "responses: accepted": (
        "write responses: [{date: 2025-07-04, value: accepted, source: ID}]",
        "schrijf responses: [{date: 2025-07-04, value: accepted, source: ID}]",
    ),
    "responses: niet overgenomen": ("value: rejected, source", "value: rejected, source"),
    "status: vastgesteld": ("value: adopted, source", "value: adopted, source"),
    "status: zzz": ("value: …, source: ID", "value: …, source: ID"),
    "aanbevelingen:": ("did you mean 'recommendations'?", "bedoelde u 'recommendations'?"),
    "kind: fonds": ("A kind of your own is added under 'kinds:'", "komt onder 'kinds:'"),
    "kind: zzzzzz": ("or add a kind of your own under 'kinds:'", "toe onder 'kinds:'"),
    "linken:": ("did you mean 'links'? Else use 'catalogue',", "bedoelde u 'links'?"),
    "zzz:": ("use 'catalogue', 'organisations'", "gebruik 'catalogue', 'organisations'"),
}


@pytest.mark.parametrize("lang", [pytest.param("en", marks=pytest.mark.costly), "nl"])
@pytest.mark.parametrize("written", WRITTEN)
def test_what_one_writes_and_how_to_mend_it(written: str, lang: str, run: Runner) -> None:
    key, _, value = written.partition(": ")
    fields = {
        "source": {"id": "s", "kind": "report", "title": "T", "publisher": "P", "date": "2024"},
        "recommendation": {"id": "r", "source": "s", "title": "A"},
        "instrument": {
            "id": "i", "name": "N", "kind": "fund", "level": "nl", "owner": "O",
            "status": "[{date: 2024, value: adopted, source: s}]",
        },
    }  # fmt: skip
    of = {"date": "source", "specificity": "recommendation", "responses": "recommendation"}
    if not key.endswith(":"):
        fields[of.get(key, "instrument")][key] = value
    text = "".join(
        f"{kind}s:\n- {{{', '.join(f'{name}: {said}' for name, said in record.items())}}}\n"
        for kind, record in fields.items()
    )
    if key.endswith(":"):
        text += f"{key}\n- {{from: r, to: i}}\n"
    Path("c.yaml").write_text(text, encoding="utf-8")
    found = run("check", "--catalog", "c.yaml", "--lang", lang)
    assert found.status == 1
    assert WRITTEN[written][lang == "nl"] in found.out
    assert found.out.count("error[") + found.out.count("fout[") == 1


DUTCH_LINE = "Voor Nederlands: voeg --lang nl toe, of eenmalig: export DOSA_TRACE_LANG=nl\n"


@pytest.mark.parametrize(
    ("asked", "set_", "screen", "says"),
    [
        (("coverage",), {"LANG": "nl_NL.UTF-8"}, True, True),
        (("--help",), {"LANG": "nl_NL.UTF-8"}, True, True),
        (("cuverage",), {"LC_ALL": "nl_BE"}, True, True),
        (("coverage",), {"LANG": "nl_NL.UTF-8"}, False, False),
        (("coverage", "-q"), {"LANG": "nl_NL.UTF-8"}, True, False),
        (("coverage", "--lang", "en"), {"LANG": "nl_NL.UTF-8"}, True, False),
        (("coverage", "--lang", "nl"), {"LANG": "nl_NL.UTF-8"}, True, False),
        (("coverage",), {"LANG": "nl_NL.UTF-8", "DOSA_TRACE_LANG": "en"}, True, False),
        (("coverage",), {"LANG": "en_GB.UTF-8"}, True, False),
        (("coverage",), {"LC_ALL": "C", "LANG": "nl_NL.UTF-8"}, True, False),
        (("coverage",), {}, True, False),
    ],
)
def test_a_dutch_terminal_is_told_how_to_have_dutch(
    asked: tuple[str, ...],
    set_: dict[str, str],
    screen: bool,
    says: bool,
    run: Runner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "DOSA_TRACE_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in set_.items():
        monkeypatch.setenv(name, value)
    found = run(*asked, screen=screen)
    assert found.err.endswith(DUTCH_LINE) is says
    assert DUTCH_LINE not in found.out
