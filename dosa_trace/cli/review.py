"""`dosa-trace review [FROM:TO]`"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from dosa_trace.catalog.model.link_names import ends_named
from dosa_trace.catalog.model.vocabulary import Basis, Matter, ReadExtent
from dosa_trace.cli.completion import complete_id
from dosa_trace.cli.editing import DryRun, Yes, begin, finish, named_record, somebody_is_there
from dosa_trace.cli.judging import Left, Walk
from dosa_trace.cli.judging_at_once import judge_link
from dosa_trace.cli.judging_fields import decide_fields, judge_field, matter_typed, walk_fields
from dosa_trace.cli.judging_walks import (
    percent,
    require_links,
    walk_blind,
    walk_disputed,
    walk_links,
)
from dosa_trace.cli.parameters import TEXT, AsOf, WhereList, argument, conditions, option
from dosa_trace.cli.reader_named import reader_named
from dosa_trace.cli.review_options import judgement_of
from dosa_trace.cli.session import Session
from dosa_trace.cli.taking_over import take_over
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase

if TYPE_CHECKING:
    from dosa_trace.analysis.judging.selection import Where

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
                "Decide about what somebody judges otherwise.",
                "Beslis over wat iemand anders beoordeelt.",
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
            metavar=TEXT,
            help=Phrase("Challenge the link, with a reason.", "Maak een tegenwerping, met reden."),
        ),
    ] = None,
    keep: Annotated[
        str | None,
        option(
            "--keep",
            metavar=TEXT,
            help=Phrase(
                "Keep it as it is after another judgement, with a reason.",
                "Handhaaf het zo na een ander oordeel, met reden.",
            ),
        ),
    ] = None,
    change: Annotated[
        str | None,
        option(
            "--change",
            metavar=TEXT,
            help=Phrase(
                "Change it to the other judgement, with a reason.",
                "Wijzig het naar het andere oordeel, met reden.",
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
            metavar=TEXT,
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
    day, today = session.opening.day(as_of), session.opening.day(None)
    matter, field = matter_typed(of)
    options: dict[str, object] = {
        "--blind": blind, "--with-unlinked": with_unlinked, "--disputed": disputed,
        "--agree": agree, "--extent": extent, "--doubt": doubt, "--keep": keep,
        "--change": change, "--value": value, "--note": note, "--by": by, "--import": import_,
        "--source": source, "--where": where, "--yes": yes, "--dry-run": dry_run,
    }  # fmt: skip
    judgement = judgement_of(options, matter, bool(links))
    if import_ is not None:
        return take_over(session, import_, as_of, yes, dry_run)
    if judgement is not None:
        if blind and matter is Matter.EXTENT and not (note and yes):
            raise BadQuestion(BLIND_SO, GIVE_BLIND)
        draft = begin(session, dry_run)
        names = [named_record(session, name) for name in links or ()]
        reader = reader_named(session, by, today, blind)
        given = (judgement, options[judgement])
        then = None
        if matter is Matter.EXTENT:
            if len(names) != 1 or ends_named(names[0]) is None:
                raise BadQuestion(WHICH_LINK, NAME_ONE)
            then = judge_link(session, draft, names[0], given, reader, note)
        else:
            if len(names) != 1:
                raise BadQuestion(WHICH_RECORD, NAME_IT)
            judge_field(draft, (names[0], field), (judgement, str(given[1])), reader, note)
        return finish(session, draft, as_of, yes, dry_run, then)
    chosen = conditions(where)
    if source is not None:
        from dosa_trace.analysis.judging.selection import Where

        chosen = (*chosen, Where("source", session.opening.meant(source, "source")))
    if not somebody_is_there():
        if blind or disputed or matter is not Matter.EXTENT:
            raise BadQuestion(NEEDS_TERMINAL, RUN_AT_ONE)
        return _list(session, links or (), chosen, as_of)
    begin(session)
    names = [named_record(session, name) for name in links or ()]
    walk = Walk(session, reader_named(session, by, today, blind), day)
    graph = session.opening.graph(as_of, Basis.INFERRED)
    with suppress(Left):
        if matter is not Matter.EXTENT:
            (decide_fields if disputed else walk_fields)(walk, graph, field, names, chosen)
        elif blind:
            walk_blind(walk, graph, names, chosen, percent(with_unlinked))
        else:
            (walk_disputed if disputed else walk_links)(walk, graph, names, chosen)
    return 0


def _list(session: Session, links: Sequence[str], where: Sequence[Where], as_of: str | None) -> int:
    """What needs a judge, or of some links each."""
    from dosa_trace.questions.review import review as ask

    graph = session.opening.graph(as_of, Basis.INFERRED)
    names = [named_record(session, name) for name in links]
    require_links(session, names)
    session.answer(ask(graph, where=where, links=names))
    return 0


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
RUN_AT_ONE = Phrase(
    "run it at a terminal, or give one judgement, such as --extent or --value",
    "gebruik een terminal, of geef één oordeel, zoals --extent of --value",
)
BLIND_SO = Phrase(
    "a blind judgement is an extent with a reason, written without being shown",
    "een blind oordeel is een mate met een motivering, opgeslagen zonder te tonen",
)
GIVE_BLIND = Phrase("give --extent, --note and --yes", "geef --extent, --note en --yes")
