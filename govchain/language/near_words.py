"""Words that people write for a keyword or a fixed value: by meaning near, by spelling not.

Used for suggestions alone: none of them is read. A keyword is named as in the table of words; of
several the first counts that the form has. `outer.inner` stands inside the keyword `outer`, and
`extra.` keeps the word as it is written.
"""

from __future__ import annotations

from collections.abc import Mapping

from govchain.language.keywords import Form, Keyword

_KEYS = {
    "matter": "事项编号 事项标识",
    "name": "事项名称 环节名称 材料名称 部门名称 数据名称 条件名称 标题 title label caption",
    "code": "事项编码 编码 代码 基本编码",
    "type": "事项类型 权力类型 category",
    "kind type form": "类型 类别",
    "kind form": "type",
    "department holder": "责任部门 责任单位 牵头部门 牵头单位 主办部门 主办单位 办理部门 办理单位 "
    "承办部门 承办单位 实施主体 实施部门 实施机关 审批部门 单位 lead lead-department owner agency "
    "authority responsible",
    "department parent holder": "主管部门",
    "level": "行使层级 级别",
    "short": "缩写 短名 简写 abbreviation short-name",
    "applicant": "申请人 办理对象 申请对象 申请人类型 客户 user audience",
    "basis duty": "法律依据 法定依据 设定依据 实施依据 办理依据 政策依据 收费依据 legal-basis law "
    "legal legislation",
    "time-limit.statutory": "法定 statutory 法定时限 法定期限 法定办结时限 statutory-limit "
    "legal-limit",
    "time-limit.promised": "承诺 promised 承诺时限 承诺期限 承诺办结时限 promised-limit "
    "committed-limit sla",
    "time-limit.extension": "延长 extension 延长时限 延长期限",
    "time-limit time answer-within": "办理时间 办结时间 时间限制 时间要求 办理时限 办结时限 "
    "办理期限 期限 deadline limit duration",
    "volume": "办件量 年业务量 年办理量 业务量 cases caseload cases-per-year annual-volume",
    "sources holder from": "数据来源 来源部门",
    "online": "网办程度 网上办理深度 online-depth",
    "redress": "投诉渠道 监督投诉 救济途径 行政复议 appeal appeals complaints",
    "supervised-by": "监管部门 监察部门 supervisor oversight",
    "refers-to": "移交部门",
    "collaborators with between": "配合部门 协办部门 联办部门 参与部门 涉及部门 participants "
    "partners",
    "facts": "情况 办理情形 分支 scenarios situations",
    "materials needs": "申请材料 申报材料 所需材料 提交材料 办理材料 要件 材料清单 documents "
    "papers docs attachments evidence",
    "steps": "办理流程 办理环节 办理程序 审批流程 流程 程序 步骤 process workflow stages tasks "
    "procedure flow",
    "joined": "联合办理 并联办理 合并办理",
    "criteria checks uses": "核验条件 审批条件 申请条件 受理条件 办理条件 审查条件 conditions "
    "requirements criterion",
    "checks": "审查内容 审核内容 审查要点 审查标准 核验内容 核验事项 criteria rules judges",
    "promised": "告知承诺制 承诺事项 on-promise",
    "post": "责任岗位 经办岗位 经办人 position role",
    "after": "前置环节 上一环节 上个环节 先决环节 depends-on previous predecessor predecessors "
    "follows prerequisites",
    "when": "适用条件 适用情形 适用范围 条件 如果 if condition only-if",
    "needs uses": "需要数据 核验数据 使用数据 需求数据 inputs input",
    "produces": "产出 输出 结果 办理结果 生成 outputs output result results",
    "changes": "修改 更新 modifies updates",
    "time": "办理时间 办理时长 时长 耗时 时间 days takes",
    "visit": "跑动次数 到场次数 到现场次数 现场次数 跑腿 visits trips in-person",
    "visits": "跑动次数 到场次数 visit trips",
    "channel": "办理渠道 办理形式 办理方式 交换方式 对接方式 method",
    "fee": "费用 收费标准 收费金额 cost price charge",
    "officers": "经办人数 办理人数 staff people",
    "system": "业务系统 办理系统 信息系统 application software",
    "form": "材料形式 材料类型 介质 format medium",
    "copies": "数量 材料份数 quantity count",
    "necessity": "是否必要 是否必须 材料必要性 mandatory optional",
    "handling": "提交方式 交付方式 收取方式 presentation",
    "any": "任选 选一 之一 任选其一 one-of either any-of alternatives",
    "data": "数据项 数据编号 dataset",
    "departments": "部门 部门清单 单位 单位名录 机构 机构名录 agencies organisations organizations",
    "data links": "数据 数据清单 数据资源目录 信息资源目录 datasets",
    "criteria": "条件",
    "links": "链路 数据共享 共享清单 数据链路 interfaces shares flows",
    "collaborations": "协作机制 联动机制 mechanisms",
    "themes": "主题 topics",
    "calendar": "日历 节假日 holidays",
    "parent": "上级单位 隶属 隶属部门 above belongs-to",
    "holder": "持有部门 提供单位 归集部门 数据提供方 custodian keeper",
    "fields": "字段 数据项 attributes columns",
    "update": "更新频率 更新频次 frequency refresh",
    "sharing": "共享属性 共享方式 access",
    "personal": "是否个人信息 隐私 privacy",
    "banned": "禁止 不得索要 forbidden",
    "to": "接收部门 需求部门 数据使用方 receiver receivers recipient recipients consumer target",
    "from": "提供单位 数源部门 source provider sender holder",
    "since": "启用日期 开始日期 上线日期 start",
    "until": "截止日期 结束日期 停用日期 失效日期 废止日期 end ends expires",
    "repealed-by": "废止文件 repealed ended-by",
    "provision": "条文 法条 依据 article clause",
    "status": "对接状态 链路状态 state",
    "amount": "费用 标准 收费标准 price",
    "by": "完成时限 时限 deadline",
    "extra.": "备注 说明 注意事项 联系电话 咨询电话 电话 联系方式 办理地点 地址 办公时间 "
    "note notes comment comments remark remarks description phone telephone address url website",
}
"""Keywords, the likeliest first, to the words that people write for them."""

_VALUES = {
    "type": {
        "licence": "行政许可 license permit approval",
        "confirmation": "行政确认 登记 registration",
        "payment": "行政给付 补贴 benefit subsidy",
        "collection": "行政征收",
        "reward": "行政奖励",
        "adjudication": "行政裁决",
        "other": "其他行政权力",
        "joint": "联办 套餐 life-event",
    },
    "level": {
        "national": "国家 中央 部级 state",
        "province": "省 自治区级 provincial",
        "city": "市 地市级 州级 设区的市 municipal",
        "county": "县 区 区级 district",
        "town": "乡 镇 镇级 乡镇级 街道 township",
        "village": "村 社区 community",
    },
    "applicant": {
        "person": "个人 公民 群众 citizen individual natural-person",
        "entity": "企业 单位 组织 法人组织 非法人组织 company business enterprise legal-person",
        "both": "自然人和法人 不限 any all",
    },
    "online": {"full": "全流程网办 全网通办 complete", "apply": "网上受理", "none": "线下办理"},
    "kind": {
        "apply": "提交 填报 申报 submit application",
        "accept": "收件 接件 登记 收件受理 receive intake",
        "review": "审查 初审 复审 复核 核验 核对 check examine examination verify",
        "approve": "核准 批准 决定 审定 准予 decide decision approval",
        "countersign": "联合审查 联审",
        "consult": "征询 征求",
        "inspect": "现场勘验 现场勘查 现场踏勘 实地核查 踏勘 勘验 site-visit inspection",
        "expert-review": "专家论证 技术评审 技术审查",
        "publicise": "公告 publish publicize",
        "fee": "支付 交费 收费 pay payment",
        "issue": "发证 制证发证 出证 颁证 certificate print",
        "deliver": "发放 取件 领证 寄达 mail collect",
        "notify": "通知 notification inform",
        "archive": "存档 办结归档",
        "government": "政府 行政机关 机关 agency department",
        "public-institution": "事业",
        "platform": "平台 数据平台",
        "community": "居委会 村委会 社区",
        "enterprise": "国企 公司 国有企业 company",
        "external": "法院 军队 部队 检察院 使领馆 court army military foreign embassy",
    },
    "channel": {
        "online": "网上办理 线上 网办 web internet app",
        "window": "现场 线下 窗口办理 大厅 counter office in-person",
        "mail": "寄递 快递 post",
        "terminal": "自助机 kiosk",
        "api": "接口调用 服务接口 interface",
        "database": "数据库 库表交换",
        "manual": "线下 人工核查 by-hand",
    },
    "status": {
        "active": "正常 上线 已上线 在用 运行中 live open on",
        "planned": "规划 未开通 拟开通",
        "applied": "申请中",
        "agreed": "同意 已批准 approved",
        "suspended": "停用 暂停 关闭 off closed",
    },
    "sharing": {
        "unconditional": "无条件 open public",
        "conditional": "有条件 依申请共享",
        "restricted": "不共享 不予 不宜共享 closed forbidden",
    },
    "update": {
        "realtime": "即时 real-time instant",
        "daily": "每天 日 day",
        "weekly": "周 week",
        "monthly": "月 month",
        "quarterly": "季度 quarter",
        "yearly": "年 annually annual year",
    },
    "verify": {"after": "事后核查 事后核验", "before": "事前核验"},
    "form": {
        "original": "正本 纸质 原件核验 paper",
        "copy": "影印件 photocopy duplicate",
        "electronic": "电子件 电子版 电子材料 扫描件 scan pdf digital",
    },
    "necessity": {
        "required": "必需 必须 必要材料 必交 mandatory yes",
        "optional": "非必需 选填 可选 视情况 no",
        "later": "容缺 容缺受理 后补 deferred",
    },
    "handling": {
        "submitted": "收取 留存 递交 上传 kept handed-in submit",
        "shown": "核验 查验 验看 核验原件 验原件 presented checked show",
        "surrendered": "收回 上交 注销 收缴 交回 cancelled returned surrender",
    },
}
"""By keyword: fixed values to the words that people write for them."""

UNITS = {
    "天": ("个工作日", "日"),
    "工作天": ("个工作日",),
    "自然天": ("个自然日",),
    "个周": ("周",),
    "礼拜": ("周",),
    "个礼拜": ("周",),
    "月": ("个月",),
    "个年": ("年",),
    "时": ("小时",),
    "分": ("分钟",),
    "day": ("d", "cd"),
    "days": ("d", "cd"),
    "working days": ("d",),
    "working day": ("d",),
    "wd": ("d",),
    "calendar days": ("cd",),
    "calendar day": ("cd",),
    "week": ("w",),
    "weeks": ("w",),
    "month": ("mo",),
    "months": ("mo",),
    "m": ("mo", "min"),
    "year": ("y",),
    "years": ("y",),
    "hour": ("h",),
    "hours": ("h",),
    "hrs": ("h",),
    "minute": ("min",),
    "minutes": ("min",),
    "mins": ("min",),
}
"""Units that the language does not have, and those that may be meant."""


def _by_word(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Each word that people write, and what it may mean, the likeliest first."""
    found: dict[str, tuple[str, ...]] = {}
    for meanings, words in table.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), *meanings.split())
    return found


_KEYS_BY_WORD = _by_word(_KEYS)
_VALUES_BY_WORD = {name: _by_word(values) for name, values in _VALUES.items()}


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def near_keys(form: Form, word: str) -> list[tuple[Keyword, str]]:
    """The keywords of the form that the word may mean, each with what stands inside it, if so."""
    found: list[tuple[Keyword, str]] = []
    for meaning in _KEYS_BY_WORD.get(_folded(word), ()):
        outer, _, inner = meaning.partition(".")
        if outer in form.spelled:
            found.append((form.spelled[outer], word if meaning.endswith(".") else inner))
    return found


def words_near(form: Form) -> list[str]:
    """The words that people write for keywords of the form."""
    return [
        word
        for word, meanings in _KEYS_BY_WORD.items()
        if any(meaning.partition(".")[0] in form.spelled for meaning in meanings)
    ]


def near_value(keyword: Keyword, text: str) -> str | None:
    """The fixed value of the keyword that the text may mean, in its English spelling."""
    meanings = _VALUES_BY_WORD.get(keyword.name, {}).get(_folded(text), ())
    return next((word for word in meanings if word in keyword.words), None)
