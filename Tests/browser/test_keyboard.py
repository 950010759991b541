# SPDX-License-Identifier: MIT
"""J1, J2 and J4 once without a mouse, with the focus in sight at each step (see keyboard.py)."""

import re

from playwright.sync_api import expect

from journeys import Keyboard


def act(keys, episode, word, choose=(), write=None):
    """Opens the form for an act by its address, fills it in and sends it."""
    page = keys.page
    page.goto(f"{episode}/add/{word}")
    for label in choose:
        lists = page.locator("form#act select").filter(has=page.get_by_role("option", name=label, exact=True))
        if lists.count():
            keys.pick(lists, label)
        else:
            keys.choose(page.get_by_label(label, exact=True))
    for label, text in (write or {}).items():
        keys.write(page.get_by_label(label), text)
    keys.follow(page.locator("form#act button.btn"))
    expect(page.locator(".notice").filter(has_text="Recorded:")).to_be_visible()


def report(keys):
    """The guided report from the board, by a carer."""
    page = keys.page
    page.goto("/")
    keys.follow(page.get_by_role("link", name="Report a child missing"))
    home = page.locator("button.pick").filter(has_not_text=re.compile("under way|Reported already|not in the record"))
    name = home.first.inner_text().split(",")[0]
    keys.follow(home)
    keys.follow(page.get_by_role("button", name="Start first checks"))
    expect(page.get_by_role("heading", level=1)).to_have_text("What have you already checked?")
    keys.choose(page.get_by_label("The building and the garden"))
    keys.choose(page.get_by_label("Friends"))
    keys.follow(page.get_by_role("button", name="Still not found"))
    keys.write(page.get_by_label("Circumstances"), "Not in their room at ten.")
    keys.follow(page.get_by_role("button", name="Next"))
    keys.follow(page.get_by_role("button", name="Send the report"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{name} is reported missing")
    keys.follow(page.get_by_role("link", name="Go to the episode"))
    return name, re.search(r"/episodes/\d+", page.url).group()


def test_a_child_is_reported_and_brought_back_without_a_mouse(signed_in):
    carer, police, worker = (Keyboard(signed_in(role)) for role in ["carer", "duty-inspector", "social-worker"])
    name, episode = report(carer)
    # The inspector gets there from the board, and the board leads to what is owed.
    police.page.goto("/")
    row = police.page.locator(".rows .row").filter(has_text=name).filter(has_text="Not yet classified by police")
    police.follow(row.locator("a.name"))
    police.follow(police.page.get_by_role("link", name="Decide"))
    expect(police.page).to_have_url(re.compile("/add/"))
    act(police, episode, "classified", ["Missing"], {"Why": "Out of character."})
    act(police, episode, "risk-graded", ["High"], {"Why": "Known exploitation."})
    act(worker, episode, "notified", ["Parents, or who has parental responsibility", "Phone"])
    act(police, episode, "located", ["Yes"], {"Where found": "Market Street"})
    carer.page.goto(episode)
    carer.follow(carer.page.get_by_role("link", name=re.compile("is back|Returned|came back", re.IGNORECASE)))
    act(carer, episode, "returned", ["Placement"])
    act(police, episode, "safe-and-well-checked")
    act(worker, episode, "interview-offered")
    act(worker, episode, "plan-updated", ["Prevention plan"])
    assert [*carer.hidden, *police.hidden, *worker.hidden] == []


def test_a_family_s_report_is_taken_without_a_mouse(signed_in):
    team = Keyboard(signed_in("edt"))
    page = team.page
    team.follow(page.get_by_role("link", name="Report a child missing"))
    team.follow(page.get_by_role("button", name="Somebody who is not in the record yet"))
    team.write(page.get_by_label("Name", exact=False).first, "Della Marchant")
    team.write(page.get_by_label("Or about how old"), "14")
    team.follow(page.get_by_role("button", name="Next"))
    since = page.locator("fieldset").filter(has_text="Missing since").first
    team.choose(since.get_by_label("Only the day is known", exact=True))
    team.write(page.get_by_label("Circumstances"), "Not home from a friend's; her mother rang.")
    team.follow(page.get_by_role("button", name="Next"))
    team.follow(page.get_by_role("button", name="Send the report"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Della Marchant is reported missing")
    team.follow(page.get_by_role("link", name="Go to the episode"))
    episode = re.search(r"/episodes/\d+", page.url).group()
    act(team, episode, "returned", ["Home"])
    assert team.hidden == []


def test_absent_is_reviewed_and_reclassified_without_a_mouse(signed_in):
    carer, police = Keyboard(signed_in("carer")), Keyboard(signed_in("duty-inspector"))
    _, episode = report(carer)
    act(police, episode, "classified", ["Absent"], {"Why": "With an aunt."})
    act(police, episode, "review-agreed", ["In 2 hours"])
    act(police, episode, "reviewed", [], {"Result": "Not there."})
    act(police, episode, "reclassified", ["Missing"], {"Why": "Nobody has seen them."})
    act(carer, episode, "returned", ["Placement"])
    assert [*carer.hidden, *police.hidden] == []


def test_somebody_signs_in_and_out_without_a_mouse(demo, page):
    person, keys = demo.sign_in_of("carer"), Keyboard(page)
    page.goto("/")
    keys.write(page.get_by_label("Email"), person.email)
    keys.write(page.get_by_label("Password", exact=True), person.password)
    keys.follow(page.get_by_role("button", name="Sign in"))
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    keys.follow(page.get_by_role("button", name="Sign out"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in to Homeward")
    assert keys.hidden == []
