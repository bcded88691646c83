"""Steps of one name are told apart, whether the sentence names both or the facts alone do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govchain.findings import Fact, Named
from govchain.reporting.filling import fill
from govchain.reporting.words import words

ENGLISH = words("en")
STEPS = [Named("a", "check", "review"), Named("b", "check", "review"), Named("c", "sign", "issue")]
THINGS = st.sampled_from([*STEPS, Named("check", "check"), "check", 1, None])
FACTS = st.recursive(
    THINGS,
    lambda facts: (
        st.lists(facts, max_size=3).map(tuple) | st.dictionaries(st.sampled_from("xy"), facts)
    ),
    max_leaves=6,
)


@given(THINGS, st.dictionaries(st.sampled_from(["needs", "second"]), FACTS))
def test_a_step_is_told_with_its_id_where_another_is_called_the_same(
    said: Fact, others: Mapping[str, Fact]
) -> None:
    facts = {**others, "first": said}
    told = fill("{first}", {"first": said}, ENGLISH)
    if isinstance(said, Named) and said.kind:
        alike = {step.id for step in steps_in(facts) if step.name == said.name}
        told += f" {said.id}" if len(alike) > 1 else ""
    assert fill("told of: {first}.", facts, ENGLISH) == f"told of: {told}."


def test_steps_of_one_name_are_told_apart_by_their_matters() -> None:
    first = Named("hygiene/review", "审查", "review", "卫生许可")
    second = Named("food/review", "审查", "review", "食品许可")
    facts = {"first": first, "second": second}
    assert fill("{first}，{second}", facts, words("zh")) == "审查（卫生许可），审查（食品许可）"
    own = {"first": first, "second": Named("review", "审查", "review")}
    assert fill("{first}, {second}", own, ENGLISH) == "审查 (卫生许可), 审查"
    again = {**facts, "third": Named("food/again", "审查", "review", "食品许可")}
    assert fill("{second}", again, ENGLISH) == "审查 food/review"


def test_where_the_matter_is_said_it_is_not_said_again() -> None:
    steps = tuple(
        {"step": Named(f"{id}/apply", "", "apply", name), "matter": Named(id, name)}
        for id, name in (("card", "社保卡"), ("birth", "出生登记"))
    )
    told = fill("{steps}", {"steps": steps}, words("zh"))
    assert told == "申请（社保卡）、申请（出生登记）"


def test_a_name_with_quotes_stands_in_quotes_of_another_kind() -> None:
    facts = {"matter": "残疾人服务“一件事”"}
    assert fill("办理“{matter}”时", facts, words("zh")) == "办理“残疾人服务‘一件事’”时"


def steps_in(fact: Fact) -> Iterator[Named]:
    if isinstance(fact, Named) and fact.kind:
        yield fact
    parts = fact.values() if isinstance(fact, Mapping) else fact if isinstance(fact, tuple) else ()
    for part in parts:
        yield from steps_in(part)


@pytest.mark.parametrize("text", ["{gaps} “{name}”", "“{name}”{gaps}"])
def test_quotes_inside_of_quotes_are_single_ones(text: str) -> None:
    """What is named with quotes of its own, in sentences of ours as in those of rules."""
    name = "开便利店“一件事”"
    assert "“开便利店‘一件事’”" in words("zh").say(text, name=name, gaps=name)
    assert name in words("zh").say(text, name=name, gaps=name)
    assert fill("办理“{matter}”", {"matter": name}, words("zh")) == "办理“开便利店‘一件事’”"
