"""Figures are rounded in one way."""

from __future__ import annotations

import pytest

from govchain.model.figures import figure, percent, rounded


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (4.25, "4.25"),
        (4.255, "4.26"),
        (12.25, "12.3"),
        (12.35, "12.4"),
        (-0.001, "0"),
        (0.03, "0.03"),
        (42000, "42,000"),
        (1387.66, "1,387.7"),
        (0.1 + 0.2, "0.3"),
        (2.0000000001, "2"),
    ],
)
def test_as_people_write_them(number: float, written: str) -> None:
    assert figure(number) == written


def test_for_programs_the_dust_goes_and_whole_numbers_stay_whole() -> None:
    assert rounded(0.1 + 0.2) == 0.3
    assert str(rounded(-0.0000001)) == "0.0"
    assert rounded(3) == 3
    assert isinstance(rounded(3), int)


def test_hundredths() -> None:
    assert [percent(share) for share in (0, 0.125, 0.345, 1)] == ["0", "13", "35", "100"]
