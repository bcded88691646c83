"""Workbooks and documents of office programs: which are ours, and their bytes without a clock."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

CREATOR = "govchain"
"""Who made them, as they say of themselves."""
_SIGN = re.compile(rb"<dc:creator>govchain</dc:creator>")
_LARGEST_SIGN = 64 * 1024
_MOST_PARTS = 10_000
"""So many parts no file of ours has; each costs room to be looked at."""
_PART = b"PK\x01\x02"
"""What the entry of a part in the directory of an archive begins with."""
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError, RuntimeError,
    ValueError,
)  # fmt: skip
"""What comes of an archive that is none, or has been damaged."""
_NEVER = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can tell."""


def is_made_by_us(content: bytes) -> bool:
    """An archive that names us as its maker."""
    if content.count(_PART) > _MOST_PARTS:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            about = archive.getinfo("docProps/core.xml")
            if about.compress_type != zipfile.ZIP_DEFLATED:  # others may ask for much memory
                return False
            with archive.open(about) as core:
                return bool(_SIGN.search(core.read(_LARGEST_SIGN)))
    except _BROKEN:
        return False


def without_times(content: bytes) -> bytes:
    """The same archive, its parts written at no time: same parts, same bytes."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            told = zipfile.ZipInfo(part.filename, _NEVER)
            told.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(told, old.read(part))
    return made.getvalue()
