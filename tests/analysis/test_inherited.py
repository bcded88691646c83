"""A finding at what a call brought is said once: where it can be mended (semantics.md 1.11)."""

from __future__ import annotations

from govchain.findings import Severity
from tests.analysis.cases import case_of

COPIES = """
matter: m0
department: d0
steps:
  - {id: s2, kind: consult, checks: [c0]}
  - {id: s3, kind: deliver}
---
matter: m1
department: d0
steps: [{id: k5, matter: m0}, {id: k7, matter: m0}]
---
matter: m2
department: d2
steps:
  - {id: s3, kind: expert-review, checks: [c0]}
  - {id: k4, matter: m1}
---
departments: {d0: {}, d2: {}}
criteria: {c0: {}}
"""


def test_a_finding_on_one_copy_silences_no_other() -> None:
    """In m1 the second copy repeats the first; that the first repeats too is seen in m2 only."""
    assert case_of(COPIES).found("redundant-approval") == [
        ("m1", "k7/s2", "k7/s2"),
        ("m2", "k4/k5/s2", "k4/k5/s2"),
    ]


CHECKS = """
matter: m0
department: d4
steps: [{id: s4, kind: review, checks: [c2, c0]}]
---
matter: m1
department: d6
steps: [{id: s4, kind: review, checks: [c0]}]
---
matter: m2
department: d4
steps: [{id: k1, matter: m0}, {id: k5, matter: m1}]
---
matter: m3
department: d3
steps:
  - {id: s0, kind: approve, checks: [c0]}
  - {id: k3, matter: m2}
---
departments: {d3: {}, d4: {}, d6: {}}
criteria: {c0: {}, c2: {}}
"""


def test_a_finding_on_a_step_of_the_same_id_silences_no_other() -> None:
    assert case_of(CHECKS).found("repeated-check") == [
        ("m2", "k5/s4", "c0"),
        ("m3", "k3/k1/s4", "c0"),
    ]


LINKS = """
matter: m0
department: d0
steps: [{id: s4, kind: consult, needs: [x1]}]
---
matter: m2
department: d0
steps:
  - {id: k0, matter: m0}
  - {id: s3, kind: review, checks: [c2]}
  - {id: s4, kind: review, checks: [c3]}
---
matter: m3
department: d2
materials: [{data: x1}]
steps:
  - {id: k1, matter: m2}
  - {id: s4, kind: approve, produces: [x1], after: []}
---
departments: {d0: {}, d1: {}, d2: {}}
data: {x1: {holder: d1}}
criteria: {c2: {uses: [x1]}, c3: {uses: [x1]}}
links: [{data: x1, to: d0, channel: manual}]
"""


def test_a_need_is_told_where_its_step_is_written() -> None:
    """In m3 papers bring the data: a warning there, and errors where the steps are written."""
    case = case_of(LINKS)
    assert case.supply("m3")["k1/k0/s4", "x1"] == "carried"
    assert case.found("unfit-link") == [
        ("m0", "s4", "x1"),
        ("m2", "s3", "x1"),
        ("m2", "s4", "x1"),
    ]


def test_what_is_worse_in_the_caller_is_said_there_too() -> None:
    """In m2 the check of s4 repeats that of s3, so its need is only advice; in m3 x1 may change."""
    case = case_of(LINKS.replace("[c3]}", "[c2]}"))
    severities = {(f.matter, f.step): f.severity for f in case.all("unfit-link")}
    assert severities["m2", "s4"] == Severity.ADVICE
    assert severities["m3", "k1/s4"] == Severity.WARNING
    assert ("m3", "k1/s3") not in severities


def test_a_step_found_redundant_answers_for_nothing_any_more() -> None:
    """a1 was the decision of d1 by c; once it is gone, s has no decision behind it."""
    text = """
matter: m
department: d4
facts: {g: [a, b]}
steps:
  - {id: b, kind: review, department: d2, checks: [c, k]}
  - {id: e, kind: approve, department: d5, checks: [c], when: {g: a}}
  - {id: a1, kind: approve, department: d1, checks: [c], when: {g: a}}
  - {id: s, kind: review, department: d1, checks: [c, k3]}
  - {id: z, kind: approve, checks: [k2]}
---
departments: {d1: {}, d2: {}, d4: {}, d5: {}}
criteria: {c: {}, k: {}, k2: {}, k3: {}}
"""
    case = case_of(text)
    assert case.found("redundant-approval") == [("m", "a1", "a1")]
    assert case.found("repeated-check") == [("m", "s", "c")]
