"""Who is told that a matter takes too long is told which steps make it so, and in which case."""

from __future__ import annotations

import pytest

from govchain.analysis.questions.longest_way import longest_way_within_limit
from govchain.compiler.chain import Chain
from govchain.compiler.scenario import chain_in
from govchain.findings import Benefit, Finding, Severity
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts
from govchain.reporting.sentences import sentence
from tests.analysis.cases import DATE, case_of
from tests.oracle.strategies import some_catalogues, to_yaml
from tests.rules.test_pages import findings_in

RULE = "chain-over-limit"
CATALOGUES = 60
OFFICES = "---\ndepartments: {office: {name: 局}, other: {name: 外局}}\n"


def text_of(limits: str, steps: str, more: str = "") -> str:
    """A matter with these limits and steps."""
    head = f"matter: m\nname: 许可\ndepartment: office\ntime-limit: {{{limits}}}\n{more}\n"
    return f"{head}steps: [{steps}]\n{OFFICES}"


def found(limits: str, steps: str, more: str = "") -> list[Finding]:
    return case_of(text_of(limits, steps, more)).all(RULE)


def in_row(*times: str, kind: str = "approve") -> str:
    """Steps that follow one another, each with its time."""
    steps = (f"{{id: s{n}, kind: {kind}, time: {time}}}" for n, time in enumerate(times))
    return ", ".join(steps)


@pytest.mark.parametrize(
    ("limits", "severity", "over"),
    [
        ("statutory: 5d", Severity.ERROR, 3),
        ("statutory: 5d, promised: 7d", Severity.ERROR, 3),
        ("statutory: 5d, extension: 3d", Severity.WARNING, 3),
        ("statutory: 5d, extension: 2d", Severity.ERROR, 3),
        ("statutory: 5d, promised: 3d, extension: 10d", Severity.WARNING, 3),
        ("statutory: 8d, promised: 7d", Severity.WARNING, 1),
        ("promised: 7d", Severity.WARNING, 1),
    ],
)
def test_it_takes_longer(limits: str, severity: Severity, over: int) -> None:
    (finding,) = found(limits, in_row("5d", "3d"))
    assert (finding.matter, finding.step, finding.subject) == ("m", None, "m")
    assert (finding.severity, finding.benefit) == (severity, Benefit(days=over))
    assert finding.mend is None
    assert finding.place.line == 4


@pytest.mark.parametrize("limits", ["statutory: 8d", "promised: 8d", "extension: 1d"])
def test_it_keeps_to_its_limits_or_has_none(limits: str) -> None:
    assert found(limits, in_row("5d", "3d")) == []


@pytest.mark.parametrize(
    ("limit", "times", "is_found"),
    [
        ("3d", ("2d", "9h"), True),
        ("8h", ("1d", "30min"), True),
        ("15cd", ("10cd", "6cd"), True),
        ("30cd", ("22d",), False),
        ("30cd", ("23d",), True),
        ("1mo", ("22d",), False),
        ("5d", ("7cd", "1h"), False),
        ("1w", ("5d", "1h"), True),
        ("0", ("20min",), False),
        ("0", ("10min", "20min"), True),
        ("即办", ("1d",), True),
    ],
)
def test_units_that_are_but_means_need_a_working_day(
    limit: str, times: tuple[str, ...], is_found: bool
) -> None:
    assert bool(found(f"statutory: {limit}", in_row(*times))) is is_found


def test_it_names_the_way_and_the_case() -> None:
    steps = """
      {id: a, name: 查验, kind: review, time: 2d},
      {id: b, name: 会审, kind: consult, department: other, time: 9d, when: {who: firm}},
      {id: c, name: 复核, kind: review, time: 6d, after: a, when: {place: town}},
      {id: d, name: 决定, kind: approve, time: 1d, after: [b, c]}"""
    facts = "facts: {who: [person, firm], place: [town, village]}"
    (finding,) = found("statutory: 5d, promised: 4d, basis: 《某法》第三条", steps, facts)
    assert finding.facts["scenario"] == ({"fact": "who", "option": "firm"},)
    assert sentence(finding, "en") == (
        "许可 takes up to 12 working days, longer than 《某法》第三条 allows (5 working days): "
        "查验 (局, 2 working days), 会审 (外局, 9 working days) and 决定 (局, 1 working day)"
    )
    assert sentence(finding, "zh") == (
        "办理“许可”最长要 12 个工作日，超过《某法》第三条规定的 5 个工作日："
        "查验（局、2 个工作日）、会审（外局、9 个工作日）、决定（局、1 个工作日）"
    )


def test_an_extension_is_told() -> None:
    (finding,) = found("statutory: 5d, extension: 10d", in_row("6d"))
    assert "only where each of them is extended (10 working days)" in sentence(finding, "en")
    assert "件件都要延长（10 个工作日）" in sentence(finding, "zh")


LICENCE = """
  {id: ask, kind: apply, time: 5d},
  {id: in, kind: accept, time: 5d},
  {id: experts, kind: expert-review, time: 10d},
  {id: look, kind: review, time: 3d},
  {id: decide, kind: approve, time: 2d},
  {id: print, kind: issue, time: 5d},
  {id: after, kind: inspect, time: 9d}"""


@pytest.mark.parametrize(
    ("kind", "limit", "is_found"),
    [
        ("licence", "5d", False),
        ("licence", "4d", True),
        ("confirmation", "33d", True),
        ("confirmation", "34d", False),
    ],
)
def test_of_a_licence_only_what_its_limit_covers_counts(
    kind: str, limit: str, is_found: bool
) -> None:
    assert bool(found(f"statutory: {limit}", LICENCE, f"type: {kind}")) is is_found


def test_of_a_licence_in_which_nothing_is_decided_all_counts() -> None:
    assert found("statutory: 4d", in_row("5d", kind="other"), "type: licence")


def test_what_the_law_leaves_out_does_not_count() -> None:
    steps = "{id: a, kind: review, time: 9d, time-excluded: 某法第四十五条}, " + in_row("3d")
    assert found("statutory: 5d", steps) == []


def test_the_steps_of_called_matters_count_against_the_limit_of_the_caller() -> None:
    called = "---\nmatter: n\ndepartment: other\nsteps: [{id: x, kind: approve, time: 4d}]\n"
    steps = "{id: c, matter: n}, {id: d, matter: n}"
    case = case_of(text_of("promised: 5d", steps) + called)
    assert case.found(RULE) == [("m", None, "m")]


@pytest.mark.parametrize(
    ("basis", "severity"),
    [
        ("[{provision: 某法, until: 2026-05-31}]", Severity.WARNING),
        ("[{provision: 某法, until: 2026-05-31}, 某条例]", Severity.ERROR),
    ],
)
def test_where_the_law_has_ended_the_promise_still_holds(basis: str, severity: Severity) -> None:
    (finding,) = found(f"statutory: 5d, promised: 4d, basis: {basis}", in_row("9d"))
    assert finding.severity is severity
    assert bool(found(f"statutory: 5d, basis: {basis}", in_row("9d"))) is (
        severity is Severity.ERROR
    )


def test_of_a_bound_there_is_no_case_to_show() -> None:
    names = [f"f{n}" for n in range(13)]
    facts = f"facts: {{{', '.join(f'{name}: [yes, no]' for name in names)}}}"
    guarded = ", ".join(
        f"{{id: s{n}, kind: review, time: 1d, when: {{{name}: {'yes'}}}}}"
        for n, name in enumerate(names)
    )
    assert found("statutory: 5d", guarded, facts) == []


@pytest.mark.parametrize(
    ("limits", "step", "more"),
    [
        ("statutory: 5 days, promised: 4d", "{id: s, kind: approve, time: 9d}", ""),
        ("statutory: 5d, extention: 9d", "{id: s, kind: approve, time: 9d}", ""),
        ("statutory: 5d", "{id: s, kind: approve, time: 9d, time-excl: 某法}", ""),
        ("statutory: 5d", "{id: s, kind: issue, time: 9d}, {id: e, kind: approve}", "type: licens"),
    ],
)
def test_it_is_silent_where_something_was_lost(limits: str, step: str, more: str) -> None:
    rules = {finding.rule for finding in findings_in(text_of(limits, step, more))}
    assert rules & {"bad-value", "unknown-key"}
    assert RULE not in rules


def _decisions(chain: Chain) -> list[str]:
    return [step.id for step in chain.steps if step.is_decision]


def test_in_that_case_it_takes_so_long() -> None:
    seen = 0
    for files in some_catalogues(CATALOGUES, 22):
        texts = {name: to_yaml(documents) for name, documents in files}
        for chain in compile_reading(read_texts(texts), DATE).chains.values():
            if not chain.measure.is_bound:
                way = longest_way_within_limit(chain)
                alone = chain_in(chain, way.case)
                if chain.matter.type == "licence" and _decisions(alone) != _decisions(chain):
                    continue  # what its limit covers is another, where that case is all there is
                there = longest_way_within_limit(alone)
                assert there.ticks == way.ticks
                assert [step.id for step in there.steps] == [step.id for step in way.steps]
                if chain.matter.type != "licence" and not any(
                    s.kind == "apply" for s in chain.steps
                ):
                    assert way.ticks == chain.measure.counted[0]
                seen += bool(way.case and way.ticks)
    assert seen > CATALOGUES / 4
