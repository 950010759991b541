# SPDX-License-Identifier: MIT
"""One demonstration that is visited at several moments: for journeys that take days or weeks."""

import contextlib
import re
import subprocess

from conftest import Demo, SignIn, end, executable, first_json_line, free_port, wait_until_it_answers


class Moments:
    """The real program over one folder; each visit has it answer at another moment."""

    def __init__(self, folder, chromium):
        self.data, self.log, self.chromium = folder / "data", folder / "log.txt", chromium
        self.demo, self.contexts = None, []

    @contextlib.contextmanager
    def at(self, moment):
        with self.log.open("a") as log:
            process = subprocess.Popen(
                [executable(), "demo", "--data", str(self.data), "--port", str(free_port()), "--at", moment, "--json"],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, text=True,
            )
            try:
                told = first_json_line(process, self.log)
                wait_until_it_answers(told["address"], process)
                people = tuple(SignIn(p["role"], p["name"], p["email"], p["password"]) for p in told["signIns"])
                self.demo = Demo(told["address"].rstrip("/"), people)
                yield self
            finally:
                for context in self.contexts:
                    context.close()
                self.contexts = []
                end(process)

    def sign_in(self, name, width=1280, height=900):
        return sign_in(self.demo, self.chromium, name, self.contexts, width, height)


def sign_in(demo, chromium, name, contexts, width=1280, height=900):
    """A page of its own, signed in as the demo's person of that name."""
    person = next(each for each in demo.sign_ins if each.name.endswith(name))
    context = chromium.new_context(
        base_url=demo.address, viewport={"width": width, "height": height}, locale="en-GB",
        timezone_id="Europe/London",
    )
    contexts.append(context)
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto("/")
    page.get_by_label(re.compile("^email", re.IGNORECASE)).fill(person.email)
    page.get_by_label(re.compile("^password$", re.IGNORECASE)).fill(person.password)
    page.get_by_role("button", name=re.compile("sign in", re.IGNORECASE)).click()
    page.wait_for_load_state("load")
    assert page.get_by_label(re.compile("^password$", re.IGNORECASE)).count() == 0, page.inner_text("body")
    return page
