"""What can be wrong with files, records and their fields, and how to say it."""

from __future__ import annotations

from dosa_trace import labels
from dosa_trace.language import Phrase

TEXT = labels.FIELDS["text"]
LIST = Phrase("a list", "een lijst")
A_LIST = Phrase("a list", "een lijst")
A_MAP = Phrase("a map of keys and values", "een reeks sleutels en waarden")
A_MAPPING = A_MAP
A_RECORD = Phrase("a record of keys and values", "een record van sleutels en waarden")
A_NUMBER = Phrase("the number {text}", "het getal {text}")
A_FLAG = Phrase("the value {text}", "de waarde {text}")
QUOTED = Phrase("'{text}'", "'{text}'")
A_WORD = Phrase("a word from a fixed list", "een woord uit een vaste lijst")
AN_ID = Phrase("the id of a record", "het id van een record")
A_DATE = Phrase("a date", "een datum")
A_TERM = Phrase("a term", "een termijn")
TERM_SHAPE = Phrase(
    "write a number and days, weeks or months, such as 6 weeks",
    "schrijf een getal en days, weeks of months, zoals 6 weeks",
)
NUMBER = Phrase("a number", "een getal")
WHOLE = Phrase("a whole number", "een geheel getal")
A_TRUTH = Phrase("true or false", "true of false")
AN_ADDRESS = Phrase("a web address", "een webadres")
A_PARTY = Phrase("the id of an organisation", "het id van een organisatie")
LIST_PARTIES = Phrase(
    "add its name under organisations, and write its id here",
    "zet de naam onder organisations, en schrijf hier het id",
)
OTHER_FORMAT = Phrase(
    "these files are of format {number}, and this dosa-trace reads format 2",
    "deze bestanden hebben formaat {number}, en deze dosa-trace leest formaat 2",
)
WRITE_FORMAT = Phrase(
    "write format: 2, then fix the old fields that dosa-trace check reports",
    "schrijf format: 2, en herstel daarna de vervallen velden die dosa-trace check meldt",
)
NEWER_FORMAT = Phrase("install a newer dosa-trace", "installeer een nieuwere dosa-trace")
TAKEN = Phrase(
    "the id '{id}' is taken: {what} already has it", "het id '{id}' is bezet: {what} heeft het al"
)
A_LEVEL = Phrase("a level", "een niveau")
A_BUILT_IN_KIND = Phrase("a built-in kind of instrument", "een ingebouwde soort instrument")
ANOTHER_HERE = Phrase("another in this list", "een ander in deze lijst")
ANOTHER_ID = Phrase("give it another id", "geef het een ander id")
A_PATH = Phrase("a path inside the catalogue", "een pad binnen de catalogus")

MUST_BE = Phrase(
    "'{key}' must be {expected}, not {found}", "'{key}' moet {expected} zijn, niet {found}"
)
IS_EMPTY = Phrase("'{key}' is empty", "'{key}' is leeg")
FILL_IN = Phrase("fill it in, or leave the key out", "vul het in, of laat de sleutel weg")
QUOTE_IT = Phrase(
    "put it between quotation marks if it is text",
    "zet het tussen aanhalingstekens als het tekst is",
)
NO_LANGUAGE = Phrase(
    "'{code}' in '{key}' is not a language of this catalogue",
    "'{code}' in '{key}' is geen taal van deze catalogus",
)
USE_LANGUAGE = Phrase("use {codes}", "gebruik {codes}")
COMMA_SPLITS = Phrase(
    "between {{ }} a comma starts a new key: put the whole text between quotation marks",
    "tussen {{ }} begint na een komma een nieuwe sleutel: zet de hele tekst tussen "
    "aanhalingstekens",
)
NOT_AN_ID = Phrase("'{text}' cannot be an id", "'{text}' kan geen id zijn")
LONG_ID = Phrase(
    "an id of {number} characters; at most {most} are allowed",
    "een id van {number} tekens; hoogstens {most} zijn toegestaan",
)
SHORTEN_ID = Phrase(
    "choose a shorter one: people type it, and it appears in links and briefings",
    "kies een korter id: mensen typen het, en het staat in koppelingen en notities",
)
ID_SHAPE = Phrase(
    "an id is made of lower-case letters and digits, with - or . between them",
    "een id bestaat uit kleine letters en cijfers, met - of . ertussen",
)
MEANT_OR_OWN = Phrase(
    "did you mean {near}? A kind of your own is added under 'kinds:'",
    "bedoelde u {near}? Een eigen soort komt onder 'kinds:'",
)
USE_OR_OWN = Phrase(
    "use {words}, or add a kind of your own under 'kinds:'",
    "gebruik {words}, of voeg een eigen soort toe onder 'kinds:'",
)
NOT_ONE_OF = Phrase("'{key}' cannot be '{text}'", "'{key}' kan niet '{text}' zijn")
OUT_OF_RANGE = Phrase(
    "'{key}' goes from {least} to {most}, so it cannot be {text}",
    "'{key}' loopt van {least} tot en met {most} en kan dus niet {text} zijn",
)
FROM_TO = Phrase(
    "write a whole number from {least} to {most}",
    "schrijf een geheel getal van {least} tot en met {most}",
)
WRITE_NUMBER = Phrase(
    "write digits only, with a point for decimals: 160500000 or 22.7",
    "schrijf alleen cijfers, met een punt voor decimalen: 160500000 of 22.7",
)
NO_THOUSANDS = Phrase(
    "'{key}' has a mark between thousands, {text}, which YAML reads differently",
    "'{key}' heeft een teken tussen duizendtallen, {text}, dat YAML anders leest",
)
WRITE_DIGITS = Phrase("write {digits}", "schrijf {digits}")
WRITE_TRUE = Phrase(
    "write true or false, without quotes", "schrijf true of false, zonder aanhalingstekens"
)
ADDRESS_SHAPE = Phrase(
    "begin with https:// and leave no spaces", "begin met https:// en laat spaties weg"
)
PATH_SHAPE = Phrase(
    "write it from the catalogue's folder, such as texts/nota.txt",
    "schrijf het vanaf de map van de catalogus, zoals texts/nota.txt",
)
SETTINGS_SHAPE = Phrase(
    "write a map such as {{DT303: off}}", "schrijf een reeks zoals {{DT303: off}}"
)
TEXTS_SHAPE = Phrase(
    "write a map such as {{fs-talent: what was found}}",
    "schrijf een reeks zoals {{fs-talent: wat is gevonden}}",
)
EXAMPLE = Phrase("write {example}", "schrijf {example}")
LIST_SHAPE = Phrase(
    "put it between [ ], or on lines that begin with '-'",
    "zet het tussen [ ], of op regels die met '-' beginnen",
)
RECORD_SHAPE = Phrase("write it as key: value lines", "schrijf het als regels met sleutel: waarde")
FIELD_MISSING = Phrase("the record lacks '{key}'", "het record mist '{key}'")
ADD_FIELD = Phrase("add it: {about}", "voeg het toe ({about})")
ADD_ONE_OF = Phrase("add it, with one of {words}", "voeg het toe, met een van {words}")
ADD_LIST = Phrase("add it, such as {key}: [{{{keys}}}]", "voeg het toe, zoals {key}: [{{{keys}}}]")
LACKS_EITHER = Phrase("the record lacks '{keys}'", "het record mist '{keys}'")
ADD_EITHER = Phrase(
    "add date (as printed on the source) or read (the day it was read)",
    "voeg date toe (de datum op de bron) of read (de dag van lezen)",
)
READ_INSTEAD = Phrase(
    "remove it; write read: {date} on the source, or instead of it on an event",
    "verwijder het; schrijf read: {date} bij de bron, of bij een gebeurtenis in plaats hiervan",
)
FILL_IT_IN = Phrase("fill it in: it is required", "vul het in: het is verplicht")
NO_SUCH_FIELD = Phrase("there is no field '{key}' here", "er is hier geen veld '{key}'")
KNOWN_FIELDS = Phrase("the fields here are {words}", "de velden hier zijn {words}")

ID_TWICE = Phrase("the id '{id}' is used twice", "het id '{id}' is twee keer gebruikt")
RENAME = Phrase(
    "give one of the two another id, and update whatever refers to it",
    "geef een van de twee een ander id, en pas aan wat ernaar verwijst",
)
CATALOGUE_TWICE = Phrase(
    "another file already describes the catalogue", "een ander bestand beschrijft de catalogus al"
)
KEEP_ONE = Phrase("keep one 'catalogue:'", "laat één 'catalogue:' staan")
MEANT_OR_ALL = Phrase(
    "did you mean {near}? Else use {words}", "bedoelde u {near}? Gebruik anders {words}"
)
NO_SUCH_KEY = Phrase(
    "a file of a catalogue has no '{key}:'", "een catalogusbestand kent geen '{key}:'"
)
