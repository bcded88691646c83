"""The real catalogue for the tests of pictures: analysed once, however many draw it."""

from __future__ import annotations

import pytest

from govchain.compiler.catalogue import Catalogue
from govchain.reporting.report import Report
from tests.reporting.reports import REFORMED, report_in


@pytest.fixture(scope="session")
def before() -> Report:
    """The real catalogue as it was."""
    return report_in("matters")


@pytest.fixture(scope="session")
def after() -> Report:
    """And after reform."""
    return report_in(REFORMED)


@pytest.fixture(scope="session")
def real(before: Report) -> Catalogue:
    return before.catalogue
