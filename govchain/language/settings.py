"""The keys of the settings file."""

from __future__ import annotations

from dataclasses import dataclass


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
