# SPDX-License-Identifier: MIT
"""From shift to shift: a briefing that nobody has accepted is on the board until somebody does, by name and child by child."""

import re

import pytest
from playwright.sync_api import expect

PATH = "/hand-over"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_pages_fit_and_have_no_accessibility_fault(signed_in, accessibility_faults, picture, width):
    page = signed_in("duty-inspector", width=width)
    page.goto(PATH)
    for name in ["hand-over", "briefing"]:
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert accessibility_faults(page) == []
        if width != 320:
            picture(page, f"{name}-phone" if width == 390 else name)
        if name == "hand-over":
            page.goto(page.get_by_role("link", name=re.compile("briefing", re.IGNORECASE)).first.get_attribute("href"))


def test_a_briefing_is_accepted_child_by_child_without_scripts(signed_in):
    page = signed_in("carer", java_script_enabled=False, width=390)
    notice = page.locator(".hand-over-notice")
    expect(notice).to_contain_text("Not accepted")
    notice.get_by_role("link").first.click()
    page.get_by_role("button", name="Accept this briefing").click()
    expect(page.get_by_role("alert")).to_contain_text("Tick each child whom you have read about")
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Accept this briefing").click()
    expect(page.get_by_role("status")).to_contain_text("you have taken this briefing over")
    page.goto("/")
    expect(page.locator(".hand-over-notice")).to_have_count(0)


def test_a_shift_hands_over_in_its_own_words(signed_in):
    page = signed_in("edt")
    page.goto(PATH)
    words = page.get_by_label(re.compile("^Your words about")).first
    words.fill("Ring the family again at six.")
    page.get_by_label(re.compile("About the shift as a whole")).fill("Line two is mended.")
    page.get_by_role("button", name="Hand over").click()
    expect(page.get_by_role("status").first).to_contain_text("waits for the next shift")
    manager = signed_in("team-manager")
    manager.locator(".hand-over-notice").get_by_role("link").first.click()
    expect(manager.locator("main")).to_contain_text("Ring the family again at six.")
    expect(manager.locator("main")).to_contain_text("Line two is mended.")
