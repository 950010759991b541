# SPDX-License-Identifier: MIT
"""Every page: without accessibility faults, wide and narrow, by keyboard and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from journeys import record, report_missing

NARROW = {"width": 390, "height": 844}


def first_address(page, pattern):
    return page.locator(f"a[href^='{pattern}']").first.get_attribute("href")


@pytest.mark.parametrize("role", ["social-worker", "duty-inspector", "carer", "interviewer", "analyst", "administrator"])
def test_the_first_page_of_each_role_has_no_accessibility_fault(signed_in, accessibility_faults, role):
    page = signed_in(role)
    assert accessibility_faults(page) == []


def test_each_kind_of_page_has_no_accessibility_fault(signed_in, accessibility_faults, picture):
    for width, suffix in [(1280, ""), (390, "-phone")]:
        page = signed_in("social-worker", width=width)
        picture(page, f"board{suffix}")
        episode = first_address(page, "/episodes/").split("/add/")[0]
        page.goto(episode)
        picture(page, f"episode{suffix}")
        child = first_address(page, "/children/").replace("/pen-picture", "")
        addresses = [
            episode, child, f"{child}/pen-picture", "/children", "/children/new", "/search?q=a",
            f"{episode}/add/notified", f"{episode}/add/meeting-held", f"{episode}/add/corrected?what=" + entry(page),
        ]
        for address in addresses:
            page.goto(address)
            assert accessibility_faults(page) == [], address
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide == 0, f"{address} is wider than {width}"
        page.goto(child)
        picture(page, f"child{suffix}")
        page.goto(f"{episode}/add/meeting-held")
        picture(page, f"form{suffix}")


def entry(page):
    return page.locator("ol.time > li").first.get_attribute("id").removeprefix("e")


def test_no_page_is_wider_than_the_smallest_phone(signed_in):
    page = signed_in("carer", width=320, height=640)
    for address in ["/", "/report", "/children"]:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, address


def test_the_report_on_a_phone_has_no_accessibility_fault(signed_in, accessibility_faults, picture):
    page = signed_in("carer", **NARROW)
    page.goto("/report")
    assert accessibility_faults(page) == []
    page.locator("button.pick").filter(has_not_text=re.compile("under way|Reported|not in the record")).first.click()
    assert accessibility_faults(page) == []
    page.get_by_role("button", name="Start first checks").click()
    page.get_by_label("Their phone").check()
    expect(page.get_by_text("Kept at")).to_be_visible()
    picture(page, "report-phone")
    assert accessibility_faults(page) == []
    page.get_by_role("button", name="Still not found").click()
    assert accessibility_faults(page) == []
    page.get_by_role("button", name="Next").click()
    assert accessibility_faults(page) == []
    picture(page, "report-answers-phone")


def test_what_is_typed_survives_a_lost_connection(signed_in):
    page = signed_in("social-worker")
    address = first_address(page, "/episodes/").split("/add/")[0] + "/add/note-added"
    page.goto(address)
    page.context.set_offline(True)
    page.get_by_label("Note").fill("Her aunt rang at eleven.")
    expect(page.get_by_text("Not kept yet")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Kept at")).to_be_visible(timeout=15_000)
    page.goto("/")
    page.goto(address)
    assert page.get_by_label("Note").input_value() == "Her aunt rang at eleven."


def test_everything_works_without_scripts(signed_in):
    carer = signed_in("carer", java_script_enabled=False, **NARROW)
    name, episode, _ = report_missing(carer)
    record(carer, episode, "note-added", write={"Note": "The neighbour saw them at nine."})
    expect(carer.locator("ol.time").get_by_text("The neighbour saw them at nine.").first).to_be_visible()
    record(carer, episode, "returned", choose=["Placement"])
    carer.goto(f"/search?q={name.split()[0][:3]}")
    expect(carer.get_by_role("link", name=re.compile(name)).first).to_be_visible()


def test_a_child_is_found_while_typing(signed_in):
    page = signed_in("social-worker")
    name = page.locator(".rows .name").first.inner_text().split(",")[0]
    page.get_by_label("Find a child").press_sequentially(" ".join(reversed(name.lower().split())))
    expect(page.locator(".found a").first).to_contain_text(name)


def test_the_first_key_leads_past_the_header(signed_in):
    page = signed_in("social-worker")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
