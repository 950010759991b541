# SPDX-License-Identifier: MIT
"""What people are told: on screen, and outside through receivers that check, fail and forget, while the program is killed."""

import base64
import hashlib
import hmac
import http.server
import json
import os
import random
import re
import signal
import subprocess
import threading
import time
from collections import Counter

import pytest
from playwright.sync_api import expect

from conftest import SignIn, executable, first_json_line, free_port, wait_until_it_answers
from walk import Visitor

SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0"
HOOK = "a secret that both of us hold, and nobody else"
KILLS = 4


class Receivers(http.server.ThreadingHTTPServer):
    """GOV.UK Notify and an agency's own system on one port. Each checks what it is sent, and fails the first try of some."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answering)
        self.chance, self.lock = random.Random(7), threading.Lock()
        self.tried, self.mailed, self.hooked, self.faults, self.bodies = Counter(), Counter(), Counter(), [], []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_address[1]}"


class Answering(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        key = self.path.partition("?reference=")[2]
        with self.server.lock:
            found = [{"id": "n-" + key}] if self.server.mailed[key] else []
        self.give(200, {"notifications": found} if self.is_ours() else {})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        said = json.loads(body)
        hooked = self.path == "/hook"
        key = said["message" if hooked else "reference"]
        with self.server.lock:
            self.server.bodies.append(body.decode())
            if not (self.is_signed(body, key) if hooked else self.is_ours()):
                self.server.faults.append(self.path)
                return self.give(403, {})
            self.server.tried[key] += 1
            what = self.server.chance.randrange(8) if self.server.tried[key] == 1 else 9
            if what == 0:
                return self.give(500, {})
            if what == 1:
                return self.give(429, {"errors": [{"error": "RateLimitError"}]})
            (self.server.hooked if hooked else self.server.mailed)[key] += 1
        if what == 2:
            # Taken, and nobody is told so.
            self.close_connection = True
            return None
        return self.give(200 if hooked else 201, {"id": "n-" + key})

    def give(self, status, answer):
        text = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def is_ours(self):
        head, claims, code = self.headers["Authorization"].removeprefix("Bearer ").split(".")
        plain = [json.loads(unpadded(part)) for part in (head, claims)]
        right = hmac.new(SECRET.encode(), f"{head}.{claims}".encode(), hashlib.sha256).digest()
        return (hmac.compare_digest(unpadded(code), right) and plain[0] == {"typ": "JWT", "alg": "HS256"}
                and plain[1]["iss"] == SERVICE and abs(plain[1]["iat"] - time.time()) < 30)

    def is_signed(self, body, key):
        said, code = (part.split("=", 1)[1] for part in self.headers["Homeward-Signature"].split(","))
        right = hmac.new(HOOK.encode(), said.encode() + b"." + body, hashlib.sha256).hexdigest()
        return (hmac.compare_digest(code, right) and abs(int(said) - time.time()) < 300
                and self.headers["Homeward-Message"] == key)


def unpadded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Program:
    """The demonstration over one folder, which is killed and started again."""

    def __init__(self, folder, receivers):
        self.folder, self.data, self.process = folder, folder / "data", None
        (folder / "notify.key").write_text(f"homeward_test-{SERVICE}-{SECRET}\n")
        (folder / "hook.secret").write_text(HOOK + "\n")
        for name in ("notify.key", "hook.secret"):
            (folder / name).chmod(0o600)
        notify = f"{{ by: notify, keyFile: {folder}/notify.key, template: t-1, address: '{receivers.address}' }}"
        (folder / "notices.yaml").write_text(
            f"address: https://homeward.example\nemail: {notify}\ntext: {notify}\nwebhooks:\n"
            f"  - {{ agency: eastmoor, address: '{receivers.address}/hook', secretFile: {folder}/hook.secret }}\n")

    def start(self):
        log = (self.folder / "log.txt").open("a")
        self.process = subprocess.Popen(
            [executable(), "demo", "--data", str(self.data), "--port", str(free_port()), "--json", "--notices",
             str(self.folder / "notices.yaml")],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, text=True)
        told = first_json_line(self.process, self.folder / "log.txt")
        wait_until_it_answers(told["address"], self.process)
        return told

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def listed(self, state):
        answer = subprocess.run(
            [executable(), "outbox", "list", "--state", state, "--most", "100000", "--json", "--data", str(self.data)],
            capture_output=True, text=True, check=True)
        return json.loads(answer.stdout)


def signed_in_to(told, role):
    person = next(each for each in told["signIns"] if each["role"] == role)
    return Visitor(told["address"].rstrip("/"), role).sign_in(SignIn(**person))


def test_every_message_arrives_once_through_kills_and_failing_receivers(tmp_path):
    receivers, chance = Receivers(), random.Random(3)
    program = Program(tmp_path, receivers)
    try:
        told = program.start()
        for role in ("social-worker", "team-manager", "duty-inspector"):
            visitor = signed_in_to(told, role)
            visitor.fill_in("/you/notices", "/you/notices", email="simulate-delivered@example.org", text="07700900000")
        carer = signed_in_to(told, "carer")
        episode = re.search(r"/episodes/(\d+)", carer.get("/").body).group(1)
        for number in range(KILLS):
            # A child is located once; later the home adds what it hears.
            told_of = {"found": "A friend's", "confirmed": "yes"} if number == 0 else {"narrative": "A friend rang."}
            act = f"/episodes/{episode}/add/{'located' if number == 0 else 'note-added'}"
            assert carer.fill_in(act, act, **told_of, **{"occurred.how": "now"}).status == 303
            time.sleep(chance.uniform(0.5, 3))
            program.kill()
            told = program.start()
            carer = signed_in_to(told, "carer")
        deadline = time.monotonic() + 420
        while program.listed("waiting") and time.monotonic() < deadline:
            time.sleep(2)
        assert program.listed("waiting") == []
        arrived = Counter(row["way"] for row in program.listed("delivered"))
        assert arrived["webhook"] > 10, arrived
        assert len(receivers.hooked) == arrived["webhook"]
        assert len(receivers.mailed) == arrived["email"] + arrived["text"] > 0
        assert set(receivers.mailed.values()) == {1}, "Notify took each once"
        assert receivers.faults == []
        assert {row["way"] for row in program.listed("dead")} <= {"nobody"}
        allowed = {"message", "agency", "urgent", "madeAt", "link", "email_address", "phone_number", "template_id",
                   "personalisation", "reference"}
        for body in receivers.bodies:
            assert set(json.loads(body)) <= allowed and "episode" not in body and "child" not in body
        print(f"{arrived} arrived after {KILLS} kills; repeated: {sum(receivers.hooked.values()) - len(receivers.hooked)}")
    finally:
        program.kill()
        receivers.shutdown()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_pages_fit_and_have_no_accessibility_fault(signed_in, accessibility_faults, picture, width):
    page = signed_in("social-worker", width=width)
    for name, path in [("inbox", "/inbox"), ("you-notices", "/you/notices")]:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert accessibility_faults(page) == []
        if width != 320:
            picture(page, f"{name}-phone" if width == 390 else name)
    keeper = signed_in("administrator", width=width)
    keeper.goto("/outbox")
    assert keeper.evaluate("document.documentElement.scrollWidth") == width
    assert accessibility_faults(keeper) == []
    if width == 1280:
        picture(keeper, "outbox")


def test_a_notice_is_seen_without_scripts_and_leaves_the_count(signed_in):
    page = signed_in("social-worker", java_script_enabled=False, width=390)
    page.goto("/inbox")
    before = page.get_by_role("button", name=re.compile("I have seen it")).count()
    assert before > 0
    page.get_by_role("button", name=re.compile("I have seen it")).first.click()
    expect(page.get_by_role("status")).to_contain_text("Noted that you have seen it")
    assert page.get_by_role("button", name=re.compile("I have seen it")).count() < before
