"""Who takes part in a chain, held against who is declared."""

from __future__ import annotations

import datetime

from govchain.analysis.questions.collaboration import idle_collaborators, undeclared_collaborators
from govchain.compiler.chain import Chain
from govchain.pipeline import compile_reading
from govchain.reader.reading import read_texts

REGISTRY = """
---
departments:
  police: {}
  health: {}
  hospital: {parent: health}
  tax: {}
data:
  birth: {holder: hospital}
criteria:
  born: {uses: birth}
"""


def chain_with(declared: str, checks: str = "born") -> Chain:
    text = (
        f"matter: m\ndepartment: police\n{declared}\n"
        f"steps: [{{id: s, kind: approve, checks: {checks}}}]\n{REGISTRY}"
    )
    reading = read_texts({"m.yaml": text})
    return compile_reading(reading, datetime.date(2026, 6, 1)).chains["m"]


def test_a_declared_department_stands_for_those_below_it() -> None:
    chain = chain_with("collaborators: health")
    assert undeclared_collaborators(chain) == ()
    assert idle_collaborators(chain) == ()


def test_what_is_declared_and_what_takes_part_may_differ() -> None:
    chain = chain_with("collaborators: [tax, police]")
    assert undeclared_collaborators(chain) == ("hospital",)
    assert idle_collaborators(chain) == ("tax",)


def test_nothing_declared_is_nothing_wrong() -> None:
    assert undeclared_collaborators(chain_with("")) == ()


def test_an_empty_declaration_is_one() -> None:
    assert undeclared_collaborators(chain_with("collaborators: []")) == ("hospital",)


def test_what_could_not_be_read_may_be_the_missing_part() -> None:
    assert idle_collaborators(chain_with("collaborators: tax", checks="[born, unknown]")) == ()
