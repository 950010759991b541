# SPDX-License-Identifier: MIT
"""The demonstration as it stands still, what of it gives no page, and a page of it in the browser."""

import contextlib

# A Friday night at which four children are missing.
MOMENT = "2026-11-20T23:41"

# Addresses that give no page, each with what they give instead. What is neither here nor a page fails.
NO_PAGE = {
    "/board/part": "the part of the board that refreshes itself",
    "/wall/part": "the part of the wall's board that refreshes itself",
    "/episodes/{episode}/part": "the part of an episode that refreshes itself",
    "/search/found": "what is found while one types",
    "/changes": "a stream that says that the record has grown",
    "/static/{file}": "styles and scripts",
    "/healthz": "a word for whoever keeps the machine",
    "/protocols/{pack}/print.css": "a style for paper",
    "/you/session": "how long one stays signed in, for a script",
    "/calendar/{secret}": "meetings as a calendar's file; looked at in test_meetings",
    "/information/paper-report/pdf": "a document to print; looked at in test_paper",
    "/information/{reader}/pdf": "a document to print; looked at in test_paper",
    "/episodes/{episode}/letters/sent/{sent}/pdf": "a document to print; looked at in test_paper",
    "/episodes/{episode}/police-pack/pdf": "a document to print; looked at in test_paper",
    "/episodes/{episode}/reports/{report}/pdf": "a document to print; looked at in test_paper",
    "/figures/table": "a table to take away",
    "/figures/reports/storyboard/file": "a report to take away",
    "/figures/reports/weekly/file": "a report to take away",
    "/figures/reports/panel/file": "a report to take away",
    "/figures/reports/quarterly/file": "a report to take away",
    "/figures/reports/members/file": "a report to take away",
    "/figures/reports/annual/file": "a report to take away",
    "/figures/reports/themes/file": "a report to take away",
    "/figures/reports/home/file": "a report to take away",
    "/children/{child}/chronology/file": "a report to take away",
    "/figures/missing-return": "a table of the statutory return to take away",
    "/returns/903": "a table of the statutory return to take away",
    "/returns/annex-a": "a table to take away",
    "/returns/safeguarding": "a table to take away",
    "/returns/pupils": "a table to take away",
    "/looks/export": "a table to take away",
    "/children/{child}/looks/export": "a table to take away",
    "/people/{worker}/looks/export": "a table to take away",
    "/children/{child}/documents/{document}": "a photo or a paper; the web tests add one",
    "/children/{child}/subject-access/{request}/pack": "a file to give away, once every passage is decided on",
    "/for-you/{secret}": "leads on to the question for the word",
    "/for-you/language": "takes the language that a child chose, and leads back",
    "/for-you/leave": "leads on to a page about the weather",
    "/sign-in/provider": "leads on to where people sign in elsewhere",
    "/sign-in/provider/back": "comes back from there",
    "/sign-in/provider/out": "leads on to the way in",
    "/sign-in/code": "a step of signing in that the demonstration leaves out; looked at in test_second_factor",
    "/sign-in/new-password": "a step of signing in that the demonstration leaves out; looked at in test_second_factor",
    "/sign-in/second-factor": "a step of signing in that the demonstration leaves out; looked at in test_second_factor",
}


@contextlib.contextmanager
def page_of(demo, chromium, visitor):
    """A page in the browser with what the visitor's own browser holds: nobody signs in twice."""
    context = chromium.new_context(
        base_url=demo.address, viewport={"width": 1280, "height": 900}, locale="en-GB", timezone_id="Europe/London")
    context.add_cookies([
        {"name": name, "value": value, "url": demo.address} for name, value in visitor.cookies.items()
    ])
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()
