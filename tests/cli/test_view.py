"""`view`: the page follows the files, keeps the last good one, and is given to nobody else."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from govchain import pipeline
from govchain.cli.desk.viewing.following import Follower, follower_of
from govchain.cli.desk.viewing.serving import Server
from govchain.reader.workspace.scope import Workspace
from govchain.reporting.report import Report
from govchain.reporting.style import Style
from tests.cli.desk import HOME, PROGRAM, run, surroundings
from tests.reporting.reports import DATE

MATTER = "matter: m\nname: {name}\nsteps:\n  - {{id: a, kind: accept}}\n"
BROKEN = "matter: m\nname: [half\n"


@dataclass(frozen=True, slots=True)
class Viewed:
    """A workspace that is looked at, and the server that shows it."""

    file: Path
    follower: Follower
    server: Server

    def ask(
        self, path: str, headers: Mapping[str, str] | None = None, host: str | None = None
    ) -> tuple[int, str, Mapping[str, str]]:
        port = self.server.server_port
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.putrequest("GET", path, skip_host=True)
        connection.putheader("Host", f"127.0.0.1:{port}" if host is None else host)
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text, dict(answer.getheaders())

    def news(self, after: int = -1) -> Any:
        return json.loads(self.ask(f"/news?after={after}")[1])

    def write(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")
        self.follower.look()


@pytest.fixture
def viewed(tmp_path: Path) -> Iterator[Viewed]:
    file = tmp_path / "m.yaml"
    file.write_text(MATTER.format(name="first"), encoding="utf-8")

    def found() -> Workspace:
        return pipeline.workspace_of((), str(tmp_path))

    def judged(workspace: Workspace) -> Report:
        return pipeline.analyze(pipeline.load_workspace(workspace))

    def written(report: Report) -> str:
        return f"<p>{report.catalogue.matters['m'].name}</p>"

    follower = Follower(found, judged, written, "en")
    follower.look()
    server = Server(follower, 0, "en")
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    serving.start()
    yield Viewed(file, follower, server)
    server.shutdown()
    server.server_close()
    serving.join()


def test_the_page_is_that_of_the_newest_files(viewed: Viewed) -> None:
    assert viewed.ask("/report")[:2] == (200, "<p>first</p>")
    number = viewed.news()["number"]
    viewed.write(MATTER.format(name="second one"))
    assert viewed.news(number)["number"] > number
    assert viewed.ask("/report")[1] == "<p>second one</p>"


def test_the_page_is_that_of_analyze(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(MATTER.format(name="first"), encoding="utf-8")
    find = partial(pipeline.workspace_of, (), str(tmp_path))
    follower = follower_of(find, DATE, Style("zh"))
    follower.look()
    page = follower.newest().page
    asked = ("--date", DATE.isoformat(), "--lang", "zh", "--format", "html")
    assert page == run("analyze", "-w", str(tmp_path), *asked).stdout


def test_nothing_is_made_anew_while_nothing_changes(viewed: Viewed) -> None:
    number = viewed.news()["number"]
    assert not viewed.follower.look()
    assert viewed.news()["number"] == number


def test_a_half_written_file_leaves_the_last_good_page_and_is_told(viewed: Viewed) -> None:
    viewed.write(BROKEN)
    news = viewed.news()
    assert any("m.yaml" in trouble for trouble in news["troubles"])
    assert viewed.ask("/report")[1] == "<p>first</p>"
    viewed.write(MATTER.format(name="mended at last"))
    assert viewed.news()["troubles"] == []
    assert viewed.ask("/report")[1] == "<p>mended at last</p>"


def test_a_file_that_is_empty_or_gone_leaves_the_last_good_page(viewed: Viewed) -> None:
    viewed.write("")
    assert viewed.ask("/report")[1] == "<p>first</p>"
    assert '"m.yaml" is empty now' in viewed.news()["troubles"]
    viewed.file.unlink()
    viewed.follower.look()
    assert viewed.ask("/report")[1] == "<p>first</p>"
    assert len(told := viewed.news()["troubles"]) == 1
    assert "no matter is defined in" in told[0]
    viewed.write(MATTER.format(name="there again"))
    assert viewed.ask("/report")[1] == "<p>there again</p>"
    assert viewed.news()["troubles"] == []


def test_a_file_of_several_may_go_but_not_stand_empty(viewed: Viewed) -> None:
    other = viewed.file.with_name("other.yaml")
    other.write_text("departments: {a: {name: A}}\n", "utf-8")
    viewed.write(MATTER.format(name="with another"))
    other.write_text("", "utf-8")
    viewed.write(MATTER.format(name="not without it"))
    assert viewed.ask("/report")[1] == "<p>with another</p>"
    other.unlink()
    viewed.follower.look()
    assert viewed.ask("/report")[1] == "<p>not without it</p>"
    assert viewed.news()["troubles"] == []


def test_nothing_is_looked_at_beyond_a_link_that_the_reader_refuses(
    viewed: Viewed, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "theirs.yaml").write_text("a: 1\n", "utf-8")
    viewed.file.with_name("root").symlink_to(outside)
    assert viewed.follower.look()
    assert any("root" in trouble for trouble in viewed.news()["troubles"])
    (outside / "more.yaml").write_text("a: 1\n", "utf-8")
    (outside / "theirs.yaml").write_text("longer: 1\n", "utf-8")
    assert not viewed.follower.look()
    viewed.file.with_name("root").unlink()
    assert viewed.follower.look()
    assert viewed.news()["troubles"] == []


def test_links_that_lead_back_are_walked_once(
    viewed: Viewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = viewed.file.parent / "inner"
    inner.mkdir()
    for name in ("up", "up2", "up3"):
        (inner / name).symlink_to("..")
    viewed.follower.look()
    walked: list[object] = []
    scandir = os.scandir

    def counted(folder: str) -> Any:
        walked.append(folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", counted)
    assert not viewed.follower.look()
    assert len(walked) <= 3


def test_a_broken_link_is_noticed(viewed: Viewed) -> None:
    viewed.file.with_name("gone.yaml").symlink_to("nowhere.yaml")
    assert viewed.follower.look()
    assert any("gone.yaml" in trouble for trouble in viewed.news()["troubles"])


@pytest.mark.parametrize("paths", ['["nowhere"]', '["m.yaml", "nowhere"]'])
def test_paths_that_lead_nowhere_leave_the_last_good_page(viewed: Viewed, paths: str) -> None:
    viewed.file.with_name("govchain.toml").write_text(f"paths = {paths}\n", "utf-8")
    viewed.write(MATTER.format(name="second one"))
    assert viewed.ask("/report")[1] == "<p>first</p>"
    assert any("nowhere" in trouble for trouble in viewed.news()["troubles"])
    viewed.file.with_name("govchain.toml").unlink()
    viewed.follower.look()
    assert viewed.ask("/report")[1] == "<p>second one</p>"


def test_a_fault_of_ours_is_told_and_the_files_are_followed_on(viewed: Viewed) -> None:
    viewed.write("departments: {a: {name: A}}\n---\nmatter: other\nsteps: []\n")  # no "m"
    assert "this is a fault of govchain" in viewed.news()["troubles"][0]
    viewed.write(MATTER.format(name="mended"))
    assert viewed.ask("/report")[1] == "<p>mended</p>"


@pytest.mark.parametrize(
    ("language", "waits", "lacks"),
    [("en", "is being made", "there is no page yet"), ("zh", "正在生成第一个页面", "还没有页面")],
)
def test_until_there_is_a_page_one_waits_that_asks_again(
    tmp_path: Path, language: str, waits: str, lacks: str
) -> None:
    file = tmp_path / "m.yaml"
    file.write_text('matter: m\nname: ["<b>&\n', encoding="utf-8")
    find = partial(pipeline.workspace_of, (), str(tmp_path))
    follower = follower_of(find, DATE, Style(language))
    server = Server(follower, 0, language)
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    serving.start()
    viewed = Viewed(file, follower, server)
    try:
        assert viewed.news()["number"] == 0
        status, page, _ = viewed.ask("/report")
        assert (status, waits in page, 'http-equiv="refresh"' in page) == (200, True, True)
        follower.look()
        page = viewed.ask("/report")[1]
        assert lacks in page
        assert "m.yaml" in page
        assert 'http-equiv="refresh"' in page
        viewed.write(MATTER.format(name="now"))
        page = viewed.ask("/report")[1]
        assert "now" in page
        assert 'http-equiv="refresh"' not in page
    finally:
        server.shutdown()
        server.server_close()
        serving.join()


def test_the_address_is_told_before_the_first_page_is_made(tmp_path: Path) -> None:
    """As a program: its first line is there while the page is still being made."""
    (tmp_path / "m.yaml").write_text(MATTER.format(name="first"), encoding="utf-8")
    began = [*PROGRAM, "view", "-w", str(tmp_path)]
    environment = {**os.environ, **surroundings("en"), "PYTHONPATH": str(HOME)}
    with subprocess.Popen(
        began, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        try:
            address = running.stdout.readline().strip()
            notes = [running.stderr.readline() for _ in range(2)]
            port = int(address.rsplit(":", 1)[1].strip("/"))
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            connection.request("GET", "/news?after=0")
            assert json.loads(connection.getresponse().read()) == {"number": 1, "troubles": []}
            connection.close()
        finally:
            running.terminate()
    assert notes[1] == "the first page is being made …\n"


@pytest.mark.parametrize(("file", "text"), [("m.txt", ""), ("m.yaml", None)])
def test_where_nothing_is_defined_there_is_nothing_to_view(
    tmp_path: Path, file: str, text: str | None
) -> None:
    if text is not None:
        (tmp_path / file).write_text(text, "utf-8")
    told = run("view", "-w", str(tmp_path))
    assert told.exit_code == 2
    assert "no matter is defined in" in told.stderr


def test_settings_that_cannot_be_read_are_told(viewed: Viewed) -> None:
    (viewed.file.parent / "govchain.toml").write_text("paths = [", encoding="utf-8")
    viewed.follower.look()
    assert viewed.news()["troubles"]
    assert viewed.ask("/report")[1] == "<p>first</p>"


def test_the_frame_has_all_that_it_asks_for(viewed: Viewed) -> None:
    status, frame, headers = viewed.ask("/")
    assert status == 200
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    for path in ("/frame.js", "/frame.css"):
        assert f'"{path}"' in frame
        assert viewed.ask(path)[0] == 200


@pytest.mark.parametrize(
    ("host", "headers"),
    [
        ("attacker.example", {}),
        ("attacker.example:80", {}),
        ("", {}),
        ("127.0.0.1:1", {}),
        (None, {"Origin": "http://attacker.example"}),
        (None, {"Origin": "null"}),
        (None, {"Sec-Fetch-Site": "cross-site"}),
        (None, {"Sec-Fetch-Site": "same-site"}),
    ],
)
@pytest.mark.parametrize("path", ["/", "/report", "/news"])
def test_who_asks_from_elsewhere_gets_nothing(
    viewed: Viewed, path: str, host: str | None, headers: Mapping[str, str]
) -> None:
    assert viewed.ask(path, headers, host)[:2] == (403, "")


@pytest.mark.parametrize("path", ["/m.yaml", "/../m.yaml", "/report/", "/frame.html"])
def test_nothing_but_the_page_is_served(viewed: Viewed, path: str) -> None:
    assert viewed.ask(path)[:2] == (404, "")


def test_it_listens_on_this_machine_alone(viewed: Viewed) -> None:
    assert viewed.server.server_address[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_said(viewed: Viewed) -> None:
    where = ("-w", str(viewed.file.parent))
    told = run("view", *where, "--port", str(viewed.server.server_port))
    assert told.exit_code == 2
    assert "cannot be had" in told.output
