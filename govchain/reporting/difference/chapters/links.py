"""Fifth chapter: which data flows from whom to whom now, and which does no longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from govchain.analysis.hits.naming import data_named, department_named
from govchain.findings import Named
from govchain.language.registry import LINK
from govchain.model.characters import one_line
from govchain.model.nouns import Registry
from govchain.reporting.blocks import Block, Column, Table
from govchain.reporting.bounds import shortened
from govchain.reporting.difference.difference import Difference
from govchain.reporting.difference.links import LinkChange, Linked
from govchain.reporting.difference.words import ARROW
from govchain.reporting.style import Style
from govchain.reporting.totals import more_in_words
from govchain.reporting.words import SHORTCOMINGS, Words, noted, words

_KINDS: tuple[tuple[str, Callable[[LinkChange], bool]], ...] = (
    (noted("Links added:"), lambda link: link.is_added),
    (noted("Links gone:"), lambda link: link.is_gone),
    (noted("Links changed:"), lambda link: bool(link.changed)),
)

_KEYWORDS = {keyword.attribute: keyword for keyword in LINK.keywords}


def links(difference: Difference, style: Style) -> Iterator[Block]:
    """Those added, gone and changed, each with whether data flows."""
    spoken = words(style.language)
    for title, wanted in _KINDS:
        if found := [link for link in difference.links if wanted(link)]:
            columns = (
                Column(spoken.say("data")),
                Column(spoken.say("from whom to whom")),
                Column(spoken.say("before")),
                Column(spoken.say("after")),
            )
            rows = tuple(_row(link, difference, spoken) for link in found[: style.limit])
            yield Table(columns, rows, spoken.say(title), more_in_words(len(found), style))


def _row(link: LinkChange, difference: Difference, spoken: Words) -> tuple[str, ...]:
    way = link.way
    side = difference.old if link.is_gone else difference.new
    registry: Registry = side.catalogue.registry
    ends = [department_named(registry, id) for id in (way.source, way.via, way.target) if id]
    return (
        _name(data_named(registry, way.data), spoken),
        ARROW.join(_name(end, spoken) for end in ends),
        _state(link.old, spoken),
        _after(link, spoken),
    )


def _after(link: LinkChange, spoken: Words) -> str:
    """What has become of it; where it works as before, what is written otherwise."""
    if link.is_led_elsewhere:
        return spoken.say("comes another way")
    before, after = _state(link.old, spoken), _state(link.new, spoken)
    if before != after or not link.changed:
        return after
    keywords = [_KEYWORDS[name] for name in link.changed]
    names = [key.chinese if spoken.language == "zh" else key.name for key in keywords]
    return spoken.say("{state}; other: {keys}", state=after, keys=spoken.listed(names))


def _name(named: Named, spoken: Words) -> str:
    return spoken.reserved(shortened(one_line(named.name)))


def _state(linked: Linked | None, spoken: Words) -> str:
    if linked is None:
        return "–"
    if linked.works:
        return spoken.say("works")
    return spoken.listed([spoken.word(SHORTCOMINGS, each) for each in linked.shortcomings])
