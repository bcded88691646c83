"""The nouns of the registries: departments, data, criteria, links (language 4.2)."""

from dataclasses import dataclass
from datetime import date

APPLICANT = "applicant"
PUBLIC = frozenset({"government", "public-institution"})
UPDATES = ("realtime", "daily", "weekly", "monthly", "quarterly", "yearly")


@dataclass(frozen=True, slots=True)
class Department:
    id: str
    parent: str | None = None
    kind: str = "government"
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Data:
    id: str
    name: str
    holder: str | None = None
    stored_as: str | None = None
    sharing: str | None = None
    basis: tuple[str, ...] = ()
    has_ended_basis: bool = False
    attests: tuple[str, ...] = ()
    update: str | None = None
    fields: tuple[str, ...] = ()
    is_personal: bool = False
    is_banned: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    id: str
    uses: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    has_ended_basis: bool = False
    is_decidable: bool = False
    verify: str = "before"


@dataclass(frozen=True, slots=True)
class Link:
    """One flow of data.

    `source` (filled in), `via` and `targets` are as written; `hops` are the from → to that they
    mean, with `via` from → via, via → to, and `all` every department.
    """

    data: str
    source: str
    via: str | None
    targets: tuple[str, ...]
    hops: tuple[tuple[str, str], ...]
    fields: frozenset[str] | None = None
    update: str | None = None
    channel: str = "api"
    status: str = "active"
    applied: date | None = None
    agreed: date | None = None
    since: date | None = None
    until: date | None = None
    is_extended: bool = False
    purpose: str | None = None
    duty: str | None = None
    own_update: str = ""
    """How often it brings what is new, where the link itself says so."""

    @property
    def says(self) -> tuple[object, ...]:
        """What tells it from others of its subject: fields, channel, purpose and so on."""
        days = (self.applied, self.agreed, self.since, self.until)
        texts = (self.channel, self.purpose or "", self.duty or "", self.status)
        return (
            sorted(self.fields or ()),
            *texts,
            *map(str, (d or "" for d in days)),
            self.is_extended,
            self.own_update,
        )

    @property
    def subject(self) -> str:
        """`data:from->to` as written, `via` as `from->via->to`, several `to` joined by a comma."""
        way = [self.source, *([self.via] if self.via else []), ",".join(self.targets)]
        return f"{self.data}:{'->'.join(way)}"
