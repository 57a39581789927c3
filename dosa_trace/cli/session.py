"""One run of one command: what was typed, the catalogue that it opens, how its answer goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from dosa_trace.cli.delivery import Delivery
from dosa_trace.cli.opening import Opening
from dosa_trace.cli.speech import Speech
from dosa_trace.language import Language
from dosa_trace.output.answer import Answer
from dosa_trace.results import data_of

if TYPE_CHECKING:
    from dosa_trace.document import Document
    from dosa_trace.views.wording.frame import Frame


class Session(NamedTuple):
    """What a command is given: `arguments` is the command line as it was typed."""

    arguments: tuple[str, ...]
    speech: Speech
    opening: Opening
    delivery: Delivery

    @property
    def language(self) -> Language:
        return self.speech.language

    def deliver(self, answer: Answer) -> None:
        self.delivery.deliver(answer)


def answer_of(
    command: str,
    result: Any,
    frame: Frame,
    document: Callable[[], Document],
    rows: Callable[[], Iterable[object]],
) -> Answer:
    """The answer that most questions have: a result field for field behind its frame, a document,
    and rows for a sheet."""
    return Answer(
        data=lambda: frame.envelope(command) | data_of(result), rows=rows, document=document
    )
