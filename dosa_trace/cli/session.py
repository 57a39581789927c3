"""One run of one command: what was typed, the catalogue that it opens, how its answer goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.cli.delivery import Delivery
from dosa_trace.cli.opening import Opening
from dosa_trace.cli.speech import Speech
from dosa_trace.language import Language
from dosa_trace.output.answer import Answer

if TYPE_CHECKING:
    from dosa_trace.questions.result import Layout, Result


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

    def answer(
        self, result: Result, limit: int | None = None, layout: Layout | None = None
    ) -> None:
        """Delivers the result of a question, laid out as the command was told to; `limit` is how
        many of each list are shown."""
        from dosa_trace.questions.result import USUAL

        frame = self.opening.frame(result.as_of, result.basis, limit)
        self.deliver(result._shapes(frame, layout or USUAL))
