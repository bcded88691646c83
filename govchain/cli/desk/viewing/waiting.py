"""What stands in the place of a page that is not made yet."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from govchain.reporting.words import words

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="1">
<title>govchain</title>
</head>
<body style="font: 16px/1.5 system-ui, sans-serif; margin: 2em">
{told}
</body>
</html>
"""
"""It asks for itself again every second, so it goes once there is a page."""


def waiting_page(troubles: Sequence[str], language: str) -> str:
    """That the page is being made; or, where nothing could be read, why there is none."""
    spoken = words(language)
    if troubles:
        told = [spoken.say("there is no page yet: it is made once this is mended"), *troubles]
    else:
        told = [spoken.say("the first page is being made …")]
    lines = "\n".join(f"<p>{escape(text)}</p>" for text in told)
    return _PAGE.format(language=language, told=lines)
