# SPDX-License-Identifier: MIT
"""What has to be done before some pages are there: a report that was begun, a child's link, a request for what is held.

Each scene takes the running demonstration's people and returns where the walk may go on: (visitor, address). They are
done as a person would, by the forms on the pages, so that nothing here knows more than a form's own fields.
"""

import re

from walk import Markup

LINK_WORD = "blue kite"


def a_report_begun(visitors, walk):
    """A carer begins the guided report for a child who is at home."""
    carer = visitors["carer"]
    token = Markup(carer.get("/report").body)
    for form in token.forms:
        if form["action"] != "/report" or not form["fields"].get("child", "").isdigit():
            continue
        answer = carer.send("/report", form["fields"])
        if answer.location.endswith("/checks"):
            checks = answer.location
            seen = carer.fill_in(checks, checks, **{"do": "danger", "missingSince.how": "now"}).location
            carer.fill_in(seen, seen, circumstances="Left by the back door after a call.", clothing="Grey hooded top.")
            return [(carer, checks)]
    raise LookupError("no child whom a report could be begun for")


def a_link_of_a_childs_own(visitors, walk):
    """A social worker gives Kezia a link; she opens it with the word, without an account, and writes."""
    worker, child = visitors["social-worker"], visitors["child"]
    place = f"{kezia(visitors, walk)}/links"
    given = worker.fill_in(place, place, word=LINK_WORD)
    secret = re.search(r"/for-you/[A-Za-z0-9_-]{20,}", given.body)
    assert secret, "the page that gives a link shows it"
    child.get(secret.group())
    opened = child.fill_in("/for-you", "/for-you", word=LINK_WORD)
    assert opened.status == 303, "the word opens the link"
    child.get(opened.location)
    forms = [form for form in Markup(child.get("/for-you/tell").body).forms if "wants" in form["fields"]]
    assert forms, "there is a page on which a child says it in their own words"
    sent = child.send(forms[0]["action"], {**forms[0]["fields"], "wants": "I want to see my sister."})
    assert sent.status == 303, "what the child wants is sent"
    return [(child, opened.location)]


def a_child_whom_many_know(visitors, walk):
    """Kezia's interview will be Open Door's to hold, and the panel has her on its agenda."""
    child = kezia(visitors, walk)
    episode = re.search(r"/episodes/\d+", visitors["social-worker"].get(child).body).group()
    acts = [
        ("social-worker", "interview-offered", {"interviewer": "leila.farah"}),
        ("duty-inspector", "placed-on-agenda", {"kind": "panel"}),
    ]
    walk.kezia_pages = (child, episode)
    for role, word, fields in acts:
        path = f"{episode}/add/{word}"
        answer = visitors[role].fill_in(path, path, **fields)
        assert answer.status == 303, f"{word} is recorded: {answer.status}"
    return [(visitors["social-worker"], path) for path in walk.kezia_pages]


def kezia(visitors, walk):
    """The address of a child who is missing."""
    found = visitors["social-worker"].get("/search?q=Kezia+Addo").body
    walk.kezia = re.search(r"/children/\d+", found).group()
    return walk.kezia


def a_request_for_what_is_held(visitors, walk):
    """A records manager records that a child asks for their own record. While that is open they read all of it."""
    manager = visitors["records-manager"]
    found = manager.get("/search?q=Jordan+Marsh").body
    place = re.search(r"/children/\d+", found).group() + "/subject-access"
    form = next(form for form in Markup(manager.get(place).body).forms if form["action"] == place)
    kind = re.search(r'name="kind" value="([^"]+)"', manager.get(place).body).group(1)
    answer = manager.send(place, {
        **form["fields"], "name": "The child", "kind": kind, "received": "2026-11-19",
        "identity": "Known to their social worker, who was with them.",
    })
    assert answer.status == 303, "the request is recorded"
    return [(manager, place)]


def a_letter_that_was_sent(visitors, walk):
    """Devan's letter is kept as it was sent."""
    worker = visitors["social-worker"]
    child = re.search(r"/children/\d+", worker.get("/search?q=Devan+Shah").body).group()
    episode = re.search(r"/episodes/\d+", worker.get(child).body).group()
    letter = re.search(rf"{episode}/letters/sent/\d+", worker.get(f"{episode}/letters").body)
    assert letter, "the letters of an episode lead to those that were sent"
    return [(worker, letter.group())]


ALL = [a_letter_that_was_sent, a_child_whom_many_know, a_report_begun, a_link_of_a_childs_own, a_request_for_what_is_held]
