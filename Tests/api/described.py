# SPDX-License-Identifier: MIT
"""Sends requests made from the description to a running server, right and wrong ones, and holds its answers to it.

Each of several roles has a token, and nobody has none. The server's clock stands still, and no limit holds anything up: that limits
hold, our own tests ask. The requests come from a seed, so that a failure can be had again. It ends with a line of figures for each, and with 1 where anything
is off the description, or is a fault of the server's.

  Tests/api/described.py                   a short run
  Tests/api/described.py --cases 20000     so many requests at least, in all
"""

import argparse
import json
import os
import queue
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROLES = {
    "social-worker": "eastmoor", "duty-inspector": "eastmoor-police", "carer": "larch-house", "analyst": "eastmoor",
    "nobody": "",
}
# That whatever fits the form is taken is not so: whether a child is there and a time has come, the record says.
# Whether what one request recorded is there for the next, our own tests ask, which know whose it is.
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
    "response_schema_conformance,negative_data_rejection,missing_required_header,unsupported_method"
)


# What else than the tool's own list is an answer to what does not fit: a body too large, and a condition that is lacking.
SETTINGS = """
[checks]
negative_data_rejection.expected-statuses = [400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 428, 429]
missing_required_header.expected-statuses = [400, 401, 403, 422, 428]
"""


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--cases", type=int, default=0, help="at least so many requests; without it a short run")
    asked.add_argument("--seed", type=int, default=2015)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        server, address = started(data, Path(folder) / "log.txt")
        try:
            return tried(options, data, address, Path(folder))
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(60)


def tried(options, data: Path, address: str, folder: Path) -> int:
    runs = {}
    begun = time.monotonic()
    for place, (role, agency) in enumerate(ROLES.items()):
        token = None if role == "nobody" else made_token(role, agency, data)
        runs[role] = start(options, address, token, options.seed + place, folder / f"{role}.txt", folder)
    total, ended = 0, 0
    for role, run in runs.items():
        code = run.wait()
        said = (folder / f"{role}.txt").read_text()
        cases = [int(number.replace(",", "")) for number in re.findall(r"([\d,]+) generated", said)]
        total += sum(cases)
        print(f"{role}: {sum(cases)} requests, {'nothing off the description' if code == 0 else 'FAILED'}")
        if code != 0 or not cases:
            ended = 1
            print(said)
    print(f"{total} requests in {time.monotonic() - begun:.0f} s, seed {options.seed}")
    if total < options.cases:
        print(f"fewer than {options.cases}: see above")
        ended = 1
    return ended


def start(options, address, token, seed, out: Path, folder: Path):
    # A run ends after so many drawn requests for each operation, or after so long. About as many again are worked out.
    each = max(12, options.cases // (16 * len(ROLES) * 2))
    settings = folder / "schemathesis.toml"
    settings.write_text(SETTINGS)
    words = [
        str(Path(sys.executable).parent / "schemathesis"), "--config-file", str(settings), "run",
        f"{address}/api/v1/openapi.json", "--checks", CHECKS,
        "--max-examples", str(each), "--seed", str(seed), "--phases", "coverage,fuzzing", "--workers", "1",
        "--continue-on-failure", "--generation-database", "none", "--no-color", "--request-timeout", "30",
    ]
    if not options.cases:
        words += ["--max-time", "40"]
    if token:
        words += ["--header", f"Authorization: Bearer {token}"]
    return subprocess.Popen(words, stdout=out.open("w"), stderr=subprocess.STDOUT, cwd=folder)


def program() -> str:
    return os.environ.get("HOMEWARD") or str(ROOT / ".build" / "debug" / "homeward")


def made_token(role: str, agency: str, data: Path) -> str:
    scopes = [
        "open-episodes:read", "episodes:read", "children:read", "children:search", "changes:read", "duties:read",
        "duties:write", "accounts:read", "accounts:write", "reports:write", "classifications:write", "returns:write",
        "entries:write",
    ]
    words = [program(), "client", "add", f"tried-{role}", "--role", role, "--agency", agency, "--data", str(data), "--json"]
    for scope in scopes:
        words += ["--scope", scope]
    return json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)["token"]


def started(data: Path, log: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    server = subprocess.Popen(
        [program(), "demo", "--data", str(data), "--port", str(port), "--json", "--at", "2026-11-20T23:41", "--still"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log.open("w"), text=True,
    )
    lines: queue.Queue = queue.Queue()
    threading.Thread(target=lambda: [lines.put(line) for line in server.stdout], daemon=True).start()
    for _ in range(180):
        try:
            line = lines.get(timeout=1)
        except queue.Empty:
            if server.poll() is not None:
                sys.exit(f"the demo ended at once:\n{log.read_text()}")
            continue
        if line.lstrip().startswith("{"):
            address = json.loads(line)["address"].rstrip("/")
            urllib.request.urlopen(f"{address}/healthz", timeout=30).read()
            return server, address
    sys.exit("the demo did not say where it is within three minutes")


if __name__ == "__main__":
    sys.exit(main())
