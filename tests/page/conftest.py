"""A browser for the tests of the page.

Without Chromium these tests are skipped: `apt-get install chromium` brings it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.page.pages import real_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.page.screen import Seen

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield started
        started.close()


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of some matters of the real catalogue."""
    from tests.page.screen import written

    return written(tmp_path_factory.mktemp("page"), real_page())


@pytest.fixture
def seen(browser: Browser) -> Iterator[Seen]:
    from tests.page.screen import Seen

    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(20_000)
    yield Seen(context)
    context.close()
