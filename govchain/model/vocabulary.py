"""The one table of words: every keyword and fixed value of the language, in both spellings.

The reader, the messages and the JSON Schema are made from it, and the reference page is held
against it; nothing else knows how a keyword is spelled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Shape(StrEnum):
    """What may stand as the value of a keyword."""

    ID = "id"
    """A new id, defined here."""
    TEXT = "text"
    TEXTS = "texts"
    PROVISIONS = "provisions"
    """Texts, or mappings of the form `of`."""
    REF = "reference"
    """The id of something defined elsewhere (`of`), or one of the reserved `words`."""
    REFS = "references"
    WORD = "word"
    """One of the fixed `words`."""
    WORDS = "words"
    OPEN_WORDS = "open words"
    """Any of the fixed `words`, or other texts."""
    YES_NO = "yes or no"
    DURATION = "duration"
    DATE = "date"
    DATES = "dates"
    COUNT = "whole number"
    SHARE = "number from 0 to 1"
    GUARD = "guard"
    FACTS = "facts"
    NEEDS = "needs"
    """Ids of data, or mappings of the form `of`."""
    ALTERNATIVES = "alternatives"
    """Ids of data, or a mapping of such ids to shares."""
    AMOUNT = "amount of yuan"
    FEE = "fee"
    """An amount of yuan, or a mapping of the form `of`."""
    ONE = "one mapping"
    MANY = "list of mappings"
    SECTION = "mapping of ids to mappings"
    FREE = "mapping of anything"
    """Kept as written, judged by no rule."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """One keyword: its spellings, what it takes, and what it says.

    `of` is the form of the mapping that is its value, or what its ids name: a section, or the
    `steps` of the matter or the `checks` of the step in which it stands. `words`
    maps each fixed value to its Chinese twin. `default` is what an absent key says, empty where
    it says nothing. `least` is the smallest whole number that makes sense.
    """

    name: str
    chinese: str
    shape: Shape
    about: str
    about_zh: str
    required: bool = False
    default: str = ""
    of: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    least: int = 0
    attribute: str = ""
    """Its name among the nouns of the model, where that is not the keyword itself."""

    def __post_init__(self) -> None:
        if not self.attribute:
            object.__setattr__(self, "attribute", self.name.replace("-", "_"))

    def meaning(self, text: str) -> str | None:
        """The fixed value that the text spells, in either language; None if none."""
        if text in self.words:
            return text
        return next((word for word, twin in self.words.items() if twin == text), None)


@dataclass(frozen=True)
class Form:
    """A kind of mapping: what it is called, and the keywords it takes."""

    name: str
    chinese: str
    keywords: tuple[Keyword, ...]
    spelled: Mapping[str, Keyword] = field(init=False, repr=False)
    """Each spelling, English and Chinese, to its keyword."""
    required: tuple[Keyword, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        english = {keyword.name: keyword for keyword in self.keywords}
        chinese = {keyword.chinese: keyword for keyword in self.keywords}
        object.__setattr__(self, "spelled", english | chinese)
        required = tuple(keyword for keyword in self.keywords if keyword.required)
        object.__setattr__(self, "required", required)

    def keyword(self, name: str) -> Keyword:
        """The keyword of that spelling; KeyError if the form has none."""
        return self.spelled[name]


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of `govchain.toml`: its name, what it takes, and what it says."""

    name: str
    takes: str
    """`text`, `texts`, `count` or `table`; the fixed values, if any, are its `words`."""
    about: str
    about_zh: str
    default: str = ""
    words: tuple[str, ...] = ()

    @property
    def attribute(self) -> str:
        """Its name among the settings of the model."""
        return self.name.replace("-", "_")


# The tables are set by hand, a keyword in two or three lines, so that they read as tables.
# fmt: off
RESERVED_IDS = {"all": "全部", "applicant": "申请人"}
LONGEST_ID = 64

YES_NO = {"yes": "是", "no": "否"}
TRUE_FALSE = {"true": "yes", "false": "no"}

TYPES = {
    "licence": "许可",
    "confirmation": "确认",
    "payment": "给付",
    "collection": "征收",
    "reward": "奖励",
    "adjudication": "裁决",
    "service": "公共服务",
    "other": "其他",
    "joint": "一件事",
}
LEVELS = {
    "national": "国家级",
    "province": "省级",
    "city": "市级",
    "county": "县级",
    "town": "乡级",
    "village": "村级",
}
APPLICANTS = {"person": "自然人", "entity": "法人", "both": "都有"}
JOINED = {"applications": "申请", "acceptance": "受理", "materials": "材料", "none": "无"}
COMPLETE = {"basis": "依据", "checks": "核验条件", "materials": "材料"}
NUMBERS = {"citizen-id": "身份证号", "credit-code": "信用代码"}
ONLINE = {"none": "不可网办", "consult": "咨询", "apply": "网上申请", "full": "全程网办"}
DEPARTMENT_KINDS = {
    "government": "政府部门",
    "public-institution": "事业单位",
    "platform": "共享平台",
    "community": "村居",
    "bank": "银行",
    "intermediary": "中介机构",
    "enterprise": "企业",
    "external": "行政机关以外",
}
STORAGE = {
    "database": "数据库",
    "file": "文件",
    "e-certificate": "电子证照",
    "paper": "纸质",
}
BASES = {
    "population": "人口",
    "legal-entity": "法人",
    "geospatial": "空间地理",
    "macroeconomy": "宏观经济",
    "e-certificate": "电子证照",
    "credit": "信用",
    "domain": "业务领域",
    "theme": "主题",
    "opinion": "网络舆情",
}
UPDATES = {
    "realtime": "实时",
    "daily": "每日",
    "weekly": "每周",
    "monthly": "每月",
    "quarterly": "每季度",
    "yearly": "每年",
}
SHARING = {
    "unconditional": "无条件共享",
    "conditional": "有条件共享",
    "restricted": "不予共享",
}
VERIFY = {"before": "事前", "after": "事后"}
LINK_CHANNELS = {
    "api": "接口",
    "file": "文件",
    "database": "库表",
    "e-certificate": "电子证照",
    "manual": "人工",
}
STATUSES = {
    "planned": "计划",
    "applied": "已申请",
    "agreed": "已同意",
    "active": "已开通",
    "suspended": "已停用",
}
STAGES = {"pilot": "试点", "rollout": "推广"}
PAPER_FORMS = {"original": "原件", "copy": "复印件", "electronic": "电子"}
HANDLINGS = {"submitted": "提交", "shown": "出示", "surrendered": "缴回"}
NECESSITY = {"required": "必要", "optional": "非必要", "later": "容缺后补"}
STEP_KINDS = {
    "apply": "申请",
    "accept": "受理",
    "review": "审核",
    "approve": "审批",
    "countersign": "会签",
    "consult": "征求意见",
    "inspect": "现场核查",
    "expert-review": "专家评审",
    "publicise": "公示",
    "fee": "缴费",
    "issue": "制证",
    "deliver": "送达",
    "notify": "告知",
    "archive": "归档",
    "other": "其他",
}


def kind_in(language: str, kind: str) -> str:
    """The word for a kind of step, in English or Chinese."""
    return STEP_KINDS.get(kind, kind) if language == "zh" else kind


STEP_CHANNELS = {
    "online": "网上",
    "window": "窗口",
    "mail": "邮寄",
    "terminal": "自助终端",
    "phone": "电话",
}
STEP_POWERS = {"decision": "决策", "execution": "执行", "supervision": "监督"}


def _name(default: str = "the id") -> Keyword:
    return Keyword("name", "名称", Shape.TEXT, "what people call it", "名称", default=default)


def _basis(about: str = "the law it rests on", about_zh: str = "法律、法规或文件依据") -> Keyword:
    return Keyword("basis", "依据", Shape.PROVISIONS, about, about_zh, of="provision")


def _any() -> Keyword:
    return Keyword(
        "any", "任一", Shape.ALTERNATIVES, "data of which one is enough, perhaps with shares",
        "有其一即可的数据，可带占比", of="data",
    )  # fmt: skip


def _extra() -> Keyword:
    return Keyword(
        "extra", "其他", Shape.FREE, "whatever the language has no word for: kept, not judged",
        "本语言没有用语的内容：照原样保留，不作判断",
    )  # fmt: skip


def _when() -> Keyword:
    return Keyword(
        "when", "当", Shape.GUARD, "in which cases it applies", "适用的情形", default="always"
    )


def _order_basis() -> Keyword:
    return Keyword(
        "order-basis", "次序依据", Shape.PROVISIONS, "the law that fixes its place in the order",
        "法定先后次序的依据", of="provision",
    )  # fmt: skip


def _level() -> Keyword:
    return Keyword(
        "level", "层级", Shape.WORD, "the level of government", "政府层级", words=LEVELS
    )


def _update(about: str, about_zh: str, default: str = "") -> Keyword:
    return Keyword(
        "update", "更新周期", Shape.WORD, about, about_zh, words=UPDATES, default=default
    )


def _satisfaction(about: str, about_zh: str) -> Keyword:
    return Keyword("satisfaction", "满意度", Shape.SHARE, about, about_zh)


def _supervised_by(about: str, about_zh: str) -> Keyword:
    return Keyword("supervised-by", "监督部门", Shape.REF, about, about_zh, of="departments")


def _after() -> Keyword:
    return Keyword(
        "after",
        "前置",
        Shape.REFS,
        "the steps that must be done before; [] = may start at once",
        "须先完成的环节；[] 表示可立即开始",
        of="steps",
        default="the step before it in the list",
    )


MATTER = Form(
    "matter",
    "事项",
    (
        Keyword(
            "matter", "事项", Shape.ID, "the id of the matter", "事项的编号", required=True,
            attribute="id",
        ),
        _name(),
        Keyword("code", "实施编码", Shape.TEXT, "its official code", "实施清单中的编码"),
        Keyword(
            "type", "类型", Shape.WORD, "the type of power or service", "权力或服务类型",
            words=TYPES, default="other",
        ),
        Keyword(
            "department", "部门", Shape.REF, "the department in the lead", "牵头（主办）部门",
            of="departments",
        ),
        _level(),
        Keyword(
            "applicant", "服务对象", Shape.WORD, "who applies", "办理对象", words=APPLICANTS
        ),
        Keyword(
            "identified-by", "身份标识", Shape.OPEN_WORDS, "the numbers that identify applicants",
            "识别申请人的号码（一号）", words=NUMBERS,
        ),
        _basis(),
        Keyword(
            "time-limit", "时限", Shape.ONE, "how long it may take", "办理时限", of="time-limit"
        ),
        Keyword("volume", "年办件量", Shape.COUNT, "cases a year", "每年办件数"),
        Keyword(
            "sources", "来源", Shape.TEXTS, "where the figures and the order come from",
            "数字和次序的出处",
        ),
        Keyword(
            "illustrative", "示例", Shape.TEXTS, "figures that stand for an example",
            "仅作示例的数字（报告会注明）",
        ),
        Keyword(
            "complete", "完整", Shape.WORDS, "what is written in full: what is absent is absent",
            "已经写全的内容：没有写的即没有", words=COMPLETE,
        ),
        _satisfaction("how satisfied applicants are, 0 to 1", "办事群众满意度，0 到 1"),
        Keyword(
            "online", "网办深度", Shape.WORD, "how far it goes online", "网上办理深度", words=ONLINE
        ),
        Keyword(
            "redress", "救济渠道", Shape.TEXTS, "where to complain or appeal",
            "投诉、复议、诉讼的渠道",
        ),
        _supervised_by("who watches limits and procedure", "监督时限与程序的部门"),
        Keyword(
            "refers-to", "移送部门", Shape.REF, "who takes over a breach of duty",
            "违纪违法线索移送的部门", of="departments",
        ),
        Keyword(
            "trigger", "触发数据", Shape.REF, "data whose arrival shows somebody is entitled",
            "到达即表明有人符合条件的数据", of="data",
        ),
        Keyword(
            "collaborators", "协同部门", Shape.REFS, "the departments declared to take part",
            "正式公布的协同部门", of="departments",
        ),
        Keyword(
            "facts", "情形", Shape.FACTS, "facts of the case, each with its options",
            "办件情形及其选项（可带占比）",
        ),
        Keyword(
            "materials", "材料", Shape.MANY, "what the applicant is asked for today",
            "现在要求申请人提交的材料", of="material",
        ),
        Keyword(
            "joined", "联办", Shape.WORDS, "what the called matters no longer ask one by one",
            "所调用的事项不再逐项要求的内容", words=JOINED, default="none",
        ),
        Keyword(
            "steps", "环节", Shape.MANY, "the steps; absent where they are not described",
            "办理环节；未描述的可以不写", of="step",
        ),
        _extra(),
    ),
)

TIME_LIMIT = Form(
    "time-limit",
    "时限",
    (
        Keyword("statutory", "法定", Shape.DURATION, "the limit of the law", "法定时限"),
        Keyword("promised", "承诺", Shape.DURATION, "the limit promised", "承诺时限"),
        Keyword("extension", "延长", Shape.DURATION, "how long it may be extended", "可延长的时间"),
        _basis(),
    ),
)

MATERIAL = Form(
    "material",
    "材料",
    (
        _name("the data's name"),
        Keyword(
            "data", "数据", Shape.REF, "the data it proves", "材料所证明的数据", of="data"
        ),
        _any(),
        Keyword(
            "handling", "交验方式", Shape.WORD, "handed in, shown, or handed in to be cancelled",
            "提交留存、出示后退还，或缴回注销", words=HANDLINGS, default="submitted",
        ),
        Keyword(
            "form", "形式", Shape.WORD, "original, copy or electronic", "原件、复印件或电子件",
            words=PAPER_FORMS,
        ),
        Keyword("copies", "份数", Shape.COUNT, "how many", "份数", default="1", least=1),
        Keyword(
            "necessity", "必要性", Shape.WORD, "whether it must be handed in", "是否必须提交",
            words=NECESSITY, default="required",
        ),
        _basis("the law that asks for it", "要求提交的依据"),
        Keyword(
            "waived-by", "免交依据", Shape.TEXTS, "the law that waives it once the data flows",
            "数据共享后免于提交的依据",
        ),
        _when(),
        _extra(),
    ),
)

STEP = Form(
    "step",
    "环节",
    (
        Keyword(
            "id", "编号", Shape.ID, "its id, unique in the matter", "环节编号，在事项内唯一",
            required=True,
        ),
        Keyword(
            "kind", "种类", Shape.WORD, "what is done", "环节种类", words=STEP_KINDS
        ),
        _name("the kind's word"),
        Keyword(
            "department", "部门", Shape.REF, "who does it", "办理部门", of="departments",
            default="the matter's",
        ),
        Keyword("post", "岗位", Shape.TEXT, "the post in charge", "负责岗位"),
        _after(),
        _when(),
        Keyword(
            "checks", "核验条件", Shape.REFS, "the criteria judged here", "在此核验的条件",
            of="criteria",
        ),
        Keyword(
            "promised", "告知承诺", Shape.REFS, "those checks that are granted on a promise today",
            "现已凭申请人承诺办理、事后核查的核验条件", of="checks",
        ),
        Keyword(
            "needs", "所需数据", Shape.NEEDS, "data used here beyond what its checks use",
            "核验条件之外所需的数据，或更确切的说明", of="need",
        ),
        Keyword("produces", "产生", Shape.REFS, "data made here", "在此产生的数据", of="data"),
        Keyword("changes", "变更", Shape.REFS, "data altered here", "在此变更的数据", of="data"),
        Keyword("time", "用时", Shape.DURATION, "how long it takes", "用时"),
        Keyword(
            "time-excluded", "不计时限", Shape.TEXT,
            "the law by which its time does not count against limits", "不计入办理时限的依据",
        ),
        Keyword(
            "visit", "跑动", Shape.COUNT, "times the applicant comes in person", "申请人到场次数",
            default="0",
        ),
        Keyword(
            "visit-basis", "到场依据", Shape.PROVISIONS, "the law that requires the visit",
            "要求到场的依据", of="provision",
        ),
        Keyword(
            "channel", "渠道", Shape.WORDS, "how it can be done", "可选的办理渠道",
            words=STEP_CHANNELS,
        ),
        _basis(),
        Keyword(
            "with", "会同部门", Shape.REFS, "departments that take part", "共同参与的部门",
            of="departments", attribute="with_",
        ),
        Keyword(
            "returns-to", "退回", Shape.REF, "the step a rejected case goes back to",
            "退件所回到的环节", of="steps",
        ),
        Keyword(
            "independent", "独立审查", Shape.YES_NO, "the law wants a second, separate look",
            "法律要求另行独立审查", default="no",
        ),
        _order_basis(),
        Keyword("fee", "收费", Shape.FEE, "what it costs, in yuan", "收费，单位元", of="fee"),
        Keyword("officers", "人数", Shape.COUNT, "officers who take part", "参与人员数"),
        Keyword("system", "系统", Shape.TEXT, "the system it is done in", "所用系统"),
        _supervised_by("who supervises this step", "监督本环节的部门"),
        Keyword(
            "power", "权力", Shape.WORD, "the power exercised", "所行使的权力", words=STEP_POWERS,
            default="by its kind",
        ),
        _extra(),
    ),
)

CALL = Form(
    "call",
    "调用事项的环节",
    (
        Keyword(
            "id", "编号", Shape.ID, "its id, unique in the matter", "环节编号，在事项内唯一",
            required=True,
        ),
        _name(),
        Keyword(
            "matter", "事项", Shape.REF, "the matter whose steps take its place",
            "由该事项的环节代替本环节", required=True, of="matters",
        ),
        _after(),
        _when(),
        _order_basis(),
    ),
)

NEED = Form(
    "need",
    "所需数据",
    (
        Keyword("data", "数据", Shape.REF, "the data needed", "所需的数据", of="data"),
        _any(),
        Keyword("fields", "信息项", Shape.TEXTS, "the fields used", "所用的信息项"),
        Keyword(
            "max-age", "最长时效", Shape.WORD, "how fresh it must be", "数据须有多新", words=UPDATES
        ),
        _when(),
    ),
)

PROVISION = Form(
    "provision",
    "依据",
    (
        Keyword("provision", "条款", Shape.TEXT, "its text", "条款", required=True),
        Keyword(
            "until", "有效至", Shape.DATE, "the last day it was in force", "有效的最后一日"
        ),
        Keyword("repealed-by", "废止依据", Shape.TEXT, "what ended it", "予以废止的文件"),
    ),
)

FEE = Form(
    "fee",
    "收费",
    (
        Keyword(
            "amount", "金额", Shape.AMOUNT, "how much, in yuan", "金额，单位元", required=True
        ),
        _basis("the law that allows it", "收费依据"),
    ),
)

DEPARTMENT = Form(
    "department",
    "部门",
    (
        _name(),
        _level(),
        Keyword("parent", "上级", Shape.REF, "what it belongs to", "上级部门", of="departments"),
        Keyword(
            "kind", "性质", Shape.WORD, "what kind of body it is", "单位性质",
            words=DEPARTMENT_KINDS, default="government",
        ),
        _extra(),
    ),
)

DATA = Form(
    "data",
    "数据",
    (
        _name(),
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
        _update("how often it is renewed", "更新周期"),
        Keyword(
            "sharing", "共享类型", Shape.WORD, "whether it may be shared", "共享属性", words=SHARING
        ),
        _basis("for restricted data: the law that forbids sharing", "不予共享的依据"),
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
        _extra(),
    ),
)

CRITERION = Form(
    "criterion",
    "条件",
    (
        _name(),
        _basis(),
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
        _update("how often it flows", "交换周期", "the data's own"),
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
        _basis(),
        Keyword("contact", "联系人", Shape.TEXT, "whom to call", "联系人"),
    ),
)

THEME = Form(
    "theme",
    "应用主题",
    (
        _name(),
        Keyword(
            "matters", "事项", Shape.REFS, "the matters it covers", "主题下的事项", required=True,
            of="matters",
        ),
        Keyword(
            "goals", "目标", Shape.MANY, "measurable goals, each by a date", "有期限的量化目标",
            of="goal",
        ),
        Keyword("path", "路径", Shape.TEXTS, "how it gets there", "实施路径"),
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
        _satisfaction("satisfaction at least, 0 to 1", "最低满意度，0 到 1"),
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

FORMS = {
    form.name: form
    for form in (
        MATTER, TIME_LIMIT, MATERIAL, STEP, CALL, NEED, PROVISION, FEE, REGISTRY, DEPARTMENT,
        DATA, CRITERION, LINK, COLLABORATION, THEME, GOAL, CALENDAR_YEAR,
    )
}


SETTINGS = (
    Setting(
        "paths", "texts", "folders and files that are read", "读取的文件夹和文件", "matters"
    ),
    Setting("select", "texts", "rules or families that alone are enabled", "只启用的规则或规则族"),
    Setting("ignore", "texts", "rules or families that are disabled", "停用的规则或规则族"),
    Setting("severity", "table", "rule = severity", "规则 = 级别"),
    Setting("limits", "table", "numbers that rules compare with", "规则所比较的限值"),
    Setting("language", "text", "the language of messages", "消息的语言", words=("zh", "en")),
    Setting("baseline", "text", "the file of known findings", "已知问题的基线文件"),
)

LIMITS = (
    Setting("max-layers", "count", "levels of approval in one department", "同一部门审批层级", "2"),
    Setting("max-handovers", "count", "hand-overs between departments", "部门间流转次数", "5"),
    Setting("max-visits", "count", "visits of the applicant", "申请人跑动次数", "1"),
    Setting(
        "reply-unconditional", "count", "working days to reply: unconditional sharing",
        "无条件共享的答复期限（工作日）", "1",
    ),
    Setting(
        "reply-conditional", "count", "working days to reply: conditional sharing",
        "有条件共享的答复期限（工作日）", "10",
    ),
    Setting(
        "reply-extended", "count", "working days to reply where extended",
        "经同意延长后的答复期限（工作日）", "20",
    ),
    Setting(
        "supply", "count", "working days to supply once agreed",
        "同意后提供数据的期限（工作日）", "20",
    ),
)
# fmt: on
