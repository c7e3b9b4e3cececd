"""The wheel, installed in an empty environment, makes a project and exports it without network.

It makes a site and shows the project as well: all files that these need come with it.
"""

import os
import re
import subprocess
import sys
import venv
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parent.parent
NO_NETWORK = """
import socket

def refuse(*_, **__):
    raise AssertionError("postingkit asked for the network")

socket.socket.connect = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
"""


def previewed(program: Path, folder: Path, environment: dict[str, str]) -> list[bytes]:
    """Give the page that the *program* serves of the project in *folder*, and the page's parts."""
    command = [str(program), "preview"]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    ) as preview:
        try:
            assert preview.stderr
            address = preview.stderr.readline().split(" ")[0]
            page = read(address)
            return [page, *map(read, parts_of(page, address))]
        finally:
            preview.terminate()


def parts_of(page: bytes, address: str) -> list[str]:
    return [address + part for part in re.findall(r' (?:href|src)="([a-z.]+)"', page.decode())]


def read(address: str) -> bytes:
    with urlopen(address) as answer:  # noqa: S310 - it is served by what was started here
        return bytes(answer.read())


@pytest.mark.slow
def test_the_wheel_works_alone_and_offline(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    install = [str(programs / "python"), "-m", "pip", "install", "--quiet", str(wheel)]
    subprocess.run(install, check=True)
    (tmp_path / "offline").mkdir()
    (tmp_path / "offline" / "sitecustomize.py").write_text(NO_NETWORK)
    offline = os.environ | {"PYTHONPATH": str(tmp_path / "offline")}

    def run(*arguments: str) -> None:
        command = [str(programs / "postingkit"), *arguments]
        subprocess.run(command, check=True, cwd=tmp_path, env=offline)

    run("init", "mine")
    run("new", "Data Engineer", "-p", "mine")
    run("check", "--strict", "-p", "mine")
    run("export", "--strict", "-p", "mine")
    run("site", "-p", "mine")

    made = sorted(path.name for path in (tmp_path / "mine" / "out" / "roles").iterdir())
    assert made == [
        f"{role}.{suffix}"
        for role in ("data-engineer", "example-role")
        for suffix in ("docx", "html", "md", "pdf")
    ]
    assert (tmp_path / "mine" / "out" / "site" / "index.html").exists()
    page, *parts = previewed(programs / "postingkit", tmp_path / "mine", offline)
    assert page.startswith(b"<!doctype html>")
    assert len(parts) == 5
    assert all(parts)
