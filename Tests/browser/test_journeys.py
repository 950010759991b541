# SPDX-License-Identifier: MIT
"""J1, J2 and J4 from end to end, with several people at their own browsers who see each other's acts without reloading."""

import re

import pytest
from playwright.sync_api import expect

from journeys import DESKTOP, PHONE, WITHOUT_SCRIPTS, check_page, record, report_missing, report_newcomer

PARENTS = "Parents, or who has parental responsibility"


def told(page, text):
    """The time line of the episode that is open says it."""
    expect(page.locator("ol.time").get_by_text(text).first).to_be_visible()


def section(page, heading):
    return page.locator("section").filter(has=page.get_by_role("heading", name=heading))


@pytest.mark.parametrize("options", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_child_does_not_come_home_and_is_brought_back(signed_in, picture, options):
    carer, police, worker = (signed_in(role, **options) for role in ["carer", "duty-inspector", "social-worker"])
    name, episode, taps = report_missing(carer)
    assert taps < 12
    picture(carer, "report-sent-phone")
    for page in (police, worker):
        row = page.locator(".rows .row").filter(has_text=name).filter(has_text="Not yet classified by police")
        expect(row).to_be_visible()

    carer.goto(episode)
    worker.goto(episode)
    record(police, episode, "classified", choose=["Missing"], write={"Why": "Out of character for them."})
    for page in (carer, worker):
        told(page, "classified as missing")
    record(police, episode, "risk-graded", choose=["High"], write={"Why": "Known exploitation."})
    expect(carer.get_by_text("High risk").first).to_be_visible()
    picture(worker, "episode")
    check_page(worker)

    # Who must know is told, and what is to be done is agreed.
    police.goto(episode)
    record(worker, episode, "notified", choose=["Independent reviewing officer", "Phone"])
    told(police, "told independent reviewing officer")
    record(worker, episode, "notified", choose=[PARENTS, "Phone"])
    record(police, episode, "action-agreed", choose=["Duty inspector"], write={"Action": "Ring round her friends from school."})
    record(police, episode, "visited", write={"Which address was visited": "The skate ramps", "Result": "Not there."})
    worker.goto(episode)
    # What was agreed is folded under its sentence.
    expect(worker.locator("ol.time").get_by_text("Ring round her friends from school.").first).to_be_attached()

    police.goto(episode)
    record(police, episode, "located", choose=["Yes"], write={"Where found": "Market Street car park"})
    carer.goto(episode)
    expect(carer.get_by_text("Located, not back").first).to_be_visible()
    worker.goto(episode)
    record(carer, episode, "returned", choose=["Placement"])
    expect(worker.get_by_role("heading", level=1)).to_have_text(re.compile("is back after"))
    record(police, episode, "safe-and-well-checked")
    record(worker, episode, "interview-offered")
    worker.goto(episode)
    told(worker, "return interview was offered")

    # What the child said leads to a plan, and the plan is what the next episode begins with.
    interviewer = signed_in("interviewer", **options)
    interviewer.goto(episode)
    expect(interviewer.get_by_role("heading", level=1)).to_contain_text("is back")
    record(interviewer, episode, "interview-held")
    record(worker, episode, "plan-updated", choose=["Prevention plan"], write={"Action": "A call each evening at nine."})
    record(worker, episode, "placement-reviewed", choose=["Placement is right"],
           write={"Why": "She is settled there, and it was not the home that she left."})
    worker.goto(episode)
    told(worker, "plan")
    check_page(worker)


@pytest.mark.parametrize("options", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_child_living_at_home_whom_nobody_knows_is_reported_by_their_family(signed_in, options):
    """A mother rings the emergency duty team at night."""
    team, police = signed_in("edt", **options), signed_in("duty-inspector", **options)
    name = "Rosa Whitfield" if options is DESKTOP else "Callie Whitfield"
    episode = report_newcomer(team, name, age="13", home="4 Quarry Rise")
    row = police.locator(".rows .row").filter(has_text=name)
    expect(row).to_be_visible()
    expect(row.get_by_text("Missing from home")).to_be_visible()
    row.get_by_role("link", name=re.compile(name)).click()
    expect(police.get_by_role("heading", level=1)).to_contain_text(name)
    record(police, episode, "classified", choose=["Missing"], write={"Why": "Thirteen, and nobody has heard from her."})
    record(police, episode, "risk-graded", choose=["Medium"], write={"Why": "No known harm."})
    record(team, episode, "notified", choose=[PARENTS, "Phone"])
    record(police, episode, "located", choose=["Yes"], write={"Where found": "At her aunt's"})
    record(team, episode, "returned", choose=["Home"])
    record(police, episode, "safe-and-well-checked")
    record(team, episode, "interview-offered")
    team.goto(episode)
    expect(team.get_by_role("heading", level=1)).to_contain_text("is back")
    check_page(team)


@pytest.mark.parametrize("options", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_police_call_it_absent_review_it_and_reclassify_it(signed_in, options):
    carer, police, worker = (signed_in(role, **options) for role in ["carer", "duty-inspector", "social-worker"])
    name, episode, _ = report_missing(carer, urgent=True)
    record(police, episode, "classified", choose=["Absent"], write={"Why": "With their aunt, who is known."})
    expect(section(worker, "Absent now").get_by_text(name)).to_be_visible()
    police.goto(f"{episode}/add/review-agreed")
    police.get_by_label("In 2 hours").first.check()
    police.locator("form#act button.btn").click()
    told(police, "agreed the next review")
    record(police, episode, "reviewed", write={"Result": "Not at the aunt's."})
    record(police, episode, "reclassified", choose=["Missing"], write={"Why": "The aunt has not seen them."})
    expect(section(worker, "Missing now").get_by_text(name)).to_be_visible()
    record(police, episode, "risk-graded", choose=["High"], write={"Why": "Alone at night."})
    record(carer, episode, "returned", choose=["Placement"])
    record(police, episode, "safe-and-well-checked")
    worker.goto(episode)
    expect(worker.get_by_role("heading", level=1)).to_have_text(re.compile("is back after"))


@pytest.mark.parametrize("options", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_what_is_urgent_is_done_without_scripts(signed_in, options):
    """Report, classification, risk and return."""
    options = {**options, **WITHOUT_SCRIPTS}
    carer, police = signed_in("carer", **options), signed_in("duty-inspector", **options)
    name, episode, taps = report_missing(carer)
    assert taps < 12
    police.reload()
    row = police.locator(".rows .row").filter(has_text=name).filter(has_text="Not yet classified by police")
    expect(row).to_be_visible()
    record(police, episode, "classified", choose=["Missing"], write={"Why": "Nobody has seen them."})
    record(police, episode, "risk-graded", choose=["High"], write={"Why": "Twelve years old."})
    carer.goto(episode)
    told(carer, "classified as missing")
    record(carer, episode, "returned", choose=["Placement"])
    expect(carer.get_by_role("heading", level=1)).to_have_text(re.compile("is back"))
