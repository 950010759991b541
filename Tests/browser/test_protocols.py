# SPDX-License-Identifier: MIT
"""The protocol as people read it: on each width, by keyboard, without scripts, on paper, and how one is adopted."""

import re

import pytest
from playwright.sync_api import expect

PACK = "/protocols/birmingham-2015"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_pages_fit_and_have_no_accessibility_fault(signed_in, accessibility_faults, picture, width):
    page = signed_in("social-worker", width=width)
    for address in ["/protocols", PACK, f"{PACK}?who=carer", f"{PACK}/against/england-2014"]:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == width, address
        assert accessibility_faults(page) == [], address
    page.goto(PACK)
    if width != 320:
        picture(page, "protocol-phone" if width == 390 else "protocol", full_page=False)


def test_the_picture_has_a_form_for_each_width(signed_in):
    wide, narrow = signed_in("carer"), signed_in("carer", width=390)
    for page, shown, hidden in [(wide, "wide", "narrow"), (narrow, "narrow", "wide")]:
        page.goto(PACK)
        expect(page.locator(f".flow-{shown} svg").first).to_be_visible()
        expect(page.locator(f".flow-{hidden} svg").first).to_be_hidden()
        # No text sticks out of its picture.
        assert page.evaluate(
            """form => [...document.querySelectorAll(`.flow-${form} svg`)].every(picture => {
                const right = picture.getBoundingClientRect().right
                return [...picture.querySelectorAll('text')].every(text => text.getBoundingClientRect().right <= right)
            })""",
            shown,
        )


def test_somebody_finds_their_own_part_without_scripts(signed_in):
    page = signed_in("carer", width=390, height=844, java_script_enabled=False)
    page.get_by_role("link", name="Protocol", exact=True).click()
    page.get_by_role("link", name="Birmingham, 2015").first.click()
    page.get_by_role("navigation", name="Who are you?").get_by_role("link", name="Carer", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Birmingham, 2015: the part of the carer")
    expect(page.locator("#duty-classify")).to_have_count(0)
    page.get_by_text("The picture as a list").first.click()
    page.locator(".flow details a").first.click()
    assert re.search("#duty-", page.url)


def test_the_parts_are_reached_by_keyboard(signed_in):
    page = signed_in("social-worker")
    page.goto(PACK)
    page.get_by_role("navigation", name="What is in here").get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#before")


def test_it_prints_with_its_name_on_each_page(signed_in, tmp_path):
    page = signed_in("social-worker")
    page.goto(f"{PACK}?who=carer")
    page.emulate_media(media="print")
    expect(page.locator(".flow-wide svg").first).to_be_visible()
    expect(page.locator("header.top")).to_be_hidden()
    paper = page.pdf(prefer_css_page_size=True)
    assert paper.startswith(b"%PDF") and len(re.findall(rb"/Type\s*/Page\b", paper)) > 2


def test_the_administrator_adopts_one_and_sees_first_what_changes(signed_in, accessibility_faults, picture):
    page = signed_in("administrator")
    page.goto("/protocols")
    page.get_by_role("link", name=re.compile("Adopt.*Statutory guidance")).click()
    assert accessibility_faults(page) == []
    page.get_by_role("button", name="See what would change").click()
    expect(page.get_by_role("alert")).to_contain_text("Give the date")
    assert accessibility_faults(page) == []
    page.get_by_label("From when?").fill("2031-01-01")
    page.get_by_label("The protocol under which their episode began").check()
    page.get_by_label("Who decided it?").fill("Safeguarding partnership, minute 7.")
    page.get_by_role("button", name="See what would change").click()
    expect(page.get_by_role("heading", name="What it means for children who are away")).to_be_visible()
    assert accessibility_faults(page) == []
    picture(page, "protocol-adopt", full_page=False)
    page.get_by_role("button", name="Yes, record the adoption").click()
    expect(page.get_by_role("status")).to_contain_text("is adopted")
    expect(page.get_by_role("cell", name="1 January 2031")).to_be_visible()


@pytest.mark.parametrize("width,scripts", [(1280, True), (390, False)])
def test_the_record_is_replayed_through_two_protocols(signed_in, accessibility_faults, picture, width, scripts):
    page = signed_in("team-manager", width=width, java_script_enabled=scripts)
    page.goto("/protocols/hartlepool-2018/replay")
    page.get_by_label("Compare with").select_option("hartlepool-2017")
    page.get_by_role("button", name="Replay").click()
    # It shows how far it is, by itself, until it is done.
    expect(page.get_by_role("heading", name="Who would have been on the agenda, and when")).to_be_visible(timeout=120_000)
    if scripts:
        assert accessibility_faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        picture(page, "protocol-replay", full_page=False)
