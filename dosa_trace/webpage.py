"""The page of a report, between what lays it out and what writes it: in each language the same
parts, and once what is drawn, which has no language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from dosa_trace.document import Block, Role, Series

T = TypeVar("T")


class BarPart(NamedTuple):
    """How many are in a state, in words that go into a sentence, and of all how many percent."""

    role: Role
    word: str
    number: int
    percent: str


class FigureBar(NamedTuple):
    """The states of all on one basis, end to end: how many are in each, of how many; `leads` where
    the list can be chosen by them."""

    title: str
    said: str
    total: int
    leads: bool
    parts: tuple[BarPart, ...]


class Pointer(NamedTuple):
    """A gap that says much, to be clicked."""

    id: str
    title: str
    told: str


class Front(NamedTuple):
    """What stands on the first screen: the claim, what must be known beside it, on what date and on
    how many sources it rests, the states of all, and where to go on.

    `paragraph` is what is copied to be quoted, `catalogue` what the catalogue is called and whose
    it is; `made` is who makes it, its licence and whom to ask, each with its name, and with its
    address where it has one.
    """

    name: str
    title: str
    claim: str
    beside: str
    sentence: str
    sources: str
    paragraph: str
    bars: tuple[FigureBar, ...]
    telling_title: str
    telling: tuple[Pointer, ...]
    how: tuple[str, ...]
    generator: str
    digest: str
    catalogue: str
    made: tuple[tuple[str, str, str | None], ...]


class Facet(NamedTuple):
    """Something to choose by: its values with what they are called."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]


class Card(NamedTuple):
    """One record of a list: what is read at once, what it is chosen by, what else finds it, the
    source that a citation names, and its story.

    `row` is what stands in the list's columns instead of the badge: state, who asked when, flags.
    `since` is the day by which it is sorted, `sheet` what a spreadsheet has besides.
    """

    id: str
    title: str
    role: Role
    badge: str
    facets: Mapping[str, tuple[str, ...]]
    called: tuple[str, ...]
    source: str
    story: tuple[Block, ...]
    row: tuple[str, ...] = ()
    since: str = ""
    sheet: tuple[str, ...] = ()


class Later(Generic[T]):
    """What is made when it is asked for, one after the other, so that a page of tens of thousands
    of cards never holds them all. Its texts are made inert by who writes them (`page.packed`)."""

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[T]:
        return iter(self._make())


class CardList(NamedTuple):
    """Cards of one kind; `about` stands above them. `badge` is what their badge is in a
    spreadsheet, `sheet` what the columns are called that it has besides."""

    id: str
    title: str
    about: tuple[Block, ...]
    facets: tuple[Facet, ...]
    cards: Later[Card]
    badge: str
    sheet: tuple[str, ...] = ()


class PagePart(NamedTuple):
    """A part of the report, with a picture where it has one; `folded`: its tables are opened by who
    wants them."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    picture: Series | None = None
    folded: bool = False


class Drawing(NamedTuple):
    """A place for what is drawn from the links and cells, which have no language."""

    id: str
    title: str
    note: str


class SectionGroup(NamedTuple):
    """Sections that stand under one head, by their ids."""

    id: str
    title: str
    sections: tuple[str, ...]


class Body(NamedTuple):
    """The page in one language."""

    front: Front
    words: Mapping[str, str]
    groups: tuple[SectionGroup, ...]
    sections: Later[CardList | PagePart | Drawing]


class Link(NamedTuple):
    """A line of the flow: how much it says, on what basis, and whether it supports anything."""

    origin: str
    target: str
    extent: str
    basis: str
    counted: bool


class GridMark(NamedTuple):
    """A cell of the matrix."""

    row: str
    column: str
    mark: str
    basis: str


class Net(NamedTuple):
    """What has no language, by ids: the flow and the matrix, which leaves out of `total_columns`
    those without a cell; `kin` are the addressees under which more may stand for one."""

    nodes: tuple[str, ...]
    ended: tuple[str, ...]
    links: tuple[Link, ...]
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[GridMark, ...]
    signs: Mapping[str, str]
    total_columns: int
    kin: Mapping[str, tuple[str, ...]]


class Page(NamedTuple):
    """The page by language, the first of which is shown first; `address` is where it is published,
    empty where nobody said."""

    bodies: Mapping[str, Body]
    net: Net
    address: str = ""
