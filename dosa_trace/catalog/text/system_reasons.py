"""Why the operating system refused something, in the reader's language: its own words are those of
the machine's."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import NamedTuple

from dosa_trace.language import Language


class SystemReason(NamedTuple):
    """The reason of an error of the system: by its number (POSIX, `errno.h`) in Dutch, else and in
    English as the system says it."""

    number: int | None
    words: str

    @classmethod
    def of(cls, error: OSError) -> SystemReason:
        return cls(error.errno, error.strerror or type(error).__name__)

    def say(self, language: Language) -> str:
        if language is Language.NL and self.number in DUTCH:
            return DUTCH[self.number]
        return self.words


DUTCH: Mapping[int | None, str] = {
    errno.ENOENT: "bestand of map bestaat niet",
    errno.EACCES: "toegang geweigerd",
    errno.EPERM: "dit is niet toegestaan",
    errno.EISDIR: "dit is een map",
    errno.ENOTDIR: "dit is geen map",
    errno.EEXIST: "het bestaat al",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de toegewezen ruimte is vol",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.EFBIG: "het bestand is te groot",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "er zijn te veel koppelingen of mappen in elkaar",
    errno.EXDEV: "het staat buiten de catalogus",
    errno.EBUSY: "het is in gebruik",
    errno.ETXTBSY: "het is in gebruik",
    errno.EIO: "fout bij het lezen of schrijven van de schijf",
    errno.EBADF: "de uitvoer is gesloten",
    errno.EINVAL: "ongeldige naam",
    errno.EMFILE: "er zijn te veel bestanden open",
    errno.ENOMEM: "er is te weinig geheugen",
}
