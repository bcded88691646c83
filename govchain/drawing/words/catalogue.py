"""What pictures of a catalogue say: the matrix of departments, themes and their goals."""

from __future__ import annotations

WORDS = {
    # the matrix of departments, and what else is of a catalogue
    "matrix-nothing": (
        "No department needs data that another could share",
        "没有需要跨部门共享的数据",
    ),
    "matrix-all-flow": (
        "All {due} flows of data that are due work",
        "应有的 {due} 条数据共享全部已通",
    ),
    "matrix-none-flows": (
        "{due} flows of data are due, none works",
        "应有 {due} 条数据共享，一条都没有通",
    ),
    "matrix-one-lacks": (
        "The one flow of data that is due does not work",
        "应有的 1 条数据共享没有通",
    ),
    "matrix-only": (
        "{due} flows of data are due, only {flowing} work",
        "应有 {due} 条数据共享，只通了 {flowing} 条",
    ),
    "matrix-some": (
        "{due} flows of data are due, {flowing} work",
        "应有 {due} 条数据共享，已通 {flowing} 条",
    ),
    "matrix-held-by": (
        "data held by {names} makes up {share}% of what lacks",
        "{names}{n}家掌握的数据占缺口的 {share}%",
    ),
    "matrix-held-by-one": (
        "data held by {names} makes up {share}% of what lacks",
        "{names}掌握的数据占缺口的 {share}%",
    ),
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
    "page-of": ("Page {n} of {all}; others:", "第 {n} 页，共 {all} 页；其他页："),
    "theme": ("Theme", "应用主题"),
    "data": ("Data", "数据"),
    # a theme, and the goals of all themes
    "theme-alone": ("one matter, told by itself", "只有一个事项"),
    "theme-between": (
        "{matters}; {n} flows of data are due between them, {lacking} fail",
        "{matters}，其间应有 {n} 条数据往来，{lacking} 条不通",
    ),
    "theme-between-one": (
        "{matters}; one flow of data is due between them, and fails",
        "{matters}，其间应有 1 条数据往来，没有通",
    ),
    "theme-between-all": (
        "{matters}; all {n} flows of data between them work",
        "{matters}，其间 {n} 条数据往来全部已通",
    ),
    "theme-between-all-one": (
        "{matters}; the one flow of data between them works",
        "{matters}，其间 1 条数据往来已通",
    ),
    "theme-no-data": (
        "{matters}; no data passes between them",
        "{matters}，其间没有数据往来",
    ),
    "theme-included": (", {n} with those included", "，连同所含事项共 {n} 个"),
    "theme-told-by-parts": (
        "{n} joint matters are told by those they include",
        "{n} 个“一件事”由所含事项代表，不另画",
    ),
    "theme-told-by-parts-one": (
        "the joint matter is told by those it includes",
        "“一件事”由所含事项代表，不另画",
    ),
    "theme-no-goals": ("it has no goals", "没有目标"),
    "goals-are-examples": ("its {n} goals are all examples", "{n} 项目标均为示例"),
    "goals-are-examples-one": ("its one goal is an example", "1 项目标为示例"),
    "goals-counted": ("{n} goals", "{n} 项目标"),
    "goals-counted-one": ("one goal", "1 项目标"),
    "goals-against": (" held against {n} matters", "对照 {n} 个事项"),
    "goals-in-all": (", {n} in all", "，共 {n} 项"),
    "theme-outside": ("{n} data from elsewhere, all flow", "另需主题外数据 {n} 项，都通"),
    "theme-outside-lacking": (
        "{n} data from elsewhere, {lacking} lack",
        "另需主题外数据 {n} 项，{lacking} 项不通",
    ),
    "theme-brought": ("{n} data that nobody could share", "另有 {n} 项，无从共享"),
    "brought": ("Brought, nobody could share it", "由申请人提供，无从共享"),
    "theme-hidden": ("{n} more data", "另有 {n} 项数据"),
    "theme-read": (
        "A card is a matter; a line is data that one makes and another needs",
        "一张卡是一个事项，一条线是一个事项产生、另一个事项要用的数据",
    ),
    "theme-flows": (
        "Comes without the applicant: shared, or held by the same department",
        "不用群众带：部门间共享，或本部门掌握",
    ),
    "theme-lacks": ("Carried on paper, or nobody brings it", "靠群众带纸，或无人提供"),
    "theme-gives": ("What it makes for the others", "产生、供其他事项使用"),
    "theme-untold": (
        "{n} lines are not drawn for lack of room: the numbers tell",
        "另有 {n} 条线放不下，未画，见编号",
    ),
    "theme-more-goals": (
        "{n} more: see the list of themes",
        "另有 {n} 项，见应用主题清单",
    ),
    "theme-path": ("Path", "实施路径"),
    "themes-headline": (
        "{n} themes with {goals} goals, {held} rows of goal and matter: {states}",
        "{n} 个应用主题、{goals} 项目标，逐个事项对照共 {held} 项：{states}",
    ),
    "themes-none": ("There is no theme", "没有应用主题"),
    "themes-count": ("matters", "事项数"),
    "themes-included": ("and {n} included", "另含 {n} 个"),
    "themes-data": ("data between them", "事项间数据"),
    "themes-next": ("next date", "最近期限"),
    "goal": ("Goal", "目标"),
    "goal-by": ("By", "期限"),
    "goal-satisfaction": ("Satisfaction", "满意度"),
    "goal-state": ("How far it is", "进展"),
    "goal-now": ("now {today}", "现 {today}"),
    "goal-asked": ("· goal {asked}", "· 目标 {asked}"),
    "goal-reached": ("reached", "已达到"),
    "goal-ahead": ("still in time", "尚在期限内"),
    "goal-late": ("late", "逾期"),
    "goal-unmeasured": ("no figure to hold it against", "没有可对照的数字"),
    "goal-examples": ("today's figures are only examples", "现有数字仅为示例"),
    "goal-no-date": ("no date", "没有期限"),
    "goal-not-due": ("not due yet", "未到期"),
    "goal-no-goal": ("no goal", "没有目标"),
    "goal-example": ("the goal is an example", "目标为示例"),
    "goal-pilot-places": ("for the places of the pilot", "仅限试点地区"),
    "goal-doubtful": ("not all of it could be read", "没有全部读取"),
    "of-catalogue": ("catalogue {source}", "目录 {source}"),
}
