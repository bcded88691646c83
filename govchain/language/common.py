"""Keywords that several forms have."""

from __future__ import annotations

from govchain.language.fixed_words import LEVELS, UPDATES
from govchain.language.keywords import Keyword, Shape

# fmt: off

def name(default: str = "the id") -> Keyword:
    return Keyword("name", "名称", Shape.TEXT, "what people call it", "名称", default=default)


def basis(about: str = "the law it rests on", about_zh: str = "法律、法规或文件依据") -> Keyword:
    return Keyword("basis", "依据", Shape.PROVISIONS, about, about_zh, of="provision")


def any_of() -> Keyword:
    return Keyword(
        "any", "任一", Shape.ALTERNATIVES, "data of which one is enough, perhaps with shares",
        "有其一即可的数据，可带占比", of="data",
    )  # fmt: skip


def extra() -> Keyword:
    return Keyword(
        "extra", "其他", Shape.FREE, "whatever the language has no word for: kept, not judged",
        "本语言没有用语的内容：照原样保留，不作判断",
    )  # fmt: skip


def when() -> Keyword:
    return Keyword(
        "when", "当", Shape.GUARD, "in which cases it applies", "适用的情形", default="always"
    )


def order_basis() -> Keyword:
    return Keyword(
        "order-basis", "次序依据", Shape.PROVISIONS, "the law that fixes its place in the order",
        "法定先后次序的依据", of="provision",
    )  # fmt: skip


def level() -> Keyword:
    return Keyword(
        "level", "层级", Shape.WORD, "the level of government", "政府层级", words=LEVELS
    )


def update(about: str, about_zh: str, default: str = "") -> Keyword:
    return Keyword(
        "update", "更新周期", Shape.WORD, about, about_zh, words=UPDATES, default=default
    )


def sources(about: str, about_zh: str) -> Keyword:
    return Keyword("sources", "来源", Shape.TEXTS, about, about_zh)


def illustrative(about: str, about_zh: str) -> Keyword:
    return Keyword("illustrative", "示例", Shape.TEXTS, about, about_zh)


def satisfaction(about: str, about_zh: str) -> Keyword:
    return Keyword("satisfaction", "满意度", Shape.SHARE, about, about_zh)


def supervised_by(about: str, about_zh: str) -> Keyword:
    return Keyword("supervised-by", "监督部门", Shape.REF, about, about_zh, of="departments")


def after() -> Keyword:
    return Keyword(
        "after",
        "前置",
        Shape.REFS,
        "the steps that must be done before; [] = may start at once",
        "须先完成的环节；[] 表示可立即开始",
        of="steps",
        default="the step before it in the list",
    )
# fmt: on
