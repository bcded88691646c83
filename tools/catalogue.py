"""Makes docs/catalogue.md and docs/catalogue.zh.md: which published reforms the tool finds.

python -m tools.catalogue            rewrites both pages
python -m tools.catalogue --check    fails where they are behind, or a claim does not hold
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from govchain.analysis.hits.naming import item_named
from govchain.findings import Finding, Named
from govchain.reporting.filling import text_of
from govchain.reporting.words import words
from tools.comparison import DATE, Comparison, Workspace, comparison
from tools.reforms import HOME, STATUSES, Claim, Control, Reform, Spot, Unseen

PAGES = {"en": HOME / "docs" / "catalogue.md", "zh": HOME / "docs" / "catalogue.zh.md"}

HEADS = {
    "en": """# Reforms that really happened, found by the tool

[中文](catalogue.zh.md)

Made by `python -m tools.catalogue` on both workspaces as of {date}; CI checks that it still holds.
`matters/` holds the services as they stood before reform, `examples/after-reform/` the same after
their published reforms, with the same ids. A row says which findings on `matters/` show what the
reform removed (rule, matter, step, what it speaks of, beginning of the fingerprint) and what became
of them; or why nothing can be said. `govchain explain FINGERPRINT` proves each one.

The law is that of 2026. An approval that was abolished carries in `matters/` the provision that
once allowed it, with its last day and what ended it; the finding rests on that date (rows 1 to 3
and 6, organisation-code in row 4, liquidation-filing, hygiene-licence and seal-change). For three
approvals none stands: statistics-registration (row 4) and energy-filing (row 20) rested on local
rules, and of contract-filing (row 20) the last day is not known. All those findings prove is that
nothing printable supports it today ([law](law.md)). A basis that a later text replaced is cited by
its version. "In part": something of the reform no finding shows, and the note says what. "Gone":
the step or the material still stands and is no longer found at fault; "removed": the matter, the
step or the material itself does not exist any more; "remains": it is found as before.

{shown} of {total} are shown by findings, {partly} of them in part.
""",
    "zh": """# 真实发生过的改革，由工具找出

[English](catalogue.md)

本页由 `python -m tools.catalogue` 根据两个工作区生成（截至 {date}），持续集成检查其是否仍然成立。
`matters/` 是改革前的事项，`examples/after-reform/` 是同一批事项公布改革之后的样子，编号相同。每行
写明 `matters/` 中哪些问题显示了该项改革所取消的内容（规则、事项、环节、所指对象、指纹开头），改革后
怎么样了；或者为什么无法表达。`govchain explain 指纹` 给出每一条的证明。

法律依据以2026年为准。已经取消的审批，在 `matters/` 中写明当年的依据、有效至何日、由何废止，问题据此
日期成立（第1至3项、第6项、第4项的组织机构代码证，以及清算组备案、餐饮场所卫生许可、公章换刻）。有三项审批
没有写：统计登记证（第4项）、建筑节能设计审查备案（第20项）当年只有地方的依据，施工合同备案（第20项）的依据
不知何日终止；对它们，问题只能证明今天没有可以印出的依据（见[依据从何而来](law.md)）。已被后来文本取代的依据，
注明所引的版本。
“部分”指改革中有的内容没有问题能够显示，说明中写明是什么。“消失”指环节、材料还在而不再有问题；“已取消”
指事项、环节或者材料本身已经没有了；“仍在”指问题照旧。

{total} 项改革中，{shown} 项由问题显示，其中 {partly} 项只是部分。
""",
}
LABELS = {
    "en": {
        "columns": "| # | before → after | found on `matters/` | after reform |",
        "reforms": "## Published reforms",
        "controls": "## Controls that must stay silent",
        "control_columns": "| | control | law | where it stands | what is said there |",
        "remains_title": "## What remains after reform",
        "remaining": "Findings in `examples/after-reform/`, each explained where it stands.",
        "remain_columns": "| rule | matter | what it speaks of | why it remains |",
        "ended": "Matters that do not exist after reform: {matters}.",
        "unseen_title": "## Rules that find nothing here",
        "unseen_columns": "| rules | why |",
        "in_part": "_In part._ {note}",
        "gone": "{n} gone",
        "removed": "{n} removed",
        "remains": "{n} remain",
        "silent": "nothing by {rules}",
        "amend": "{rule}, which names the law to amend first",
        "held": "{where} (held by {what})",
        "nothing": "–",
    },
    "zh": {
        "columns": "| # | 改革前 → 改革后 | `matters/` 中找到的问题 | 改革后 |",
        "reforms": "## 已公布的改革",
        "controls": "## 不得误报的法定控制",
        "control_columns": "| | 控制 | 依据 | 所在 | 那里怎么说 |",
        "remains_title": "## 改革后仍然存在的",
        "remaining": "`examples/after-reform/` 中的问题，每条都在原处说明了理由。",
        "remain_columns": "| 规则 | 事项 | 所指对象 | 为何仍然存在 |",
        "ended": "改革后不再存在的事项：{matters}。",
        "unseen_title": "## 在这里没有发现问题的规则",
        "unseen_columns": "| 规则 | 原因 |",
        "in_part": "_部分_：{note}",
        "gone": "{n} 条消失",
        "removed": "{n} 条已取消",
        "remains": "{n} 条仍在",
        "silent": "{rules} 均不报",
        "amend": "{rule}，并写明须先修改的规定",
        "held": "{where}（次序由{what}决定）",
        "nothing": "–",
    },
}


def page(compared: Comparison, language: str) -> str:
    """The page in one language."""
    labels = LABELS[language]
    lines = [
        _head(compared, language),
        labels["reforms"],
        "",
        labels["columns"],
        "|---|---|---|---|",
    ]
    lines += [_reform_row(reform, compared, language) for reform in compared.reforms]
    lines += ["", _ended(compared, language)]
    lines += ["", labels["controls"], "", labels["control_columns"], "|---|---|---|---|---|"]
    lines += [_control_row(control, compared.before, language) for control in compared.controls]
    lines += ["", labels["remains_title"], "", labels["remaining"], ""]
    lines += [labels["remain_columns"], "|---|---|---|---|"]
    lines += _remaining_rows(compared.after)
    lines += ["", labels["unseen_title"], "", labels["unseen_columns"], "|---|---|"]
    lines += [_unseen_row(entry, language) for entry in compared.unseen]
    return "\n".join(lines) + "\n"


def _unseen_row(entry: Unseen, language: str) -> str:
    rules = ", ".join(f"`{rule}`" for rule in entry.rules)
    return f"| {rules} | {entry.why if language == 'en' else entry.why_zh} |"


def _head(compared: Comparison, language: str) -> str:
    shown = [reform for reform in compared.reforms if reform.findings]
    return HEADS[language].format(
        date=DATE.isoformat(),
        shown=len(shown),
        total=len(compared.reforms),
        partly=sum(reform.partly for reform in shown),
    )


def _ended(compared: Comparison, language: str) -> str:
    matters = compared.before.catalogue.matters
    names = [matters[id].name for id in compared.ended if id in matters]
    return LABELS[language]["ended"].format(matters=words(language).listed(names))


def _reform_row(reform: Reform, compared: Comparison, language: str) -> str:
    before, after, note = (
        (reform.before_zh, reform.after_zh, reform.note_zh)
        if language == "zh"
        else (reform.before, reform.after, reform.note)
    )
    stop = "。" if language == "zh" else ". "
    what = f"{before} → {after}{stop}_{reform.source}_"
    found = [_claim(claim, compared.before) for claim in reform.findings]
    said = LABELS[language]["in_part"].format(note=note) if reform.partly else note
    return _row(str(reform.number), what, "<br>".join([*found, said]), _after(reform, language))


def _claim(claim: Claim, before: Workspace) -> str:
    """`rule` matter › step · what it speaks of `fingerprint`."""
    finding = before.told.get(claim.fingerprint)
    subject = _spoken_of(finding) if finding else claim.subject
    parts = [f"`{claim.rule}`", _place(claim.matter, claim.step, before)]
    parts += [f"· {subject}"] if claim.subject not in (claim.matter, claim.step) else []
    return " ".join(filter(None, [*parts, f"`{claim.fingerprint[:8]}`"]))


def _after(reform: Reform, language: str) -> str:
    """How many of its findings are gone, how many removed, how many remain."""
    counts = Counter(claim.after for claim in reform.findings)
    labels = LABELS[language]
    told = [labels[status].format(n=counts[status]) for status in STATUSES if counts[status]]
    return ("，" if language == "zh" else ", ").join(told) or labels["nothing"]


def _control_row(control: Control, before: Workspace, language: str) -> str:
    labels, spoken = LABELS[language], words(language)
    told = []
    if control.silent:
        rules = spoken.listed([f"`{rule}`" for rule in control.silent])
        told.append(labels["silent"].format(rules=rules))
    if control.amend:
        told.append(labels["amend"].format(rule=f"`{control.amend}`"))
    where = "<br>".join(_spot(spot, before, language) for spot in control.where)
    title = control.title_zh if language == "zh" else control.title
    return _row(control.letter, title, control.law, where, "<br>".join(told))


def _spot(spot: Spot, workspace: Workspace, language: str) -> str:
    """Where a control stands, and the articles or the data that hold it there."""
    data = workspace.catalogue.registry.data
    parts = [_place(spot.matter, spot.step, workspace), _paper(spot, workspace)]
    parts += [data[spot.data].name if spot.data in data else spot.data]
    where = " › ".join(filter(None, parts))
    held = {
        "order-basis": list(workspace.articles_before(spot)),
        "data": [data[id].name for id in workspace.data_before(spot)],
    }.get(spot.held_by)
    if not held:
        return where
    return LABELS[language]["held"].format(where=where, what=words(language).listed(held))


def _paper(spot: Spot, workspace: Workspace) -> str:
    """The name of the paper that the control is about."""
    matter = workspace.catalogue.matters.get(spot.matter)
    papers = matter.materials if matter else ()
    return next((paper.name for paper in papers if paper.subject == spot.material), spot.material)


def _remaining_rows(after: Workspace) -> Iterator[str]:
    for finding, reason in sorted(after.reasons, key=lambda pair: (pair[0].rule, pair[0].place)):
        where = _place(finding.matter, finding.step, after)
        yield _row(f"`{finding.rule}`", where, _spoken_of(finding), reason)


def _place(matter: str | None, step: str | None, workspace: Workspace) -> str:
    """The names of the matter, of the calls that lead to the step, and of the step."""
    if not matter:
        return ""
    known, items = workspace.catalogue.matters.get(matter), workspace.items_of(matter)
    parts = step.split("/") if step else []
    ids = ["/".join(parts[: end + 1]) for end in range(len(parts))]
    chain = workspace.catalogue.chains.get(matter)
    steps = [_called(item_named(chain, items[id])) if chain and id in items else id for id in ids]
    return " › ".join([known.name if known else matter, *steps])


def _spoken_of(finding: Finding) -> str:
    """What people call the subject: the paper, where it is one; else the fact that names it."""
    paper = finding.facts.get("material")
    if isinstance(paper, str):
        return paper
    named = (f for f in finding.facts.values() if isinstance(f, Named))
    return next((_called(f) for f in named if f.id == finding.subject), finding.subject)


def _called(named: Named) -> str:
    return text_of("", named, words("zh"))


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
