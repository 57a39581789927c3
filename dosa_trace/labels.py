"""The words that more than one place says, in English and Dutch: states, statuses, kinds of record,
what each field is called, the heads of columns.

Each stands here once; a test sees to it that no phrase is written in two places.
"""

from __future__ import annotations

from collections.abc import Mapping

from dosa_trace.language import Message, Phrase

NONE, NOTHING = Phrase("none", "geen"), Phrase("nothing", "niets")
YES = Phrase("yes", "ja")
NO = Phrase("no", "nee")
TOTAL = Phrase("total", "totaal")
NO_RESPONSE = Phrase("no response found", "geen reactie gevonden")
ONE_RESPONSE = Phrase("response", "reactie")
DRAFT = Phrase("officials' draft", "ambtelijk concept")
RESPONDER_UNKNOWN = Phrase(
    "responder not in the catalogue", "wie reageerde staat niet in de catalogus"
)
COMMITMENT = Phrase("commitment", "toezegging")
COLLECTIVE = Phrase("collective", "collectief")

STATES: Mapping[str, Phrase] = {
    "covered": Phrase("covered", "gedekt"),
    "partly": Phrase("partly covered", "deels gedekt"),
    "planned": Phrase("planned", "gepland"),
    "declined": Phrase("declined", "afgewezen"),
    "gap": Phrase("open", "open"),
}
MENTIONED = Phrase("touched on only", "zijdelings geraakt")
OLDER = Phrase("pre-dates the advice", "bestond al")
NOT_SEARCHED = Phrase("not searched for", "nog niet naar gezocht")
NOT_LOOKED_FOR = Phrase("response not searched for", "niet naar een reactie gezocht")
NO_ACT = Phrase("plans or monitoring only", "alleen plan of meting")
OWN_WORD = Phrase("self-reported only", "alleen zelfrapportage")
DOUBTED = Phrase("challenged", "met tegenwerping")

EXTENTS: Mapping[str, Phrase] = {
    "full": Phrase("full", "volledig"),
    "partial": Phrase("partial", "gedeeltelijk"),
    "marginal": Phrase("marginal", "zijdelings"),
}
READ_EXTENTS: Mapping[str, Phrase] = {"none": Phrase("none", "geen"), **EXTENTS}
BASES: Mapping[str, Phrase] = {
    "stated": Phrase("stated by a source", "volgens een bron"),
    "inferred": Phrase("analyst's judgement", "volgens een analist"),
    "suggested": Phrase("suggested by software", "automatisch voorgesteld"),
}
RELATIONS: Mapping[str, Phrase] = {
    "supports": Phrase("supports", "ondersteunt"),
    "contradicts": Phrase("contradicts", "spreekt tegen"),
    "none": Phrase("no relation", "geen relatie"),
}
RESPONSES: Mapping[str, Phrase] = {
    "accepted": Phrase("accepted", "overgenomen"),
    "accepted-in-principle": Phrase("accepted in principle", "in beginsel overgenomen"),
    "partly-accepted": Phrase("partly accepted", "deels overgenomen"),
    "under-consideration": Phrase("under consideration", "in beraad"),
    "noted": Phrase("noted", "kennisgenomen"),
    "existing-policy": Phrase("existing policy", "staand beleid"),
    "rejected": Phrase("rejected", "niet overgenomen"),
}
STATUSES: Mapping[str, Phrase] = {
    "announced": Phrase("announced", "aangekondigd"),
    "adopted": Phrase("adopted", "vastgesteld"),
    "in-progress": Phrase("in progress", "in uitvoering"),
    "completed": Phrase("completed", "afgerond"),
    "paused": Phrase("paused", "gepauzeerd"),
    "stopped": Phrase("stopped", "beëindigd"),
    "superseded": Phrase("superseded", "vervangen"),
}
SOURCE_KINDS: Mapping[str, Phrase] = {
    "factsheet": Phrase("factsheet", "factsheet"),
    "report": Phrase("report", "rapport"),
    "letter": Phrase("letter", "brief"),
    "nota": Phrase("officials' memo", "ambtelijke nota"),
    "law": Phrase("law", "wet"),
    "communication": Phrase("communication", "mededeling"),
    "dataset": Phrase("dataset", "dataset"),
    "web": Phrase("web page", "webpagina"),
    "position": Phrase("position paper", "standpunt"),
}
INSTRUMENT_KINDS: Mapping[str, Phrase] = {
    "agenda": Phrase("agenda", "agenda"),
    "strategy": Phrase("strategy", "strategie"),
    "vision": Phrase("vision", "visie"),
    "programme": Phrase("programme", "programma"),
    "fund": Phrase("fund", "fonds"),
    "facility": Phrase("facility", "faciliteit"),
    "network": Phrase("network", "netwerk"),
    "action-plan": Phrase("action plan", "actieplan"),
    "regulation": Phrase("regulation", "regelgeving"),
    "proposal": Phrase("proposal", "voorstel"),
    "model": Phrase("model", "model"),
    "monitor": Phrase("monitor", "monitor"),
}
ORGANISATION_KINDS: Mapping[str, Phrase] = {
    "ministry": Phrase("ministry", "ministerie"),
    "agency": Phrase("agency or regulator", "uitvoerder of toezichthouder"),
    "council": Phrase("advisory council", "adviesraad"),
    "court": Phrase("court of audit", "rekenkamer"),
    "parliament": Phrase("parliament", "parlement"),
    "government": Phrase("government", "regering of bestuur"),
    "eu-institution": Phrase("EU institution", "EU-instelling"),
    "research-institute": Phrase("research institute", "kennisinstelling"),
    "company": Phrase("company", "bedrijf"),
    "association": Phrase("association", "vereniging"),
}
LEVELS: Mapping[str, Phrase] = {
    "nl": Phrase("national", "nationaal"),
    "eu": Phrase("European", "Europees"),
}
#: Who responds at each level, where a catalogue does not say.
RESPONDERS: Mapping[str, Phrase] = {
    "nl": Phrase("the cabinet", "het kabinet"),
    "eu": Phrase("the EU", "de EU"),
}
STAGES: Mapping[str, Phrase] = {
    "announced": Phrase("announced", "aangekondigd"),
    "committed": Phrase("legally committed", "juridisch verplicht"),
    "spent": Phrase("spent", "uitgegeven"),
}
RELIABILITIES: Mapping[str, Phrase] = {
    "official": Phrase("official", "officieel"),
    "reprint": Phrase("copy held elsewhere", "kopie elders"),
    "secondary": Phrase("secondary source", "indirecte bron"),
}

SEVERITIES: Mapping[str, Phrase] = {
    "error": Phrase("error", "fout"),
    "warning": Phrase("warning", "waarschuwing"),
    "note": Phrase("remark", "opmerking"),
}

RECORD_KINDS: Mapping[str, Phrase] = {
    "source": Phrase("source", "bron"),
    "recommendation": Phrase("recommendation", "aanbeveling"),
    "objective": Phrase("objective", "doelstelling"),
    "instrument": Phrase("instrument", "instrument"),
    "link": Phrase("link", "koppeling"),
    "theme": Phrase("theme", "thema"),
    "search": Phrase("search", "zoekactie"),
    "organisation": Phrase("organisation", "organisatie"),
    "level": Phrase("level", "niveau"),
}
RECORD_KINDS_PLURAL: Mapping[str, Phrase] = {
    "sources": Phrase("sources", "bronnen"),
    "recommendations": Phrase("recommendations", "aanbevelingen"),
    "objectives": Phrase("objectives", "doelstellingen"),
    "instruments": Phrase("instruments", "instrumenten"),
    "links": Phrase("links", "koppelingen"),
    "themes": Phrase("themes", "thema's"),
    "searches": Phrase("searches", "zoekacties"),
    "organisations": Phrase("organisations", "organisaties"),
}

#: What the words of each vocabulary are called, by the name of its class.
NATURES: Mapping[str, Phrase] = {
    "new": Phrase("new money", "nieuw geld"),
    "existing": Phrase("existing money", "bestaand geld"),
    "to-be-raised": Phrase("to be raised from others", "op te halen bij anderen"),
    "co-financing": Phrase("co-financing by others", "cofinanciering door anderen"),
}
OF_VOCABULARY: Mapping[str, Mapping[str, Phrase]] = {
    "SourceKind": SOURCE_KINDS,
    "Reliability": RELIABILITIES,
    "InstrumentKind": INSTRUMENT_KINDS,
    "OrganisationKind": ORGANISATION_KINDS,
    "Relation": RELATIONS,
    "Extent": EXTENTS,
    "ReadExtent": READ_EXTENTS,
    "Outcome": {
        "kept": Phrase("kept", "gehandhaafd"),
        "changed": Phrase("changed", "gewijzigd"),
    },
    "Basis": BASES,
    "ResponseValue": RESPONSES,
    "Scope": {
        "individual": Phrase("to this recommendation", "op deze aanbeveling"),
        "collective": Phrase("to the whole set", "op het geheel"),
    },
    "StatusValue": STATUSES,
    "Stage": STAGES,
    "Nature": NATURES,
    "Seen": {
        "whole": Phrase("the whole", "het geheel"),
        "part": Phrase("a part", "een deel"),
        "head": Phrase("only the opening", "alleen het begin"),
        "none": NOTHING,
    },
    "Sought": {"instrument": RECORD_KINDS["instrument"], "response": ONE_RESPONSE},
}

STATES_CHANGED = Phrase("States that change", "Standen die veranderen")
STATE = Phrase("state", "stand")
RESPONSE = ONE_RESPONSE
NO_LINK = Phrase("nothing is linked to it", "er is niets aan gekoppeld")
NOT_KNOWN = Phrase("not known", "niet bekend")
MONEY = Phrase("Money", "Geld")
NO_STATUS = Phrase("no status in the catalogue", "geen status in de catalogus")
NOT_GIVEN = Phrase("not given", "niet opgegeven")
ANSWERED_BY = Phrase("instruments", "instrumenten")
DOES_NOT_COUNT = Phrase("does not count", "telt niet mee")
WEAKEST = Phrase("weakest link", "zwakste koppeling")
SUMMARY = Phrase("Summary", "Samenvatting")
BY_SOURCE = Phrase("By source", "Per bron")
BY_THEME = Phrase("By theme", "Per thema")
NONE_HERE = Phrase("None.", "Geen.")
ON_BASIS: Mapping[str, Phrase] = {
    "inferred": Phrase("source or analyst", "bron of analist"),
    "stated": Phrase("sources only", "alleen bronnen"),
}
CODE = Phrase("code", "code")
SEVERITY = Phrase("severity", "ernst")
HINT = Phrase("hint", "tip")
ONE_OF_THEM = Phrase("remove one of them", "laat een van beide weg")
USE = Phrase("use {words}", "gebruik {words}")
NOT_UTF8 = Phrase("'{path}' is not UTF-8", "'{path}' is geen UTF-8")
SAVE_AS_UTF8 = Phrase("save it as UTF-8", "sla het op als UTF-8")
SUCH_AS = Phrase("such as", "zoals")
NOT_A_DATE = Phrase("'{text}' is not a date", "'{text}' is geen datum")
DATE_SHAPE = Phrase("write 2025-07-04, 2025-07 or 2025", "schrijf 2025-07-04, 2025-07 of 2025")
FIRST_HERE = Phrase("first one here", "de eerste staat hier")
ENDED_HERE = Phrase("it ended here", "het eindigde hier")
#: What each field of a record is called; a test sees to it that none is forgotten.
FIELDS: Mapping[str, Phrase] = {
    "waive": Phrase("exempted", "uitgezonderd"),
    "renamed": Phrase("renamed from", "hernoemd van"),
    "rule": Phrase("rule", "regel"),
    "until": Phrase("until", "tot en met"),
    "id": Phrase("id", "id"),
    "kind": Phrase("kind", "soort"),
    "title": Phrase("title", "titel"),
    "name": Phrase("name", "naam"),
    "description": Phrase("description", "omschrijving"),
    "text": Phrase("text", "tekst"),
    "publisher": Phrase("publisher", "uitgever"),
    "date": Phrase("date", "datum"),
    "authors": Phrase("authors", "auteurs"),
    "institutions": Phrase("institutions", "instellingen"),
    "identifier": Phrase("identifier", "nummer"),
    "url": Phrase("address", "adres"),
    "reliability": Phrase("reliability", "betrouwbaarheid"),
    "answer_within": Phrase("response asked within", "reactie gevraagd binnen"),
    "term": Phrase("term", "termijn"),
    "met": Phrase("met", "gehaald"),
    "missed": Phrase("missed", "niet gehaald"),
    "nature": Phrase("nature", "aard"),
    "speaks_for": Phrase("speaks for", "spreekt namens"),
    "independent": Phrase("independent", "onafhankelijk"),
    "tooi": Phrase("TOOI address", "TOOI-adres"),
    "note": Phrase("remark", "opmerking"),
    "source": Phrase("source", "bron"),
    "themes": Phrase("themes", "thema's"),
    "addressee": Phrase("addressee", "geadresseerde"),
    "specificity": Phrase("specificity (1–5)", "concreetheid (1–5)"),
    "locator": Phrase("place", "vindplaats"),
    "evidence": Phrase("source reference", "bronverwijzing"),
    "responses": Phrase("responses", "reacties"),
    "considered": Phrase("considered", "bekeken"),
    "owner": Phrase("responsible organisation", "verantwoordelijke organisatie"),
    "level": RECORD_KINDS["level"],
    "status": Phrase("status", "status"),
    "part_of": Phrase("part of", "onderdeel van"),
    "budgets": Phrase("budgets", "budgetten"),
    "targets": Phrase("targets", "streefdatums"),
    "indicators": Phrase("indicators", "indicatoren"),
    "superseded_by": Phrase("superseded by", "vervangen door"),
    "from": Phrase("from", "van"),
    "to": Phrase("to", "naar"),
    "relation": Phrase("relation", "relatie"),
    "extent": Phrase("extent", "mate"),
    "basis": Phrase("basis", "volgens wie"),
    "joint": Phrase("joint", "samen"),
    "rationale": Phrase("reason", "motivering"),
    "since": Phrase("since", "sinds"),
    "reviewed": Phrase("reviewed", "beoordeeld"),
    "quote": Phrase("quote", "citaat"),
    "read": Phrase("read on", "gelezen op"),
    "value": Phrase("value", "waarde"),
    "scope": Phrase("scope", "reikwijdte"),
    "commitment": COMMITMENT,
    "amount": Phrase("amount", "bedrag"),
    "currency": Phrase("currency", "valuta"),
    "stage": Phrase("stage", "fase"),
    "purpose": Phrase("details", "toelichting"),
    "counts": Phrase("counts", "telt mee"),
    "due": Phrase("due", "gereed"),
    "year": Phrase("year", "jaar"),
    "unit": Phrase("unit", "eenheid"),
    "population": Phrase("population", "populatie"),
    "values": Phrase("values", "waarden"),
    "instruments": Phrase("instruments", "instrumenten"),
    "reason": Phrase("reason", "reden"),
    "by": Phrase("by", "door"),
    "digest": Phrase("checksum", "controlecode"),
    "seen": Phrase("how much was read", "hoeveel is gelezen"),
    "draft": DRAFT,
    "for": Phrase("searched for", "gezocht naar"),
    "covers": Phrase("concerns", "betreft"),
    "words": Phrase("words", "woorden"),
    "where": Phrase("places", "vindplaatsen"),
    "found": Phrase("what was found", "wat is gevonden"),
    "abbreviation": Phrase("short name", "korte naam"),
    "succeeds": Phrase("replaces", "vervangt"),
    "agrees_with": Phrase("agrees with", "komt overeen met"),
    "conflicts_with": Phrase("conflicts with", "is in strijd met"),
    "doubts": Phrase("challenges", "tegenwerpingen"),
    "answered": Phrase("reply", "weerwoord"),
    "readings": Phrase("other judgements", "andere oordelen"),
    "of": Phrase("about", "over"),
    "blind": Phrase("blind", "blind"),
    "answer": Phrase("decision", "beslissing"),
    "responder": Phrase("who responds", "wie reageert"),
    "acts": Phrase("acts", "voert uit"),
    "format": Phrase("format", "formaat"),
    "focus": Phrase("focus", "kern"),
    "levels": Phrase("levels", "niveaus"),
    "kinds": Phrase("kinds", "soorten"),
    "languages": Phrase("languages", "talen"),
    "makers": Phrase("made by", "gemaakt door"),
    "licence": Phrase("licence", "licentie"),
    "contact": Phrase("contact", "contactadres"),
    "theme": RECORD_KINDS["theme"],
    "institution": Phrase("institution", "instelling"),
}


def counted(count: int, kind: str) -> Message:
    """`1 source`, `6 recommendations`: a number with its noun, for a singular record kind."""
    plural = "searches" if kind == "search" else f"{kind}s"
    noun = RECORD_KINDS[kind] if count == 1 else RECORD_KINDS_PLURAL[plural]
    return COUNTED(count=count, noun=noun)


COUNTED = Phrase("{count} {noun}", "{count} {noun}")
CANNOT_READ = Phrase("'{path}' cannot be read: {reason}", "'{path}' is niet te lezen: {reason}")
GUIDE = Phrase("Guide", "Leeswijzer")
