"""Links that count only together differ in extent, or one of them can never count.

All links of a joint group have the same extent, which is that of the group. Only supporting links
can be joint. A link that is suggested by software cannot: it never counts, so it would switch the
others off. No member may lead back to the start of the group, because the group would then support
itself.

Wrong:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, joint: pair,
         evidence: [{source: nota}]}
      - {from: fs-talent, to: ained, extent: full, basis: stated, joint: pair,
         evidence: [{source: nota}]}

Right:

    links:
      - {from: fs-talent, to: agdb, extent: partial, basis: stated, joint: pair,
         evidence: [{source: nota}]}
      - {from: fs-talent, to: ained, extent: partial, basis: stated, joint: pair,
         evidence: [{source: nota}]}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.model.vocabulary import Basis, Relation
from dosa_trace.checks.base import ALSO_HERE, Finder, When, finding
from dosa_trace.checks.circles import circles
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.labels import BASES, EXTENTS, RELATIONS
from dosa_trace.language import Phrase

RULE = Rule("DT207", "joint-group", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    groups: defaultdict[tuple[str, str], list[TraceLink]] = defaultdict(list)
    for link in catalog.links:
        if link.joint is None:
            continue
        if link.relation is not Relation.SUPPORTS:
            message = NOT_SUPPORTING(relation=RELATIONS[link.relation])
            yield finding(RULE, message, link.place, "joint", hint=LEAVE_OUT)
        elif link.basis is Basis.SUGGESTED:
            message = SUGGESTED(basis=BASES[link.basis])
            yield finding(RULE, message, link.place, "joint", hint=CONFIRM)
        else:
            groups[link.origin, link.joint].append(link)
    for (_origin, name), (first, *others) in groups.items():
        for other in others:
            if first.extent and other.extent and other.extent is not first.extent:
                message = DIFFER(
                    name=name, one=EXTENTS[other.extent], another=EXTENTS[first.extent]
                )
                related = Related(first.place.span("extent"), ALSO_HERE)
                yield finding(RULE, message, other.place, "extent", hint=SAME, related=(related,))

    yield from _leading_back(catalog, groups)


def _leading_back(
    catalog: Catalog, groups: Mapping[tuple[str, str], Sequence[TraceLink]]
) -> Iterator[Diagnostic]:
    """Members from which supporting links on file lead back to the origin of their group: those
    that stand in one circle with it."""
    supporting = [link for link in catalog.links if link.relation is Relation.SUPPORTS]
    rounds = circles([(link.origin, link.target) for link in supporting])
    circle_of = {name: at for at, members in enumerate(rounds) for name in members}
    for (origin, name), links in groups.items():
        for link in links:
            if origin in circle_of and circle_of.get(link.target) == circle_of[origin]:
                back = next(
                    other
                    for other in supporting
                    if other.target == origin and circle_of.get(other.origin) == circle_of[origin]
                )
                related = Related(back.place.span(), LEADS_BACK)
                message = LEANS(name=name, target=link.target, origin=origin)
                yield finding(RULE, message, link.place, "to", hint=TAKE_OUT, related=(related,))


NOT_SUPPORTING = Phrase(
    "only supporting links can be joint, and this one is '{relation}'",
    "alleen ondersteunende koppelingen kunnen joint zijn, en dit is '{relation}'",
)
LEAVE_OUT = Phrase("remove joint", "verwijder joint")
SUGGESTED = Phrase(
    "a link that is {basis} cannot be joint: it would switch the others off",
    "een koppeling die {basis} is kan niet joint zijn: de andere zouden niet meer tellen",
)
CONFIRM = Phrase("confirm the link, or remove joint", "bevestig de koppeling, of verwijder joint")
DIFFER = Phrase(
    "the links of joint '{name}' differ in extent: {one} here, {another} elsewhere",
    "de koppelingen van joint '{name}' verschillen in extent: hier {one}, elders {another}",
)
LEANS = Phrase(
    "joint '{name}' supports itself: {target} leads back to {origin}",
    "joint '{name}' ondersteunt zichzelf: {target} leidt terug naar {origin}",
)
LEADS_BACK = Phrase("this link leads back", "deze koppeling leidt terug")
TAKE_OUT = Phrase(
    "remove the link that goes back, or leave this one out of the group",
    "verwijder de koppeling die teruggaat, of laat deze buiten de groep",
)
SAME = Phrase("give all of them one extent", "geef ze alle dezelfde extent")

FINDER = Finder(RULE, find)
