# SPDX-License-Identifier: MIT
"""What is held back, opened and reviewed: on every width, by keyboard, without accessibility faults."""

import re

import pytest
from playwright.sync_api import expect

WIDTHS = [(1280, ""), (390, "-phone")]


def child(page, name):
    """The address of a child's page, found as a person would."""
    page.goto(f"/search?q={name}")
    return page.locator("ul.rows a.name").first.get_attribute("href")


def check(page, faults, address, width):
    page.goto(address)
    assert faults(page) == [], address
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == 0, f"{address} is wider than {width}"


@pytest.mark.parametrize(("width", "suffix"), WIDTHS)
def test_pages_of_what_is_held_back_have_no_accessibility_fault(
    signed_in, accessibility_faults, picture, width, suffix
):
    page = signed_in("team-manager", width=width)
    restricted = child(page, "Noor+Rahmani")
    for name, address in [
        ("protection", f"{restricted}/protection"), ("why", f"{restricted}/why"), ("reviews", "/reviews"),
        ("restrict", f"{restricted}/add/access-restricted"), ("danger", "/danger"),
    ]:
        check(page, accessibility_faults, address, width)
        picture(page, f"{name}{suffix}")


@pytest.mark.parametrize("role", ["school", "panel-chair", "auditor", "records-manager", "edt", "team-manager"])
def test_the_first_page_of_those_who_see_a_part_has_no_accessibility_fault(
    signed_in, accessibility_faults, picture, role
):
    page = signed_in(role)
    assert accessibility_faults(page) == []
    picture(page, f"first-{role}")


def test_what_is_restricted_is_opened_with_a_reason_and_reviewed_by_another(signed_in, accessibility_faults, picture):
    inspector = signed_in("duty-inspector")
    worker = signed_in("social-worker")
    for page in [signed_in("carer"), signed_in("school")]:
        page.goto("/search?q=Noor+Rahmani")
        expect(page.get_by_text("Nobody found whom you may see")).to_be_visible()
    shielded = child(worker, "Ellie+Farrow")
    worker.goto(f"{shielded}/why")
    expect(worker.get_by_text("Location is held back")).to_be_visible()
    picture(worker, "why-shielded")
    inspector.goto("/reviews")
    expect(inspector.get_by_text("airport")).to_be_visible()

    manager = signed_in("team-manager")
    manager.goto("/")
    picture(manager, "board-opened")
    manager.get_by_role("link", name=re.compile("opened record")).click()
    manager.get_by_role("link", name="Record the review").first.click()
    assert accessibility_faults(manager) == []
    manager.get_by_label("Was it right to open it?").fill("Yes: she was met at the airport.")
    manager.locator("form#act button.btn").click()
    expect(manager.get_by_text("Nothing waits for you")).to_be_visible()


def test_an_opened_record_says_so_on_every_page(signed_in, accessibility_faults, picture):
    page = signed_in("edt")
    page.goto("/danger")
    page.get_by_role("button", name=re.compile("Open the record")).click()
    expect(page.get_by_role("heading", name="Somebody is in danger and I can’t find them")).to_be_visible()
    assert accessibility_faults(page) == []
    picture(page, "danger-faults")
    address = child(page, "Noor+Rahmani")
    page.goto(address)
    expect(page.get_by_text("You have opened this record.")).to_be_visible()
    assert accessibility_faults(page) == []
    picture(page, "opened")
