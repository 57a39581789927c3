"""What the page of a report shows, in one language: words, figures and cards, nothing computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from dosa_trace.analysis.chains import Chain, Hop, Quotation
from dosa_trace.analysis.cross import Action
from dosa_trace.analysis.dossier import Dossier, InstrumentCard, RecommendationCard
from dosa_trace.analysis.figures import Figures
from dosa_trace.analysis.verdicts import State
from dosa_trace.catalog.vocabulary import Basis
from dosa_trace.document import Block
from dosa_trace.labels import (
    BASES,
    EXTENTS,
    RESPONSES,
    STATES,
    STATUSES,
    TOTAL,
)
from dosa_trace.views import askers, coverage, cross, explanation, graph, matrix, opening, report
from dosa_trace.views.answers import doubt, response_marks
from dosa_trace.views.frame import Frame, inline, silence
from dosa_trace.views.marks import state_marks
from dosa_trace.views.money import money
from dosa_trace.views.report import HEADINGS, RULES, Provenance, Section
from dosa_trace.views.words import LANGUAGE_NAME, PART_OF, WORDS

#: Above so many recommendations the page names the commands instead of drawing everything.
MOST_IN_A_PICTURE = 400
#: The parts that are read as a document and have no layout of their own on the page.
TAIL = (Section.GAPS, Section.ORPHANS, Section.SINGLE_POINTS, Section.EVIDENCE, Section.METHOD)


def body(found: Dossier, frame: Frame, made: Provenance) -> Mapping[str, Any]:
    """Everything that the template asks for."""
    say = frame.say
    words = {name: say(phrase) for name, phrase in WORDS.items()}
    covered = found.report.coverage
    names = {
        one.key: say(one.label) if one.label else one.key
        for one in found.themes.groups if one.key
    }  # fmt: skip
    return {
        "name": say(LANGUAGE_NAME),
        "title": say(frame.title),
        "sentence": frame.sentence(found.report.where),
        "rules": say(RULES),
        "generator": f"dosa-trace {made.version}",
        "digest": frame.digest,
        "words": words,
        "sections": [
            *((name, words[name]) for name in ("summary", "cross", "recommendations",
                                               "instruments", "matrix", "flow")),
            *((section.value, say(HEADINGS[section])) for section in TAIL),
        ],
        "states": [{"state": one.value, "word": say(STATES[one])} for one in State],
        "bars": [
            _bar(covered.by_basis[basis], basis, frame)
            for basis in (Basis.INFERRED, Basis.STATED)
        ],
        "figures": [_figures_row(found, state, frame) for state in State],
        "conclusion": [one.text for one in opening.sentences(found.report.summary, frame)],
        "remarks": [f"{name}: {cell.text}" for facts in opening.remarks(found.report.summary, frame)
                    for name, cell in facts.rows],
        "telling_title": say(opening.TELLING),
        "telling": [{"title": one.cell.text, "small": one.cell.small,
                     "told": one.children[0].cell.text}
                    for one in opening.gaps(found.report.summary, frame)],
        "themes": [
            _theme_row(one.label or one.key, one, frame) for one in found.themes.groups if one.key
        ],
        "cross": _cross(found, frame),
        "recommendations": [_recommendation(one, names, frame) for one in found.recommendations],
        "recommendations_shown": _shown(words["shown"], len(found.recommendations)),
        "theme_options": [{"id": one, "title": title} for one, title in names.items()],
        "source_options": [{"id": one.id, "title": say(one.title)} for one in found.report.sources],
        "instruments": [_instrument(one, frame) for one in found.instruments],
        "instruments_shown": _shown(words["shown"], len(found.instruments)),
        "kind_options": _options(frame.kind, frame.kinds,
                                 [one.kind for one in found.instruments]),
        "level_options": _options(frame.level, frame.levels,
                                  [one.level for one in found.instruments]),
        "matrix": _matrix(found, frame) if _fits(found) else {"columns": [], "rows": []},
        "flow": graph.sketch(found.flow, frame) if _fits(found) else None,
        "tail": [
            {"id": section.value, "title": say(HEADINGS[section]),
             "blocks": tuple(_section(section, found, frame, made))}
            for section in TAIL
        ],
    }  # fmt: skip


def _fits(found: Dossier) -> bool:
    """Whether a matrix and a picture of everything still serve a reader, and a browser."""
    return len(found.recommendations) <= MOST_IN_A_PICTURE


def _shown(template: str, count: int) -> str:
    return template.replace("{n}", str(count)).replace("{of}", str(count))


def _section(section: Section, found: Dossier, frame: Frame, made: Provenance) -> Sequence[Block]:
    return tuple(report.part(section, found.report, frame, made))


def _bar(figures: Figures, basis: Basis, frame: Frame) -> Mapping[str, Any]:
    said = ", ".join(
        f"{frame.say(STATES[state])} {frame.part(figures.share(state))}" for state in State
    )
    title = frame.say(coverage.ON_BASIS[basis])
    return {"title": title, "alt": f"{title}: {said}", "parts": _parts(figures)}


def _parts(figures: Figures) -> list[Mapping[str, Any]]:
    """The lengths of a bar of 1,000, end to end."""
    parts: list[Mapping[str, Any]] = []
    done = 0
    for state in State:
        count = figures.share(state).numerator
        if count:
            x, end = 1000 * done // figures.total, 1000 * (done + count) // figures.total
            parts.append({"state": state.value, "x": x, "width": end - x})
            done += count
    return parts


def _figures_row(found: Dossier, state: State, frame: Frame) -> Mapping[str, Any]:
    shares = [
        found.report.coverage.by_basis[basis].share(state)
        for basis in (Basis.INFERRED, Basis.STATED)
    ]
    return {
        "state": state.value,
        "state_word": frame.say(STATES[state]),
        "cells": [{"part": frame.part(one), "percent": frame.percent(one)} for one in shares],
    }


def _theme_row(title: Any, one: Any, frame: Frame) -> Mapping[str, Any]:
    return {
        "title": title if isinstance(title, str) else frame.say(title),
        "parts": _parts(one.figures),
        "counts": [one.figures.share(state).numerator for state in State],
        "total": one.total,
    }


def _cross(found: Dossier, frame: Frame) -> Mapping[str, Any]:
    told = found.report.cross
    rows = []
    for commitment, name in cross.ROWS.items():
        cells = [told.cell(commitment, action) for action in Action]
        rows.append(
            {
                "title": frame.say(name),
                "cells": [
                    {
                        "text": f"{frame.part(cell.share)} ({frame.percent(cell.share)})",
                        "telling": cell.telling and cell.number > 0,
                    }
                    for cell in cells
                ]
                + [{"text": str(sum(cell.number for cell in cells)), "telling": False}],
            }
        )
    columns = [*(frame.say(cross.ACTIONS[action]) for action in Action), frame.say(TOTAL)]
    return {"columns": columns, "rows": rows}


def _recommendation(
    card: RecommendationCard, themes: Mapping[str, str], frame: Frame
) -> Mapping[str, Any]:
    say, line, why = frame.say, card.line, card.why
    marks = state_marks(line, frame)
    word = say(STATES[line.state]) + (f" ({', '.join(marks)})" if marks else "")
    return {
        "id": line.id,
        "title": say(line.title),
        "text": say(card.text) if card.text else "",
        "state": line.state.value,
        "state_word": word,
        "themes": line.themes,
        "theme_names": ", ".join(themes[one] for one in line.themes),
        "source": line.source,
        "said_by": f"{say(card.source_title)}, {say(card.source_date)}",
        "response": _responses(card, frame),
        "rule": say(explanation.RULES[line.state]),
        "chains": [_chain(one, frame) for one in why.chains],
        "more": why.more,
        "reasons": [say(one.message) for one in why.not_counted],
    }


def _responses(card: RecommendationCard, frame: Frame) -> str:
    said = [
        f"{frame.say(RESPONSES[one.value])} ({', '.join(response_marks(one, frame))})"
        for one in card.why.responses
    ]
    return "; ".join(said) or silence(frame, card.line.response_searched)


def _chain(one: Chain, frame: Frame) -> Mapping[str, Any]:
    say = frame.say
    status = say(STATUSES[one.status]) if one.status else say(explanation.NO_STATUS)
    head = explanation.CHAIN(
        start=one.start, end=one.end, extent=EXTENTS[one.extent], basis=BASES[one.basis]
    )
    return {
        "head": say(head),
        "status": f"{status}, {say(one.status_date)}" if one.status_date else status,
        "hops": [_hop(hop, len(one.hops) > 1, frame) for hop in one.hops],
    }


def _hop(hop: Hop, marked: bool, frame: Frame) -> Mapping[str, Any]:
    say = frame.say
    return {
        "ends": f"{say(hop.origin_title)} → {say(hop.target_title)}",
        "words": f"{say(EXTENTS[hop.extent])}, {say(BASES[hop.basis])}",
        "weakest": marked and hop.weakest,
        "rationale": say(hop.rationale) if hop.rationale else "",
        "doubts": [inline(doubt(one, frame)) for one in hop.doubts],
        "evidence": [_proof(one, frame) for one in hop.evidence],
        "place": say(explanation.ON_FILE(date=hop.known_from, place=f"{hop.file}:{hop.line}")),
    }


def _proof(one: Quotation, frame: Frame) -> Mapping[str, Any]:
    return {
        "quote": one.quote,
        "url": one.url,
        "title": frame.say(one.title),
        "date": frame.say(one.date),
        "locator": one.locator,
        "source": one.source,
    }


def _instrument(card: InstrumentCard, frame: Frame) -> Mapping[str, Any]:
    say = frame.say
    facts = [
        frame.kind(card.kind), frame.level(card.level), say(card.owner),
        *([say(PART_OF(id=card.part_of))] if card.part_of else []),
    ]  # fmt: skip
    last = card.why.statuses[-1] if card.why.statuses else None
    status = say(STATUSES[last.value]) if last else say(explanation.NO_STATUS)
    return {
        "id": card.id,
        "title": say(card.why.title),
        "description": say(card.description) if card.description else "",
        "kind": card.kind,
        "level": card.level,
        "status": f"{status}, {say(last.date)}" if last else status,
        "facts": "; ".join(facts),
        "statuses": [
            {
                "words": f"{say(STATUSES[one.value])}, {say(one.date)}",
                "proof": _proof(one.evidence, frame),
            }
            for one in card.why.statuses
        ],
        "budgets": "; ".join(money(one, frame) for one in card.budgets),
        "answers": [
            (one.id, say(one.title)) for one in card.why.asked_by if askers.is_answered(one)
        ],
        "mentions": [
            (one.id, say(one.title)) for one in card.why.asked_by if askers.is_mentioned(one)
        ],
        "note": say(card.note) if card.note else "",
    }


def _options(
    called: Callable[[str], str], known: Iterable[str], used: Sequence[str]
) -> list[Mapping[str, str]]:
    return [{"id": one, "title": called(one)} for one in known if one in set(used)]


def _matrix(found: Dossier, frame: Frame) -> Mapping[str, Any]:
    say = frame.say
    told = found.matrix
    rows = []
    for row in told.rows:
        cells = {cell.column: cell for cell in row.cells}
        line: list[Mapping[str, str] | None] = []
        for column in told.columns:
            cell = cells.get(column.id)
            if cell is None:
                line.append(None)
                continue
            words = say(WORDS[cell.mark.value])
            basis = f", {say(BASES[cell.basis])}" if cell.basis else ""
            line.append({"sign": matrix.sign(cell), "words": f"{words}{basis}"})
        rows.append({"id": row.id, "cells": line})
    columns = [{"id": one.id, "title": say(one.title)} for one in told.columns]
    return {"columns": columns, "rows": rows}
