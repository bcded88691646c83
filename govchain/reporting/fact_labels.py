"""What people call the facts that prove a finding."""

from __future__ import annotations

from govchain.reporting.words import noted

FACT_LABELS = {
    "also": noted("who else must be linked"),
    "at": noted("where the data is at hand"),
    "checks": noted("why each check can go"),
    "consumer": noted("who needs it"),
    "criterion": noted("criterion"),
    "cycle": noted("the circle"),
    "data": noted("data"),
    "days": noted("working days today"),
    "days_in_parallel": noted("working days in parallel"),
    "department": noted("department"),
    "error": noted("what happened"),
    "first": noted("the earlier step"),
    "from": noted("from"),
    "holder": noted("who holds it"),
    "holders": noted("who holds it"),
    "keeper": noted("who checks it anyway"),
    "keeper_department": noted("department that keeps the check"),
    "link": noted("link"),
    "made": noted("what is made"),
    "material": noted("what is asked for"),
    "matter": noted("matter"),
    "needed_at": noted("where it is needed"),
    "needs": noted("what the paper is for"),
    "papers": noted("papers that bring it today"),
    "path": noted("the way it comes"),
    "reason": noted("why it does not serve"),
    "required": noted("what it requires"),
    "requirements": noted("what requires what"),
    "rule": noted("rule"),
    "second": noted("the later step"),
    "step": noted("step"),
    "supply": noted("how it comes today"),
    "to": noted("to"),
    "tried": noted("links that were looked at"),
    "waived_by": noted("the law that waives the paper"),
    "why": noted("why it does not serve"),
}
