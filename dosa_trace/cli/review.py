"""`dosa-trace review [FROM:TO]`"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from dosa_trace.analysis.agreement.judged_pairs import Matter
from dosa_trace.catalog.model.vocabulary import Basis, ReadExtent
from dosa_trace.cli.completion import complete_id
from dosa_trace.cli.editing import DryRun, Yes, begin, finish, named_record, somebody_is_there
from dosa_trace.cli.judging import Left, Walk, link_named
from dosa_trace.cli.judging_at_once import BLIND_SO, GIVE_BLIND, Told, judge_link, require_meant
from dosa_trace.cli.judging_fields import ToldOfField, judge_field, matter_typed, walk_fields
from dosa_trace.cli.parameters import AsOf, WhereList, argument, conditions, option
from dosa_trace.cli.reader_named import reader_named
from dosa_trace.cli.session import Session
from dosa_trace.cli.taking_over import take_over
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.labels import ONE_OF_THEM
from dosa_trace.language import N_OF, Phrase

if TYPE_CHECKING:
    from dosa_trace.analysis.judging.selection import Where
    from dosa_trace.graph import TraceGraph

ABOUT = Phrase(
    "Judge the links that need it most, one screen each.\n\nFirst those on which most figures "
    "depend, then what changed since its review, then what nobody else read. Each judgement is "
    "written at once. Without a terminal it lists what needs a judge.",
    "Beoordeel de koppelingen die dat het meest nodig hebben, een scherm elk.\n\nEerst die waarvan "
    "de meeste cijfers afhangen, dan wat na de beoordeling is gewijzigd, dan wat niemand anders "
    "las. Elk oordeel wordt meteen opgeslagen. Zonder terminal toont het wat wacht.",
)


def review(
    session: Session,
    links: Annotated[
        list[str] | None,
        argument(
            metavar=Phrase("[FROM:TO]...", "[VAN:NAAR]..."),
            help=Phrase("Only these links.", "Alleen deze koppelingen."),
            complete=complete_id,
        ),
    ] = None,
    blind: Annotated[
        bool,
        option(
            "--blind",
            help=Phrase(
                "Judge pairs without what others judged, rejected ones among them.",
                "Beoordeel paren zonder het oordeel van anderen, ook afgewezen paren.",
            ),
        ),
    ] = False,
    with_unlinked: Annotated[
        str | None,
        option(
            "--with-unlinked",
            metavar="PERCENT",
            help=Phrase(
                "With --blind: to every hundred so many pairs without a link, such as 20%.",
                "Bij --blind: op elke honderd zoveel paren zonder koppeling, zoals 20%.",
            ),
        ),
    ] = None,
    disputed: Annotated[
        bool,
        option(
            "--disputed",
            help=Phrase(
                "Decide about the links that somebody judges otherwise.",
                "Beslis over de koppelingen die iemand anders beoordeelt.",
            ),
        ),
    ] = False,
    agree: Annotated[
        bool,
        option("--agree", help=Phrase("The link is right as it is.", "De koppeling klopt zo.")),
    ] = False,
    extent: Annotated[
        ReadExtent | None,
        option("--extent", help=Phrase("It should be this extent.", "Het zou deze mate zijn.")),
    ] = None,
    doubt: Annotated[
        str | None,
        option(
            "--doubt",
            metavar=Phrase("TEXT", "TEKST"),
            help=Phrase("Challenge the link, with a reason.", "Maak een tegenwerping, met reden."),
        ),
    ] = None,
    keep: Annotated[
        str | None,
        option(
            "--keep",
            metavar=Phrase("TEXT", "TEKST"),
            help=Phrase(
                "Keep the link after another judgement, with a reason.",
                "Handhaaf de koppeling na een ander oordeel, met reden.",
            ),
        ),
    ] = None,
    change: Annotated[
        str | None,
        option(
            "--change",
            metavar=Phrase("TEXT", "TEKST"),
            help=Phrase(
                "Change it to the other judgement, with a reason.",
                "Wijzig die naar het andere oordeel, met reden.",
            ),
        ),
    ] = None,
    of: Annotated[
        str,
        option(
            "--of",
            metavar=Phrase("FIELD", "VELD"),
            help=Phrase(
                "What to judge: extent, specificity, responses or responses.2.",
                "Wat te beoordelen: extent, specificity, responses of responses.2.",
            ),
        ),
    ] = Matter.EXTENT.value,
    value: Annotated[
        str | None,
        option(
            "--value",
            metavar=Phrase("VALUE", "WAARDE"),
            help=Phrase("What it should be, with --of.", "Wat het zou zijn, bij --of."),
        ),
    ] = None,
    note: Annotated[
        str | None,
        option(
            "--note",
            metavar=Phrase("TEXT", "TEKST"),
            help=Phrase("Why, with --extent or --agree.", "Waarom, bij --extent of --agree."),
        ),
    ] = None,
    by: Annotated[
        str | None,
        option(
            "--by",
            metavar=Phrase("WHO", "WIE"),
            help=Phrase(
                "Who judges; the name in git if left out.",
                "Wie beoordeelt; anders de naam in git.",
            ),
        ),
    ] = None,
    import_: Annotated[
        Path | None,
        option(
            "--import",
            metavar=Phrase("CATALOGUE", "CATALOGUS"),
            help=Phrase(
                "Take over the judgements from another copy of this catalogue.",
                "Neem de oordelen over uit een andere kopie van deze catalogus.",
            ),
        ),
    ] = None,
    source: Annotated[
        str | None,
        option(
            "--source",
            metavar="ID",
            help=Phrase(
                "Only what begins at recommendations of this source.",
                "Alleen wat begint bij aanbevelingen uit deze bron.",
            ),
        ),
    ] = None,
    where: WhereList = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_of: AsOf = None,
) -> int:
    from dosa_trace.editing.targets import BETWEEN

    day = session.opening.day(as_of)
    if source is not None:
        where = [*(where or ()), f"source={session.opening.meant(source, 'source')}"]
    if import_ is not None:
        return take_over(session, import_, as_of, yes, dry_run)
    names = [named_record(session, name) for name in links or ()]
    matter, field = matter_typed(of)
    today = session.opening.day(None)
    of_link = [agree, extent is not None, doubt is not None, disputed]
    require_meant(matter, of_link, value, note, blind, with_unlinked)
    if matter is not Matter.EXTENT:
        reader = reader_named(session, by, today, blind)
        judged = ToldOfField(value, keep, change)
        if judged.number:
            if judged.number > 1:
                raise BadQuestion(ONE_JUDGEMENT, ONE_OF_THEM)
            if len(names) != 1:
                raise BadQuestion(WHICH_RECORD, NAME_IT)
            draft = begin(session)
            judge_field(draft, (names[0], field), judged, reader, note)
            return finish(session, draft, as_of, yes, dry_run)
        graph = session.opening.graph(as_of, Basis.INFERRED)
        with suppress(Left):
            walk_fields(Walk(session, reader, day), graph, field, names, conditions(where))
        return 0
    given = Told(agree, extent, doubt, keep, change)
    if given.number > 1:
        raise BadQuestion(ONE_JUDGEMENT, ONE_OF_THEM)
    if given.number:
        if len(names) != 1 or BETWEEN not in names[0]:
            raise BadQuestion(WHICH_LINK, NAME_ONE)
        if blind and not (given.extent and note and yes):
            raise BadQuestion(BLIND_SO, GIVE_BLIND)
        draft = begin(session)
        judge_link(session, draft, names[0], reader_named(session, by, today, blind), given, note)
        return finish(session, draft, as_of, yes, dry_run)
    graph = session.opening.graph(as_of, Basis.INFERRED)
    for name in () if blind else names:
        link_named(session, *name.partition(BETWEEN)[::2])
    if not somebody_is_there():
        if blind or disputed:
            raise BadQuestion(NEEDS_TERMINAL)
        from dosa_trace.questions.review import review as ask

        session.answer(ask(graph, where=conditions(where)))
        return 0
    begin(session)
    walk = Walk(session, reader_named(session, by, today, blind), day)
    with suppress(Left):
        if blind:
            _walk_blind(walk, graph, names, conditions(where), _percent(with_unlinked))
        else:
            _walk(walk, graph, names, conditions(where), disputed)
    return 0


def _walk(
    walk: Walk, graph: TraceGraph, names: Sequence[str], where: Sequence[Where], disputed: bool
) -> None:
    """A link after the other, each once."""
    from dosa_trace.analysis.robustness.to_review import review_queue, to_review_named

    queue = review_queue(graph, where, None if disputed else walk.reader.by)
    items = to_review_named(graph, names) if names else queue.items
    if disputed:
        items = tuple(item for item in items if item.disputed)
    judge = walk.disputed if disputed else walk.seen
    try:
        for at, item in enumerate(items, 1):
            judge(item, N_OF(n=at, of=len(items)))
    finally:
        walk.end(len(items))


def _walk_blind(
    walk: Walk, graph: TraceGraph, names: Sequence[str], where: Sequence[Where], unlinked: float
) -> None:
    from dosa_trace.analysis.robustness.to_review import blind_pairs

    every = blind_pairs(graph, walk.reader.by, where, unlinked)
    pairs = [pair for pair in every if not names or pair.name in names]
    try:
        for at, pair in enumerate(pairs, 1):
            walk.blind(pair, N_OF(n=at, of=len(pairs)))
    finally:
        walk.end(len(pairs))


def _percent(text: str | None) -> float:
    """A share such as `20%`; raises BadQuestion."""
    if text is None:
        return 0
    number = text.strip().removesuffix("%").strip()
    if not (number.isascii() and number.isdecimal() and int(number) <= MOST_UNLINKED):
        raise BadQuestion(NO_PERCENT(text=text), PERCENT_SHAPE)
    return float(number)


#: Of every hundred pairs, how many that nobody linked may be added at most.
MOST_UNLINKED = 100
ONE_JUDGEMENT = Phrase("several judgements were given", "er zijn meer oordelen gegeven")
WHICH_LINK = Phrase("a judgement is about one link", "een oordeel gaat over één koppeling")
NAME_ONE = Phrase("name it as FROM:TO", "noem die als VAN:NAAR")
WHICH_RECORD = Phrase(
    "a judgement is about one recommendation", "een oordeel gaat over één aanbeveling"
)
NAME_IT = Phrase("name it by its id", "noem die met het id")
NEEDS_TERMINAL = Phrase(
    "this asks questions, and there is nobody to ask",
    "dit stelt vragen, en er is niemand om te vragen",
)
NO_PERCENT = Phrase("'{text}' is not a percentage", "'{text}' is geen percentage")
PERCENT_SHAPE = Phrase("write 20%", "schrijf 20%")
