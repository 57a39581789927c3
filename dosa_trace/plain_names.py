"""Names of files that mean one file below a folder on every system, and nothing else.

A tree of git, an archive or a sheet may name anything: what leads up or out, what a system takes
for a device, or what git keeps for itself is told here from the names that files may have.
"""

from __future__ import annotations

import re
from typing import Final

#: What no system takes for the name of a file below a folder: nothing, the folder itself or the one
#: above it, git's own folder (`git~1` is its short name on Windows), names with the separators of
#: Windows (an alternate stream or a drive too), and its devices, whatever their ending.
_NOT_PLAIN: Final = re.compile(
    r"(?i:|\.{1,2}|\.git[ .]*|git~\d|.*[\\:\x00].*"
    r"|(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\..*)?)",
    re.DOTALL,
)


def is_plain(name: str) -> bool:
    """Whether a name, its folders parted by `/`, means one file below the folder it is told from:
    each of its parts is a name of its own, on Linux, macOS and Windows."""
    return not any(_NOT_PLAIN.fullmatch(part) for part in name.split("/"))
