# SPDX-License-Identifier: MIT
"""J11, a child with a link of their own on a phone, and the return interview as provider and social worker hold it."""

import re

import pytest
from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}
CHILDS_PAGES = ["/for-you/page", "/for-you/talk", "/for-you/tell", "/for-you/read"]
RIGHT_TO_LEFT = ["ar", "ckb", "ps", "ur"]


def open_link(page, demo):
    """What a child does first: opens the link and types the word."""
    page.goto(demo.child_link["path"])
    assert page.url.endswith("/for-you"), "the secret does not stay in the address"
    page.locator("#word").fill(demo.child_link["word"])
    page.locator("main form button").first.click()
    page.wait_for_url("**/for-you/page")


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_child_chooses_says_reads_and_corrects_on_a_phone(
    demo, new_page, accessibility_faults, picture, scripts
):
    child = new_page(**PHONE, java_script_enabled=scripts)
    open_link(child, demo)
    for path in CHILDS_PAGES:
        child.goto(path)
        # axe itself is a script; what it looks at is the same page.
        if scripts:
            assert accessibility_faults(child) == [], path
            assert fits(child), path
    child.goto("/for-you/talk")
    child.get_by_label("Leila Farah").check()
    child.get_by_label("At school").check()
    child.get_by_label("Face to face").check()
    child.get_by_label("What else would help?").fill("After lessons")
    child.get_by_role("button", name="Send it").click()
    expect(child.get_by_text("Now we know what you would like.")).to_be_visible()
    child.get_by_role("link", name="Say it in your own words").click()
    child.get_by_role("button", name="Send it").click()
    if not scripts:
        # Without scripts the browser's own check of a needed field stands in the way all the same.
        assert child.url.endswith("/for-you/tell")
    child.get_by_label("Your words").fill("I was not running away. I went to see my gran.")
    child.get_by_label("What I think of the help I get").check()
    child.get_by_role("button", name="Send it").click()
    expect(child.get_by_text("It is sent.")).to_be_visible()
    child.get_by_role("link", name="Read what was written for you").click()
    expect(child.get_by_text("You went to see your gran because you miss her.")).to_be_visible()
    box = child.get_by_label("What is wrong, or what did they leave out?").last
    box.fill("It was my nan.")
    child.get_by_role("button", name="Send it").last.click()
    expect(child.get_by_text("Your words now stand next to what was written.")).to_be_visible()
    if scripts:
        picture(child, "for-you-phone")


def test_a_child_reads_it_in_each_language_from_the_right_side(demo, new_page, accessibility_faults, picture):
    child = new_page(**PHONE)
    open_link(child, demo)
    for code in ["ar", "ckb", "ps", "pl", "ro", "ur", "vi"]:
        child.goto(f"/for-you/language?to={code}")
        whole = child.locator("html")
        expect(whole).to_have_attribute("lang", code)
        direction = child.evaluate("getComputedStyle(document.documentElement).direction")
        assert direction == ("rtl" if code in RIGHT_TO_LEFT else "ltr")
        expect(child.get_by_text("A translator has yet to confirm these words.")).to_be_visible()
        for path in CHILDS_PAGES:
            child.goto(path)
            assert fits(child), f"{code} {path}"
            assert accessibility_faults(child) == [], f"{code} {path}"
        if code == "ar":
            child.goto("/for-you/page")
            picture(child, "for-you-arabic-phone")


def test_leaving_ends_it_and_a_word_that_is_wrong_opens_nothing(demo, new_page):
    child = new_page(**PHONE)
    child.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="weather"))
    open_link(child, demo)
    assert child.title() == "For you"
    child.locator("[data-leave]").click()
    child.wait_for_url("https://www.bbc.co.uk/**")
    child.goto("/for-you/page")
    assert child.url.endswith("/for-you"), "the visit is over"
    other = new_page(**PHONE)
    other.goto(demo.child_link["path"])
    other.locator("#word").fill("grey heron")
    other.locator("main form button").first.click()
    expect(other.get_by_role("alert")).to_be_visible()


def test_an_interview_is_held_on_a_phone_and_what_came_of_it_is_seen_to(
    signed_in, accessibility_faults, picture
):
    interviewer = signed_in("interviewer", **PHONE)
    interviewer.goto("/interviews")
    assert accessibility_faults(interviewer) == []
    assert fits(interviewer)
    picture(interviewer, "interviews-phone")
    row = interviewer.locator(".rows .row").filter(has_text="The child said yes").filter(has_text="Due in").first
    row.locator("a.name").click()
    place = interviewer.url
    expect(interviewer.locator(".clock-bar")).to_contain_text(re.compile("Due in .* \\d\\d:\\d\\d"))
    assert accessibility_faults(interviewer) == []
    interviewer.get_by_role("link", name="Hold the interview").click()
    assert accessibility_faults(interviewer) == []
    assert fits(interviewer)
    interviewer.get_by_label("What was going on").fill("“It was loud, and nobody had time.”")
    # What is typed is kept without being sent.
    expect(interviewer.locator("[data-kept]")).to_contain_text("Kept at")
    interviewer.reload()
    expect(interviewer.get_by_label("What was going on")).to_have_value("“It was loud, and nobody had time.”")
    interviewer.get_by_role("button", name="Finish later").click()
    expect(interviewer.get_by_text("What you wrote is kept.")).to_be_visible()
    interviewer.get_by_role("link", name="Go on writing").click()
    interviewer.get_by_label("What happened").fill("“We drove about.”")
    interviewer.get_by_label("Bullied", exact=True).check()
    interviewer.get_by_label("What it is about").first.select_option(label="Bullied")
    interviewer.get_by_label("What somebody should act on").first.fill("Two girls in the year above")
    picture(interviewer, "interview-write-phone")
    interviewer.get_by_role("button", name="The talk is over: record it").click()
    expect(interviewer.get_by_text("Recorded: Return interview held.")).to_be_visible()
    expect(interviewer.get_by_text("Nothing is decided about it yet.")).to_be_visible()

    worker = signed_in("social-worker")
    worker.goto(place)
    worker.get_by_role("link", name="Agree an action").click()
    worker.get_by_label("Action", exact=True).fill("Speak with the head of year")
    if worker.get_by_label("School", exact=True).count():
        worker.get_by_label("School", exact=True).first.check()
    else:
        worker.locator("select[name=owner]").select_option("school")
    worker.locator("form#act button.btn").click()
    worker.goto(place)
    expect(worker.get_by_text("Speak with the head of year").first).to_be_visible()
    assert accessibility_faults(worker) == []
    picture(worker, "interview")


def test_police_say_that_they_have_what_an_interview_gave_them(signed_in, accessibility_faults):
    interviewer = signed_in("interviewer")
    interviewer.goto("/interviews?show=follow-up")
    interviewer.locator(".rows a.name").filter(has_text="Lena Brook").click()
    expect(interviewer.get_by_text("No receipt yet")).to_be_visible()
    place = interviewer.url
    police = signed_in("duty-inspector")
    police.goto(place)
    assert accessibility_faults(police) == []
    assert "We drove about" not in police.inner_text("body")
    police.get_by_role("link", name="We have it").click()
    police.get_by_label("Police number for it").fill("INT-204")
    police.locator("form#act button.btn").click()
    expect(police.get_by_text("Police have it").first).to_be_visible()


def test_interviews_are_drawn_and_read_and_languages_confirmed(signed_in, accessibility_faults, picture):
    manager = signed_in("team-manager")
    manager.goto("/interviews/audit")
    expect(manager.get_by_text("drawn by lot").first).to_be_visible()
    assert accessibility_faults(manager) == []
    picture(manager, "interview-audit")
    administrator = signed_in("administrator")
    administrator.goto("/languages?show=vi")
    assert accessibility_faults(administrator) == []
    picture(administrator, "languages")
