"""The files of the workspace that `govchain init` makes: one matter, one registry, settings.

They have one finding on purpose, so that the first run shows what there is to see.
"""

from __future__ import annotations

from collections.abc import Mapping

FOLDER = "matters"
"""What its settings say is read."""

_ENGLISH = {
    "govchain.toml": """\
# What is read, and how it is told. `govchain rules` lists the rules.
paths = ["matters"]
language = "en"
""",
    "matters/birth-registration.yaml": """\
# One matter: who decides, what is asked for today, and the steps in their order.
matter: birth-registration
name: Birth registration
type: confirmation
department: police
basis: Household Registration Regulations (户口登记条例), art. 7
time-limit: {promised: 1d}
volume: 10000
illustrative: [volume]
materials:
  - {name: Birth certificate, data: birth-certificate}
steps:
  - {id: apply, kind: apply, visit: 1}
  - {id: accept, kind: accept}
  - {id: register, kind: approve, name: Registration, checks: [born-alive], time: 1d}
""",
    "matters/registry.yaml": """\
# What all matters share: departments, data and who holds it, criteria, links between departments.
departments:
  police: {name: Police}
  health: {name: Health commission}

data:
  birth-certificate: {name: Birth certificate, holder: health}

criteria:
  born-alive: {name: Born alive, uses: [birth-certificate]}
# The police ask for a paper whose data the health commission holds. Once it flows, nobody brings
# the paper any more; take the "#" off to see what the analysis says then:
# links:
#   - {data: birth-certificate, to: police}
""",
}

_CHINESE = {
    "govchain.toml": """\
# 读取哪些文件、用什么语言。“govchain rules”列出全部规则。
paths = ["matters"]
language = "zh"
""",
    "matters/出生登记.yaml": """\
# 一个事项：由谁办理、现在收取什么材料、依次有哪些环节。
事项: 出生登记
类型: 确认
部门: 公安局
依据: 《户口登记条例》第七条
时限: {承诺: 1个工作日}
年办件量: 10000
示例: [年办件量]
材料:
  - {名称: 出生医学证明, 数据: 出生医学证明}
环节:
  - {编号: 申请, 种类: 申请, 跑动: 1}
  - {编号: 受理, 种类: 受理}
  - {编号: 登记, 种类: 审批, 名称: 出生登记, 核验条件: [活产], 用时: 1个工作日}
""",
    "matters/目录.yaml": """\
# 各事项共用的内容：部门、数据及其数源部门、条件、部门间的共享链路。
部门名录:
  公安局: {}
  卫生健康委: {}

数据目录:
  出生医学证明: {数源部门: 卫生健康委}

条件清单:
  活产: {所用数据: [出生医学证明]}
# 公安局收取的材料，其数据由卫生健康委掌握。数据共享之后，群众不必再带材料。
# 去掉下面的“#”，再分析一次：
# 共享链路:
#   - {数据: 出生医学证明, 使用部门: 公安局}
""",
}


def files_in(language: str) -> Mapping[str, str]:
    """Path in the workspace -> content, keywords and comments in the language."""
    return _CHINESE if language == "zh" else _ENGLISH


def all_files() -> tuple[Mapping[str, str], ...]:
    """The same for each language."""
    return _ENGLISH, _CHINESE
