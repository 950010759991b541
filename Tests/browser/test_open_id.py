# SPDX-License-Identifier: MIT
"""Signing in elsewhere: with a real provider in the browser, and with one that forges, of which nothing leads in."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from http.cookiejar import CookieJar

import pytest
from joserfc.jwk import RSAKey
from playwright.sync_api import expect

from conftest import free_port
from place import Place
from provider import FORGERIES, Provider


def settings(place, issuer, more=""):
    """What an administrator writes into sign-in.yaml."""
    file = place.data.parent / "sign-in.yaml"
    file.write_text(
        f"""
name: Eastmoor Council
issuer: {issuer}
client: homeward
address: {place.address}
{more}
groups:
  - {{ group: managers, role: team-manager, agency: eastmoor }}
  - {{ group: workers, role: social-worker, agency: eastmoor }}
"""
    )
    return "--sign-in", str(file)


@pytest.fixture(scope="module")
def forged(tmp_path_factory):
    """A place that trusts our own provider."""
    provider = Provider()
    provider.claims = {"email": "amira@eastmoor.example", "name": "Amira Hale", "groups": ["staff", "workers"]}
    place = Place(tmp_path_factory.mktemp("open-id"))
    options = settings(place, provider.issuer, "secondFactor: { amr: [mfa] }")
    with place.served(*options, "--second-factor", "nobody"):
        yield place, provider
    provider.end()


@pytest.fixture
def provider(forged):
    provider = forged[1]
    before = (provider.subject, dict(provider.claims), provider.key)
    yield provider
    provider.subject, provider.claims, provider.key = before
    provider.forgery = None


class Browser:
    """Keeps cookies and follows redirects, as a browser does."""

    def __init__(self, place):
        self.place = place
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path):
        try:
            with self.opener.open(self.place.address + path, timeout=20) as answer:
                return answer.status, answer.url, answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.url, answer.read().decode()

    def sign_in(self):
        return self.get("/sign-in/provider?next=/protocols")

    @property
    def is_in(self):
        return "/sign-in" not in self.get("/you")[1]


def test_who_is_in_a_group_signs_in_as_what_it_is(forged, provider):
    browser = Browser(forged[0])
    status, url, body = browser.sign_in()
    assert (status, url) == (200, forged[0].address + "/protocols")
    assert "Amira Hale" in body and "Social worker" in body
    provider.forgery = "on the curve"
    assert Browser(forged[0]).sign_in()[0] == 200


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_answer_leads_nowhere(forged, provider, forgery):
    browser = Browser(forged[0])
    provider.forgery = forgery
    status, _, body = browser.sign_in()
    assert status in (422, 502) and "You are not signed in" in body
    assert not browser.is_in


def test_an_answer_leads_in_once_and_in_the_browser_where_it_was_asked_for(forged, provider):
    asked = urllib.request.build_opener(NoRedirects(), urllib.request.HTTPCookieProcessor(CookieJar()))
    to_provider = location(asked, forged[0].address + "/sign-in/provider")
    back = location(asked, to_provider)
    assert Browser(forged[0]).get(back.removeprefix(forged[0].address))[0] == 422
    again = urllib.request.build_opener(NoRedirects(), urllib.request.HTTPCookieProcessor(CookieJar()))
    back = location(again, location(again, forged[0].address + "/sign-in/provider"))
    assert location(again, back) == "/"
    with pytest.raises(urllib.error.HTTPError) as replayed:
        again.open(back, timeout=20)
    assert replayed.value.code == 422


def test_a_provider_may_change_its_keys(forged, provider):
    provider.key = RSAKey.generate_key(2048, {"kid": "two"})
    assert Browser(forged[0]).sign_in()[0] == 200


def test_groups_say_the_role_each_time(forged, provider):
    first = Browser(forged[0])
    first.sign_in()
    provider.claims["groups"] = ["managers"]
    second = Browser(forged[0])
    assert "Team manager" in second.sign_in()[2]
    assert not first.is_in
    provider.claims["groups"] = ["staff"]
    status, _, body = Browser(forged[0]).sign_in()
    assert status == 403 and "none of the groups" in body
    assert not second.is_in


def test_an_address_alone_takes_over_nobody(forged, provider):
    forged[0].add("social-worker", "june@eastmoor.example", "June Petty")
    provider.subject, provider.claims["email"] = "subject-2", "june@eastmoor.example"
    status, _, body = Browser(forged[0]).sign_in()
    assert status == 403 and "a password" in body


def test_who_was_stopped_here_stays_out(forged, provider):
    browser = Browser(forged[0])
    assert browser.sign_in()[0] == 200
    forged[0].homeward("user", "disable", "amira@eastmoor.example")
    status, _, body = Browser(forged[0]).sign_in()
    assert status == 403 and "was stopped" in body
    forged[0].homeward("user", "enable", "amira@eastmoor.example")


def test_nothing_of_a_token_is_in_the_log(forged, provider):
    Browser(forged[0]).sign_in()
    log = forged[0].log.read_text()
    assert provider.seen and not any(secret in log for secret in provider.seen)


def test_the_providers_second_factor_is_respected_where_it_says_so(tmp_path):
    provider = Provider()
    provider.claims = {"email": "a@eastmoor.example", "name": "A", "groups": ["workers"], "amr": ["pwd"]}
    place = Place(tmp_path)
    with place.served(*settings(place, provider.issuer, "secondFactor: { amr: [mfa] }")):
        assert "/sign-in/second-factor" in Browser(place).sign_in()[1]
        provider.claims["amr"] = ["pwd", "mfa"]
        assert Browser(place).sign_in()[1].endswith("/protocols")
    provider.end()


def test_a_real_provider_in_the_browser(tmp_path, chromium, picture, accessibility_faults):
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    issuer = f"http://127.0.0.1:{port}"
    place = Place(tmp_path)
    secret = tmp_path / "secret"
    secret.write_text("not checked by this provider\n")
    secret.chmod(0o600)
    try:
        claims = {"email": "amira@eastmoor.example", "name": "Amira Hale", "groups": ["workers"]}
        put(f"{issuer}/users/amira", claims)
        with place.served(*settings(place, issuer, f"secretFile: {secret}"), "--second-factor", "nobody"):
            context = chromium.new_context(base_url=place.address, locale="en-GB")
            context.set_default_timeout(15_000)
            page = context.new_page()
            page.goto("/protocols")
            assert accessibility_faults(page) == []
            picture(page, "sign-in-elsewhere")
            page.get_by_role("link", name="Sign in with Eastmoor Council").click()
            page.get_by_placeholder("sub").fill("amira")
            page.get_by_role("button", name="Authorize").click()
            expect(page.get_by_role("link", name="Amira Hale")).to_be_visible()
            assert page.url == place.address + "/protocols"
            page.get_by_role("button", name="Sign out").click()
            expect(page.get_by_text("You are signed out of Homeward.")).to_be_visible()
            picture(page, "signed-out")
            page.get_by_role("link", name="sign out of Eastmoor Council").click()
            page.wait_for_url(f"{issuer}/**")

            page.goto("/sign-in/provider")
            page.get_by_role("button", name="Deny").click()
            expect(page.get_by_role("heading", level=1)).to_have_text("You are not signed in")
            page.goto("/sign-in/provider")
            page.get_by_placeholder("sub").fill("somebody-else")
            page.get_by_role("button", name="Authorize").click()
            expect(page.get_by_text("none of the groups")).to_be_visible()
            picture(page, "sign-in-refused")
            context.close()
    finally:
        process.terminate()
        process.wait()


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def location(opener, address):
    try:
        opener.open(address, timeout=20)
    except urllib.error.HTTPError as answer:
        assert answer.code in (302, 303), answer.read().decode()
        return answer.headers["location"]
    raise AssertionError(f"{address} leads nowhere")


def put(address, content):
    for _ in range(100):
        try:
            request = urllib.request.Request(
                address, json.dumps(content).encode(), {"content-type": "application/json"}, method="PUT"
            )
            return urllib.request.urlopen(request, timeout=5).close()
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")
