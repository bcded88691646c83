"""The forms of a matter: its steps, materials, needs, limits."""

from __future__ import annotations

from govchain.language.common import (
    after,
    any_of,
    basis,
    extra,
    illustrative,
    level,
    name,
    order_basis,
    satisfaction,
    sources,
    supervised_by,
    when,
)
from govchain.language.fixed_words import (
    APPLICANTS,
    COMPLETE,
    HANDLINGS,
    JOINED,
    NECESSITY,
    NUMBERS,
    ONLINE,
    PAPER_FORMS,
    STEP_CHANNELS,
    STEP_KINDS,
    STEP_POWERS,
    TYPES,
    UPDATES,
)
from govchain.language.keywords import Form, Keyword, Shape

# The tables are set by hand, a keyword in two or three lines, so that they read as tables.
# fmt: off
MATTER = Form(
    "matter",
    "事项",
    (
        Keyword(
            "matter", "事项", Shape.ID, "the id of the matter", "事项的编号", required=True,
            attribute="id",
        ),
        name(),
        Keyword("code", "实施编码", Shape.TEXT, "its official code", "实施清单中的编码"),
        Keyword(
            "type", "类型", Shape.WORD, "the type of power or service", "权力或服务类型",
            words=TYPES, default="other",
        ),
        Keyword(
            "department", "部门", Shape.REF, "the department in the lead", "牵头（主办）部门",
            of="departments",
        ),
        level(),
        Keyword(
            "applicant", "服务对象", Shape.WORD, "who applies", "办理对象", words=APPLICANTS
        ),
        Keyword(
            "identified-by", "身份标识", Shape.OPEN_WORDS, "the numbers that identify applicants",
            "识别申请人的号码（一号）", words=NUMBERS,
        ),
        basis(),
        Keyword(
            "time-limit", "时限", Shape.ONE, "how long it may take", "办理时限", of="time-limit"
        ),
        Keyword("volume", "年办件量", Shape.COUNT, "cases a year", "每年办件数"),
        sources("where the figures and the order come from", "数字和次序的出处"),
        illustrative("figures that stand for an example", "仅作示例的数字（报告会注明）"),
        Keyword(
            "published", "公布数据", Shape.ONE, "what was published of its figures, and by whom",
            "公布过的数字及其出处", of="published",
        ),
        Keyword(
            "complete", "完整", Shape.WORDS, "what is written in full: what is absent is absent",
            "已经写全的内容：没有写的即没有", words=COMPLETE,
        ),
        satisfaction("how satisfied applicants are, 0 to 1", "办事群众满意度，0 到 1"),
        Keyword(
            "online", "网办深度", Shape.WORD, "how far it goes online", "网上办理深度", words=ONLINE
        ),
        Keyword(
            "redress", "救济渠道", Shape.TEXTS, "where to complain or appeal",
            "投诉、复议、诉讼的渠道",
        ),
        supervised_by("who watches limits and procedure", "监督时限与程序的部门"),
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
        extra(),
    ),
)

MISSED_NOWHERE = frozenset(
    keyword.attribute
    for keyword in map(MATTER.keyword, (
        "name", "code", "level", "applicant", "time-limit", "volume", "sources", "illustrative",
        "published", "complete", "satisfaction", "online", "refers-to", "trigger", "facts",
        "materials", "steps", "extra",
    ))
)
"""What a matter may lose without a rule that concludes anything from its absence.

Facts, limits, materials and steps bear their losses themselves. A key that is not here makes the
matter doubtful where it is lost, so that rules are silent about it.
"""

TIME_LIMIT = Form(
    "time-limit",
    "时限",
    (
        Keyword("statutory", "法定", Shape.DURATION, "the limit of the law", "法定时限"),
        Keyword("promised", "承诺", Shape.DURATION, "the limit promised", "承诺时限"),
        Keyword("extension", "延长", Shape.DURATION, "how long it may be extended", "可延长的时间"),
        basis(),
    ),
)

PUBLISHED = Form(
    "published",
    "公布数据",
    (
        Keyword("steps", "环节", Shape.COUNT, "steps", "环节数"),
        Keyword("materials", "材料", Shape.COUNT, "materials", "材料数"),
        Keyword("days", "用时", Shape.DURATION, "how long it takes", "用时"),
        Keyword("visits", "跑动", Shape.COUNT, "visits", "跑动次数"),
        Keyword("windows", "窗口", Shape.COUNT, "windows", "窗口数"),
        Keyword("approvals", "审批", Shape.COUNT, "approvals", "审批数"),
        Keyword("departments", "部门", Shape.COUNT, "departments", "部门数"),
        Keyword(
            "source", "出处", Shape.TEXT, "who published them, and where", "公布的机关和出处",
            required=True,
        ),
        Keyword(
            "note", "说明", Shape.TEXT, "what they count, where it is not what is counted here",
            "口径与这里不同的，说明是什么口径",
        ),
    ),
)

MATERIAL = Form(
    "material",
    "材料",
    (
        name("the data's name"),
        Keyword(
            "data", "数据", Shape.REF, "the data it proves", "材料所证明的数据", of="data"
        ),
        any_of(),
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
        basis("the law that asks for it", "要求提交的依据"),
        Keyword(
            "waived-by", "免交依据", Shape.TEXTS, "the law that waives it once the data flows",
            "数据共享后免于提交的依据",
        ),
        when(),
        extra(),
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
        name("the kind's word"),
        Keyword(
            "department", "部门", Shape.REF, "who does it", "办理部门", of="departments",
            default="the matter's",
        ),
        Keyword("post", "岗位", Shape.TEXT, "the post in charge", "负责岗位"),
        after(),
        when(),
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
        basis(),
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
        order_basis(),
        Keyword("fee", "收费", Shape.FEE, "what it costs, in yuan", "收费，单位元", of="fee"),
        Keyword("officers", "人数", Shape.COUNT, "officers who take part", "参与人员数"),
        Keyword("system", "系统", Shape.TEXT, "the system it is done in", "所用系统"),
        supervised_by("who supervises this step", "监督本环节的部门"),
        Keyword(
            "power", "权力", Shape.WORD, "the power exercised", "所行使的权力", words=STEP_POWERS,
            default="by its kind",
        ),
        extra(),
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
        name(),
        Keyword(
            "matter", "事项", Shape.REF, "the matter whose steps take its place",
            "由该事项的环节代替本环节", required=True, of="matters",
        ),
        after(),
        when(),
        order_basis(),
    ),
)

NEED = Form(
    "need",
    "所需数据",
    (
        Keyword("data", "数据", Shape.REF, "the data needed", "所需的数据", of="data"),
        any_of(),
        Keyword("fields", "信息项", Shape.TEXTS, "the fields used", "所用的信息项"),
        Keyword(
            "max-age", "最长时效", Shape.WORD, "how fresh it must be", "数据须有多新", words=UPDATES
        ),
        when(),
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
        basis("the law that allows it", "收费依据"),
    ),
)
# fmt: on
