"""Makes docs/catalogue.md and docs/catalogue.zh.md: which published reforms the tool finds.

python -m tools.catalogue            rewrites both pages
python -m tools.catalogue --check    fails where they are behind, or a claim does not hold
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from govchain.findings import Finding, Named
from govchain.reporting.words import words
from tools.reforms import DATE, HOME, Claim, Comparison, Control, Reform, Workspace, comparison

PAGES = {"en": HOME / "docs" / "catalogue.md", "zh": HOME / "docs" / "catalogue.zh.md"}

HEADS = {
    "en": """# Reforms that really happened, found by the tool

[中文](catalogue.zh.md)

Made by `python -m tools.catalogue` on both workspaces as of {date}; CI checks that it still holds.
`matters/` holds the services as they stood before reform, `examples/after-reform/` the same after
their published reforms, with the same ids. A row says which findings on `matters/` show what the
reform removed (rule, matter, step, subject, beginning of the fingerprint) and whether they are
gone after it; or why nothing can be said. `govchain explain FINGERPRINT` proves each one.

{reproduced} of {total} reforms are reproduced.
""",
    "zh": """# 真实发生过的改革，由工具找出

[English](catalogue.md)

本页由 `python -m tools.catalogue` 根据两个工作区生成（截至 {date}），持续集成检查其是否仍然成立。
`matters/` 是改革前的事项，`examples/after-reform/` 是同一批事项公布改革之后的样子，编号相同。每行
写明 `matters/` 中哪些问题显示了该项改革所取消的内容（规则、事项、环节、所指对象、指纹开头），改革后
是否消失；或者为什么无法表达。`govchain explain 指纹` 给出每一条的证明。

{total} 项改革中，复现 {reproduced} 项。
""",
}
LABELS = {
    "en": {
        "columns": "| # | before → after | found on `matters/` | after reform |",
        "reforms": "## Published reforms",
        "controls": "## Controls that must stay silent",
        "control_columns": "| | control | law | where it stands | what is said there |",
        "remains": "## What remains after reform",
        "remaining": "Findings in `examples/after-reform/`, each explained where it stands.",
        "remain_columns": "| rule | matter | subject | why it remains |",
        "gone": "gone",
        "partly": "{n} remain",
        "silent": "nothing by {rules}",
        "amend": "{rule}, which names the law to amend first",
        "nothing": "–",
    },
    "zh": {
        "columns": "| # | 改革前 → 改革后 | `matters/` 中找到的问题 | 改革后 |",
        "reforms": "## 已公布的改革",
        "controls": "## 不得误报的法定控制",
        "control_columns": "| | 控制 | 依据 | 所在 | 那里怎么说 |",
        "remains": "## 改革后仍然存在的",
        "remaining": "`examples/after-reform/` 中的问题，每条都在原处说明了理由。",
        "remain_columns": "| 规则 | 事项 | 所指对象 | 为何仍然存在 |",
        "gone": "消失",
        "partly": "仍有 {n} 条",
        "silent": "{rules} 均不报",
        "amend": "{rule}，并写明须先修改的规定",
        "nothing": "–",
    },
}


def page(compared: Comparison, language: str) -> str:
    """The page in one language."""
    labels = LABELS[language]
    reproduced = sum(bool(reform.findings) for reform in compared.reforms)
    head = HEADS[language].format(
        date=DATE.isoformat(), reproduced=reproduced, total=len(compared.reforms)
    )
    lines = [head, labels["reforms"], "", labels["columns"], "|---|---|---|---|"]
    lines += [_reform_row(reform, compared, language) for reform in compared.reforms]
    lines += ["", labels["controls"], "", labels["control_columns"], "|---|---|---|---|---|"]
    lines += [_control_row(control, compared.before, language) for control in compared.controls]
    lines += ["", labels["remains"], "", labels["remaining"], ""]
    lines += [labels["remain_columns"], "|---|---|---|---|"]
    lines += _remaining_rows(compared.after)
    return "\n".join(lines) + "\n"


def _reform_row(reform: Reform, compared: Comparison, language: str) -> str:
    before, after, note = (
        (reform.before_zh, reform.after_zh, reform.note_zh)
        if language == "zh"
        else (reform.before, reform.after, reform.note)
    )
    stop = "。" if language == "zh" else ". "
    what = f"{before} → {after}{stop}_{reform.source}_"
    found = [_claim(claim, compared.before) for claim in reform.findings]
    return _row(str(reform.number), what, "<br>".join([*found, note]), _after(reform, language))


def _claim(claim: Claim, before: Workspace) -> str:
    """`rule` matter › step · subject (fingerprint)."""
    matter = before.catalogue.matters[claim.matter].name if claim.matter else ""
    where = " › ".join(filter(None, [matter, claim.step]))
    parts = [f"`{claim.rule}`", where, f"· {claim.subject}", f"`{claim.fingerprint[:8]}`"]
    return " ".join(filter(None, parts))


def _after(reform: Reform, language: str) -> str:
    remaining = sum(claim.after == "remains" for claim in reform.findings)
    if not reform.findings:
        return LABELS[language]["nothing"]
    return LABELS[language]["partly"].format(n=remaining) if remaining else LABELS[language]["gone"]


def _control_row(control: Control, before: Workspace, language: str) -> str:
    labels, spoken = LABELS[language], words(language)
    where = []
    for place in control.where:
        matter = before.catalogue.matters.get(place.get("matter", ""))
        spot = place.get("step") or place.get("material") or place.get("data", "")
        where.append(" › ".join(filter(None, [matter.name if matter else "", spot])))
    told = []
    if control.silent:
        rules = spoken.listed([f"`{rule}`" for rule in control.silent])
        told.append(labels["silent"].format(rules=rules))
    if control.amend:
        told.append(labels["amend"].format(rule=f"`{control.amend}`"))
    title = control.title_zh if language == "zh" else control.title
    return _row(control.letter, title, control.law, "<br>".join(where), "<br>".join(told))


def _remaining_rows(after: Workspace) -> Iterator[str]:
    for finding, reason in sorted(after.reasons, key=lambda pair: (pair[0].rule, pair[0].place)):
        matter = after.catalogue.matters.get(finding.matter or "")
        name = " › ".join(filter(None, [matter.name if matter else "", finding.step]))
        yield _row(f"`{finding.rule}`", name, _spoken_of(finding), reason)


def _spoken_of(finding: Finding) -> str:
    """What people call the subject, where a fact names it."""
    named = (f for f in finding.facts.values() if isinstance(f, Named))
    return next((f.name for f in named if f.id == finding.subject), finding.subject)


def _row(*cells: str) -> str:
    escaped = (cell.replace("|", "\\|").replace("\n", " ") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def main(*arguments: str) -> int:
    compared = comparison()
    problems = list(compared.problems())
    for language, path in PAGES.items():
        text = page(compared, language)
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            problems.append(f"behind the workspaces: {_short(path)}; run python -m tools.catalogue")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def _short(path: Path) -> str:
    return str(path.relative_to(HOME))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
