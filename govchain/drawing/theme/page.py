"""The pages of a theme: what is to be reached by when, then its matters and the data between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govchain.analysis.questions.goals import GoalStanding, standings_of
from govchain.analysis.questions.themes import ThemeNetwork, network_of
from govchain.compiler.catalogue import Catalogue
from govchain.drawing.chart.provenance import origin_of
from govchain.drawing.chart.subject import How
from govchain.drawing.chart.words import Words
from govchain.drawing.ink import palette
from govchain.drawing.ink.lettering import named
from govchain.drawing.ink.paragraph import paragraph
from govchain.drawing.ink.pieces import Piece, set_in_lines, signed
from govchain.drawing.ink.scene import Group, Icon, Item, Line, Scene
from govchain.drawing.ink.scene import Shape as Filled
from govchain.drawing.ink.stack import Stack
from govchain.drawing.sheet.turning import ways_to_others
from govchain.drawing.theme.cardface import card_face
from govchain.drawing.theme.cards import Card, cards_of
from govchain.drawing.theme.goals import MOST_ROWS, MOST_ROWS_ALONE, by_date, table_of
from govchain.drawing.theme.grid import (
    LEAST_WIDTH,
    LETTERS,
    LINE,
    MARGIN,
    SMALL,
    TITLE,
    TITLE_LINE,
    TRACK,
    WIDEST_CARD,
    room_on,
)
from govchain.drawing.theme.places import Places
from govchain.drawing.theme.sayings import headline_of, scope_of
from govchain.drawing.theme.sheets import LEAST_CARDS, Room, best_of, layout_of
from govchain.drawing.theme.table import table
from govchain.drawing.theme.wires import Wire, points_of
from govchain.model.nouns import Theme

LEGEND_ROOM = 2 * (LINE + 2) + 16
"""What the signs under the cards take, and what separates them."""
SCREEN_TRACKS = 6
"""Lines above the cards for which a picture of no paper keeps room."""


def theme_pages(theme: Theme, catalogue: Catalogue, source: str, how: How) -> tuple[Scene, ...]:
    """The pages of a theme, the first with its goals."""
    network = network_of(theme, catalogue)
    standings = by_date(standings_of(theme, catalogue))
    page = _Page(theme, catalogue, network, standings, source, how)
    cards = cards_of(network, catalogue, page.words)
    pages = _placed(cards, page)
    if len(pages) > 1 and len(standings) > MOST_ROWS:
        fewer = replace(page, most_goals=MOST_ROWS)
        pages = _placed(cards, fewer)
        page = fewer if len(pages) > 1 else _with_goals_beside(fewer, pages[0])
    page = replace(page, count=max(len(pages), 1))
    return tuple(page.scene(number, places) for number, places in enumerate(pages or (None,)))


def _placed(cards: Sequence[Card], page: _Page) -> tuple[Places, ...]:
    """Where the cards stand below the goals of the page, and on others."""
    width, height = room_on(page.how.paper)
    first, other = (max(height - page.height_around(n), LEAST_CARDS) for n in (0, 1))
    room = Room(width, height, first, other)
    if page.how.paper is None:
        return layout_of(cards, room, first - SCREEN_TRACKS * TRACK, WIDEST_CARD).pages
    return best_of(cards, room)


def _with_goals_beside(page: _Page, places: Places) -> _Page:
    """The page with as many goals as the sheet has room for beside all its cards."""
    _, height = room_on(page.how.paper)
    alone = replace(page, count=1)
    tried = (replace(alone, most_goals=n) for n in range(MOST_ROWS_ALONE, MOST_ROWS, -1))
    return next((more for more in tried if more.scene(0, places).height <= height), alone)


def key_of(theme: Theme) -> str:
    """What other pages know the first page of a theme by."""
    return f"theme-{theme.id}"


@dataclass(frozen=True, slots=True)
class _Page:
    """What all pages of a theme have in common; `count` is how many they are: until that is known
    room is kept for the way to a second."""

    theme: Theme
    catalogue: Catalogue
    network: ThemeNetwork
    standings: Sequence[GoalStanding]
    source: str
    how: How
    most_goals: int = MOST_ROWS_ALONE
    count: int = 2

    @property
    def words(self) -> Words:
        return Words(self.how.language)

    @property
    def keys(self) -> tuple[str, ...]:
        """What other pages know each by."""
        first = key_of(self.theme)
        return (first, *(f"{first}-{n}" for n in range(2, self.count + 1)))

    def height_around(self, number: int) -> float:
        """How high all else of a page is than its cards, where it is one of several."""
        return self.scene(number, None).height + LEGEND_ROOM

    def scene(self, number: int, places: Places | None) -> Scene:
        """Headline and goals, cards and wires, legend and source, from top to bottom."""
        words = self.words
        width = max(places.width if places else 0.0, LEAST_WIDTH)
        title = headline_of(self.theme, self.network, self.standings, words)
        stack = Stack(MARGIN, MARGIN)
        stack.put(*paragraph(title, width, TITLE, TITLE_LINE, bold=True))
        scope = scope_of(self.theme, self.network, self.catalogue, words)
        stack.put(*paragraph(scope, width, SMALL, LINE, fill=palette.MUTED, most=2), below=4)
        if len(self.keys) > 1:
            others = ways_to_others(number + 1, self.keys, SMALL, words)
            lines = set_in_lines(others, width, LINE, 10)
            stack.put(*lines, rise=SMALL * 0.9)
        if number == 0:
            self._add_goals(stack, width)
        if places:
            self._add_cards(stack, places, width)
        source = " · ".join(origin_of(self.source, self.how.version, words))
        stack.put(*paragraph(source, width, SMALL, LINE, fill=palette.MUTED))
        return Scene(
            width=width + 2 * MARGIN,
            height=stack.y + MARGIN - LINE / 2,
            title=title,
            description=words.clauses(self._described()),
            language=words.language,
            items=tuple(stack.items),
            key=self.keys[number],
            paper=self.how.paper,
        )

    def _add_goals(self, stack: Stack, width: float) -> None:
        """Its path, and a row for each goal and matter."""
        words = self.words
        if self.theme.path:
            steps = " → ".join(map(named, self.theme.path))
            path = words.label(words("theme-path"), steps)
            stack.put(*paragraph(path, width, LETTERS, LINE), below=4)
        if self.standings:
            rows = table_of(self.standings[: self.most_goals], self.catalogue, words)
            stack.put(*table(*rows, width), below=12)
        if (more := len(self.standings) - self.most_goals) > 0:
            said = words("theme-more-goals").format(n=more)
            stack.put(*paragraph(said, width, SMALL, LINE, fill=palette.MUTED))

    def _add_cards(self, stack: Stack, places: Places, width: float) -> None:
        """Cards and wires on the grid, and what their signs mean."""
        faces = [*_wires(places)]
        for number, box in places.boxes.items():
            face = card_face(places.cards[number], self.words)
            faces.append(Group((face,), x=box.x, y=box.y))
        left = (width - places.width) / 2 if places.width < width else 0.0
        stack.put((Group(tuple(faces), x=left),), places.height, below=16)
        legend = set_in_lines(_legend(places, self.words), width, LINE + 2, 22)
        stack.put(*legend, rise=SMALL * 0.9)
        if places.wires.untold:
            said = self.words("theme-untold").format(n=places.wires.untold)
            stack.put(*paragraph(said, width, SMALL, LINE, fill=palette.MUTED))

    def _described(self) -> Iterator[str]:
        """Each way of data in words, for whoever does not see the picture."""
        matters, data = self.catalogue.matters, self.catalogue.registry.data
        for passage in self.network.passages:
            way = f"{named(matters[passage.producer].name)} → {named(data[passage.data].name)} → "
            said = self.words("flowing" if passage.flows else "not-flowing")
            yield way + named(matters[passage.consumer].name) + self.words.in_brackets(said)


def _wires(places: Places) -> Iterator[Item]:
    """Those that lack first: what flows is drawn over a way that both share."""
    for wire in sorted(places.wires.drawn, key=lambda wire: wire.flows):
        source, target = (places.boxes[card.number] for card in (wire.source, wire.target))
        column = places.wires.column_of[wire.target.number]
        yield from _wire(wire, points_of(wire, source, target, places.gaps, column))


def _wire(wire: Wire, points: tuple[tuple[float, float], ...]) -> Iterator[Item]:
    ink, dash = (palette.SHARED, "") if wire.flows else (palette.ALARM, "5 3")
    x, y = points[-1]
    way = (*points[:-1], (x - 6, y))
    yield Line(way, ink, 1.5, wire.source.matter, wire.target.matter, dash)
    yield Filled(((x - 8, y - 4), (x - 1, y), (x - 8, y + 4)), ink)


def _legend(places: Places, words: Words) -> Iterator[Piece]:
    rows = [row for card in places.cards.values() for row in card.needs]
    if any(row.flows for row in rows):
        yield _sign(palette.SHARED, "", "shared", words("theme-flows"))
    if not all(row.flows for row in rows):
        yield _sign(palette.ALARM, "5 3", "unshared", words("theme-lacks"))
    if any(card.gives for card in places.cards.values()):
        icon = Icon("paper-submitted", 6, -4)
        yield signed((icon,), 18, words("theme-gives"), SMALL, palette.INK)


def _sign(ink: str, dash: str, icon: str, word: str) -> Piece:
    line = Line(((0, -4), (24, -4)), ink, 1.5, dash=dash)
    return signed((line, Icon(icon, 34, -4)), 46, word, SMALL, palette.INK)
