# SPDX-License-Identifier: MIT
"""Who is this child? A carer who mistypes is shown the right one first; records of one child are joined and parted."""

import re

from playwright.sync_api import expect

from test_concerns import NARROW, no_fault


def test_a_carer_mistypes_a_name_and_a_year(signed_in, accessibility_faults, picture):
    for options in ({}, NARROW, {"java_script_enabled": False}):
        carer = signed_in("carer", **options)
        carer.goto("/search?q=Karimi")
        carer.get_by_role("link", name=re.compile("Yusuf Karimi")).first.click()
        day, year = re.search(r"(\d+ \w+) (\d{4})", carer.locator("dl.sum").first.inner_text()).groups()
        months = "January February March April May June July August September October November December".split()
        number, month = day.split()
        born = f"{number}/{months.index(month) + 1}/{int(year) - 1}"

        # The search says why, and who is likelier a sister.
        carer.goto(f"/search?q=Yousef+Karimy+{born}")
        found = carer.locator("ul.rows").last.locator("li")
        expect(found.nth(0)).to_contain_text("Yusuf Karimi")
        expect(found.nth(0)).to_contain_text("the same name in another spelling")
        expect(found.nth(0)).to_contain_text("the year is one apart")
        expect(found.nth(1)).to_contain_text("Leila Karimi")
        expect(found.nth(1)).to_contain_text("Perhaps a brother or sister")

        # The report asks before it makes another record.
        carer.goto("/report")
        carer.get_by_role("button", name=re.compile("Somebody who is not in the record yet")).click()
        carer.locator("[name=name]").fill("Yousef Karimy")
        carer.locator("[name=born]").fill(f"{int(year) - 1}-{months.index(month) + 1:02}-{int(number):02}")
        carer.get_by_role("button", name="Next").click()
        expect(carer.get_by_role("heading", level=1)).to_have_text("Is it one of these?")
        # What looks for faults is a script itself.
        if "java_script_enabled" not in options:
            no_fault(carer, accessibility_faults)
            picture(carer, "report-known-phone" if options else "report-known")
        choices = carer.locator("button.pick")
        expect(choices.nth(0)).to_contain_text("Yusuf Karimi")
        expect(choices.nth(0)).to_contain_text("the year is one apart")
        expect(choices.nth(1)).to_contain_text("Leila Karimi")
        expect(choices.nth(1)).to_contain_text("Brother or sister?")
        expect(choices.last).to_contain_text("None of these, or I am not sure")
        choices.nth(0).click()
        expect(carer.locator("main")).to_contain_text("Yusuf Karimi")


def test_two_records_are_joined_and_parted(signed_in, accessibility_faults, picture):
    manager = signed_in("team-manager")
    manager.goto("/children")
    manager.get_by_role("link", name="Records that may be of one child").click()
    no_fault(manager, accessibility_faults)
    picture(manager, "matches")
    expect(manager.locator("main")).to_contain_text("Twins. I have met both")
    manager.get_by_role("link", name=re.compile("^Mohammed Rahim, .* and Muhammad Raheem")).first.click()
    expect(manager.get_by_role("heading", level=1)).to_have_text("One child or two?")
    expect(manager.locator("main")).to_contain_text("The birth date is the same.")
    expect(manager.locator("section", has_text="Who else it may be").last).to_contain_text("Bilal Rahim")
    no_fault(manager, accessibility_faults)
    picture(manager, "match-pair")
    pair = manager.url
    # Without a reason nothing is joined.
    manager.get_by_role("button", name=re.compile("join the records")).click()
    expect(manager.locator(".summary-of-errors")).to_contain_text("Say why")
    no_fault(manager, accessibility_faults)
    manager.get_by_label(re.compile("^Why: what did you look at")).fill("His school has one boy of this name and address.")
    manager.get_by_role("button", name=re.compile("join the records")).click()
    expect(manager.locator(".notice").first).to_contain_text("Joined.")
    manager.goto("/search?q=Raheem")
    expect(manager.get_by_role("link", name=re.compile("Mohammed Rahim")).first).to_be_visible()
    manager.get_by_role("link", name=re.compile("Mohammed Rahim")).first.click()
    expect(manager.locator(".notice").first).to_contain_text("are shown here as one child")
    no_fault(manager, accessibility_faults)

    phone = signed_in("team-manager", **NARROW)
    for address in ("/matches/pair", pair, "/matches"):
        no_fault(phone, accessibility_faults, address)
    picture(phone, "matches-phone")

    plain = signed_in("team-manager", java_script_enabled=False, **NARROW)
    plain.goto("/matches")
    row = plain.locator("li", has_text="His school has one boy")
    row.get_by_text("Part them again", exact=True).first.click()
    row.get_by_label("Why").fill("Two cousins after all.")
    row.get_by_role("button", name="Part them again").click()
    expect(plain.locator(".notice").first).to_contain_text("Parted.")
    plain.goto("/search?q=Raheem")
    expect(plain.get_by_role("link", name=re.compile("Muhammad Raheem")).first).to_be_visible()

    phone.goto(pair)
    picture(phone, "match-pair-phone")

    # A social worker says what they think, and joins nobody; whoever looks after children is not asked.
    worker = signed_in("social-worker")
    worker.goto(pair)
    expect(worker.get_by_role("button", name=re.compile("join the records"))).to_have_count(0)
    worker.get_by_role("button", name="I am not sure").click()
    expect(worker.locator(".notice").first).to_contain_text("Recorded.")
    carer = signed_in("carer")
    assert carer.goto("/matches").status == 404
