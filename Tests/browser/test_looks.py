# SPDX-License-Identifier: MIT
"""Who looked: an auditor's page on each width, a reason recorded without scripts, one's own trail."""

import pytest
from playwright.sync_api import expect


def look_at_a_child(page):
    page.goto("/search?q=a")
    page.locator("a.name").first.click()
    return page.url.rsplit("/", 1)[1]


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_pages_fit_and_have_no_accessibility_fault(signed_in, accessibility_faults, picture, width):
    worker = signed_in("social-worker")
    look_at_a_child(worker)
    page = signed_in("auditor", width=width)
    for path, name in (("/looks", "looks"), ("/people/me/looks", "looks-own")):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") == width, path
        assert accessibility_faults(page) == [], path
        if width != 320:
            picture(page, f"{name}-{width}")


def test_an_auditor_follows_a_look_to_its_child_and_its_worker(signed_in, accessibility_faults, picture):
    number = look_at_a_child(signed_in("social-worker"))
    page = signed_in("auditor", java_script_enabled=False)
    page.goto(f"/looks?child={number}&kind=looked")
    row = page.locator("#all tbody tr").first
    expect(row).to_contain_text("Looked at")
    row.get_by_role("link", name=f"Child {number}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who has looked at this record")
    expect(page.locator("main")).to_contain_text("opened this record in the last 30 days")
    picture(page, "looks-child")
    page.locator("tbody a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("looked at")
    with page.expect_download() as download:
        page.get_by_role("link", name="Take these looks out").click()
    assert download.value.suggested_filename.endswith(".csv")


def test_everybody_sees_what_they_looked_at_themselves(signed_in, accessibility_faults):
    page = signed_in("social-worker")
    number = look_at_a_child(page)
    page.goto("/people/me/looks")
    expect(page.locator("tbody tr").first).to_contain_text(f"child {number}")
    assert accessibility_faults(page) == []
