"""Makes docs/gallery.md and docs/gallery.zh.md, and the pictures that they and the READMEs show.

python -m tools.gallery            draws the pictures and writes both pages
python -m tools.gallery --check    fails where a picture or a page is behind
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from govchain.cli.app import app

HOME = Path(__file__).resolve().parent.parent
FOLDER = HOME / "docs" / "pictures"
PAGES = {"en": HOME / "docs" / "gallery.md", "zh": HOME / "docs" / "gallery.zh.md"}
DATE = "2026-06-01"
AFTER = "--against examples/after-reform"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the gallery: what draws it, and what it is for."""

    name: str
    command: str
    title: Mapping[str, str]
    about: Mapping[str, str]

    def file(self, language: str) -> str:
        return f"{self.name}.{language}.svg"


PICTURES = (
    Picture(
        "newborn-overview",
        f"newborn {AFTER} --paper slide",
        {"en": "The overview of a joint service", "zh": "一件事总览"},
        {
            "en": "A row for each matter it is made of: how long, what people bring, how often "
            "they come. What is found stands where it belongs: ③-2 is the second at the third.",
            "zh": "一行一个事项：办多久、群众交什么、跑几趟；"
            "问题标在所指之处，③-2是第三个事项的第二条。",
        },
    ),
    Picture(
        "newborn-swimlanes",
        f"newborn --view swimlanes {AFTER} --paper slide",
        {"en": "For a slide: departments as lanes", "zh": "投影用：部门泳道"},
        {
            "en": "Time runs to the right; trips and papers drop from the applicant's lane.",
            "zh": "时间向右，群众的跑动和材料从申请人一行落到各部门。",
        },
    ),
    Picture(
        "newborn-before-after",
        f"newborn --view before-after {AFTER} --paper slide",
        {"en": "Two versions on one axis", "zh": "改革前后同轴对照"},
        {
            "en": "Dashed is what went, a tick is data that flows now.",
            "zh": "虚线框是取消的环节，勾是新增共享。",
        },
    ),
    Picture(
        "disability-subsidy-lanes",
        "disability-subsidy --view lanes",
        {"en": "The steps of one matter", "zh": "一个事项的环节"},
        {
            "en": "Lanes are departments; each need says how it is supplied, by shape and word "
            "too; below stand findings, remedies and what they save.",
            "zh": "一列一个部门；每项数据如何取得，有图形也有文字；下面是问题、办法和成效。",
        },
    ),
    Picture(
        "matrix",
        "--view matrix --paper a3",
        {"en": "Which data flows between whom", "zh": "哪些部门之间的数据还没通"},
        {
            "en": "A row holds data, a column needs it; dashed: there is a link, and it fails.",
            "zh": "行是数源部门，列是使用部门；虚线框：有链路而不通。",
        },
    ),
    Picture(
        "theme",
        "--view theme --theme flexible-employment",
        {"en": "A theme and its goals", "zh": "应用主题和目标"},
        {
            "en": "How its matters hang together through data, and what of its goals is reached.",
            "zh": "主题内的事项靠哪些数据相连，目标达到了哪些。",
        },
    ),
)
HEADS = {
    "en": """# Gallery

[中文](gallery.zh.md)

Pictures of the real catalogue, made by `python -m tools.gallery`; CI checks that they are what
the commands draw. `--format png`, `pdf` and `pptx` write the same (`pip install
"govchain[pictures]"`), `bpmn`, `dot` and `mermaid` the steps for other programs.
""",
    "zh": """# 图例

[English](gallery.md)

真实目录的图，由 `python -m tools.gallery` 生成，持续集成检查它们与命令所画一致。
`--format png`、`pdf`、`pptx` 写出同样的图（`pip install "govchain[pictures]"`），
`bpmn`、`dot`、`mermaid` 把环节写给其他程序。
""",
}


def main(arguments: list[str]) -> int:
    os.chdir(HOME)
    wanted = dict(files())
    if "--check" in arguments:
        behind = [file for file, text in wanted.items() if read(file) != text]
        for file in behind:
            print(f"behind: {file.relative_to(HOME)}; run python -m tools.gallery", file=sys.stderr)
        return int(bool(behind))
    FOLDER.mkdir(exist_ok=True)
    for file, text in wanted.items():
        file.write_text(text, encoding="utf-8")
    return 0


def files() -> Iterator[tuple[Path, str]]:
    """Every picture and page as it should be."""
    for language, page in PAGES.items():
        yield page, page_in(language)
        for picture in PICTURES:
            yield FOLDER / picture.file(language), drawn(picture, language)


def page_in(language: str) -> str:
    parts = (
        f"## {picture.title[language]}\n\n{picture.about[language]}\n\n"
        f"```console\n$ govchain render {picture.command} -o {picture.name}.svg\n```\n\n"
        f"![{picture.title[language]}](pictures/{picture.file(language)})\n"
        for picture in PICTURES
    )
    return "\n".join([HEADS[language], *parts])


def drawn(picture: Picture, language: str) -> str:
    """What the command draws, on the date of the gallery."""
    words = shlex.split(f"render {picture.command} --lang {language} --date {DATE} --quiet")
    done = CliRunner().invoke(app, words)
    if done.exit_code != 0:
        raise RuntimeError(f"{picture.name}: {done.output}") from done.exception
    return done.stdout


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
