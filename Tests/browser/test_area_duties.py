# SPDX-License-Identifier: MIT
"""The area's regular work: on each width, and one thing recorded as done without scripts."""

import pytest
from playwright.sync_api import expect

PATH = "/area-duties"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_and_its_form_fit_and_have_no_accessibility_fault(signed_in, accessibility_faults, picture, width):
    page = signed_in("team-manager", width=width)
    page.goto(PATH)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert accessibility_faults(page) == []
    if width != 320:
        picture(page, "regular-work-phone" if width == 390 else "regular-work", full_page=False)
    page.goto(page.get_by_role("link", name="Record it as done").first.get_attribute("href"))
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert accessibility_faults(page) == []
    if width == 1280:
        picture(page, "regular-work-form", full_page=False)


def test_something_is_recorded_as_done_without_scripts(signed_in):
    page = signed_in("team-manager", java_script_enabled=False)
    page.goto(PATH)
    page.get_by_role("link", name="Record it as done").first.click()
    title = page.get_by_role("heading", name="Record as done").inner_text().removeprefix("Record as done: ").split(",")[0]
    page.get_by_role("button", name="Record it as done").click()
    expect(page.get_by_role("status")).to_contain_text(f"Recorded as done: {title}")
    expect(page.locator("#done")).to_contain_text(title)
