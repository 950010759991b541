# SPDX-License-Identifier: MIT
"""Meetings, panels, actions, plans and the calendar feed, as people use them: J8 and a group's strategy meeting."""

import re
import urllib.error
import urllib.request
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar
from journeys import pick
from playwright.sync_api import expect

PAGES = ["/meetings", "/meetings/today", "/meetings/new", "/meetings/new?kind=mase", "/actions?whose=all", "/area-plan",
         "/you/calendar"]


def in_days(days):
    return (date.today() + timedelta(days=days)).isoformat()


def fits(page, width):
    return page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_every_page_fits_and_has_no_accessibility_fault(signed_in, accessibility_faults, picture, width):
    page = signed_in("team-manager", width=width)
    meetings = page.goto("/meetings") and page.locator("#coming a[href^='/meetings/'], #held a[href^='/meetings/']")
    one = meetings.first.get_attribute("href")
    held = page.locator("#held a[href^='/meetings/']").first.get_attribute("href")
    for place in [*PAGES, one, held, f"{held}/held", f"{one}/change", f"{held}/print?of=minutes", f"{one}/print"]:
        page.goto(place)
        assert fits(page, width), place
        assert accessibility_faults(page) == [], place
        if width != 320:
            name = {one: "meeting-coming", held: "meeting-held"}.get(place, "")
            name = name or re.sub(r"[^a-z]+", "-", place.replace(held, "held").replace(one, "coming")).strip("-")
            picture(page, f"{name}{'-phone' if width == 390 else ''}")


def test_the_area_plan_is_edited_line_by_line_without_scripts(signed_in, accessibility_faults):
    page = signed_in("panel-chair", java_script_enabled=False)
    page.goto("/area-plan")
    page.get_by_role("link", name="Write a line under Protect").click()
    page.get_by_label("What", exact=True).fill("A named officer for each home.")
    page.get_by_label("By the end of a day").check()
    page.get_by_label("Date").fill(in_days(30))
    pick(page, "Duty inspector")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status")).to_contain_text("Recorded")
    row = page.locator("#protect tr").filter(has_text="A named officer for each home.")
    row.get_by_role("link", name="Say how it stands").click()
    page.get_by_label("Under way").check()
    page.get_by_label("What shows it").fill("The list of names of 1 March.")
    page.get_by_role("button", name="Keep it").click()
    expect(row).to_contain_text("Under way")
    expect(row).to_contain_text("The list of names of 1 March.")


def test_j8_a_monthly_panel_from_triggers_to_what_came_of_it(signed_in, accessibility_faults):
    manager = signed_in("team-manager")
    manager.goto("/meetings")
    manager.get_by_role("link", name="Call a meeting", exact=True).click()
    manager.get_by_role("link", name="Multi-agency meeting on sexual exploitation").click()
    # The protocol's trigger offers children, each with the episodes that made it.
    offered = manager.locator("#child input[type=checkbox]")
    assert offered.count() >= 1
    expect(manager.locator("#child details").first).to_contain_text(re.compile("Three missing in three months", re.I))
    for box in offered.all()[1:]:
        box.uncheck()
    manager.get_by_label("Date").first.fill(in_days(7))
    manager.get_by_label("Time").first.fill("10:00")
    manager.get_by_label("Who chairs it").select_option(label="Gwen Tasker, panel chair")
    assert accessibility_faults(manager) == []
    manager.get_by_role("button", name="Call it").click()
    expect(manager.get_by_role("status")).to_contain_text("Called")
    meeting = re.sub(r"\?.*", "", manager.url)
    part = manager.locator(".child-part").first
    name = part.get_by_role("heading", level=3).inner_text().split(",")[0]
    expect(part).to_contain_text("Three missing in three months")

    # The letter is sent, and the child answers.
    part.get_by_role("link", name="It was sent").first.click()
    manager.locator("form#act button.btn").click()
    manager.goto(meeting)
    chair = signed_in("panel-chair")
    chair.goto(meeting)
    chair.get_by_role("link", name=f"The child has answered for {name.split()[0]}").or_(
        chair.get_by_role("link", name="The child has answered")).first.click()
    chair.get_by_label("Anything more").fill("I want somebody to ask me first.")
    chair.locator("form#act button.btn").click()

    # Minutes of this child alone, with an action.
    chair.goto(f"{meeting}/held")
    chair.get_by_label("Who chaired it").select_option(label="Gwen Tasker, panel chair")
    chair.get_by_label("Health", exact=True).check()
    chair.get_by_label("Minutes").first.fill("Each agency said what it knows.")
    chair.get_by_label("A review and change of the care plan").first.check()
    chair.get_by_label("Action 1").first.fill("Ask the child before the next panel.")
    chair.locator("select[name^='owner.']").first.select_option(label="Amira Hale, social worker")
    chair.locator("input[name^='due.']").first.fill(in_days(14))
    assert accessibility_faults(chair) == []
    chair.get_by_role("button", name="Keep it").click()
    expect(chair.get_by_role("status")).to_contain_text("what came of the meeting")
    expect(chair.locator(".child-part").first).to_contain_text("Each agency said what it knows.")

    # The child is told what came of it.
    chair.get_by_role("link", name="Tell the child what came of it").first.click()
    chair.get_by_label("What the child was told").fill("Your social worker asks you before each panel.")
    chair.locator("form#act button.btn").click()
    chair.goto(meeting)
    expect(chair.locator(".child-part").first).to_contain_text("Your social worker asks you before each panel.")

    # The action is on its owner's list until it is done.
    owner = signed_in("social-worker")
    owner.goto("/actions")
    row = owner.get_by_role("listitem").filter(has_text="Ask the child before the next panel.")
    row.get_by_role("link", name="It is done").click()
    owner.get_by_label("What was done, and what came of it").fill("Asked on Monday; wants the visits back.")
    owner.locator("form#act button.btn").click()
    chair.goto(meeting)
    expect(chair.locator(".child-part").first).to_contain_text("Asked on Monday; wants the visits back.")


def test_a_strategy_meeting_about_a_group_keeps_each_child_apart(signed_in, accessibility_faults):
    """J5: several children are talked about in one meeting, each with minutes and a plan of their own."""
    page = signed_in("team-manager")
    page.goto("/meetings/today")
    rows = page.locator("tbody th[scope=row] a")
    names = [text.split(",")[0] for text in rows.all_inner_texts()][:2]
    episodes = [link.get_attribute("href") for link in rows.all()][:2]
    children = []
    for episode in episodes:
        page.goto(episode)
        children.append(page.locator("nav[aria-label='Where you are'] a[href^='/children/']").first.get_attribute("href"))
    query = "&".join(f"child={place.rsplit('/', 1)[1]}" for place in children)
    page.goto(f"/meetings/new?kind=strategy-meeting&{query}")
    page.get_by_label("Date").first.fill(in_days(1))
    page.get_by_label("Time").first.fill("09:00")
    page.get_by_role("button", name="Call it").click()
    meeting = re.sub(r"\?.*", "", page.url)
    # The page's order is that of the record's numbers, and not that of the list.
    shown = [text.split(",")[0] for text in page.locator(".child-part h3").all_inner_texts()]
    assert sorted(shown) == sorted(names)
    episodes = [episodes[names.index(name)] for name in shown]
    names = shown
    page.goto(f"{meeting}/held")
    page.get_by_label("Social worker", exact=True).first.check()
    for index, name in enumerate(names):
        page.get_by_label("Minutes").nth(index).fill(f"Said of {name} alone.")
        page.get_by_label("A plan to find the child and for the hour after").nth(index).check()
    page.get_by_role("button", name="Keep it").click()
    for index, place in enumerate(episodes):
        page.goto(place)
        expect(page.locator("main")).to_contain_text(f"Said of {names[index]} alone.")
        expect(page.locator("main")).not_to_contain_text(f"Said of {names[1 - index]} alone.")
    page.goto(f"{meeting}/print?of=minutes")
    assert page.locator(".own-page").count() == 2
    assert accessibility_faults(page) == []


def test_a_plan_in_force_stands_on_the_episode(signed_in, accessibility_faults, picture):
    page = signed_in("carer")
    page.goto("/meetings/today")
    page.get_by_role("link", name=re.compile("^Kezia Addo")).click()
    plan = page.locator("#plan")
    expect(plan).to_contain_text("Trigger plan, in force")
    expect(plan.get_by_role("listitem").first).to_contain_text("Ring her own phone")
    picture(page, "episode-with-plan")
    plan.get_by_role("link", name="All plans").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Plans for Kezia Addo")
    assert accessibility_faults(page) == []
    picture(page, "plans")


def test_the_calendar_feed_is_read_by_a_calendar_and_names_no_child(demo, signed_in):
    page = signed_in("team-manager")
    page.goto("/you/calendar")
    page.get_by_role("button", name="Make an address").click()
    address = page.locator(".link code").inner_text()
    with urllib.request.urlopen(address, timeout=10) as answer:
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        raw = answer.read()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    calendar = Calendar.from_ical(raw)
    assert calendar["VERSION"] == "2.0" and calendar.errors == []
    events = calendar.walk("VEVENT")
    assert len(events) >= 2
    assert len({event["UID"] for event in events}) == len(events)
    for event in events:
        assert event.errors == []
        assert event["DTSTART"].dt.tzinfo in (UTC, None) or event["DTSTART"].dt.utcoffset() == timedelta(0)
        assert isinstance(event["DTSTAMP"].dt, datetime)
        assert event["STATUS"] in ("CONFIRMED", "CANCELLED") and int(event["SEQUENCE"]) >= 0
        assert "LOCATION" not in event and "ATTENDEE" not in event
    text = raw.replace(b"\r\n ", b"").decode()
    page.goto("/meetings/today")
    for told in page.locator("tbody th[scope=row] a").all_inner_texts():
        for part in told.split(",")[0].split():
            assert part not in text, part
    # Ending it closes it at once.
    page.goto("/you/calendar")
    page.get_by_role("button", name="End it").first.click()
    with pytest.raises(urllib.error.HTTPError) as closed:
        urllib.request.urlopen(address, timeout=10)
    assert closed.value.code == 404
