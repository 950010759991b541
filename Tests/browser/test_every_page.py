# SPDX-License-Identifier: MIT
"""Every link leads somewhere, and every address gives somebody a page. What a page is, the running program says (walk.py)."""

from pages import NO_PAGE


def test_no_link_leads_nowhere(walked):
    assert not walked.dead, "\n" + "\n".join(walked.dead)


def test_no_page_shows_its_own_markup(walked):
    assert not walked.raw, "\n" + "\n".join(sorted(set(walked.raw)))


def test_every_address_gives_a_page_or_is_known_to_give_none(walked, still_demo):
    given = {page.pattern for page in walked.pages}
    assert set(still_demo.pages) - given - set(NO_PAGE) == set(), "these gave nobody a page"
    assert given & set(NO_PAGE) == set(), "these do give a page"
    assert set(NO_PAGE) - set(still_demo.pages) == set(), "these are no addresses any more"
