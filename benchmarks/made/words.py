"""The words a made city is told in: its offices, what they hold, what their forms are called."""

from __future__ import annotations

from typing import NamedTuple


class Theme(NamedTuple):
    """A field of public service: its id, the bureau that leads it, and what it is about."""

    id: str
    bureau: str
    subject: str


THEMES = (
    Theme("police", "公安局", "户籍"),
    Theme("civil", "民政局", "社会救助"),
    Theme("health", "卫生健康委", "医疗卫生"),
    Theme("hrss", "人力资源社会保障局", "社会保险"),
    Theme("medins", "医疗保障局", "医疗保险"),
    Theme("market", "市场监督管理局", "经营主体"),
    Theme("tax", "税务局", "税费"),
    Theme("natres", "自然资源和规划局", "不动产"),
    Theme("housing", "住房和城乡建设局", "房屋"),
    Theme("eco", "生态环境局", "排污"),
    Theme("traffic", "交通运输局", "道路运输"),
    Theme("water", "水务局", "取水"),
    Theme("agri", "农业农村局", "农业"),
    Theme("forest", "林业局", "林地"),
    Theme("emergency", "应急管理局", "安全生产"),
    Theme("fire", "消防救援支队", "消防"),
    Theme("culture", "文化和旅游局", "文旅经营"),
    Theme("sports", "体育局", "体育场所"),
    Theme("education", "教育局", "办学"),
    Theme("justice", "司法局", "法律服务"),
    Theme("veterans", "退役军人事务局", "优抚"),
    Theme("urban", "城市管理局", "市容"),
    Theme("science", "科学技术局", "科技项目"),
    Theme("commerce", "商务局", "外贸"),
    Theme("finance", "财政局", "财政补助"),
    Theme("grain", "粮食和物资储备局", "粮食收储"),
)

INSTITUTIONS = (
    Theme("hospital", "中心医院", "诊疗"),
    Theme("employment", "就业服务中心", "就业"),
    Theme("realty-centre", "不动产登记中心", "房产测绘"),
    Theme("survey-station", "房屋安全鉴定站", "房屋鉴定"),
)
INSTITUTION_PARENTS = ("health", "hrss", "natres", "housing")

OTHERS = (
    ("bank", "商业银行", "bank"),
    ("agency", "测绘中介机构", "intermediary"),
    ("engraver", "公章刻制企业", "enterprise"),
    ("community", "社区居民委员会", "community"),
    ("town", "街道办事处", "government"),
)

PLATFORM = "platform"
COUNTY_BRANCHES = 24

PAPERS = {
    "register": "登记信息",
    "permit": "许可证",
    "filing": "备案信息",
    "credential": "资格证书",
    "annual": "年报信息",
    "penalty": "处罚信息",
    "payment": "缴费记录",
    "assessment": "评估结论",
    "test": "检测报告",
    "change": "变更记录",
    "roster": "名册",
    "rating": "信用评价",
}
"""What every office holds of its field."""

POPULARITY = {"register": 16, "permit": 8, "penalty": 8, "assessment": 2, "test": 2}
"""How much more often than others this is needed and shared."""

FORMS = 40
FIELD_WORDS = ("编号", "名称", "状态", "有效期", "地址", "负责人", "登记日期", "等级")
APPLICATIONS = ("新办", "变更", "延续", "注销", "补证", "核定", "备案", "年检")

AREAS = ("person", "business", "construction", "property", "traffic", "farming", "culture", "aid")

LAWS = ("《行政许可法》第三十四条", "《优化营商环境条例》第三十五条", "《政务数据共享条例》第十条")
REDRESS = ("行政复议", "行政诉讼", "12345政务服务便民热线")

FACTS: dict[str, dict[str, str]] = {
    "married": {"yes": "0.6", "no": "0.4"},
    "resident": {"local": "0.7", "other": "0.2", "abroad": "0.1"},
    "size": {"small": "0.5", "medium": "0.3", "large": "0.2"},
    "agent": {"yes": "0.25", "no": "0.75"},
}
"""Facts of a case with the shares of their options; one meaning in the whole city."""
