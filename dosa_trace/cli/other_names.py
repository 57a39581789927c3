"""What people call commands, options and formats that have another name here, mostly in Dutch."""

from __future__ import annotations

#: A format.
OTHER_FORMATS = {
    "md": "markdown", "word": "docx", "doc": "docx", "excel": "xlsx", "xls": "xlsx", "txt": "table",
    "text": "table", "yml": "yaml", "htm": "html", "web": "html",
}  # fmt: skip
#: A command.
OTHER_COMMANDS = {
    "dekking": "coverage", "dekkingsgraad": "coverage", "status": "coverage", "stand": "coverage",
    "hiaten": "gaps", "gaten": "gaps", "open": "gaps", "lacunes": "gaps",
    "wezen": "orphans", "zonder": "orphans", "kruis": "cross", "toezeggingen": "cross",
    "waarom": "why", "leg-uit": "why", "explain": "why", "uitleg": "why",
    "toon": "show", "bekijk": "show", "laat-zien": "show", "view": "show",
    "lijst": "list", "ls": "list", "zoek": "list", "search": "list", "find": "list",
    "geld": "money", "bedragen": "money", "budget": "money",
    "wijzigingen": "changes", "veranderingen": "changes", "log": "changes", "history": "changes",
    "geschiedenis": "changes", "nieuws": "changes",
    "wat-als": "what-if", "watals": "what-if", "whatif": "what-if", "wat": "what-if",
    "termijnen": "due", "termijn": "due", "deadlines": "due", "te-laat": "due",
    "voorstellen": "suggest", "suggesties": "suggest", "stel-voor": "suggest",
    "tabel": "matrix", "kruistabel": "matrix", "grafiek": "graph", "teken": "graph",
    "tekening": "graph", "draw": "graph", "plaatje": "graph",
    "rapport": "report", "rapportage": "report", "verslag": "report", "export": "report",
    "vul": "fill", "invullen": "fill", "vul-in": "fill",
    "controle": "check", "controleer": "check", "validate": "check", "lint": "check",
    "verschil": "diff", "vergelijk": "diff", "compare": "diff", "verschillen": "diff",
    "vullen": "fill", "overzicht": "coverage", "voortgang": "coverage", "achterstallig": "due",
    "tekenen": "graph", "voorstel": "suggest", "regels": "rule",
    "aanbevelingen": "list recommendations", "bronnen": "list sources",
    "instrumenten": "list instruments", "doelstellingen": "list objectives",
    "koppelingen": "list links", "organisaties": "list organisations", "themas": "list themes",
    "thema's": "list themes", "regel": "rule", "schema's": "schema", "versie": "--version",
    "version": "--version",
}  # fmt: skip
#: A kind of record, or what the figures are split by.
OTHER_VALUES = {
    "aanbevelingen": "recommendations", "bronnen": "sources", "instrumenten": "instruments",
    "doelstellingen": "objectives", "koppelingen": "links", "organisaties": "organisations",
    "themas": "themes", "thema's": "themes", "instellingen": "institutions",
    "zoekacties": "searches", "bron": "source", "thema": "theme", "instelling": "institution",
    "geadresseerde": "addressee", "organisatie": "owner", "verantwoordelijke": "owner",
    "eigenaar": "owner", "niveau": "level", "concreetheid": "specificity",
}  # fmt: skip
#: An option.
OTHER_OPTIONS = {
    "--sinds": "--since", "--vanaf": "--since", "--tot": "--until", "--tot-en-met": "--until",
    "--taal": "--lang", "--language": "--lang", "--peildatum": "--as-of", "--per": "--as-of",
    "--datum": "--as-of", "--date": "--as-of", "--op": "--as-of", "--waar": "--where",
    "--filter": "--where", "--grondslag": "--basis", "--basis-van": "--basis",
    "--catalogus": "--catalog", "--catalogue": "--catalog", "--uitvoer": "--output",
    "--bestand": "--output", "--out": "--output", "--indeling": "--format", "--type": "--format",
    "--formaat": "--format", "--hulp": "--help", "--versie": "--version", "--kort": "--brief",
    "--beknopt": "--brief", "--alles": "--each", "--elk": "--each", "--alle": "--each",
    "--kleur": "--color", "--colour": "--color", "--stil": "--quiet", "--thema": "--where",
    "--theme": "--where", "--aantal": "--limit", "--max": "--limit", "--bijlage": "--annex",
    "--delen": "--sections", "--naar": "--to", "--van": "--from", "--voeg-toe": "--add",
    "--grafiek": "--chart", "--limiet": "--limit", "--json": "-f json", "--csv": "-f csv",
    "--excel": "-f xlsx", "--xlsx": "-f xlsx", "--word": "-f docx", "--docx": "-f docx",
    "--markdown": "-f markdown", "--html": "-f html", "--eigenaar": "--where",
    "--ministerie": "--where",
}  # fmt: skip
