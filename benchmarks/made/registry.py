"""The registry of a made city: who there is, what each holds, what is judged, what flows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.made import words
from benchmarks.made.words import Theme
from benchmarks.made.writing import Value

LINKS = 900
CROSS_CRITERIA = 16

Entry = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Registry:
    """The sections of the registry as they are written."""

    departments: Mapping[str, Entry]
    data: Mapping[str, Entry]
    criteria: Mapping[str, Entry]
    links: Sequence[Entry]

    def fields_of(self, data: str) -> Sequence[Value]:
        """The fields that the data's entry names; none where it names none."""
        fields = self.data[data].get("fields", ())
        return () if isinstance(fields, str | int | Mapping) else fields

    def uses_of(self, criterion: str) -> list[str]:
        """The data that the criterion rests on."""
        uses = self.criteria[criterion]["uses"]
        return [] if isinstance(uses, str | int | Mapping) else [str(data) for data in uses]


def make_registry(random: Random) -> Registry:
    """60 departments, 400 data, 120 criteria, 900 links; the same for the same random numbers."""
    data = _data(random)
    return Registry(_departments(), data, _criteria(random), _links(random, data))


def _departments() -> dict[str, Entry]:
    found: dict[str, Entry] = {
        words.PLATFORM: {"name": "市政务数据共享平台", "level": "city", "kind": "platform"}
    }
    for theme in words.THEMES:
        found[theme.id] = {"name": theme.bureau, "level": "city", "kind": "government"}
    for theme in words.THEMES[: words.COUNTY_BRANCHES]:
        branch = f"县{theme.bureau}"
        found[branch_of(theme)] = {"name": branch, "level": "county", "parent": theme.id}
    for theme, parent in zip(words.INSTITUTIONS, words.INSTITUTION_PARENTS, strict=True):
        found[theme.id] = {"name": theme.bureau, "parent": parent, "kind": "public-institution"}
    for id, name, kind in words.OTHERS:
        found[id] = {"name": name, "kind": kind}
    return found


def branch_of(theme: Theme) -> str:
    """The county's branch of the theme's bureau."""
    return f"county-{theme.id}"


def _data(random: Random) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for theme in (*words.THEMES, *words.INSTITUTIONS):
        for paper, name in words.PAPERS.items():
            found[f"{theme.id}-{paper}"] = _datum(random, theme, paper, name)
    for number in range(words.FORMS):
        found[form(number)] = {"name": f"{words.THEMES[number % 26].subject}申请表{number + 1}"}
        found[form(number)]["holder"] = "applicant"
    return found


def form(number: int) -> str:
    """The id of an application form, of which only the applicant knows the content."""
    return f"form-{number % words.FORMS:02}"


def _datum(random: Random, theme: Theme, paper: str, name: str) -> Entry:
    entry: Entry = {
        "name": f"{theme.subject}{name}",
        "holder": theme.id,
        "base": random.choice(("population", "legal-entity", "domain", "e-certificate", "credit")),
    }
    if random.random() < 0.7:
        chosen = random.sample(words.FIELD_WORDS, random.randint(3, 6))
        entry["fields"] = [f"{theme.subject}{word}" for word in chosen]
    entry["update"] = random.choice(("realtime", "daily", "daily", "monthly", "yearly"))
    entry["sharing"] = random.choice(("unconditional", "conditional", "conditional"))
    if random.random() < 0.03:
        entry |= {"sharing": "restricted", "basis": "《数据安全法》第二十一条"}
    if random.random() < 0.3:
        entry["personal"] = "yes"
    if paper == "permit" and theme in words.THEMES:
        entry["attests"] = [f"{theme.id}-registered", f"{theme.id}-fit"]
    return entry


def _criteria(random: Random) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for id, _, subject in words.THEMES:
        found[f"{id}-registered"] = {"name": f"{subject}已登记", "uses": [f"{id}-register"]}
        found[f"{id}-licensed"] = {"name": f"{subject}许可有效", "uses": [f"{id}-permit"]}
        found[f"{id}-clean"] = {"name": f"{subject}无违法处罚", "uses": [f"{id}-penalty"]}
        uses: Value = [f"{id}-assessment", f"{id}-test"]
        found[f"{id}-fit"] = {"name": f"{subject}条件符合规定", "uses": uses}
    for number in range(CROSS_CRITERIA):
        first, second = random.sample(words.THEMES, 2)
        uses = [f"{first.id}-register", f"{second.id}-rating"]
        name = f"{first.subject}与{second.subject}信息一致"
        found[f"consistent-{number}"] = {"name": name, "uses": uses}
    for number, entry in enumerate(found.values()):
        if number % 3:
            entry["basis"] = words.LAWS[number % len(words.LAWS)]
        if number % 4 == 0:
            entry["decidable"] = "yes"
    return found


def _links(random: Random, data: Mapping[str, Entry]) -> list[Entry]:
    held = [id for id in data if data[id]["holder"] != "applicant"]
    weights = [words.POPULARITY.get(id.rsplit("-", 1)[1], 1) for id in held]
    offices = [id for id in _departments() if id != words.PLATFORM]
    chosen = random.choices(held, weights, k=LINKS)
    return [_link(random, id, data[id], offices) for id in sorted(chosen)]


def _link(random: Random, id: str, datum: Entry, offices: Sequence[str]) -> Entry:
    holder = datum["holder"]
    to = random.sample([office for office in offices if office != holder], random.randint(1, 5))
    link: Entry = {"data": id, "to": "all" if random.random() < 0.05 else sorted(to)}
    if random.random() < 0.25:
        link["via"] = words.PLATFORM
    status = random.choices(
        ("active", "planned", "applied", "agreed", "suspended"), (62, 14, 8, 6, 10)
    )[0]
    if status != "active":
        link["status"] = status
    if status in ("applied", "agreed"):
        link["applied"] = f"2026-0{random.randint(1, 5)}-1{random.randint(0, 9)}"
    if status == "agreed":
        link["agreed"] = f"2026-05-2{random.randint(0, 9)}"
    if status == "active":
        link["since"] = f"20{random.randint(18, 25)}-0{random.randint(1, 9)}-01"
    fields = datum.get("fields")
    if isinstance(fields, list) and random.random() < 0.3:
        link["fields"] = fields[: random.randint(1, len(fields))]
    if random.random() < 0.3:
        link["update"] = random.choice(("realtime", "daily", "monthly", "quarterly", "yearly"))
    if random.random() < 0.06:
        link["channel"] = "manual"
    if random.random() < 0.7:
        link["purpose"] = "核验办事条件"
    return link
