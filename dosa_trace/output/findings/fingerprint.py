"""A name for a finding that stays the same when lines above it come and go, so that a site that
keeps findings knows an old one again."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from dosa_trace.output.findings.finding_words import Said


def fingerprints(findings: Iterable[Said]) -> Iterator[str]:
    """One per finding, all different: of its rule, file and words, and of which of these it is."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        key = (finding.code, finding.file, finding.message)
        seen[key] += 1
        yield hashlib.sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()
