# SPDX-License-Identifier: MIT
"""What every browser test is given: a running demo, a browser, people signed in, and a place for pictures.

The demo is the real program with invented data in a folder of its own; the browser is Debian's Chromium.
"""

import contextlib
import json
import os
import queue
import re
import shutil
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import checks
import scenes
from pages import MOMENT
from walk import walk_the_site

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ROOT / ".build" / "screens"
START_LIMIT_SECONDS = 180


@dataclass(frozen=True)
class SignIn:
    role: str
    name: str
    email: str
    password: str


@dataclass(frozen=True)
class Demo:
    """A running `homeward demo`: where it answers and who can sign in."""

    address: str
    sign_ins: tuple[SignIn, ...]
    # Every address that it answers, with the names of its parts in braces.
    pages: tuple[str, ...] = ()
    # The path of a child's own pages, and the word that opens them.
    child_link: dict | None = None

    def sign_in_of(self, role: str) -> SignIn:
        for sign_in in self.sign_ins:
            if sign_in.role == role:
                return sign_in
        raise LookupError(f"the demo has no {role}; it has {[each.role for each in self.sign_ins]}")


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The demonstration, whose clock runs."""
    with running_demo(tmp_path_factory.mktemp("demo")) as running:
        yield running


@pytest.fixture(scope="session")
def still_demo(tmp_path_factory):
    """The demonstration, standing still at the moment of its pictures: for tests that change nothing that others see."""
    with running_demo(tmp_path_factory.mktemp("still"), "--at", MOMENT, "--still") as running:
        yield running


@pytest.fixture(scope="session")
def walked(still_demo):
    """Every page that anybody is given of it."""
    return walk_the_site(still_demo, scenes.ALL)


@contextlib.contextmanager
def running_demo(folder: Path, *options):
    """The built program, started on a free port with new data, and ended with Ctrl-C as a person would."""
    log = (folder / "log.txt").open("w")
    process = subprocess.Popen(
        [executable(), "demo", "--data", str(folder / "data"), "--port", str(free_port()), "--json", *options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
    )
    try:
        told = first_json_line(process, folder / "log.txt")
        wait_until_it_answers(told["address"], process)
        sign_ins = tuple(
            SignIn(each["role"], each["name"], each["email"], each["password"]) for each in told["signIns"]
        )
        yield Demo(told["address"].rstrip("/"), sign_ins, tuple(told["pages"]), told["childLink"])
    finally:
        end(process)
        log.close()


@pytest.fixture(scope="session")
def chromium():
    with running_browser() as browser:
        yield browser


@pytest.fixture
def new_page(demo, chromium):
    """A function that opens a page of its own, with its own cookies. Any script error on it fails the test."""
    contexts, script_errors = [], []

    def open_page(width=1280, height=900, **options):
        context = chromium.new_context(
            base_url=demo.address,
            viewport={"width": width, "height": height},
            locale="en-GB",
            timezone_id="Europe/London",
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("pageerror", lambda error: script_errors.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert script_errors == []


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture
def signed_in(demo, new_page):
    """A function that opens a page of its own and signs in there as the demo's person of that role."""

    def sign_in(role, **options):
        person = demo.sign_in_of(role)
        page = new_page(**options)
        page.goto("/")
        page.get_by_label(re.compile("^email", re.IGNORECASE)).fill(person.email)
        page.get_by_label(re.compile("^password$", re.IGNORECASE)).fill(person.password)
        page.get_by_role("button", name=re.compile("sign in", re.IGNORECASE)).click()
        page.wait_for_load_state("load")
        assert page.get_by_label(re.compile("^password$", re.IGNORECASE)).count() == 0, page.inner_text("body")
        return page

    return sign_in


@pytest.fixture(scope="session")
def picture():
    """A function that keeps a screenshot of a page in .build/screens under the given name."""
    SCREENS.mkdir(parents=True, exist_ok=True)

    def take(page, name, full_page=True):
        path = SCREENS / f"{name}.png"
        page.screenshot(path=path, full_page=full_page)
        return path

    return take


@pytest.fixture(scope="session")
def accessibility_faults():
    """A function that names each WCAG 2.2 A and AA fault axe finds on a page, with the element it is about."""
    return checks.axe_faults


@contextlib.contextmanager
def running_browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium",
            # Chromium's own sandbox does not start for root, as which CI runs; it visits only our own pages here.
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        yield browser
        browser.close()


def executable() -> str:
    """The program under test: the debug build that the tests have just made, unless HOMEWARD names another."""
    path = Path(os.environ.get("HOMEWARD") or ROOT / ".build" / "debug" / "homeward")
    if not path.exists():
        pytest.fail(f"{path} is not built: run 'swift build' first")
    return str(path)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def first_json_line(process, log: Path) -> dict:
    """The first line the demo prints that is JSON; the rest of its output is read and dropped so it never blocks."""
    lines = queue.Queue()

    def read():
        for line in process.stdout:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    deadline = time.monotonic() + START_LIMIT_SECONDS
    while (left := deadline - time.monotonic()) > 0:
        try:
            line = lines.get(timeout=left)
        except queue.Empty:
            break
        if line is None:
            pytest.fail(f"the demo ended before it said where it is:\n{log.read_text()}")
        if line.lstrip().startswith("{"):
            return json.loads(line)
    pytest.fail(f"the demo did not say where it is within {START_LIMIT_SECONDS} s:\n{log.read_text()}")


def wait_until_it_answers(address: str, process) -> None:
    deadline = time.monotonic() + START_LIMIT_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the demo does not answer at {address}")


def end(process) -> None:
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        pytest.fail("the demo did not end within 20 s of Ctrl-C")
