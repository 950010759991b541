# SPDX-License-Identifier: MIT
"""J5 and J10 in the browser, the register with its network, accounts that differ, and a boy whom nobody knew (J2)."""

import re
import time

from playwright.sync_api import expect

from journeys import pick, record

NARROW = {"width": 390, "height": 844}


def no_fault(page, accessibility_faults, address=None):
    if address:
        page.goto(address)
    assert accessibility_faults(page) == [], page.url
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == 0, f"{page.url} is too wide"


def open_child(page, name):
    page.goto(f"/search?q={name.replace(' ', '+')}")
    page.get_by_role("link", name=re.compile(name)).first.click()
    page.wait_for_load_state()


def episode_of(page, name):
    open_child(page, name)
    if "/children/" in page.url:
        page.get_by_role("link", name="Go to the open episode").click()
        page.wait_for_load_state()
    return page.url.split("?")[0]


def test_three_go_together_and_one_is_back(signed_in, accessibility_faults, picture):
    worker = signed_in("social-worker")
    episode = episode_of(worker, "Jade Okafor")
    worker.get_by_role("link", name="Others were with them: one page for the group").click()
    expect(worker.get_by_role("heading", level=1)).to_have_text("Away together")
    group = worker.get_by_role("table").first
    expect(group.get_by_role("link", name=re.compile("Ruby Castell"))).to_be_visible()
    expect(group.get_by_role("row", name=re.compile("Ruby Castell"))).to_contain_text("Back")
    no_fault(worker, accessibility_faults)
    picture(worker, "together")

    police = signed_in("duty-inspector", **NARROW)
    police.goto(f"{episode}/together?act=sighted")
    no_fault(police, accessibility_faults)
    police.get_by_label("Where the child was seen").fill("Outside the station")
    police.get_by_role("button", name="Record it for each").click()
    expect(police.locator(".notice")).to_contain_text("Each has it on their own record")
    worker.goto(episode)
    expect(worker.locator("ol.time").get_by_text("Seen, or said to have been seen").first).to_be_visible()
    expect(worker.get_by_text("Outside the station").first).to_be_attached()

    # Whoever looks after none of them learns of none.
    carer = signed_in("carer")
    carer.goto(f"{episode}/together")
    expect(carer.get_by_text("Jade Okafor")).to_have_count(0)


def test_a_review_asks_what_was_known(signed_in, accessibility_faults, picture):
    worker = signed_in("social-worker")
    open_child(worker, "Amber Quayle")
    worker.get_by_role("link", name="The record as it was known at a time").click()
    no_fault(worker, accessibility_faults)
    worker.get_by_role("link", name="when they came back").click()
    known, later = worker.locator("#known"), worker.locator("#later")
    expect(known).to_contain_text("reported the child missing")
    expect(known).not_to_contain_text("Bay Hotel")
    expect(later).to_contain_text("Bay Hotel, Station Road")
    expect(later.locator("tr").filter(has_text="Bay Hotel").first).to_contain_text("later")
    expect(worker.locator("#duties")).to_contain_text("Owed by")
    expect(worker.locator("#told")).to_contain_text("Social worker")
    no_fault(worker, accessibility_faults)
    picture(worker, "as-known")
    worker.emulate_media(media="print")
    expect(worker.locator("form.no-print")).to_be_hidden()
    expect(known.locator("table")).to_be_visible()
    worker.emulate_media(media="screen")
    phone = signed_in("social-worker", java_script_enabled=False, **NARROW)
    phone.goto(worker.url)
    expect(phone.locator("#known table")).to_be_visible()


def test_the_network_explains_each_line(signed_in, accessibility_faults, picture):
    worker = signed_in("social-worker", java_script_enabled=False)
    worker.get_by_role("link", name="Places and people").click()
    expect(worker.get_by_role("heading", name=re.compile("To look at again now"))).to_be_visible()
    picture(worker, "concerns")
    worker.get_by_role("link", name="The network, drawn").click()
    picture(worker, "network")
    line = worker.locator("figure.network a[href^='#line-']").first
    row = line.get_attribute("href")
    worker.goto(worker.url + row)
    expect(worker.locator(row)).to_be_visible()
    worker.locator(row).get_by_role("link").first.click()
    expect(worker.locator("h1")).to_be_visible()
    wide = signed_in("social-worker")
    phone = signed_in("social-worker", **NARROW)
    for page in (wide, phone):
        for address in ["/concerns", "/concerns/network", "/concerns/record?act=place-of-concern-entered", "/discrepancies",
                        "/emergency-places", "/emergency-places/record?act=emergency-place-entered"]:
            no_fault(page, accessibility_faults, address)
        page.goto("/concerns")
        page.locator("main table a").first.click()
        no_fault(page, accessibility_faults)
    picture(wide, "concern")
    carer = signed_in("carer")
    assert carer.goto("/concerns").status == 404


def test_a_place_is_entered_and_a_finding_there_is_offered_it(signed_in):
    worker = signed_in("social-worker")
    name = f"Yard {time.time_ns() % 10**9}"
    worker.goto("/concerns/record?act=place-of-concern-entered")
    worker.get_by_label("What the place is called").fill(name)
    worker.get_by_label("Who told us").fill("A shopkeeper")
    worker.get_by_label(re.compile("Likely: said")).check()
    worker.get_by_label("By the end of a day").check()
    worker.locator("input[name='next.date']").fill("2027-03-01")
    worker.locator("form#act button.btn").click()
    expect(worker.get_by_role("heading", level=1)).to_have_text(name)
    address = worker.url.split("?")[0]
    police = signed_in("duty-inspector")
    episode = episode_of(police, "Jordan Marsh")
    police.goto(f"{episode}/add/sighted")
    police.get_by_label("Where the child was seen").fill("In the yard")
    pick(police, f"{name} (place)")
    police.locator("form#act button.btn").click()
    expect(police.locator(".notice").filter(has_text="Recorded:")).to_be_visible()
    worker.goto(address)
    expect(worker.locator("main")).to_contain_text("Jordan Marsh")
    expect(worker.locator("main")).to_contain_text("Seen there")


def test_accounts_that_differ_are_settled(signed_in, accessibility_faults, picture):
    worker = signed_in("social-worker")
    worker.goto("/discrepancies")
    worker.get_by_role("link", name=re.compile("Jade Okafor")).click()
    expect(worker.locator("#differences")).to_contain_text("Since when the child was missing")
    no_fault(worker, accessibility_faults)
    picture(worker, "accounts")
    item = worker.locator("#missingSince")
    item.get_by_role("link", name=re.compile("This counts")).first.click()
    worker.get_by_label("Why").fill("The home saw her at tea; the school's time is of another girl.")
    worker.locator("form#act button.btn").click()
    expect(worker.locator(".notice").filter(has_text="Recorded:")).to_be_visible()
    worker.goto(worker.url.split("?")[0] + "/accounts")
    expect(worker.locator("#missingSince")).to_contain_text("Settled")


def test_police_protection_runs_and_ends(signed_in, accessibility_faults, picture):
    worker = signed_in("social-worker")
    episode = episode_of(worker, "Leon Hartnoll")
    expect(worker.locator("#police-protection")).to_contain_text("left")
    expect(worker.locator("#homeless")).to_contain_text("never bed and breakfast")
    no_fault(worker, accessibility_faults)
    picture(worker, "police-protection")
    worker.goto(f"{episode}/add/accommodated")
    assert worker.get_by_label("Bed and breakfast").count() == 0
    record(worker, episode, "police-protection-ended", choose=["Accommodated"])
    expect(worker.locator("#police-protection")).to_have_count(0)
