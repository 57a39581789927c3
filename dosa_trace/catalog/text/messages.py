"""What can be wrong with a file as YAML, in words that help someone who is no programmer.

libyaml and PyYAML's own parser word the same problem differently, so each entry is found by a
part of the text that either of them uses.
"""

from __future__ import annotations

from dosa_trace.language import Phrase, Words

COLON_IN_TEXT = Phrase(
    "a second colon on this line: text with ': ' in it needs quotes",
    "een tweede dubbele punt op deze regel: tekst met ': ' erin moet tussen aanhalingstekens",
)
KEY_OUT_OF_LINE = Phrase(
    "a key that does not line up with those above it",
    "een sleutel die niet in lijn staat met de sleutels erboven",
)
BROKEN_BLOCK = Phrase(
    "this line does not fit what stands above it", "deze regel past niet bij wat erboven staat"
)
BROKEN_FLOW = Phrase(
    "between {{ }} or [ ] a comma or the closing bracket is missing",
    "tussen {{ }} of [ ] ontbreekt een komma of het sluitende haakje",
)
NO_COLON = Phrase("a key without a colon after it", "een sleutel zonder dubbele punt erachter")
BAD_CHARACTER = Phrase(
    "a value cannot begin with this character", "een waarde kan niet met dit teken beginnen"
)
TAB = Phrase("a tab where spaces are needed", "een tab waar spaties moeten staan")
UNCLOSED = Phrase(
    "quotation marks are opened here and never closed",
    "aanhalingstekens worden hier geopend en niet gesloten",
)
CONFLICT = Phrase(
    "an unfinished merge: git left both sides here to choose from",
    "een onafgemaakte samenvoeging: git liet hier beide kanten staan",
)
CHOOSE_A_SIDE = Phrase(
    "keep the right one of the two sides, and delete the lines <<<<<<<, ======= and >>>>>>>",
    "bewaar de juiste van de twee kanten, en verwijder de regels <<<<<<<, ======= en >>>>>>>",
)
NO_SPACE = Phrase(
    "after the colon of '{key}' a space is missing",
    "na de dubbele punt van '{key}' ontbreekt een spatie",
)
ADD_SPACE = Phrase("write a space after the colon", "schrijf een spatie na de dubbele punt")
ODD_SPACE = Phrase(
    "a space that YAML does not recognise: {name}",
    "een spatie die YAML niet als spatie leest: {name}",
)
ORDINARY_SPACE = Phrase("replace it with an ordinary space", "vervang die door een gewone spatie")
CLOSE_QUOTE = Phrase(
    "close the quotation mark on the line where the text ends",
    "sluit het aanhalingsteken op de regel waar de tekst eindigt",
)
BAD_ESCAPE = Phrase(
    "between double quotation marks, an escape that YAML does not know",
    "tussen dubbele aanhalingstekens, een escape die YAML niet kent",
)
MISPLACED_DASH = Phrase("a '-' where no list can stand", "een '-' waar geen lijst kan staan")
LOST_LINE = Phrase(
    "this ends the document: a line that is neither key nor list item",
    "dit beëindigt het document: een regel die geen sleutel en geen lijstonderdeel is",
)
ALIAS_NAME = Phrase(
    "'*' or '&' starts an alias or anchor here; text that starts with it needs quotation marks",
    "'*' of '&' begint hier een alias of anker; tekst die daarmee begint moet tussen "
    "aanhalingstekens",
)
OTHER = Phrase("not valid YAML: {problem}", "geen geldige YAML: {problem}")

QUOTE = Phrase(
    "put the whole text between quotation marks", "zet de hele tekst tussen aanhalingstekens"
)
ALIGN = Phrase(
    "check the indentation here and above, and look for a quotation mark that was not closed",
    "controleer de inspringing hier en erboven, en zoek een aanhalingsteken dat niet is gesloten",
)
CLOSE = Phrase(
    "close the bracket, or put text that contains , : [ ] {{ }} between quotation marks",
    "sluit het haakje, of zet tekst met , : [ ] {{ }} tussen aanhalingstekens",
)
SPACES = Phrase("use spaces to indent", "spring in met spaties")
DOUBLE_BACKSLASH = Phrase(
    "write \\ for a backslash, or use single quotation marks",
    "schrijf \\ voor een backslash, of gebruik enkele aanhalingstekens",
)

_TABLE: tuple[tuple[tuple[str, ...], Phrase, Phrase], ...] = (
    (("mapping values are not allowed",), COLON_IN_TEXT, QUOTE),
    (("end of stream", "quoted scalar"), UNCLOSED, CLOSE_QUOTE),
    (("document indicator", "quoted scalar"), UNCLOSED, CLOSE_QUOTE),
    (("',' or",), BROKEN_FLOW, CLOSE),
    (("while parsing a flow",), BROKEN_FLOW, CLOSE),
    (("could not find expected ':'",), NO_COLON, ALIGN),
    (("tab character",), TAB, SPACES),
    (("cannot start any token",), BAD_CHARACTER, QUOTE),
    (("escape character",), BAD_ESCAPE, DOUBLE_BACKSLASH),
    (("did not find expected hexdecimal number",), BAD_ESCAPE, DOUBLE_BACKSLASH),
    (("hexadecimal numbers",), BAD_ESCAPE, DOUBLE_BACKSLASH),
    (("block sequence entries are not allowed",), MISPLACED_DASH, ALIGN),
    (("scanning an alias",), ALIAS_NAME, QUOTE),
    (("scanning an anchor",), ALIAS_NAME, QUOTE),
    (("expected key",), BROKEN_BLOCK, ALIGN),
    (("'-' indicator",), BROKEN_BLOCK, ALIGN),
    (("expected <block end>",), BROKEN_BLOCK, ALIGN),
    (("<document start>",), LOST_LINE, ALIGN),
)  # fmt: skip


def explain(problem: str, context: str, line: str, column: int) -> tuple[Words, Words]:
    """What is wrong and how to mend it, for a parser's `problem` and `context`.

    `line` is the text of the line that it stopped at, before the character at `column` (from 0).
    """
    said = f"{problem} {context}"
    if line[column : column + 1] == "\t":
        return TAB, SPACES
    if "mapping values are not allowed" in said and ": " not in line[:column]:
        return KEY_OUT_OF_LINE, ALIGN
    for marks, what, how in _TABLE:
        if all(mark in said for mark in marks):
            return what, how
    return OTHER(problem=problem), ALIGN


NO_TOP_LEVEL_KEYS = Phrase(
    "the file does not begin with a key such as 'recommendations:'",
    "het bestand begint niet met een sleutel zoals 'recommendations:'",
)
SHOW_KEYS = Phrase(
    "begin with one of: catalogue, sources, recommendations, objectives, instruments, links",
    "begin met een van: catalogue, sources, recommendations, objectives, instruments, links",
)
BAD_BYTE = Phrase(
    "byte {byte} is not UTF-8, so the text cannot be trusted",
    "byte {byte} is geen UTF-8, dus de tekst is niet te vertrouwen",
)
IS_UTF16 = Phrase("the file is UTF-16, not UTF-8", "het bestand is UTF-16, geen UTF-8")
SAVE_AS_UTF8 = Phrase("save the file as UTF-8", "bewaar het bestand als UTF-8")
HIDDEN_CHARACTER = Phrase(
    "there is an invisible character here: {name}", "hier staat een onzichtbaar teken: {name}"
)
DELETE_IT = Phrase("delete it", "verwijder het")
ANCHOR_FOUND = Phrase(
    "anchor '&{name}': in a catalogue everything is written out",
    "anker '&{name}': in een catalogus staat alles uitgeschreven",
)
ALIAS_FOUND = Phrase(
    "alias '*{name}': in a catalogue everything is written out",
    "alias '*{name}': in een catalogus staat alles uitgeschreven",
)
WRITE_IT_OUT = Phrase(
    "write the value out, or put text that starts with & or * between quotation marks",
    "schrijf de waarde uit, of zet tekst die met & of * begint tussen aanhalingstekens",
)
TAG_FOUND = Phrase(
    "tag '{tag}' is not used in a catalogue", "tag '{tag}' hoort niet in een catalogus"
)
NO_TAGS = Phrase(
    "remove the tag, or put text that starts with ! between quotation marks",
    "verwijder de tag, of zet tekst die met ! begint tussen aanhalingstekens",
)
DOCUMENT_FOUND = Phrase("a second document starts here", "hier begint een tweede document")
ONE_DOCUMENT = Phrase(
    "remove the '---', or move what follows to another file",
    "verwijder de '---', of zet wat volgt in een ander bestand",
)
NESTED_TOO_DEEP = Phrase(
    "nested more than {depth} levels deep", "meer dan {depth} niveaus diep genest"
)
FLATTEN = Phrase(
    "a catalogue needs about five levels; look for an extra bracket",
    "een catalogus heeft ongeveer vijf niveaus nodig; zoek een haakje te veel",
)
KEY_NOT_TEXT = Phrase("the key '{key}' is not text", "de sleutel '{key}' is geen tekst")
LOOK_FOR_DASH = Phrase(
    "every key is the name of a field; look for a missing '-' or quotation mark",
    "elke sleutel is de naam van een veld; zoek een ontbrekende '-' of een ontbrekend "
    "aanhalingsteken",
)
NUMBER_IN_TWO = Phrase(
    "between {{ }} a comma starts a new key: write a number without marks between thousands",
    "tussen {{ }} begint na een komma een nieuwe sleutel: schrijf een getal zonder tekens "
    "tussen duizendtallen",
)
BEGIN_NEW = Phrase(
    "a new record starts with '- '; if this is the same one, keep one of the two",
    "een nieuw record begint met '- '; is het hetzelfde, laat er dan één staan",
)
KEY_TWICE = Phrase("the key '{key}' appears twice here", "de sleutel '{key}' staat hier twee keer")
KEEP_ONE = Phrase("keep one of the two", "laat er één staan")
BEGAN_HERE = Phrase(
    "the part that could not be completed started here",
    "wat niet is afgesloten, begint hier",
)
LONG_TEXT = Phrase(
    "a text of {number} characters is longer than {most}",
    "een tekst van {number} tekens is langer dan {most}",
)
ARCHIVE_IT = Phrase(
    "put it in a file of its own, and name that file as the text of its source",
    "zet hem in een eigen bestand, en noem dat als text van de bron",
)
LARGE_FILE = Phrase("the file is larger than {most} MB", "het bestand is groter dan {most} MB")
RAISE_IT = Phrase(
    "split it into several files, or allow more with DOSA_TRACE_MAX_MB=…",
    "verdeel het over meer bestanden, of sta meer toe met DOSA_TRACE_MAX_MB=…",
)
LEADS_OUT = Phrase(
    "it is a symbolic link that leads out of the catalogue",
    "het is een symbolische link die uit de catalogus leidt",
)
PUT_IT_HERE = Phrase(
    "put the file itself here, or remove the symbolic link",
    "zet het bestand zelf hier neer, of verwijder de symbolische link",
)
INTERRUPTED = Phrase(
    "an edit of several files was interrupted", "een wijziging van meer bestanden is onderbroken"
)
EDIT_AGAIN = Phrase(
    "make the edit again, which completes it first; or delete {file} and look at the files",
    "doe de wijziging opnieuw: die maakt dit eerst af; of verwijder {file} en bekijk de bestanden",
)
QUESTION_MARK = Phrase(
    "'?' before this text means a key to some programs and not to others",
    "'?' vóór deze tekst betekent voor sommige programma's een sleutel en voor andere niet",
)
QUOTE_QUESTION = Phrase(
    "put the text between quotation marks", "zet de tekst tussen aanhalingstekens"
)
NO_SIZE = Phrase(
    "{variable} is '{value}', which is not a size",
    "{variable} is '{value}', en dat is geen grootte",
)
A_SIZE = Phrase(
    "give whole megabytes, from 1 to 999999, or leave it unset",
    "geef hele megabytes, van 1 tot 999999, of laat de variabele weg",
)
CANNOT_READ = Phrase("the file cannot be read: {reason}", "het bestand is niet te lezen: {reason}")
CANNOT_LIST = Phrase(
    "the folder '{path}' cannot be read: {reason}", "de map '{path}' is niet te lezen: {reason}"
)
MAKE_READABLE = Phrase(
    "make it an ordinary file or folder that you may read, or remove it",
    "maak er een gewoon bestand of gewone map van die u mag lezen, of verwijder het",
)
NO_SUCH_PATH = Phrase("there is no catalogue at '{path}'", "er is geen catalogus op '{path}'")
NO_FILES = Phrase(
    "the folder '{path}' holds no .yaml file", "de map '{path}' bevat geen .yaml-bestand"
)
OTHER_SORT = Phrase("'{path}' is {sort}, not a catalogue", "'{path}' is {sort}, geen catalogus")
GIVE_CATALOG = Phrase(
    "give the folder or file with --catalog PATH", "geef de map of het bestand op met --catalog PAD"
)
