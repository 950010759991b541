# SPDX-License-Identifier: MIT
"""J3, a child placed by another authority and one of ours elsewhere; J6, a child who came alone and is gone within
48 hours; an investigation that is offered to another force and not accepted."""

import re

import pytest
from playwright.sync_api import expect

from journeys import pick, record
from moments import Moments, sign_in


@pytest.fixture
def person(demo, chromium):
    """A function that signs in as the demo's person of a name."""
    contexts = []
    yield lambda name, **size: sign_in(demo, chromium, name, contexts, **size)
    for context in contexts:
        context.close()


def is_sound(page, faults):
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def unfold(page):
    """Opens what a long form keeps folded."""
    page.locator("form#act details").evaluate_all("all => all.forEach(each => { each.open = true })")


def test_both_sides_of_a_border_see_what_was_notified(person, accessibility_faults, picture):
    worker = person("Amira Hale")
    worker.goto("/placements")
    is_sound(worker, accessibility_faults)
    picture(worker, "placements")
    expect(worker.get_by_label("Placed here by others")).to_contain_text("Sky Whitlock")
    ours = worker.get_by_label("Ours, placed elsewhere")
    left = ours.locator("li.row").filter(has_text="Dominic Ferris")
    expect(left).to_contain_text("that the child has left")
    left.get_by_role("link", name=re.compile("that the child has left")).click()
    worker.locator("form#act button.btn").click()
    worker.goto("/placements")
    left = worker.get_by_label("Ours, placed elsewhere").locator("li.row").filter(has_text="Dominic Ferris")
    expect(left.get_by_role("link", name=re.compile("that the child has left"))).to_have_count(0)
    phone = person("Amira Hale", width=390, height=844)
    phone.goto("/placements")
    is_sound(phone, accessibility_faults)
    phone.goto("/alerts")
    is_sound(phone, accessibility_faults)
    expect(phone.get_by_label("Alerts")).to_contain_text("Past its end")


def test_a_hand_over_between_authorities_is_seen_and_accepted(person, accessibility_faults, picture):
    host = person("Rob Lister")
    expect(host.locator(".notice").filter(has_text="to take a case over")).to_be_visible()
    host.goto("/offers")
    is_sound(host, accessibility_faults)
    picture(host, "offers")
    offer = host.get_by_label("To you").locator("li.row").filter(has_text="Poppy Grange")
    expect(offer).to_contain_text("Eastmoor Council has the case still")
    offer.get_by_role("link", name="Accept it").click()
    host.locator("form#act button.btn").click()
    expect(host.locator(".notice").filter(has_text="Recorded:")).to_be_visible()
    worker = person("Amira Hale")
    worker.goto("/offers")
    expect(worker.locator("li.row").filter(has_text="Poppy Grange")).to_have_count(0)


def test_until_another_force_accepts_the_sender_owns_it(person, accessibility_faults, picture):
    sender = person("Imogen Hart")
    row = sender.locator(".rows .row").filter(has_text="Jordan Marsh")
    expect(row).to_contain_text("Offered to Westhaven Police, not accepted")
    row.get_by_role("link", name=re.compile("Jordan Marsh")).first.click()
    expect(sender.get_by_text("Eastmoor Police has the investigation still.")).to_be_visible()
    receiver = person("Tessa Rowe", width=390, height=844)
    receiver.goto("/offers")
    is_sound(receiver, accessibility_faults)
    picture(receiver, "offers-phone")
    offer = receiver.get_by_label("To you").locator("li.row").filter(has_text="Jordan Marsh")
    expect(offer).to_contain_text("Not answered in time")
    offer.get_by_role("link", name="Accept it").click()
    receiver.locator("form#act button.btn").click()
    expect(receiver.locator(".notice").filter(has_text="Recorded:")).to_be_visible()
    sender.goto("/")
    row = sender.locator(".rows .row").filter(has_text="Jordan Marsh")
    expect(row).not_to_contain_text("not accepted")


def test_a_child_who_came_alone_is_gone_within_48_hours(tmp_path, chromium, accessibility_faults, picture):
    moments = Moments(tmp_path, chromium)
    with moments.at("2026-09-14T11:00"):
        worker = moments.sign_in("Amira Hale")
        worker.goto("/children/new")
        worker.get_by_label("Name", exact=True).fill("Tariq Noori")
        unfold(worker)
        pick(worker, "Eastmoor Council")
        worker.locator("form#act button.btn").click()
        child = worker.url.replace(moments.demo.address, "")
        for status in ["Looked after", "Unaccompanied", "Subject to immigration restriction"]:
            worker.goto(f"{child}/add/status-started")
            unfold(worker)
            pick(worker, status)
            worker.get_by_label(re.compile("^Since")).first.fill("2026-09-14")
            if status.startswith("Subject"):
                pick(worker, "Restriction: granted temporary admission")
            worker.locator("form#act button.btn").click()
        worker.goto(f"{child}/add/placement-started")
        unfold(worker)
        pick(worker, "Children's home")
        worker.get_by_label(re.compile("^Since")).first.fill("2026-09-14")
        worker.locator("[name=place][value=larch-house]").check()
        worker.locator("form#act button.btn").click()
        worker.goto(child)
        expect(worker.locator("#unaccompanied")).to_contain_text("48 hours in care")

    with moments.at("2026-09-15T23:30"):
        carer = moments.sign_in("Marcus Bell", width=390, height=844)
        carer.goto("/report")
        carer.locator("button.pick").filter(has_text="Tariq Noori").click()
        carer.get_by_role("button", name="In danger now").click()
        carer.get_by_label("Circumstances").fill("The window was open at the half past eleven round.")
        carer.get_by_role("button", name="Next").click()
        carer.get_by_role("button", name="Send the report").click()
        episode = carer.get_by_role("link", name="Go to the episode").get_attribute("href")
        police = moments.sign_in("Imogen Hart")
        record(police, episode, "classified", choose=["Missing"], write={"Why": "Came alone two days ago."})
        worker = moments.sign_in("Amira Hale")
        worker.goto(episode)
        card = worker.locator("#unaccompanied")
        expect(card).to_contain_text("Within 48 hours of arriving")
        expect(card).to_contain_text("Refer the child to the National Referral Mechanism")
        is_sound(worker, accessibility_faults)
        picture(worker, "unaccompanied")
        record(worker, episode, "nrm-referred")
        record(worker, episode, "trafficking-assessed", write={"Result": "Owes money to those who brought him."})
        record(worker, episode, "notified", choose=["Home Office"])
        worker.goto(episode)
        expect(card).not_to_contain_text("Refer the child to the National Referral Mechanism")
        phone = moments.sign_in("Amira Hale", width=390, height=844)
        phone.goto(episode)
        is_sound(phone, accessibility_faults)

    with moments.at("2026-09-22T10:00"):
        worker = moments.sign_in("Amira Hale")
        worker.goto(episode)
        expect(worker.locator("#unaccompanied")).to_contain_text("This week's contact with the Home Office is due")
        office = moments.sign_in("Lin Barker")
        record(office, episode, "notified", choose=["Social worker"])
        record(office, episode, "located")
        worker.goto(episode)
        card = worker.locator("#unaccompanied")
        expect(card).to_contain_text("decide with them and police where the child goes")
        expect(card).to_contain_text("Hold back where the child is")
