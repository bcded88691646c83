"""A page that a real browser shows, for the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed: pip install playwright")
from playwright.sync_api import BrowserContext, Page, expect


def written(folder: Path, page: str) -> str:
    """The address of the page, written into the folder."""
    file = folder / "报告 report.html"
    file.write_text(page, encoding="utf-8")
    return file.as_uri()


class Seen:
    """A page that is looked at: what it complained of, and what it asked for."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))

    def at(self, file: str, address: str) -> Page:
        """The view at the address, once it is there.

        What waits for it asks for elements: the page lets nobody evaluate texts meanwhile.
        """
        whole = f"{file}#/{address}"
        if self.page.url.partition("#")[0] == file:
            self.page.evaluate("to => { location.hash = to }", f"/{address}")
        else:
            self.page.goto(whole)
        expect(self.page.locator("body")).to_have_attribute("data-shown", f"#/{address}")
        return self.page
