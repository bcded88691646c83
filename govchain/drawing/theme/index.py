"""All themes on a page: what passes between their matters, what is reached and what is late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from govchain.analysis.questions.goals import standings_of
from govchain.analysis.questions.themes import network_of
from govchain.compiler.catalogue import Catalogue
from govchain.drawing.chart.provenance import origin_of
from govchain.drawing.chart.subject import How
from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import named
from govchain.drawing.ink.paragraph import paragraph
from govchain.drawing.ink.scene import Scene
from govchain.drawing.ink.stack import Stack
from govchain.drawing.theme.goals import state_entry
from govchain.drawing.theme.grid import (
    LEAST_WIDTH,
    LINE,
    MARGIN,
    SMALL,
    TITLE,
    TITLE_LINE,
    room_on,
)
from govchain.drawing.theme.page import key_of
from govchain.drawing.theme.sayings import counted, ranked, told
from govchain.drawing.theme.table import HEAD, Entry, table
from govchain.drawing.theme.table import LINE as ROW_LINE
from govchain.model.nouns import Theme

KEY = "themes"
MOST_STATES = 3
"""So many states of a theme's goals stand beside each other."""
AROUND = 2 * MARGIN + 2 * TITLE_LINE + 2 * LINE + HEAD + 20


def index_pages(
    themes: Sequence[Theme], catalogue: Catalogue, source: str, how: How
) -> tuple[Scene, ...]:
    """A row for each theme, on as many pages as it takes."""
    words = Words(how.language)
    height = room_on(how.paper)[1] if how.paper else float("inf")
    most = max(int(min((height - AROUND) / ROW_LINE, len(themes))), 1)
    blocks = [themes[first : first + most] for first in range(0, len(themes) or 1, most)]
    title = _headline(themes, catalogue, words)
    return tuple(
        _page(number, block, title, catalogue, source, how, words)
        for number, block in enumerate(blocks, 1)
    )


def _page(
    number: int,
    themes: Sequence[Theme],
    title: str,
    catalogue: Catalogue,
    source: str,
    how: How,
    words: Words,
) -> Scene:
    width = LEAST_WIDTH + 100
    stack = Stack(MARGIN, MARGIN)
    stack.put(*paragraph(title, width, TITLE, TITLE_LINE, bold=True))
    date = words.label(words("date"), catalogue.date.isoformat())
    stack.put(*paragraph(date, width, SMALL, LINE, fill=palette.MUTED), below=6)
    rows = [tuple(_row(theme, catalogue, words)) for theme in themes]
    if rows:
        stack.put(*table(_heads(words), rows, width), below=8)
    said = " · ".join(origin_of(source, how.version, words))
    stack.put(*paragraph(said, width, SMALL, LINE, fill=palette.MUTED))
    return Scene(
        width=width + 2 * MARGIN,
        height=stack.y + MARGIN - LINE / 2,
        title=title,
        description=words.enumeration([named(theme.name) for theme in themes]),
        language=words.language,
        items=tuple(stack.items),
        key=KEY if number == 1 else f"{KEY}-{number}",
        paper=how.paper,
    )


def _headline(themes: Sequence[Theme], catalogue: Catalogue, words: Words) -> str:
    if not themes:
        return words("themes-none")
    states = Counter(s.state for theme in themes for s in standings_of(theme, catalogue))
    goals = sum(len(theme.goals) for theme in themes)
    said = words.enumeration(list(told(states, words)))
    return words("themes-headline").format(
        n=len(themes), goals=goals, held=states.total(), states=said
    )


def _heads(words: Words) -> tuple[str, ...]:
    """The theme, its matters, data between them, the next date, and states of its goals."""
    heads = ("theme", "themes-count", "themes-data", "themes-next", "goal-state")
    return (*(words(key) for key in heads), *([""] * (MOST_STATES - 1)))


def _row(theme: Theme, catalogue: Catalogue, words: Words) -> Iterator[Entry]:
    network = network_of(theme, catalogue)
    states = Counter(standing.state for standing in standings_of(theme, catalogue))
    yield Entry(named(theme.name), palette.SHARED, True, page=key_of(theme))
    more = network.included - network.named
    yield Entry(str(network.named), muted=words("themes-included").format(n=more) if more else "")
    yield counted(network, words)
    ahead = [goal.by for goal in theme.goals if goal.by and goal.by >= catalogue.date]
    yield Entry(min(ahead).isoformat() if ahead else "–")
    shown = ranked(states)[:MOST_STATES]
    yield from (state_entry(state, words, states[state]) for state in shown)
    yield from (Entry("") for _ in range(MOST_STATES - len(shown)))
