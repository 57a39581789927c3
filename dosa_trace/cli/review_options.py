"""Which options of `dosa-trace review` go together: one judgement, or what is walked through."""

from __future__ import annotations

from collections.abc import Mapping

from dosa_trace.catalog.model.vocabulary import Matter
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.labels import ONE_OF_THEM
from dosa_trace.language import Phrase

_ASKED = ("--by", "--yes", "--dry-run")
#: What each judgement, and `--import`, takes beside it.
BESIDE: Mapping[str, tuple[str, ...]] = {
    "--import": ("--yes", "--dry-run"),
    "--agree": (*_ASKED, "--note"),
    "--extent": (*_ASKED, "--note", "--blind"),
    "--doubt": _ASKED,
    "--keep": _ASKED,
    "--change": _ASKED,
    "--value": (*_ASKED, "--note", "--blind"),
}
#: What a walk takes: any; without what others judged; through what is disputed.
WALK = ("--by", "--source", "--where")
BLIND = (*WALK, "--blind", "--with-unlinked")
DISPUTED = (*WALK, "--disputed")
#: The judgements of other fields than the extent of a link.
OF_FIELD = ("--value", "--keep", "--change")


def judgement_of(options: Mapping[str, object], matter: Matter, is_named: bool) -> str | None:
    """The option that says what is done, None for a walk. Raises BadQuestion for two of these, and
    for an option that would do nothing beside it."""
    given = [name for name, value in options.items() if value not in (None, False, [])]
    judgements = [name for name in given if name in BESIDE]
    if len(judgements) > 1:
        raise BadQuestion(ONE_JUDGEMENT, ONE_OF_THEM)
    judgement = judgements[0] if judgements else None
    of_extent = matter is Matter.EXTENT
    if judgement is not None:
        is_able = judgement != "--value" if of_extent else judgement in OF_FIELD
        _require(is_able, judgement)
        _require(judgement != "--import" or not is_named, "--import")
        allowed: tuple[str, ...] = (judgement, *BESIDE[judgement])
    elif "--disputed" in given:
        allowed = DISPUTED
    elif "--blind" in given:
        allowed = BLIND if of_extent else (*WALK, "--blind")
    else:
        allowed = WALK
    for name in given:
        _require(name in allowed, name)
    return judgement


def _require(is_able: bool, option: str) -> None:
    if not is_able:
        raise BadQuestion(DOES_NOTHING(option=option), LEAVE_OUT)


ONE_JUDGEMENT = Phrase("several judgements were given", "er zijn meer oordelen gegeven")
DOES_NOTHING = Phrase("{option} does nothing here", "{option} doet hier niets")
LEAVE_OUT = Phrase(
    "leave it out, or see dosa-trace review --help", "laat het weg, of zie dosa-trace review --help"
)
