"""The fixed values of keywords, each with its Chinese twin."""

from __future__ import annotations

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
NOT_OPENED = ("planned", "applied", "agreed")
"""The states of a link that nobody has opened yet."""
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
