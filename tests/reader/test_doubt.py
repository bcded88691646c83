"""What lost something is marked, so that no rule concludes anything from its absence."""

from __future__ import annotations

import pytest

from govchain.model.nouns import Matter, Step

from .saying import HEAD, STEPS, read


def matter_of(text: str) -> Matter:
    return read(text).definitions.matters["birth"]


def step_of(text: str, id_: str = "c") -> Step:
    found = next(step for step in matter_of(text).steps if step.id == id_)
    assert isinstance(found, Step)
    return found


def test_nothing_is_doubtful_where_all_could_be_read() -> None:
    matter = matter_of(HEAD + STEPS)
    assert not matter.doubtful
    assert not any(step.doubtful for step in matter.steps if isinstance(step, Step))


def test_a_step_bears_its_own_losses() -> None:
    text = HEAD + STEPS + "  - {id: c, kind: review, checks: [born-alive, x], department: tax}\n"
    step = step_of(text)
    assert step.doubtful
    assert step.checks == ("born-alive",)
    assert len(step.check_places) == 1
    assert step.department == "police"
    assert not matter_of(text).doubtful


def test_a_need_that_lost_its_guard_goes() -> None:
    step = step_of(
        HEAD
        + STEPS
        + "  - {id: c, kind: review, needs: [{data: birth-certificate, when: {x: y}}]}\n"
    )
    assert step.doubtful
    assert step.needs == ()


MARRIAGE = "---\ndata: {marriage: {holder: health}}\n"


def test_an_alternative_that_is_unknown_goes_alone() -> None:
    step = step_of(
        HEAD
        + STEPS
        + "  - {id: c, kind: review, needs: {any: "
        + "{x: 0.2, birth-certificate: 0.3, marriage: 0.5}}}\n"
        + MARRIAGE
    )
    assert [need.alternatives for need in step.needs] == [("birth-certificate", "marriage")]
    assert step.needs[0].shares is None
    assert step.doubtful


def test_one_that_is_left_of_several_alternatives_is_not_what_everybody_has() -> None:
    matter = matter_of(
        HEAD
        + "materials: [{any: [x, birth-certificate]}, {any: [birth-certificate]}]\n"
        + STEPS
        + "  - {id: c, kind: review, needs: {any: [x, birth-certificate]}}\n"
    )
    assert [material.alternatives for material in matter.materials] == [("birth-certificate",)]
    assert matter.own_steps[-1].needs == ()
    assert matter.doubtful
    assert matter.own_steps[-1].doubtful


def test_a_step_of_unknown_kind_stays_in_the_order() -> None:
    text = HEAD + STEPS + "  - {id: c, kind: revew}\n"
    assert step_of(text).kind == "other"
    assert step_of(text).doubtful
    assert matter_of(text).doubtful


def test_what_followed_a_lost_step_follows_what_that_one_followed() -> None:
    matter = matter_of(
        HEAD + STEPS + "  - {id: apply, kind: fee, after: [apply]}\n  - {id: c, kind: fee}\n"
    )
    assert [step.id for step in matter.steps] == ["apply", "register", "c"]
    assert matter.steps[2].after == ("apply",)
    assert matter.doubtful


def test_what_followed_a_lost_call_follows_what_that_one_followed() -> None:
    matter = matter_of(
        HEAD
        + STEPS
        + "  - {id: c, matter: birth, after: [apply]}\n  - {id: d, kind: fee}\n"
        + "  - {id: e, kind: fee, after: [c, register]}\n"
    )
    assert [step.id for step in matter.steps] == ["apply", "register", "d", "e"]
    assert [step.after for step in matter.steps[2:]] == [("apply",), ("apply", "register")]
    assert matter.doubtful


def test_the_edge_that_closes_a_cycle_goes() -> None:
    matter = matter_of(
        HEAD + "steps: [{id: c, kind: fee, after: [d]}, {id: d, kind: fee}, {id: e, kind: fee}]\n"
    )
    assert [step.after for step in matter.steps] == [(), None, None]
    assert matter.doubtful


def test_a_material_of_unknown_data_goes() -> None:
    matter = matter_of(HEAD + "materials: [{name: a, data: x}, {name: b}]\n" + STEPS)
    assert [material.name for material in matter.materials] == ["b"]
    assert matter.doubtful


def test_a_figure_that_is_lost_makes_nothing_doubtful() -> None:
    assert not matter_of(HEAD + "volume: many\nlevel: hgih\n" + STEPS).doubtful


def test_an_unknown_lead_is_no_lead_that_was_forgotten() -> None:
    matter = matter_of(HEAD.replace("police", "x") + STEPS)
    assert matter.department is None
    assert matter.doubtful


def test_data_are_doubtful_where_a_link_of_them_is_lost() -> None:
    link = "links:\n  - {data: birth-certificate, to: [x, police], status: active}\n"
    registry = read(link).definitions.registry
    assert registry.data["birth-certificate"].doubtful
    assert [link.to for link in registry.links] == [("police",)]
    broken = "links:\n  - {data: birth-certificate, to: police, status: open}\n"
    registry = read(broken).definitions.registry
    assert registry.data["birth-certificate"].doubtful
    assert registry.links == ()


def test_data_are_doubtful_where_their_holder_is_unknown() -> None:
    data = read("data: {x: {holder: y}, z: {attests: w}}\n").definitions.registry.data
    assert data["x"].doubtful
    assert data["x"].holder is None
    assert data["z"].doubtful


def test_a_broken_file_is_one_trouble_and_hides_no_other() -> None:
    broken = (
        'data:\n  marriage: {name: "结婚登记}\nlinks:\n  - {data: birth-certificate, to: police}\n'
    )
    text = HEAD + STEPS + "  - {id: c, kind: review, needs: [marriage, divorce]}\n"
    reading = read(text, **{"broken.yaml": broken})
    assert [(trouble.place.file, trouble.rule) for trouble in reading.troubles] == [
        ("broken.yaml", "unreadable-file"),
        ("m.yaml", "unknown-reference"),
    ]
    assert reading.definitions.registry.data["birth-certificate"].doubtful


def test_documents_before_the_broken_one_are_kept() -> None:
    reading = read(HEAD + STEPS + '---\nmatter: two\nname: "a\n')
    assert list(reading.definitions.matters) == ["birth"]


def test_a_section_that_is_lost_is_not_missed_again() -> None:
    reading = read(
        HEAD + STEPS + "  - {id: c, kind: review, needs: [marriage]}\n",
        **{"x.yaml": "data:\n  - marriage\n"},
    )
    assert [trouble.rule for trouble in reading.troubles] == ["wrong-shape"]


def test_facts_that_are_lost_are_not_missed_again() -> None:
    reading = read(HEAD + "facts: *x\n" + STEPS + "  - {id: c, kind: fee, when: {x: y}}\n")
    assert [trouble.rule for trouble in reading.troubles] == ["unsupported-yaml"]


def test_a_fact_that_only_a_called_matter_names_is_used() -> None:
    called = "---\nmatter: d\nfacts: {x: [a, b]}\nsteps: [{id: e, kind: fee, when: {x: a}}]\n"
    text = HEAD + "facts: {x: {a: 0.2, b: 0.8}}\n" + STEPS + "  - {id: c, matter: d}\n" + called
    assert read(text).troubles == ()


@pytest.mark.parametrize("entry", ["handling: kept", "handlin: shown", "提交方式: 出示"])
def test_a_paper_whose_handling_is_lost_is_not_said_to_be_needless(entry: str) -> None:
    matter = matter_of(HEAD + f"materials: [{{name: a, {entry}}}]\n" + STEPS)
    assert matter.materials[0].handling == "surrendered"
    assert matter.doubtful


@pytest.mark.parametrize(
    "line",
    [
        "joined: [material]",
        "joinde: materials",
        "联合办理: 材料",
        "basis: {provision: 法, until: x}",
    ],
)
def test_what_is_missed_makes_the_matter_doubtful(line: str) -> None:
    text = HEAD + line + "\n" + STEPS + "  - {id: c, matter: d}\n---\nmatter: d\n"
    assert matter_of(text).doubtful


@pytest.mark.parametrize("line", ["complete: law", "joined: materials", "extra: [x]", "备注: x"])
def test_what_nobody_misses_does_not(line: str) -> None:
    assert not matter_of(HEAD + line + "\n" + STEPS).doubtful


def test_rival_shares_make_doubtful_and_lose_no_need() -> None:
    text = (
        HEAD
        + "materials: [{any: {birth-certificate: 0.2, marriage: 0.8}}]\n"
        + STEPS
        + "  - {id: c, kind: review, needs: {any: {birth-certificate: 0.5, marriage: 0.5}}}\n"
        + MARRIAGE
    )
    assert step_of(text).doubtful
    assert step_of(text).needs[0].alternatives == ("birth-certificate", "marriage")


def test_a_promise_of_an_unknown_criterion_goes_with_the_check() -> None:
    step = step_of(
        HEAD
        + STEPS
        + "  - {id: c, kind: review, checks: [x, born-alive], promised: [born-alive, x]}\n"
    )
    assert (step.checks, step.promised) == (("born-alive",), ("born-alive",))
    assert step.doubtful
