# SPDX-License-Identifier: MIT
"""What it takes to report a known child at night on a phone, and to classify: docs/usability.md tells the walk."""

import re

import pytest
from playwright.sync_api import expect

from hand import Hand
from journeys import DESKTOP, PHONE, record


def report(hand, in_danger):
    page = hand.page
    hand.press(page.get_by_role("link", name="Report a child missing"))
    home = page.locator("button.pick").filter(has_not_text=re.compile("under way|Reported already|not in the record"))
    hand.press(home)
    if in_danger:
        hand.press(page.get_by_role("button", name="In danger now"))
    else:
        hand.press(page.get_by_role("button", name="Start first checks"))
        for label in ["The building and the garden", "Their phone", "Friends"]:
            hand.press(page.get_by_label(label))
        hand.press(page.get_by_role("button", name="Still not found"))
    hand.write(page.get_by_label("Circumstances"), "Not in their room at the ten o'clock round.")
    hand.press(page.get_by_role("button", name="Next"))
    hand.press(page.get_by_role("button", name="Send the report"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("is reported missing")
    return re.search(r"/episodes/\d+", page.get_by_role("link", name="Go to the episode").get_attribute("href")).group()


@pytest.mark.parametrize("in_danger", [False, True], ids=["after first checks", "in danger"])
def test_a_carer_reports_a_known_child_at_night_on_a_phone(signed_in, in_danger):
    carer = signed_in("carer", **PHONE)
    hand = Hand(carer)
    episode = report(hand, in_danger)
    print(hand.says("In danger" if in_danger else "After first checks"))
    # The walk of the house between the checks is not counted.
    assert hand.presses < 12
    assert hand.seconds < 90
    record(carer, episode, "returned", choose=["Placement"])


def test_a_duty_inspector_classifies_and_grades(signed_in):
    carer = signed_in("carer", **PHONE)
    episode = report(Hand(carer), True)
    inspector = signed_in("duty-inspector", **DESKTOP)
    hand = Hand(inspector, on_glass=False)
    row = inspector.locator(".rows .row").filter(has=inspector.locator(f"a[href^='{episode}']"))
    hand.press(row.locator("a.name"))
    hand.press(inspector.get_by_role("link", name="Decide"))
    hand.press(inspector.get_by_label("Missing", exact=True))
    hand.write(inspector.get_by_label("Why"), "Out of character, and nobody has heard from them since ten.")
    hand.press(inspector.locator("form#act button.btn"))
    expect(inspector.locator(".notice").filter(has_text="Recorded:")).to_be_visible()
    print(hand.says("Classify"))
    assert hand.presses < 8
    assert hand.seconds < 60
    record(carer, episode, "returned", choose=["Placement"])
