"""The words of the program: what each means, in both languages, and what it is never called.

`python -m docs.words` writes the page, `docs/words.md`. The words themselves stand in `labels`;
here stands what a reader must know of them, and the words that would say the same, which no text
for users may hold (`tests/test_words.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dosa_trace import labels
from dosa_trace.language import Language, Phrase

PAGE = Path(__file__).parent / "words.md"


class Term(NamedTuple):
    """One concept: its word, its meaning, and regular expressions of words that are not its word,
    in English and in Dutch."""

    word: Phrase
    meaning: Phrase
    never_en: tuple[str, ...] = ()
    never_nl: tuple[str, ...] = ()


TERMS = (
    Term(
        labels.STATE,
        Phrase(
            "how far instruments do what was recommended: one of the five below",
            "in hoeverre instrumenten doen wat is aanbevolen: een van de vijf hieronder",
        ),
        (r"answer(s|ed|ing)?", r"where it stands"),
        (r"(be)?antwoord(en|t|e)?", r"stadi(um|a)"),
    ),
    Term(
        labels.STATES["covered"],
        Phrase(
            "an active or completed instrument does all that was recommended; it does not mean "
            "that a budget covers it",
            "een actief of afgerond instrument doet alles wat is aanbevolen; het betekent niet dat "
            "er dekking is in een begroting",
        ),
    ),
    Term(
        labels.STATES["partly"],
        Phrase(
            "an active or completed instrument does a part of it",
            "een actief of afgerond instrument doet een deel ervan",
        ),
    ),
    Term(
        labels.STATES["planned"],
        Phrase(
            "the instrument that does so is only announced",
            "het instrument dat dit doet is alleen aangekondigd",
        ),
    ),
    Term(
        labels.STATES["declined"],
        Phrase(
            "no instrument does so, and the last response is rejected or existing policy",
            "geen instrument doet dit, en de laatste reactie is niet overgenomen of staand beleid",
        ),
    ),
    Term(
        labels.STATES["gap"],
        Phrase(
            "none of these: the catalogue has no matching instrument, which does not mean that "
            "nobody is acting",
            "geen van deze: de catalogus heeft geen instrument, wat niet betekent dat niemand iets "
            "doet",
        ),
        (r"gaps?",),
        (r"leemten?",),
    ),
    Term(
        Phrase("active or completed", "actief of afgerond"),
        Phrase(
            "the status of the instrument is adopted, in progress or completed",
            "de status van het instrument is vastgesteld, in uitvoering of afgerond",
        ),
        (r"live",),
        (r"lopende?", r"dat loopt", r"die lopen"),
    ),
    Term(
        Phrase("instrument without a recommendation", "instrument zonder aanbeveling"),
        Phrase(
            "no recommendation leads to it, not even through an objective, a part or the whole",
            "er leidt geen aanbeveling naartoe, ook niet via een doelstelling, een onderdeel of "
            "het geheel",
        ),
        (r"orphan(s|ed)?",),
        (r"wees", r"wezen"),
    ),
    Term(
        labels.RECORD_KINDS["link"],
        Phrase(
            "the claim that an instrument or objective supports a recommendation, with an extent "
            "and a basis",
            "de bewering dat een instrument of doelstelling een aanbeveling ondersteunt, met een "
            "mate en een basis",
        ),
        (r"(laid|lay|laying|drew|drawn) (a |the )?links?",),
        (r"verband(en)?",),
    ),
    Term(
        labels.MENTIONED,
        Phrase(
            "an instrument is linked only marginally; the recommendation stays open",
            "een instrument is alleen zijdelings gekoppeld; de aanbeveling blijft open",
        ),
        (r"(only|is|was) mentioned", r"only mentions"),
        (r"(alleen|is|wordt) genoemd", r"noemt alleen"),
    ),
    Term(
        labels.BASES["stated"],
        Phrase(
            "the source says in so many words that the instrument supports the recommendation",
            "de bron zegt met zoveel woorden dat het instrument de aanbeveling ondersteunt",
        ),
        (r"stated (or|only|alone)",),
        (r"(alleen )?gesteld(e)?", r"bron (zelf )?stelt"),
    ),
    Term(
        labels.BASES["inferred"],
        Phrase(
            "an analyst concludes it, and gives a reason",
            "een analist concludeert het, met een motivering",
        ),
        (r"inferred (link|links|by)", r"an analyst infers", r"inference"),
        (r"afgeleide?", r"afleidt", r"afleiding"),
    ),
    Term(
        labels.BASES["suggested"],
        Phrase(
            "the program proposes it from similar words; it never counts",
            "het programma stelt het voor op grond van woorden; het telt nooit mee",
        ),
        (r"a machine", r"nobody (drew|linked)"),
        (r"een machine", r"niemand (verbond|legde)"),
    ),
    Term(
        labels.FIELDS["basis"],
        Phrase(
            "who says that a link holds: a source, an analyst or the program",
            "wie zegt dat een koppeling klopt: een bron, een analist of het programma",
        ),
        (r"founded on",),
        (r"grondslag(en)?",),
    ),
    Term(
        labels.FIELDS["evidence"],
        Phrase(
            "the place in a source that shows it, with a quotation where there is one",
            "de plaats in een bron waaruit het blijkt, met een citaat waar dat er is",
        ),
        (),
        (r"bewijs",),
    ),
    Term(
        labels.FIELDS["rationale"],
        Phrase("why the analyst concludes it", "waarom de analist het concludeert"),
        (r"rationales?",),
        (r"redenering(en)?",),
    ),
    Term(
        labels.OLDER,
        Phrase(
            "every instrument existed before the recommendation",
            "alle instrumenten bestonden al vóór de aanbeveling",
        ),
    ),
    Term(
        labels.NO_ACT,
        Phrase(
            "there is only a vision, strategy, agenda, proposal or monitor, which carries nothing "
            "out",
            "er is alleen een visie, strategie, agenda, voorstel of monitor, en die voert niets "
            "uit",
        ),
        (r"no act",),
        (r"niet uitvoerende?",),
    ),
    Term(
        labels.FIELDS["doubts"],
        Phrase("dated objections to a link", "gedateerde bezwaren tegen een koppeling"),
        (r"doubt(s|ed)?",),
        (r"(be)?twijfel(t|s|d|en)?",),
    ),
    Term(
        labels.FIELDS["reviewed"],
        Phrase(
            "somebody judged the link a second time",
            "iemand heeft de koppeling nog eens beoordeeld",
        ),
        (r"second reader", r"read by a second"),
        (r"toetsing(en)?", r"toetser", r"getoetste?", r"nagekeken", r"tweede lezer"),
    ),
    Term(
        Phrase("needs review", "opnieuw te beoordelen"),
        Phrase(
            "the link or one of its records changed after the review",
            "de koppeling of een van de records is na de beoordeling gewijzigd",
        ),
        (r"suspect",),
        (),
    ),
    Term(
        labels.RECORD_KINDS["search"],
        Phrase(
            "that somebody searched, when, where and with which words",
            "dat iemand zocht, wanneer, waar en met welke woorden",
        ),
        (r"look(ed)? into", r"somebody looked"),
        (r"zoektocht(en)?",),
    ),
    Term(
        labels.NOT_SEARCHED,
        Phrase(
            "the catalogue has no search for an instrument, so nothing found says little",
            "de catalogus heeft geen zoekactie naar een instrument, dus niets gevonden zegt weinig",
        ),
        (r"not searched(?! for)",),
        (r"niet gezocht",),
    ),
    Term(
        labels.NOT_LOOKED_FOR,
        Phrase(
            "nobody searched for a response",
            "niemand heeft naar een reactie gezocht",
        ),
        (r"no response looked for",),
        (r"geen reactie gezocht",),
    ),
    Term(
        labels.RESPONSE,
        Phrase("what government said about it", "wat de overheid erover zei"),
    ),
    Term(
        labels.COMMITMENT,
        Phrase("a promise of government to the House", "een belofte van de overheid aan de Kamer"),
        (r"pledge[sd]?",),
        (),
    ),
    Term(
        labels.STAGES["committed"],
        Phrase("the money is bound by law or contract", "het geld ligt juridisch vast"),
    ),
    Term(
        Phrase("in the catalogue", "in de catalogus"),
        Phrase(
            "recorded in these files, whatever there is outside them",
            "opgenomen in deze bestanden, wat er daarbuiten ook is",
        ),
        (r"on (file|record)",),
        (r"vastgelegde?",),
    ),
    Term(
        Phrase("as of", "peildatum"),
        Phrase("the date on which a figure holds", "de datum waarop een cijfer geldt"),
        (),
        (r"stand op",),
    ),
    Term(
        labels.FIELDS["owner"],
        Phrase(
            "who is responsible for an instrument", "wie voor een instrument verantwoordelijk is"
        ),
        (r"(each|what) owners?",),
        (r"eigena(ar|ren)",),
    ),
    Term(
        labels.FIELDS["digest"],
        Phrase(
            "a code that changes when the text changes",
            "een code die verandert als de tekst verandert",
        ),
        (r"digests?",),
        (r"digests?", r"kenmerk(en)?"),
    ),
    Term(
        Phrase("report", "rapportage"),
        Phrase("the whole result in one document", "het hele resultaat in één document"),
        (),
        (r"verslag(en)?",),
    ),
    Term(
        Phrase("briefing", "notitie"),
        Phrase("your own document", "uw eigen document"),
        (r"notes?",),
        (),
    ),
    Term(
        labels.SOURCE_KINDS["nota"],
        Phrase(
            "advice of officials to a minister",
            "advies van ambtenaren aan een bewindspersoon",
        ),
    ),
    Term(
        labels.SEVERITIES["note"],
        Phrase(
            "the least severe finding of a check",
            "de lichtste bevinding van een controle",
        ),
    ),
    Term(
        Phrase("exempted", "uitgezonderd"),
        Phrase(
            "a finding that may remain, with a reason",
            "een bevinding die mag blijven, met een reden",
        ),
        (r"waive[sdr]?",),
        (r"onthe(ven|ft|f|ffing|ffingen)",),
    ),
    Term(
        labels.RELIABILITIES["reprint"],
        Phrase("not read at the publisher itself", "niet bij de uitgever zelf gelezen"),
        (r"reprints?",),
        (r"herdruk",),
    ),
    Term(
        labels.DRAFT,
        Phrase(
            "written by officials; not known whether it was sent",
            "geschreven door ambtenaren; niet bekend of het is verstuurd",
        ),
    ),
    Term(
        labels.OF_VOCABULARY["Seen"]["head"],
        Phrase("the rest of the response was not read", "de rest van de reactie is niet gelezen"),
        (r"the head",),
        (r"aanhef",),
    ),
    Term(
        labels.ORGANISATION_KINDS["agency"],
        Phrase(
            "carries out policy or supervises",
            "voert beleid uit of houdt toezicht",
        ),
        (),
        (r"agentschap(pen)?",),
    ),
)

#: Metaphors, old words and speakers that no text for users may hold, with what to write instead.
NEVER: dict[Language, dict[str, str]] = {
    Language.EN: {
        r"we|us|our|ours": "the program is never we",
        r"mend(s|ed|ing)?": "fix",
        r"heeded": "respected",
        r"found wanting": "not enough",
        r"brought out": "published",
        r"second leg": "another instrument",
        r"st(and|ands|ood) behind": "support",
        r"hang(s|ing)? on": "depend on",
        r"lean(s|ing)? on": "depend on",
        r"rest(s|ing)? (only )?(up)?on": "depend on",
        r"carr(y|ies) (nothing|no more)(?! out)": "support nothing",
        r"whichever (it is|one)": "any one",
        r"bears? (a|no) date": "has a date",
        r"does not go with|do not go together": "cannot be used with",
        r"work tree": "working tree",
        r"most telling": "to look at first",
        r"by what sources say": "according to sources only",
    },
    Language.NL: {
        r"wij|we|ons|onze": "het programma is nooit wij",
        r"tweede been": "een ander instrument",
        r"staat achter|achter (de|deze|een) stand": "hoort bij, waarop berust",
        r"hang(t|en) aan": "afhangen van",
        r"leun(t|en) op|steun(t|en) op": "berusten op",
        r"rust(en)? op": "berusten op",
        r"draagt niets|dragen niets": "ondersteunt niets",
        r"mag vaker": "herhaalbaar",
        r"sprekendste": "om als eerste te bekijken",
        r"strook(t|en)": "in strijd met",
        r"bladzijden?": "pagina",
        r"geëindigd": "beëindigd",
        r"bewaarde tekst": "gearchiveerde tekst",
        r"valt niet te|vallen niet te": "u kunt niet",
        r"munt(en)?": "valuta",
    },
}


def page() -> str:
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Words, in English and in Dutch"
    yield ""
    yield (
        "Each concept has one word in each language, in every command, message and document. "
        "Names in files and in JSON stay as they are: `gap` is shown as *open*, `inferred` as "
        "*analyst's judgement*."
    )
    yield ""
    yield "| English | Nederlands | meaning | betekenis |"
    yield "| --- | --- | --- | --- |"
    for term in TERMS:
        cells = (term.word.en, term.word.nl, term.meaning.en, term.meaning.nl)
        yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
