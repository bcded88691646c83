"""Colours and measures of every picture.

Told apart without colour too: each meaning has a shape and a word of its own. Blue, orange and
purple stay apart under the common kinds of colour blindness.
"""

from __future__ import annotations

INK = "#1F2933"
LINE = "#3E4C59"
MUTED = "#52606D"
WHITE = "#FFFFFF"
RULE = "#CBD2D9"
"""Thin lines between lanes and inside cards."""

LANE_HEAD = "#243B53"
LANE_HEAD_MUTED = "#D9E2EC"
LANE_FILLS = ("#F7F9FB", "#FFFFFF")
KIND = "#486581"
BAND = "#E6F0F7"
BAND_EDGE = "#9FB8CC"
CONDITION = "#F0F4F8"
RUN = "#EAEEF3"
"""The ground of steps of one condition."""

SHARED = "#0072B2"
LINK = "#00598C"
"""Words that lead to another page."""
HELD = "#7B8794"
AMBER = "#8A6100"
AMBER_WASH = "#FFF6DB"
ALARM = "#B23E00"
ALARM_WASH = "#FDEDE3"
REDUNDANT = "#7A3E8E"
REDUNDANT_WASH = "#F6EDF8"
HATCH = "#E3CFEB"
PALE = "#9AA5B1"
"""Outlines of what others are to stand out against."""
OTHER = "#486581"
OTHER_WASH = "#EEF2F6"

WORK_FILLS = {"approve": "#2B4360", "review": "#517290", "other": "#B4C5D6"}
"""Kinds of steps on a bar: the more they hold people up the darker, and the higher."""
BEFORE = "#A5B0BD"
"""What was, on a bar."""
WORK_INKS = {"approve": WHITE, "review": WHITE, "other": INK}

FONTS = (
    "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',"
    "'Noto Sans SC',sans-serif"
)
FAMILY_FOR_DOT = "Noto Sans CJK SC"
