"""The same catalogue is told in the same bytes whatever the hashes of texts are.

Python salts them anew in each run, and with them the order of every set of texts; the suite itself
runs with any, so the outputs of several runs are held against one another here.
"""

from __future__ import annotations

import json
from pathlib import Path

from govchain.reporting.pages import page_of
from govchain.rules.discovery import all_rules
from tests.architecture.same_outputs import HOME, digests
from tests.oracle.strategies import some_catalogues, to_yaml

SEEDS = ("1", "2")
DRAWN = 6


def alike() -> str:
    """Much of a kind, and nothing to choose among it by."""
    several = range(1, 9)
    data = ", ".join(f"d{n}" for n in several)
    checks = ", ".join(f"c{n}" for n in several)
    papers = ", ".join(
        f"{{data: d{n}, when: [{{f: [d1, d{n}, d8]}}, {{g: yes}}]}}" for n in several
    )
    matters = [
        f"""\
matter: m{number}
department: a{number}
applicant: person
facts: {{f: [{data}], g: [yes, no]}}
materials: [{papers}]
steps:
  - {{id: z, kind: apply}}
  - {{id: y, kind: review, checks: [{checks}], when: [{{f: [d2, d5, d7]}}, {{f: [d3, d5], g: no}}]}}
  - {{id: x, kind: approve, checks: [{checks}], needs: [{data}]}}
"""
        for number in range(3)
    ]
    registry = [
        f"departments: {{a0: {{}}, {', '.join(f'a{n}: {{}}' for n in several)}}}",
        f"data: {{{', '.join(f'd{n}: {{holder: a{n}}}' for n in several)}}}",
        f"criteria: {{{', '.join(f'c{n}: {{uses: [d{n}, d1]}}' for n in several)}}}",
        "links:",
        *(f"  - {{data: d{n}, to: a{m}}}" for n in several for m in range(4)),
    ]
    return "---\n".join([*matters, "\n".join(registry)])


def catalogues() -> list[dict[str, str]]:
    """What each rule finds on its own page, much that is alike, and some that chance made."""
    shown = [{"a.yaml": page_of(rule, "en").example("bad")} for rule in all_rules()]
    drawn = [
        {name: to_yaml(documents) for name, documents in files}
        for files in some_catalogues(DRAWN, 7)
    ]
    return [{"a.yaml": alike()}, *shown, *drawn]


def test_hashes_decide_nothing(tmp_path: Path) -> None:
    file = tmp_path / "catalogues.json"
    file.write_text(json.dumps(catalogues()), encoding="utf-8")
    first, *others = (digests(HOME, file, ("zh",), seed) for seed in SEEDS)
    assert len(first) > 10 * len(all_rules())
    for other in others:
        assert other.keys() == first.keys()
        assert [name for name, digest in first.items() if other[name] != digest] == []
