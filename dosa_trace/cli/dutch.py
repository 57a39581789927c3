"""The help texts in Dutch, laid over the finished commands; a test finds what is missing."""

from __future__ import annotations

from typing import Any


def translate(command: Any) -> None:
    """Puts the Dutch words in place of the English ones, for a command and all below it."""
    for name in ("help", "short_help"):
        text = getattr(command, name, None)
        if text:
            setattr(command, name, in_dutch(text))
    for param in command.params:
        if getattr(param, "help", None):
            param.help = in_dutch(param.help)
    for below in getattr(command, "commands", {}).values():
        translate(below)


def in_dutch(text: str) -> str:
    """The Dutch for a help text, which is found by its first line."""
    return DUTCH.get(text.splitlines()[0], text)


DUTCH = {
    "Which policy recommendations is anyone doing anything about, and how do you know?": (
        "Met welke beleidsaanbevelingen doet iemand iets, en hoe weet u dat?\n\n"
        "Begin met: dosa-trace coverage. Elk antwoord geldt voor een datum (--as-of, anders "
        "vandaag) en zegt wat er is meegeteld (--basis). Afloop: 0 alles goed, 1 het antwoord is "
        "nee, 2 de vraag kon niet worden gesteld."
    ),
    "Files that changed; whichever they are, the whole catalogue is judged.": (
        "Gewijzigde bestanden; welke ook, de hele catalogus wordt beoordeeld."
    ),
    "What does a rule of `check` look for, and why?": (
        "Waar let een regel van `check` op, en waarom?\n\n"
        "Zonder code: alle regels. Elke bladzijde toont een fout voorbeeld en een hersteld."
    ),
    "The code or name of a rule.": "De code of naam van een regel.",
    "Whether to count reviewed links that have changed since their review.": (
        "Of getoetste verbanden meetellen die sinds hun toetsing gewijzigd zijn."
    ),
    "What does an edit change, on file and in the figures?": (
        "Wat verandert een wijziging, in de bestanden en in de cijfers?\n\n"
        "Records, velden en verbanden erbij, weg, anders of hernoemd; en wat volgt: standen "
        "die veranderen en waardoor, de cijfers voor en na, verbanden om opnieuw te bekijken."
    ),
    "Two revisions of git, or one and the work tree; HEAD and the work tree if none.": (
        "Twee revisies van git, of één en de werkmap; HEAD en de werkmap als er geen staan."
    ),
    "Compare this catalogue …": "Vergelijk deze catalogus …",
    "… with this one.": "… met deze.",
    "Exit with 1 when a recommendation gets worse, or when any state changes.": (
        "Eindig met 1 als een aanbeveling achteruitgaat, of als er een stand verandert."
    ),
    "Also write every state to a small text file, which `check --snapshot` compares.": (
        "Schrijf ook elke stand naar een klein tekstbestand, dat `check --snapshot` vergelijkt."
    ),
    "Also compare every state with a snapshot that `coverage --snapshot` wrote.": (
        "Vergelijk ook elke stand met een momentopname die `coverage --snapshot` schreef."
    ),
    "What may stand in a catalogue's files, for editors that check while one types.": (
        "Wat in de bestanden van een catalogus mag staan, voor tekstverwerkers die meelezen.\n\n"
        "Een JSON Schema (draft 7). Zet het naast de catalogus, en laat de eerste regel van elk "
        "bestand zeggen waar het staat: # yaml-language-server: $schema=catalogue.schema.json"
    ),
    "What was pledged, and what is done?": (
        "Wat is toegezegd, en wat gebeurt er?\n\n"
        "Elke aanbeveling naar toezegging en naar actie: uitgevoerd, wordt uitgevoerd, alleen "
        "aangekondigd, geen. Gemarkeerd: toezegging zonder actie, en actie zonder toezegging."
    ),
    "The whole story in one document, to paste into a note.": (
        "Het hele verhaal in één document, om in een notitie te plakken.\n\n"
        "Samenvatting, toezegging en actie, elke bron met haar aanbevelingen, leemten, wezen, wat "
        "aan één instrument hangt, waar de cijfers op rusten, en hoe ze tot stand kwamen."
    ),
    "Which parts, in which order: summary,cross,sources,gaps …; all if left out.": (
        "Welke delen, in welke volgorde: summary,cross,sources,gaps …; anders alle."
    ),
    "Begin the Markdown with YAML front matter.": "Begin de Markdown met YAML-front-matter.",
    "What answers what, at a glance?": (
        "Wat beantwoordt wat, in één oogopslag?\n\n"
        "Aanbevelingen tegenover instrumenten, doelstellingen, thema's of instellingen, soort bij "
        "soort."
    ),
    "A line for each recommendation; on a screen only up to 12 if left out.": (
        "Een regel per aanbeveling; op een scherm anders alleen tot 12."
    ),
    "For a screen reader: every value behind its name, no columns, no colour.": (
        "Voor een schermlezer: elke waarde achter haar naam, geen kolommen, geen kleur."
    ),
    "What the columns are.": "Wat de kolommen zijn.",
    "Draw what leads to what.": (
        "Teken wat waartoe leidt.\n\n"
        "Van aanbevelingen via doelstellingen naar instrumenten, gekleurd naar stand: Mermaid voor "
        "notities en GitHub, DOT en SVG voor Graphviz, GraphML voor yEd en Gephi, JSON (node-link) "
        "voor programma's."
    ),
    "Only what is near this record.": "Alleen wat bij dit record in de buurt ligt.",
    "How many links away.": "Hoeveel verbanden ver.",
    "Print the version and stop.": "Toon de versie en stop.",
    "Install completion for the current shell.": "Stel aanvullen in voor deze shell.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "Toon het aanvulscript voor deze shell, om het over te nemen of aan te passen."
    ),
    "How far is each recommendation answered?": (
        "Hoe ver is elke aanbeveling beantwoord?\n\n"
        "De standen: gedekt, deels gedekt, gepland, afgewezen, open. Bij elk cijfer staat waarvan "
        "het een deel is, op beide grondslagen."
    ),
    "Also split the figures.": "Splits de cijfers ook uit.",
    "Count only what was known by then: 2025-07-04, 2025-07 or 2025; else today.": (
        "Tel alleen wat toen bekend was: 2025-07-04, 2025-07 of 2025; anders vandaag."
    ),
    "Count only what a source itself states, or also what an analyst infers.": (
        "Tel alleen wat een bron zelf stelt, of ook wat een analist afleidt."
    ),
    "Select first: theme=talent, source=ID, id=fs-* …; repeatable.": (
        "Kies eerst: theme=talent, source=ID, id=fs-* …; mag vaker."
    ),
    "Exit with 1 when less than N percent is covered.": (
        "Eindig met 1 als minder dan N procent gedekt is."
    ),
    "Exit with 1 when less than N percent is covered or partly covered.": (
        "Eindig met 1 als minder dan N procent gedekt of deels gedekt is."
    ),
    "The catalogue: a folder or one YAML file.": "De catalogus: een map of één YAML-bestand.",
    "How to print the answer.": "Hoe het antwoord wordt getoond.",
    "Write to a file, whole or not at all; its name may say the format.": (
        "Schrijf naar een bestand, heel of helemaal niet; de naam mag de vorm zeggen."
    ),
    "The language of the answer; the catalogue's first if left out.": (
        "De taal van het antwoord; anders de eerste van de catalogus."
    ),
    "Whether to use colour.": "Of er kleur wordt gebruikt.",
    "Say nothing beside the answer.": "Zeg niets naast het antwoord.",
    "Also say which catalogue was read.": "Zeg ook welke catalogus is gelezen.",
    "What is not covered, and why not?": "Wat is niet gedekt, en waarom niet?",
    "Also what is planned or partly covered.": "Ook wat gepland of deels gedekt is.",
    "Which instruments answer nothing that was asked?": (
        "Welke instrumenten beantwoorden niets dat is gevraagd?\n\n"
        "Ook de doelstellingen die niemand vraagt of nastreeft, de bronnen die nergens worden "
        "aangehaald en de thema's die nergens worden gebruikt."
    ),
    "Why is the state of a recommendation what it is?": (
        "Waarom is de stand van een aanbeveling zoals hij is?\n\n"
        "Elke keten van verbanden erachter, stap voor stap, met de bronnen. Voor een instrument: "
        "alles wat ernaartoe leidt."
    ),
    "The id of a record.": "Het id van een record.",
    "At most so many chains.": "Hoogstens zoveel ketens.",
    "What is on file about a record?": "Wat is er over een record vastgelegd?",
    "Which records are there?": (
        "Welke records zijn er?\n\n"
        "KIND is recommendations, objectives, instruments, sources of links."
    ),
    "What to list.": "Waarvan een lijst.",
    "Is the catalogue sound?": (
        "Klopt de catalogus?\n\n"
        "Elke fout in elk bestand in één keer, elk met de regel en hoe die te herstellen is. "
        "Opmerkingen staan er bij -v, en in wat machines lezen. `dosa-trace rule CODE` legt een "
        "bevinding uit."
    ),
    "Let warnings count as errors.": "Laat waarschuwingen als fouten tellen.",
}
