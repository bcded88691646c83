"""Every command, definition and program of the READMEs is run, in the order a reader meets them."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.docs.pages import HOME, blocks_of, commands_in, run
from tools import gallery

OWN_MATTERS = {"matter: residence-permit": "residence-permit", "事项: 居住证": "居住证"}
REGISTRIES = ("registry.yaml", "目录.yaml")
NOT_HERE = {
    "python3 make.py test": "these tests themselves",
    "python3 make.py analyze": "run by test_the_door below",
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in ("matters", "examples/after-reform"):
        shutil.copytree(HOME / name, tmp_path / name)
    shutil.copy(HOME / "govchain.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_readme_works_as_written(readme: str, checkout: Path) -> None:
    """Its tutorial finds the repeated check and the missing link; with the link, the paper."""
    folder, found = checkout, []
    for _, kind, text in blocks_of((HOME / readme).read_text(encoding="utf-8")):
        if kind == "python":
            run([sys.executable, "-c", text], folder)
        elif kind == "yaml":
            write(text, folder / "matters")
            report = json.loads(run("govchain analyze --format json", folder))
            assert not [f for f in report["findings"] if f["family"] == "definition"]
            found.append({f["rule"] for f in report["findings"]})
        else:
            folder = follow(text, folder)
    assert {"missing-link", "redundant-approval", "repeated-check"} & found[0] == {
        "missing-link",
        "repeated-check",
    }
    assert "asked-again" in found[1]
    assert "asked-again" not in found[0]


def write(definition: str, matters: Path) -> None:
    """A matter becomes a file of its own, links join the registry; a comment is only shown."""
    own = next((name for head, name in OWN_MATTERS.items() if definition.startswith(head)), None)
    if own is not None:
        (matters / f"{own}.yaml").write_text(definition, encoding="utf-8")
    elif "allow" not in definition:
        registry = next(matters / name for name in REGISTRIES if (matters / name).exists())
        with registry.open("a", encoding="utf-8") as file:
            file.write(f"---\n{definition}")


def follow(console: str, folder: Path) -> Path:
    """Runs the lines of a console block; returns the folder it leaves us in."""
    for command, _ in commands_in(console):
        if command.startswith("cd "):
            folder = folder / command[3:]
        elif command not in NOT_HERE:
            run(command, folder)
    return folder


def test_the_door_analyses_the_real_catalogue() -> None:
    output = run([sys.executable, "make.py", "analyze"], HOME)
    assert "asked-again" in output


def test_the_gallery_is_what_the_commands_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HOME)
    assert gallery.main(["--check"]) == 0


@pytest.mark.parametrize("page", ["README.md", "README.zh.md", "docs/gallery.md"])
def test_the_pictures_shown_are_those_of_the_gallery(page: str) -> None:
    file = HOME / page
    shown = re.findall(r"!\[[^]]*\]\(([^)]*)\)", file.read_text(encoding="utf-8"))
    made = {gallery.FOLDER / p.file(known) for p in gallery.PICTURES for known in gallery.PAGES}
    assert shown
    assert {(file.parent / path).resolve() for path in shown} <= made
