"""What of a document the table of words knows: which form each mapping has, which words have twins.

What it does not know (names, ids, facts, free text) is nobody's to translate or to move.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from govchain.language.fixed_words import YES_NO
from govchain.language.forms import FORMS
from govchain.language.keywords import Form, Keyword, Shape
from govchain.language.matter import CALL, MATTER, STEP
from govchain.language.registry import REGISTRY
from govchain.reader.entries.forms import is_provision
from govchain.reader.entries.matters import id_of
from govchain.reader.entries.steps import is_call
from govchain.reader.ground.nodes import Items, Node, Pairs, Scalar

_WORDS = frozenset({Shape.WORD, Shape.WORDS, Shape.OPEN_WORDS, Shape.REF, Shape.REFS})
_MAPPINGS = frozenset({Shape.ONE, Shape.MANY, Shape.NEEDS, Shape.FEE})
"""Shapes whose mappings are of the form `of`."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A keyword or fixed value where it stands, in its two spellings."""

    scalar: Scalar
    english: str
    chinese: str


@dataclass(slots=True)
class Known:
    """Of all documents of a file. Mappings and words are known by the node they are."""

    forms: dict[int, Form] = field(default_factory=dict)
    twins: dict[int, Twin] = field(default_factory=dict)

    def is_registry(self, pairs: Pairs) -> bool:
        """Whether the mapping is a document of sections."""
        return self.forms.get(id(pairs)) is REGISTRY

    def order_of(self, pairs: Pairs) -> list[int] | None:
        """In which order its entries are to stand, by their numbers; None where that is so.

        Where a key is unknown or stands twice nobody knows what is meant: it stays as it is.
        """
        form = self.forms.get(id(pairs))
        if form is None:
            return None
        ranks = [_rank(form, key) for key, _ in pairs.entries]
        if -1 in ranks or len(set(ranks)) < len(ranks):
            return None
        order = sorted(range(len(ranks)), key=ranks.__getitem__)
        return order if order != list(range(len(ranks))) else None


def _rank(form: Form, key: Node) -> int:
    keyword = form.spelled.get(key.text) if isinstance(key, Scalar) else None
    return form.keywords.index(keyword) if keyword else -1


def is_definition(root: Node) -> bool:
    """Whether the document says itself that it is one: it has a matter's id, or sections alone.

    YAML of other programs may have `steps` or `data` too, and is not ours to rewrite.
    """
    if not isinstance(root, Pairs):
        return False
    if id_of(root) is not None:
        return True
    keys = [key.text for key, _ in root.entries if isinstance(key, Scalar)]
    return len(keys) == len(root.entries) and all(key in REGISTRY.spelled for key in keys)


def known_words(roots: Sequence[Node]) -> Known:
    """What the table knows of these documents, each a definition."""
    known = Known()
    for root in roots:
        if isinstance(root, Pairs):
            _take_form(known, REGISTRY if id_of(root) is None else MATTER, root)
    return known


def _take_form(known: Known, form: Form, node: Node) -> None:
    if not isinstance(node, Pairs):
        return
    known.forms[id(node)] = form
    for key, value in node.entries:
        keyword = form.spelled.get(key.text) if isinstance(key, Scalar) else None
        if keyword is not None and isinstance(key, Scalar):
            known.twins[id(key)] = Twin(key, keyword.name, keyword.chinese)
            _take_value(known, keyword, value)


def _take_value(known: Known, keyword: Keyword, value: Node) -> None:
    shape = keyword.shape
    if shape in _WORDS:
        _take_words(known, keyword.words, value)
    elif shape is Shape.YES_NO:
        _take_words(known, YES_NO, value)
    elif shape is Shape.SECTION:
        for _, entry in value.entries if isinstance(value, Pairs) else ():
            _take_form(known, FORMS[keyword.of], entry)
    elif shape in _MAPPINGS:
        for item in _items(value):
            _take_form(known, _form_of(keyword, item), item)
    elif shape is Shape.PROVISIONS:
        for item in _items(value):
            if isinstance(item, Pairs) and is_provision(item):
                _take_form(known, FORMS[keyword.of], item)


def _take_words(known: Known, words: Mapping[str, str], value: Node) -> None:
    for item in _items(value):
        if isinstance(item, Scalar):
            for english, chinese in words.items():
                if item.text in (english, chinese):
                    known.twins[id(item)] = Twin(item, english, chinese)


def _items(value: Node) -> Iterator[Node]:
    """The items of a list; one value may stand alone."""
    yield from value.nodes if isinstance(value, Items) else (value,)


def _form_of(keyword: Keyword, item: Node) -> Form:
    form = FORMS[keyword.of]
    return CALL if form is STEP and is_call(item) else form
