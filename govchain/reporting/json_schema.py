"""The JSON Schema (2020-12) of the definition language, made from the table of words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from govchain.language.fixed_words import LONGEST_ID, RESERVED_IDS, TRUE_FALSE, YES_NO
from govchain.language.forms import FORMS
from govchain.language.keywords import Form, Keyword, Shape
from govchain.language.matter import CALL, FEE, MATTER, STEP
from govchain.language.registry import REGISTRY
from govchain.model.duration import AT_ONCE, CHINESE_UNITS, UNITS

# JSON: a value is text, number, truth, nothing, a list or a mapping of such.
Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Schema: TypeAlias = "dict[str, Json]"

_LETTER = (
    r"A-Za-z0-9\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3005-\u3007"
    r"\u3021-\u3029\u3031-\ud7ff\uf900-\ufdff\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
    r"\uff66-\uffdc"
)
"""Where letters, their marks and digits stand in Unicode; the reader looks at each of them."""
_UNIT = "|".join([*UNITS, *CHINESE_UNITS])
_DURATION = rf"^\s*([0-9]{{1,6}}\s*({_UNIT})|0+|{'|'.join(AT_ONCE)})\s*$"


def language_schema() -> Schema:
    """What a document of a definition file may hold, for editors and other programs.

    A document with the key `matter` is a matter, any other a registry. Both spellings of each
    keyword are accepted. Where the language reads text, numbers and truth values are text too.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:govchain:language:1",
        "title": "govchain definitions / govchain 定义文件",
        "if": {"type": "object", **_has(MATTER.keyword("matter"))},
        "then": _ref(MATTER.name),
        "else": {"anyOf": [_ref(REGISTRY.name), {"type": "null"}]},
        "$defs": _definitions(),
    }


def _definitions() -> Schema:
    forms: Schema = {name: _form(form) for name, form in FORMS.items()}
    step_or_call: Schema = {
        "if": {"type": "object", **_has(CALL.keyword("matter"))},
        "then": _ref(CALL.name),
        "else": {"allOf": [_ref(STEP.name), _has(STEP.keyword("kind"))]},
    }
    return forms | _SCALARS | {"step-or-call": step_or_call}


def _form(form: Form) -> Schema:
    schema: Schema = {
        "title": f"{form.name} / {form.chinese}",
        "type": ["object"] if form.required else ["object", "null"],
        "properties": {
            spelling: _value(keyword)
            for keyword in form.keywords
            for spelling in dict.fromkeys((keyword.name, keyword.chinese))
        },
        "additionalProperties": False,
    }
    if form.required:
        schema["allOf"] = [_has(keyword) for keyword in form.required]
    return schema


def _has(keyword: Keyword) -> Schema:
    """The mapping has the keyword, in either spelling."""
    return {"anyOf": [{"required": [keyword.name]}, {"required": [keyword.chinese]}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _value(keyword: Keyword) -> Schema:
    default = f" ({keyword.default})" if keyword.default else ""
    described: Schema = {"description": f"{keyword.about}{default}\n{keyword.about_zh}"}
    return described | _SHAPES[keyword.shape](keyword)


def _named(name: str) -> Callable[[Keyword], Schema]:
    return lambda keyword: _ref(name)


def _words(keyword: Keyword) -> Schema:
    return {"enum": [*_spellings(keyword.words)]}


def _spellings(words: Mapping[str, str]) -> Iterable[str]:
    return dict.fromkeys([*words, *words.values()])


def _one_or_more(item: Schema) -> Schema:
    """A list; one value may stand alone."""
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _mappings(keyword: Keyword) -> Schema:
    entry = _ref("step-or-call" if keyword.of == STEP.name else keyword.of)
    entries: Schema = {"type": "array", "items": entry}
    return {"anyOf": [{"allOf": [{"type": "object"}, entry]}, entries, {"type": "null"}]}


def _section(keyword: Keyword) -> Schema:
    return {
        "type": ["object", "null"],
        "propertyNames": _ref("id"),
        "additionalProperties": _ref(keyword.of),
    }


def _count(keyword: Keyword) -> Schema:
    return {"type": ["integer", "string"], "minimum": keyword.least, "pattern": "^[0-9]{1,12}$"}


def _mapping_or_text(keyword: Keyword) -> Schema:
    """A list of texts or mappings."""
    return _one_or_more(
        {"anyOf": [_ref("text"), {"allOf": [{"type": "object"}, _ref(keyword.of)]}]}
    )


def _fee(keyword: Keyword) -> Schema:
    return {"anyOf": [_ref("amount"), _ref(FEE.name)]}


_SHAPES: dict[Shape, Callable[[Keyword], Schema]] = {
    Shape.ID: _named("id"),
    Shape.TEXT: _named("text"),
    Shape.TEXTS: _named("texts"),
    Shape.PROVISIONS: _mapping_or_text,
    Shape.REF: _named("text"),
    Shape.REFS: _named("texts"),
    Shape.WORD: _words,
    Shape.WORDS: lambda keyword: _one_or_more(_words(keyword)),
    Shape.OPEN_WORDS: _named("texts"),
    Shape.YES_NO: _named("yes-no"),
    Shape.DURATION: _named("duration"),
    Shape.DATE: _named("date"),
    Shape.DATES: lambda keyword: _one_or_more(_ref("date")),
    Shape.COUNT: _count,
    Shape.SHARE: _named("share"),
    Shape.GUARD: _named("guard"),
    Shape.FACTS: _named("facts"),
    Shape.NEEDS: _mapping_or_text,
    Shape.ALTERNATIVES: lambda keyword: {"anyOf": [_ref("texts"), _ref("shares")]},
    Shape.AMOUNT: _named("amount"),
    Shape.FEE: _fee,
    Shape.ONE: lambda keyword: _ref(keyword.of),
    Shape.MANY: _mappings,
    Shape.SECTION: _section,
    Shape.FREE: lambda keyword: {"type": ["object", "null"]},
}

_TEXT: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}

_SCALARS: Schema = {
    "text": _TEXT,
    "texts": _one_or_more(_ref("text")),
    "id": {
        "type": ["string", "number", "boolean"],
        "maxLength": LONGEST_ID,
        "pattern": f"^[{_LETTER}][{_LETTER}._-]*$",
        "not": {"enum": [*_spellings(RESERVED_IDS)]},
    },
    "yes-no": {"enum": [True, False, *_spellings(YES_NO), *TRUE_FALSE]},
    "duration": {"type": ["string", "integer"], "pattern": _DURATION, "maximum": 0},
    "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "share": {
        "type": ["number", "string"],
        "minimum": 0,
        "maximum": 1,
        "pattern": r"^(0(\.[0-9]{1,20})?|1(\.0{1,20})?)$",
    },
    "amount": {
        "type": ["number", "string"],
        "minimum": 0,
        "pattern": r"^[0-9]{1,15}(\.[0-9]{1,20})?$",
    },
    "clause": {"type": "object", "additionalProperties": _ref("texts"), "minProperties": 1},
    "guard": {"anyOf": [_ref("clause"), {"type": "array", "items": _ref("clause"), "minItems": 1}]},
    "facts": {
        "type": ["object", "null"],
        "propertyNames": _ref("id"),
        "additionalProperties": {"anyOf": [_ref("texts"), _ref("shares")]},
    },
    "shares": {"type": "object", "additionalProperties": _ref("share"), "minProperties": 1},
}
