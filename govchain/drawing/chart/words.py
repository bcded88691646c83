"""The fixed words of a picture, English and Chinese, in one table.

Words of the definition language itself (kinds of steps, levels …) come from its own table.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar

from govchain.drawing.ink.lettering import listed
from govchain.model.duration import TICKS_PER_DAY, Duration
from govchain.model.figures import figure

T = TypeVar("T")

_ENGLISH_AND_CHINESE = {
    "chain": ("business chain", "业务链图"),
    "case": ("Case", "情形"),
    "steps": ("Steps", "环节"),
    "departments": ("Departments at work", "办理部门"),
    "collaborators": ("Departments that collaborate", "协同部门"),
    "days": ("Time", "用时"),
    "visits": ("Visits", "跑动"),
    "materials": ("Materials", "材料"),
    "lacks": ("Not shared", "缺共享"),
    "redundancies": ("Redundant approvals", "冗余审批"),
    "errors": ("Errors", "错误"),
    "warnings": ("Warnings", "警告"),
    "advices": ("Advice", "建议"),
    "error": ("error", "错误"),
    "warning": ("warning", "警告"),
    "advice": ("advice", "建议"),
    "applicant": ("Applicant", "申请人"),
    "no-department": ("No department", "未定部门"),
    "lead": ("lead", "牵头"),
    "done": ("Done", "办结"),
    "parallel": ("In parallel", "并联办理"),
    "redundant": ("redundant", "冗余"),
    "at-once": ("at once", "即办"),
    "not-counted": ("outside limit", "不计时限"),
    "visit": ("visit", "跑动"),
    "handover": ("hand-over", "移交"),
    "when": ("when", "当"),
    "and": (" and ", " 且 "),
    "or": (" or ", " 或 "),
    "has": ("has", "持有"),
    "which": ("Which of them", "持有哪一项"),
    "question": ("?", "？"),
    # the five supplies, and carried data that a holder could share
    "held": ("own", "自有"),
    "declared": ("applicant", "申请人"),
    "shared": ("shared", "共享"),
    "carried": ("on paper", "纸质"),
    "unshared": ("not shared", "未共享"),
    "unfit": ("link unfit", "链路未通"),
    "missing": ("missing", "缺失"),
    "sometimes": ("in some cases only", "仅部分情形有"),
    # how a paper is handled
    "shown": ("shown", "出示"),
    "surrendered": ("given back", "缴回"),
    "spared": ("need not be asked for", "不必提交"),
    "brings-submitted": ("brings ", "申请人交"),
    "brings-shown": ("shows ", "申请人出示"),
    "brings-surrendered": ("gives back ", "申请人缴回"),
    # the legend
    "legend-held": ("Held by the department", "本部门自有"),
    "legend-declared": ("Known to the applicant alone", "申请人提供"),
    "legend-shared": ("Shared", "共享可得"),
    "legend-carried": ("Paper, nobody could share it", "纸质证明（无处共享）"),
    "legend-unshared": ("Link missing, applicant brings it", "缺共享链路（申请人自带）"),
    "legend-missing": ("Nobody brings it", "无人提供"),
    "legend-paper-submitted": ("Paper asked for", "申请人提交材料"),
    "legend-paper-shown": ("Shown and taken back", "出示后取回"),
    "legend-paper-surrendered": ("Given back to be cancelled", "缴回注销"),
    "legend-spared": ("Need not be asked for", "不必提交"),
    "legend-redundant": ("Redundant approval", "冗余审批"),
    "legend-visit": ("Visit in person", "群众跑动"),
    "legend-time": ("Time a step takes", "办理用时"),
    "legend-condition": ("Only in this case", "仅此情形"),
    "legend-parallel": ("In parallel", "并联办理"),
    # the head
    "date": ("As of", "基准日期"),
    "version": ("govchain", "govchain"),
    "sources": ("Source", "来源"),
    "and-more": (" and {rest} more", "等 {all} 项"),
    "examples": ("Example figures", "示例数据"),
    "shares": ("shares of cases", "情形占比"),
    "not-written": ("not written", "未写明"),
    "papers-asked": ("Papers asked for", "要求提交的材料"),
    # what is given up
    "arrows": ("Arrows", "箭头"),
    "too-many": (
        "too many to draw ({n}); `compile` tells the order",
        "过多（{n} 条），未绘制；次序见 compile 的输出",
    ),
    "no-steps": ("The steps are not described", "未写明办理环节"),
    # what a tooltip says
    "department": ("Department", "部门"),
    "post": ("Post", "岗位"),
    "matter": ("Matter", "事项"),
    "time": ("Time", "用时"),
    "checks": ("Checks", "核验"),
    "produces": ("Produces", "产生"),
    "changes": ("Changes", "变更"),
    "basis": ("Basis", "依据"),
    "tried": ("Links tried", "已有链路"),
    # why a link is not usable
    "planned": ("only planned", "尚在计划"),
    "applied": ("applied for, not answered", "已申请未答复"),
    "agreed": ("agreed, not opened", "已同意未开通"),
    "suspended": ("suspended", "已停用"),
    "not-yet": ("not yet open", "尚未开通"),
    "ended": ("ended", "已终止"),
    "manual": ("by hand", "人工方式"),
    "fields": ("lacks fields", "信息项不全"),
    "update": ("too old", "更新不及时"),
    # mermaid
    "many-arrows": (
        "{n} arrows: mermaid draws {most}, or more where its maxEdges says so",
        "共 {n} 条箭头；mermaid 默认最多画 {most} 条，须调高 maxEdges",
    ),
}
_UNITS = {
    "d": ("working day", "工作日"),
    "cd": ("calendar day", "自然日"),
    "w": ("week", "周"),
    "mo": ("month", "个月"),
    "y": ("year", "年"),
    "h": ("hour", "小时"),
    "min": ("minute", "分钟"),
}


class Words:
    """The fixed words of one language: `zh…` is Chinese, anything else English."""

    def __init__(self, language: str) -> None:
        self.is_chinese = language.lower().startswith("zh")
        self.language = "zh" if self.is_chinese else "en"

    def __call__(self, key: str) -> str:
        """The word for a key of the table."""
        return _ENGLISH_AND_CHINESE[key][self.is_chinese]

    def of(self, table: Mapping[str, str], word: str) -> str:
        """A fixed word of the definition language; any other word as it is."""
        if word not in table:
            return word
        return table[word] if self.is_chinese else word.replace("-", " ")

    def clauses(self, clauses: Iterable[str]) -> str:
        """Clauses of one sentence."""
        return ("；" if self.is_chinese else "; ").join(clauses)

    def label(self, word: str, value: str) -> str:
        """`word: value`, with the colon of the language."""
        return f"{word}：{value}" if self.is_chinese else f"{word}: {value}"

    def enumeration(self, items: Collection[T], say: Callable[[T], str] = str) -> str:
        """Several items in a row, as each is said."""
        return listed(items, say, "、" if self.is_chinese else ", ")

    def paper(self, name: str, form: str, copies: int) -> str:
        """A paper with its form and, where it is more than one, the number of copies."""
        form = "" if self.is_chinese and name.endswith(form) else form
        number = f" ×{copies}" if copies > 1 else ""
        if self.is_chinese:
            return f"{name}{form}{number}"
        return name + (f" ({form}{number})" if form else number)

    def in_brackets(self, text: str) -> str:
        return f"（{text}）" if self.is_chinese else f" ({text})"

    def duration(self, duration: Duration) -> str:
        """A length of time as written: 5 working days, 1 小时; none at all is done at once."""
        if not duration.amount:
            return self("at-once")
        return self._amount(f"{duration.amount}", duration.unit)

    def days(self, ticks: int) -> str:
        """A length of time in working days."""
        return self.working_days(ticks / TICKS_PER_DAY)

    def working_days(self, days: float) -> str:
        """A number of working days, as figures are written everywhere."""
        return self._amount(figure(days), "d")

    def times(self, count: int) -> str:
        """How often somebody has to come in person."""
        if self.is_chinese:
            return f"{self('visit')} {count}"
        return f"{count} {self('visit')}{'' if count == 1 else 's'}"

    def _amount(self, amount: str, unit: str) -> str:
        word = _UNITS[unit][self.is_chinese]
        if self.is_chinese:
            return f"{amount} {word}"
        return f"{amount} {word}" if amount == "1" else f"{amount} {word}s"
