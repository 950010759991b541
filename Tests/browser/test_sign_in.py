# SPDX-License-Identifier: MIT
"""The first page anybody sees."""


def test_the_sign_in_page_has_no_accessibility_fault(page, accessibility_faults):
    page.goto("/")
    assert accessibility_faults(page) == []


def test_a_social_worker_signs_in(signed_in, picture):
    page = signed_in("social-worker")
    picture(page, "after-sign-in", full_page=False)


def test_a_wrong_password_is_refused_and_the_email_is_kept(demo, page):
    person = demo.sign_in_of("social-worker")
    page.goto("/")
    page.get_by_label("Email").fill(person.email)
    page.get_by_label("Password", exact=True).fill("not the password")
    page.get_by_role("button", name="Sign in").click()
    assert page.get_by_label("Email").input_value() == person.email
