# SPDX-License-Identifier: MIT
"""Every page of the product, for everybody who is given it. What a page is, the running program says (see walk.py)."""

import os
import time
from collections import defaultdict

import checks
from pages import NO_PAGE, page_of
from walk import differing

# Looked at in the browser for everybody who sees them; of other pages, those that are made of different things.
FOR_EVERYBODY = {"/", "/children/{child}", "/episodes/{episode}"}
# HOMEWARD_EVERY_PAGE=1 looks at all that the walk finds, which takes half an hour.
IS_WHOLE = os.environ.get("HOMEWARD_EVERY_PAGE") == "1"

def test_no_link_leads_nowhere(walked):
    assert not walked.dead, "\n" + "\n".join(walked.dead)


def test_no_page_shows_its_own_markup(walked):
    assert not walked.raw, "\n" + "\n".join(sorted(set(walked.raw)))


def test_every_address_gives_a_page_or_is_known_to_give_none(walked, still_demo):
    given = {page.pattern for page in walked.pages}
    assert set(still_demo.pages) - given - set(NO_PAGE) == set(), "these gave nobody a page"
    assert given & set(NO_PAGE) == set(), "these do give a page"
    assert set(NO_PAGE) - set(still_demo.pages) == set(), "these are no addresses any more"


def test_every_page_is_whole_for_everybody_who_sees_it(walked, still_demo, chromium):
    found, started = [], time.monotonic()
    chosen = pages_to_look_at(walked)
    for role, pages in by_role(chosen).items():
        with page_of(still_demo, chromium, walked.visitors[role]) as page:
            for each in pages:
                # One of each kind goes to paper.
                is_first = each is next(one for one in chosen if one.pattern == each.pattern)
                found += [f"{role} at {each.path}: {fault}" for fault in faults_at(page, each.path, paper=is_first)]
    print(f"\n{len(chosen)} pages of {len(walked.pages)} looked at in {time.monotonic() - started:.0f} s")
    assert not found, "\n" + "\n".join(found)


def pages_to_look_at(walked):
    """All of the board, of a child and of an episode, once for everybody; of the rest what differs."""
    if IS_WHOLE:
        return walked.pages
    kept = []
    for pattern in dict.fromkeys(page.pattern for page in walked.pages):
        pages = [page for page in walked.pages if page.pattern == pattern]
        kept += differing(pages)
        if pattern in FOR_EVERYBODY:
            seen = {page.role for page in kept if page.pattern == pattern}
            kept += [page for page in {each.role: each for each in pages}.values() if page.role not in seen]
    return kept


def by_role(pages):
    found = defaultdict(list)
    for page in pages:
        found[page.role].append(page)
    return found


def faults_at(page, path, paper):
    """Opens a page and names what is wrong with it, scripts and the answer included."""
    said = []
    def keep(message):
        if message.type in ("error", "warning"):
            said.append(f"the console says {message.text}")
    page.on("console", keep)
    answer = page.goto(path)
    found = [] if answer.status == 200 else [f"answers {answer.status}"]
    found += checks.faults(page, paper=paper)
    page.remove_listener("console", keep)
    return found + said
