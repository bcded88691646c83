"""What the strategies draw is valid by language.md, and is written as YAML without loss."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings

from .agreement import RULES
from .oracle import judge
from .strategies import DATE, Files, catalogues, some_catalogues, to_yaml, wide_catalogues
from .strategies_knots import listed

Entry = dict[str, Any]

CALL_KEYS = {"id", "name", "matter", "after", "when", "order-basis"}
fast = settings(max_examples=100)


def matters_of(files: Files) -> dict[str, Entry]:
    return {d["matter"]: d for _, documents in files for d in documents if "matter" in d}


def section(files: Files, name: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for _, documents in files:
        for document in documents:
            found |= document.get(name, {})
    return found


def guards_of(matter: Entry) -> Iterator[Entry]:
    """Every mapping of every `when` in a matter."""
    steps = matter.get("steps", [])
    needs = [need for step in steps for need in listed(step.get("needs"))]
    for held in (*matter.get("materials", []), *steps, *needs):
        if isinstance(held, dict):
            yield from listed(held.get("when"))


@fast
@given(catalogues())
def test_what_is_drawn_is_valid(files: Files) -> None:
    """Every name is defined, ids are unique, applicants do no office work, calls have few keys."""
    matters, data, criteria = matters_of(files), section(files, "data"), section(files, "criteria")
    for matter in matters.values():
        assert matter.get("department") in (None, *section(files, "departments"))
        steps = matter.get("steps", [])
        assert "joined" not in matter or any("matter" in step for step in steps)
        ids = [step["id"] for step in steps]
        assert len(set(ids)) == len(ids)
        for way in guards_of(matter):
            for fact, options in way.items():
                assert set(listed(options)) <= set(matter["facts"][fact])
        for step in steps:
            assert set(listed(step.get("promised"))) <= set(listed(step.get("checks")))
            assert set(listed(step.get("after"))) <= set(ids) - {step["id"]}
            assert set(listed(step.get("checks"))) <= set(criteria)
            assert set(listed(step.get("produces"))) <= set(data)
            assert "independent" not in step or "basis" in step
            if "matter" in step:
                assert set(step) <= CALL_KEYS
                assert step["matter"] in matters
            if step.get("kind") == "apply":
                assert not {"department", "needs", "checks"} & set(step)


def as_text(value: Any) -> Any:
    """All scalars are read as text (language 3)."""
    if isinstance(value, dict):
        return {str(key): as_text(held) for key, held in value.items()}
    return [as_text(held) for held in value] if isinstance(value, list) else str(value)


@fast
@given(catalogues())
def test_yaml_says_the_same(files: Files) -> None:
    for _, documents in files:
        text = to_yaml(documents)
        assert text.startswith("---\n")
        assert "&" not in text
        assert "*" not in text
        assert list(yaml.load_all(text, Loader=yaml.BaseLoader)) == as_text(documents)


@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(wide_catalogues())
def test_wide_catalogues_are_judged(files: Files) -> None:
    assert "bound" in judge(files, DATE).metrics["wide"]


def test_every_rule_fires_and_stays_silent() -> None:
    """In 300 catalogues each rule finds something in some, and nothing in most of the others."""
    fired: Counter[str] = Counter()
    for files in some_catalogues(300, 1):
        fired.update({rule for rule, *_ in judge(files, DATE).findings})
    assert fired.keys() == RULES
    assert min(fired.values()) >= 2
    assert max(fired.values()) <= 240
