# SPDX-License-Identifier: MIT
"""Every page of the product is whole in the browser.

Each address is looked at once on its fullest page, and whatever further page is made of something that none of these is; with
HOMEWARD_EVERY_PAGE=1 (`make walk`) everything that the walk finds, for everybody who is given it.
"""

import os
import time

import checks
from pages import page_of
from walk import differing

IS_WHOLE = os.environ.get("HOMEWARD_EVERY_PAGE") == "1"


def test_every_page_is_whole_for_everybody_who_sees_it(walked, still_demo, chromium):
    found, started, chosen = [], time.monotonic(), walked.pages if IS_WHOLE else differing(walked.pages)
    on_paper = {page.pattern: page for page in reversed(chosen)}
    for role in dict.fromkeys(page.role for page in chosen):
        with page_of(still_demo, chromium, walked.visitors[role]) as page:
            said = listened_to(page)
            for each in (one for one in chosen if one.role == role):
                # One of each kind goes to paper.
                faults = faults_at(page, each, said, paper=on_paper[each.pattern] is each)
                found += [f"{role} at {each.path}: {fault}" for fault in faults]
    print(f"\n{len(chosen)} pages of {len(walked.pages)} looked at in {time.monotonic() - started:.0f} s")
    assert {page.pattern for page in chosen} == {page.pattern for page in walked.pages}
    assert not found, "\n" + "\n".join(found)


def listened_to(page):
    """What the console of a page says that nobody should have to say."""
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def faults_at(page, found, said, paper):
    """Opens a page and names what is wrong with it, scripts and the answer included."""
    said.clear()
    try:
        answer = page.goto(found.path)
    except Exception as error:  # Playwright's own: what it says is the fault.
        return [str(error).splitlines()[0]]
    status = [] if answer.status == 200 else [f"answers {answer.status}"]
    faults = checks.faults(page, paper=paper)
    return status + faults + [f"the console says {each}" for each in said]
