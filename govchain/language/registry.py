"""The forms of the registry: departments, data, criteria, links, and what else there is."""

from __future__ import annotations

from govchain.language.common import (
    basis,
    extra,
    illustrative,
    level,
    name,
    satisfaction,
    sources,
    update,
)
from govchain.language.fixed_words import (
    BASES,
    DEPARTMENT_KINDS,
    LINK_CHANNELS,
    RESERVED_IDS,
    SHARING,
    STAGES,
    STATUSES,
    STORAGE,
    VERIFY,
)
from govchain.language.keywords import Form, Keyword, Shape

# The tables are set by hand, a keyword in two or three lines, so that they read as tables.
# fmt: off
DEPARTMENT = Form(
    "department",
    "部门",
    (
        name(),
        Keyword(
            "short", "简称", Shape.TEXT, "what it is called where room is scarce", "图表中的简称",
            default="the name",
        ),
        level(),
        Keyword("parent", "上级", Shape.REF, "what it belongs to", "上级部门", of="departments"),
        Keyword(
            "kind", "性质", Shape.WORD, "what kind of body it is", "单位性质",
            words=DEPARTMENT_KINDS, default="government",
        ),
        extra(),
    ),
)

DATA = Form(
    "data",
    "数据",
    (
        name(),
        Keyword(
            "holder", "数源部门", Shape.REF, "the one authoritative source",
            "唯一权威数源（一数一源）", of="departments",
            words={"applicant": RESERVED_IDS["applicant"]},
        ),
        Keyword(
            "stored-by", "副本部门", Shape.REFS, "others that keep a copy", "另存副本的部门",
            of="departments",
        ),
        Keyword(
            "stored-as", "存储形式", Shape.WORD, "how it is kept", "保存的形式", words=STORAGE
        ),
        Keyword(
            "base", "资源类别", Shape.WORD, "the class of resource", "所属基础库或类别", words=BASES
        ),
        Keyword("fields", "信息项", Shape.TEXTS, "what it consists of", "包含的信息项"),
        update("how often it is renewed", "更新周期"),
        Keyword(
            "sharing", "共享类型", Shape.WORD, "whether it may be shared", "共享属性", words=SHARING
        ),
        basis("for restricted data: the law that forbids sharing", "不予共享的依据"),
        Keyword(
            "personal", "个人信息", Shape.YES_NO, "whether it is about a person", "是否个人信息",
            default="no",
        ),
        Keyword(
            "attests", "证明条件", Shape.REFS, "criteria decided when it was made",
            "生成时已经认定的条件", of="criteria",
        ),
        Keyword(
            "banned", "禁止索要", Shape.TEXT, "the rule that bans asking for it", "禁止索要的规定"
        ),
        Keyword("system", "所在系统", Shape.TEXT, "the system that keeps it", "所在的系统"),
        extra(),
    ),
)

CRITERION = Form(
    "criterion",
    "条件",
    (
        name(),
        basis(),
        Keyword("uses", "所用数据", Shape.REFS, "the data it rests on", "所依据的数据", of="data"),
        Keyword(
            "decidable", "可自动判定", Shape.YES_NO, "a machine can decide it", "可由系统自动判定",
            default="no",
        ),
        Keyword(
            "verify", "核验时点", Shape.WORD, "before or after the event", "事前或事后核验",
            words=VERIFY, default="before",
        ),
    ),
)

LINK = Form(
    "link",
    "共享链路",
    (
        Keyword(
            "data", "数据", Shape.REF, "the data that flows", "共享的数据", required=True, of="data"
        ),
        Keyword(
            "to", "使用部门", Shape.REFS, "who receives it, and all below", "使用部门及其下级",
            required=True, of="departments", words={"all": RESERVED_IDS["all"]},
        ),
        Keyword(
            "from", "提供部门", Shape.REF, "who provides it", "提供部门", of="departments",
            default="the data's holder", attribute="source",
        ),
        Keyword(
            "via", "经由", Shape.REF, "a platform in between", "中间经过的平台", of="departments"
        ),
        Keyword(
            "fields", "信息项", Shape.TEXTS, "the fields that flow", "共享的信息项",
            default="all fields",
        ),
        update("how often it flows", "交换周期", "the data's own"),
        Keyword(
            "channel", "共享方式", Shape.WORD, "how it flows", "共享方式", words=LINK_CHANNELS,
            default="api",
        ),
        Keyword(
            "status", "状态", Shape.WORD, "only active carries data", "只有已开通的才传输数据",
            words=STATUSES, default="active",
        ),
        Keyword("applied", "申请日期", Shape.DATE, "when it was applied for", "申请的日期"),
        Keyword("agreed", "同意日期", Shape.DATE, "when it was agreed to", "同意的日期"),
        Keyword("since", "开通日期", Shape.DATE, "the first day it works", "开通的日期"),
        Keyword("until", "终止日期", Shape.DATE, "the last day it works", "终止的日期"),
        Keyword(
            "extended", "延长答复", Shape.YES_NO, "the reply time was extended with consent",
            "答复期限已经同意延长（政务数据共享条例第二十一条）", default="no",
        ),
        Keyword("purpose", "用途", Shape.TEXTS, "what it is used for", "使用目的"),
        Keyword(
            "duty", "法定义务", Shape.TEXTS, "a law that obliges the holder to share",
            "要求数源部门共享的法律",
        ),
    ),
)

COLLABORATION = Form(
    "collaboration",
    "协同机制",
    (
        Keyword(
            "between", "部门", Shape.REFS, "two or more departments", "两个以上部门", required=True,
            of="departments",
        ),
        Keyword(
            "matters", "事项", Shape.REFS, "the matters it is for", "适用的事项", of="matters",
            default="all",
        ),
        Keyword(
            "answer-within", "答复时限", Shape.DURATION, "how soon an answer is due", "答复期限"
        ),
        basis(),
        Keyword("contact", "联系人", Shape.TEXT, "whom to call", "联系人"),
    ),
)

THEME = Form(
    "theme",
    "应用主题",
    (
        name(),
        Keyword(
            "matters", "事项", Shape.REFS, "the matters it covers", "主题下的事项", required=True,
            of="matters",
        ),
        Keyword(
            "goals", "目标", Shape.MANY, "measurable goals, each by a date", "有期限的量化目标",
            of="goal",
        ),
        Keyword("path", "路径", Shape.TEXTS, "how it gets there", "实施路径"),
        sources("where goals and path are published", "目标、路径的出处"),
        illustrative(
            "what of it stands for an example: nothing is held against such goals",
            "仅作示例的内容（目标仅作示例的，不据以判断）",
        ),
    ),
)

GOAL = Form(
    "goal",
    "目标",
    (
        Keyword("by", "期限", Shape.DATE, "by when", "完成日期"),
        Keyword("stage", "阶段", Shape.WORD, "pilot or rollout", "试点或推广", words=STAGES),
        Keyword("where", "范围", Shape.TEXT, "where it applies", "适用范围"),
        Keyword("visits", "跑动", Shape.COUNT, "visits at most", "最多跑动次数"),
        Keyword("materials", "材料", Shape.COUNT, "materials at most", "最多材料数"),
        Keyword("days", "用时", Shape.DURATION, "time at most", "最长用时"),
        satisfaction("satisfaction at least, 0 to 1", "最低满意度，0 到 1"),
    ),
)

CALENDAR_YEAR = Form(
    "calendar year",
    "年度",
    (
        Keyword("off", "放假", Shape.DATES, "weekdays that are off", "放假的工作日"),
        Keyword("work", "调休上班", Shape.DATES, "days of a weekend that are worked",
                "调休上班的周末"),
    ),
)

REGISTRY = Form(
    "registry",
    "目录",
    (
        Keyword(
            "departments", "部门名录", Shape.SECTION, "who takes part", "参与服务的部门和单位",
            of="department",
        ),
        Keyword(
            "data", "数据目录", Shape.SECTION, "what is known, and who holds it",
            "数据及其数源部门", of="data",
        ),
        Keyword(
            "criteria", "条件清单", Shape.SECTION, "what approvals judge", "审批所核验的条件",
            of="criterion",
        ),
        Keyword("links", "共享链路", Shape.MANY, "flows of data", "部门间的数据共享", of="link"),
        Keyword(
            "collaborations", "协同机制", Shape.MANY, "agreed working mechanisms",
            "已商定的协同机制", of="collaboration",
        ),
        Keyword(
            "themes", "应用主题", Shape.SECTION, "fields of application with goals",
            "应用主题及其目标", of="theme",
        ),
        Keyword(
            "calendar", "工作日历", Shape.SECTION, "years whose holidays are not yet published",
            "按年写放假和调休；公布的放假安排中没有的年份须写", of="calendar year",
        ),
    ),
)
# fmt: on
