"""Asks every command of catalogues that would hold up who asks, 3,000 links in a chain, a circle, a
ladder and others: `python -m benchmarks.bombs [LINKS]` writes `bombs.txt`.

Seconds of the processor without loading the program; beside each the times of a harmless catalogue
of as many links, and of a fourth of the bomb.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.bombs import BOMBS, costs, harmless


def table(links: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "asked"
        base = costs(folder, harmless(links))
        yield f"{links} links; seconds, times a harmless catalogue, times a fourth"
        for name, bomb in BOMBS.items():
            large, small = costs(folder, bomb(links)), costs(folder, bomb(links // 4))
            worst = sorted(large, key=lambda asked: -large[asked][0] / base[asked][0])
            for asked in worst[:3]:
                seconds, _, status, broke = large[asked]
                of_harmless, of_small = seconds / base[asked][0], seconds / small[asked][0]
                yield (
                    f"{name:14} {asked:26} {seconds:7.2f} {of_harmless:6.1f} {of_small:6.1f}"
                    f"{'' if status in (0, 1, 2) and not broke else '  BROKE'}"
                )


if __name__ == "__main__":
    TOLD = list(table(int(sys.argv[1]) if len(sys.argv) > 1 else 3000))
    (Path(__file__).parent / "bombs.txt").write_text("".join(f"{line}\n" for line in TOLD))
