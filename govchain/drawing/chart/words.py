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
    # the matrix of departments, and what else is of a catalogue
    "matrix-nothing": (
        "No department needs data that another could share",
        "没有需要跨部门共享的数据",
    ),
    "matrix-all-flow": (
        "All {due} flows of data that are due work",
        "应有的 {due} 条数据共享全部已通",
    ),
    "matrix-only": (
        "{due} flows of data are due, only {flowing} work",
        "应有 {due} 条数据共享，只通了 {flowing} 条",
    ),
    "matrix-some": (
        "{due} flows of data are due, {flowing} work",
        "应有 {due} 条数据共享，已通 {flowing} 条",
    ),
    "matrix-owed-by": ("{names} owe {share}% of what lacks", "{names}{n}家的缺口占 {share}%"),
    "matrix-owed-by-one": ("{names} owes {share}% of what lacks", "{names}的缺口占 {share}%"),
    "matrix-read": (
        "A row holds data, a column needs it; a cell is how many data (one data to one "
        "department counts once)",
        "一行一个数源部门，一列一个使用部门，格内是数据项数（一项数据给一个部门算一条）",
    ),
    "matrix-sorted": ("sorted by gap", "按缺口多少排列"),
    "matrix-corner": ("holds ↓  needs →", "数源 ↓  使用 →"),
    "matrix-flows": ("Flows", "已共享"),
    "matrix-no-link": ("Held, and no link", "有数据没有链路"),
    "matrix-link-fails": (
        "A link that fails (planned, suspended, by hand …)",
        "有链路而不通（计划、停用、人工传递……）",
    ),
    "matrix-partly": ("Part of it flows", "一部分已共享"),
    "matrix-own": ("Same department", "本部门"),
    "matrix-first-holder": (
        "data that several could share counts for its registered holder, else the first",
        "有多个数源的数据只计登记的数源部门，没有登记的计第一个",
    ),
    "matrix-apart": (
        "subordinate bodies stand for themselves",
        "下级部门单列，不并入上级",
    ),
    "lacks-short": ("lacks", "缺"),
    "flows-short": ("flows", "通"),
    "not-flowing": ("Does not flow", "未通"),
    "flowing": ("Flows", "已通"),
    "flows-somewhere": ("flows to some steps", "部分环节已通"),
    "of-all-matters": ("all {n} matters", "全目录 {n} 个事项"),
    "of-matters": ("{n} matters", "{n} 个事项"),
    "of-matters-one": ("1 matter", "1 个事项"),
    "page-of": ("Page {n} of {all}; others:", "第 {n} 页，共 {all} 页；其他页："),
    "of-catalogue": ("catalogue {source}", "目录 {source}"),
    "theme": ("Theme", "应用主题"),
    "data": ("Data", "数据"),
    # a theme, and the goals of all themes
    "theme-alone": ("one matter, told by itself", "只有一个事项"),
    "theme-between": (
        "{n} flows of data are due between its {matters} matters, {lacking} do not work",
        "{matters} 个事项之间应有 {n} 条数据往来，{lacking} 条不通",
    ),
    "theme-between-all": (
        "all {n} flows of data between its {matters} matters work",
        "{matters} 个事项之间的 {n} 条数据往来全部已通",
    ),
    "theme-no-data": (
        "no data passes between its {matters} matters",
        "{matters} 个事项之间没有数据往来",
    ),
    "theme-outside": ("{n} data from elsewhere, all flow", "另需主题外数据 {n} 项，都通"),
    "theme-outside-lacking": (
        "{n} data from elsewhere, {lacking} lack",
        "另需主题外数据 {n} 项，{lacking} 项不通",
    ),
    "theme-hidden": ("{n} more data", "另有 {n} 项数据"),
    "theme-read": (
        "A card is a matter; a line is data that one makes and another needs",
        "一张卡是一个事项，一条线是一个事项产生、另一个事项要用的数据",
    ),
    "theme-flows": ("Flows from office to office", "部门间直接流转"),
    "theme-lacks": ("Carried on paper, or nobody brings it", "靠群众带纸，或无人提供"),
    "theme-gives": ("What it makes for the others", "产生、供其他事项使用"),
    "theme-untold": (
        "{n} lines are not drawn for lack of room: the numbers tell",
        "另有 {n} 条线放不下，未画，见编号",
    ),
    "theme-more-goals": (
        "{n} more rows: `govchain list themes`",
        "另有 {n} 行，见 govchain list themes",
    ),
    "theme-path": ("Path", "实施路径"),
    "themes-headline": (
        "{n} themes with {goals} goals: {states}",
        "{n} 个应用主题、{goals} 个目标：{states}",
    ),
    "themes-none": ("There is no theme", "没有应用主题"),
    "themes-count": ("matters", "事项数"),
    "themes-data": ("data between them", "事项间数据"),
    "themes-next": ("next date", "最近期限"),
    "goals": ("Goals", "目标"),
    "goal": ("Goal", "目标"),
    "goal-by": ("By", "期限"),
    "goal-satisfaction": ("Satisfaction", "满意度"),
    "goal-state": ("How far it is", "进展"),
    "goal-reached": ("reached", "已达到"),
    "goal-ahead": ("not yet, and in time", "未达到，未到期"),
    "goal-late": ("late", "逾期"),
    "goal-unmeasured": ("no figure to hold it against", "没有可对照的数字"),
    "goal-no-date": ("no date", "没有期限"),
    "goal-not-due": ("not due yet", "未到期"),
    "goal-no-goal": ("no goal", "没有目标"),
    "goal-example": ("the goal is an example", "目标为示例"),
    "goal-pilot-places": ("for the places of the pilot", "仅限试点地区"),
    "goal-doubtful": ("not all of it could be read", "没有全部读取"),
    "of-steps": ("{n} steps", "{n} 环节"),
    # lying lanes
    "swim-read": (
        "a lane is a department, time runs to the right; a card is a matter with all its steps",
        "部门一行，时间向右；一张卡是一个事项（合并其全部环节）",
    ),
    "swim-read-steps": (
        "a lane is a department, time runs to the right; a card is a step",
        "部门一行，时间向右；一张卡是一个环节",
    ),
    "swim-visits": ("{n} trips", "{n} 趟"),
    "swim-visits-one": ("1 trip", "1 趟"),
    "swim-sheets": ("{n} papers", "{n} 份"),
    "swim-sheets-one": ("1 paper", "1 份"),
    "swim-papers": ("{n} papers could be shared", "{n} 份本可共享"),
    "swim-papers-one": ("1 paper could be shared", "1 份本可共享"),
    "swim-more-papers": ("{n} more", "另 {n} 份"),
    "swim-needless": ("no wait for {signs}", "不必等{signs}"),
    "swim-needless-saves": ("{said}: −{saved}", "{said}，少 {saved}"),
    "swim-comes": ("people come and bring papers", "群众跑动、交材料"),
    "swim-wait": ("a wait without a reason", "没有理由的先后"),
    "swim-all-cases": (
        "papers are counted for all cases, some are asked for in some alone",
        "份数按全部情形计，含仅部分情形要交的",
    ),
    # the parts of a folded matter
    "own-steps": ("steps of its own", "本事项自有环节"),
    "headline": ("{name}: {found}", "{name}：{found}"),
    "headline-visits": ("{n} trips in person", "跑 {n} 趟"),
    "headline-visits-one": ("1 trip in person", "跑 1 趟"),
    "headline-materials": ("{n} papers", "交 {n} 份材料"),
    "headline-materials-one": ("1 paper", "交 1 份材料"),
    "headline-days": ("{n} working days of waiting", "等 {n} 个工作日"),
    "headline-days-one": ("1 working day of waiting", "等 1 个工作日"),
    "headline-nothing": ("no trip, no paper, no waiting", "不跑、不交、不等"),
    "headline-change": ("{name} before and after reform: {found}", "{name}改革前后：{found}"),
    "change-visits": ("trips {before} → {after}", "跑动 {before} → {after}"),
    "change-materials": ("papers {before} → {after}", "材料 {before} → {after}"),
    "change-days": ("{before} → {after} working days", "用时 {before} → {after} 个工作日"),
    "before-reform": ("before reform", "改革前"),
    "after-reform": ("after reform", "改革后"),
    "before": ("before", "前"),
    "after": ("after", "后"),
    "n-matters": ("{n} matters", "{n} 个事项"),
    "n-matters-one": ("1 matter", "1 个事项"),
    "n-steps": ("{n} steps", "{n} 个环节"),
    "n-steps-one": ("1 step", "1 个环节"),
    "n-departments": ("{n} departments", "{n} 个部门"),
    "n-departments-one": ("1 department", "1 个部门"),
    "n-a-year": ("{n} cases a year", "每年 {n} 件"),
    "example": ("example", "示例"),
    "asked-times": ("“{data}” is asked for {n} times", "“{data}”要交 {n} 次"),
    "for-want-of-sharing": ("{said}, only because data does not flow", "{said}，只因数据不通"),
    "longest-case": ("time in the case that takes longest: {case}", "用时按最不利情形：{case}"),
    "figure-visits": ("Trips", "跑动"),
    "figure-materials": ("Papers", "材料"),
    "figure-days": ("Time", "用时"),
    "figure-steps": ("Steps", "环节"),
    "unit-visits": ("", "次"),
    "unit-materials": ("", "份"),
    "unit-days": ("days", "工作日"),
    "unit-steps": ("", "个"),
    "gain-visits": ("{n} fewer trips", "少跑 {n} 趟"),
    "gain-visits-one": ("1 trip less", "少跑 1 趟"),
    "gain-materials": ("{n} fewer papers", "少交 {n} 份"),
    "gain-materials-one": ("1 paper less", "少交 1 份"),
    "gain-days": ("{n} fewer days", "少 {n} 天"),
    "gain-days-one": ("1 day less", "少 1 天"),
    "gain-days-most": ("up to {n} fewer days", "最多少 {n} 天"),
    "gain-days-most-one": ("up to 1 day less", "最多少 1 天"),
    "gain-steps": ("{n} fewer steps", "少 {n} 个环节"),
    "gain-steps-one": ("1 step less", "少 1 个环节"),
    "unchanged": ("unchanged", "不变"),
    "of-version": ("{source}, as of {date}", "目录 {source}，数据日期 {date}"),
    "of-date": ("as of {date}", "数据日期 {date}"),
    "after-version": ("after reform: {source}, as of {date}", "改革后 {source}，{date}"),
    "are-examples": ("{figures}: examples, not measured", "{figures}为示例，非实测"),
    # the ledger
    "ledger-matters": ("Matters", "事项"),
    "ledger-steps": ("Steps", "环节"),
    "ledger-time": ("How long it takes", "办多久"),
    "ledger-papers": ("Papers", "群众交什么"),
    "ledger-visits": ("Trips", "跑动"),
    "see-pages": ("its steps on the page named", "逐环节图见所注附页"),
    "page": ("page {n}", "附页 {n}"),
    "work-approve": ("decision", "审批"),
    "work-review": ("examination", "审核"),
    "work-other": ("other step", "其他环节"),
    "paper-shareable": ("shareable (← by whom)", "本可共享（← 由谁）"),
    "paper-spared": ("not needed", "不必收"),
    "forms-legend": ("forms: one's own data", "表：只有本人知道"),
    "paper-at-times": ("in some cases", "仅部分情形"),
    "n-forms": ("{n} forms", "表 {n}"),
    "n-forms-one": ("1 form", "表 1"),
    "n-spared": ("{n} not needed", "{n} 种不必收"),
    "n-more-papers": ("and {n} more", "另 {n} 种"),
    "no-papers": ("no paper", "不交"),
    "no-visits": ("no trip", "不跑"),
    "and-departments": ("{first} and {rest} more", "{first}等 {all} 家"),
    "only-if": ("only if {guard}", "仅{guard}"),
    "steps-of-part": ("{n} steps", "{n} 环节"),
    "steps-of-part-one": ("1 step", "1 环节"),
    "short-days": ("{n} days", "{n} 天"),
    "short-days-one": ("1 day", "1 天"),
    "not-there": ("not in this case", "此情形不办"),
    "after-parts": ("after {signs}", "等 {signs}"),
    "needless-wait": ("no need to wait", "不必等，可并联"),
    "needless-wait-saves": ("no need to wait: {saved}", "不必等，可并联，{saved}"),
    "redundant-days": ("redundant: {n} days, can go", "冗余 {n} 天，可取消"),
    "redundant-days-one": ("redundant: 1 day, can go", "冗余 1 天，可取消"),
    "redundant-steps": ("redundant: {n} steps, can go", "冗余 {n} 个环节，可取消"),
    "redundant-steps-one": ("redundant: 1 step, can go", "冗余 1 个环节，可取消"),
    "checked-twice": ("checked elsewhere too: {n}", "重复核验 {n} 项"),
    "on-the-whole": ("on the whole matter", "整个事项"),
    "working-days": ("working days", "工作日"),
    "do-first": ("Do first", "先办这几件"),
    "more-remedies": ("{n} more remedies", "其余 {n} 条见问题清单"),
    "more-remedies-one": ("1 more remedy", "其余 1 条见问题清单"),
    "nothing-found-of": ("{n} without findings left out", "未发现问题的 {n} 项未列出"),
    "findings": ("Findings", "发现的问题"),
    "remedy": ("Remedy", "办法"),
    "benefit": ("Benefit", "成效"),
    "continued": ("{title} ({n} of {all})", "{title}（{n}/{all}）"),
    # two versions of a matter
    "how-to-read": (
        "of each matter the upper bar is before, the lower one after",
        "同一时间轴，上行是改革前、下行是改革后",
    ),
    "steps-change": ("{before} → {after} steps", "{before} → {after} 环节"),
    "part-gone": ("no longer by itself", "不再单独办理"),
    "part-new": ("new", "新增"),
    "step-gone": ("step that went", "取消的环节"),
    "legend-kept": ("still asked for", "仍交"),
    "legend-gone": ("no longer", "不再交"),
    "legend-shared-now": ("flows now (from whom)", "新增共享（由谁）"),
    "paper-kept": ("still: {name}", "仍交：{name}"),
    "paper-new": ("new: {name}", "新交：{name}"),
    "n-papers-gone": ("{n} more no longer asked for", "另 {n} 种不再交"),
    "n-forms-gone": ("{n} forms less", "少填 {n} 张表"),
    "n-forms-gone-one": ("1 form less", "少填 1 张表"),
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

    def small_number(self, number: int) -> str:
        """A small number of things as it is written in a sentence: 两, 四."""
        return "零一两三四五六七八九"[number] if self.is_chinese and number < 10 else f"{number}"

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

    def counted(self, key: str, number: float) -> str:
        """What the table says of so many."""
        known = f"{key}-one" if number == 1 and f"{key}-one" in _ENGLISH_AND_CHINESE else key
        return self(known).format(n=figure(number))

    def _amount(self, amount: str, unit: str) -> str:
        word = _UNITS[unit][self.is_chinese]
        if self.is_chinese:
            return f"{amount} {word}"
        return f"{amount} {word}" if amount == "1" else f"{amount} {word}s"
