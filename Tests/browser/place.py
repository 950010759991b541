# SPDX-License-Identifier: MIT
"""A record of its own, served by the real program: for what the demonstration, which asks for little, can't show."""

import base64
import contextlib
import hashlib
import hmac
import json
import struct
import subprocess
import time

from conftest import end, executable, first_json_line, free_port, wait_until_it_answers


class Place:
    def __init__(self, folder):
        self.data, self.log = folder / "record", folder / "log.txt"
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"

    def homeward(self, *words):
        """Runs a command and returns what it answered as JSON."""
        done = subprocess.run(
            [executable(), *words, "--data", str(self.data), "--json"], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def add(self, role, email, name, agency="eastmoor"):
        """Gives somebody a sign-in; returns the password for once."""
        words = ["user", "add", "--role", role, "--email", email, "--name", name, "--agency", agency]
        return self.homeward(*words)["password"]

    @contextlib.contextmanager
    def served(self, *options):
        with self.log.open("a") as log:
            process = subprocess.Popen(
                [executable(), "serve", "--data", str(self.data), "--port", str(self.port), "--without-tls",
                 "--found", "Eastmoor", "--json", *options],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, text=True,
            )
            try:
                first_json_line(process, self.log)
                wait_until_it_answers(self.address, process)
                yield self
            finally:
                end(process)


def code(key: str, step: int = 0) -> str:
    """What an authenticator app shows for the key (RFC 6238)."""
    counter = struct.pack(">Q", int(time.time()) // 30 + step)
    digest = hmac.new(base64.b32decode(key), counter, hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"
