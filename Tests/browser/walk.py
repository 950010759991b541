# SPDX-License-Identifier: MIT
"""Which pages there are, and for whom: heard from the running program, then found by following every link as each person.

Nothing here knows an address. A new route is in the program's own list at once (`homeward demo --json`, `pages`); whoever
can reach it by a link is found by the walk, and a route that nobody reaches is asked for with what others' addresses held.
"""

import html.parser
import itertools
import re
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter, defaultdict
from dataclasses import dataclass, field

# Pages of one kind that are followed for one person: a child that is away, one that is back, and one more.
MOST_OF_A_KIND = 2
MOST_OF_MANY = {"/children/{child}": 5, "/episodes/{episode}": 5}
# A stream that never ends, and what ends a visit.
APART = {"/changes", "/for-you/leave"}
# A tag of ours that was escaped: nobody types one into the demonstration.
RAW = re.compile(r"&lt;/?(p|ul|ol|li|a|b|span|div|section|h[1-4]|dl|dt|dd|table|label|fieldset)( class=[^&]{0,40}|)&gt;")
# The form for an act is the same for whoever may record it.
MOST_PEOPLE_OF_A_WORD = 2


@dataclass(frozen=True)
class Answer:
    status: int
    kind: str
    location: str
    body: str
    # A file to keep is no page, though it may be written as one.
    is_file: bool = False

    @property
    def is_page(self) -> bool:
        return not self.is_file and self.status == 200 and self.kind.startswith("text/html") and "<!doctype html>" in self.body[:200].lower()


@dataclass
class Markup(html.parser.HTMLParser):
    """Links and forms of a page, and of what kinds of element it is made."""

    text: str
    links: list = field(default_factory=list)
    forms: list = field(default_factory=list)
    kinds: set = field(default_factory=set)

    def __post_init__(self):
        super().__init__()
        self.feed(self.text)

    def handle_starttag(self, tag, attributes):
        held = dict(attributes)
        self.kinds.add(" ".join([tag, held.get("class") or "", held.get("type") or "", held.get("role") or ""]))
        # What ends a visit is not followed.
        if tag == "a" and held.get("href") and "data-leave" not in held:
            self.links.append(held["href"])
        if tag == "form":
            self.forms.append({"action": held.get("action", ""), "method": held.get("method", "get"), "fields": {}})
        if tag in ("input", "select", "textarea", "button") and self.forms and held.get("name"):
            is_off = held.get("type") in ("radio", "checkbox") and "checked" not in held
            if not is_off and tag != "button":
                self.forms[-1]["fields"].setdefault(held["name"], held.get("value") or "")


class Visitor:
    """Somebody at a browser without scripts: addresses and forms alone."""

    def __init__(self, address, role):
        self.address, self.role, self.cookies = address, role, {}

    def get(self, path) -> Answer:
        return self._ask(urllib.request.Request(self.address + path))

    def send(self, path, fields) -> Answer:
        body = urllib.parse.urlencode(fields, doseq=True).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.address}
        return self._ask(urllib.request.Request(self.address + path, data=body, headers=headers))

    def fill_in(self, path, action, **fields) -> Answer:
        """Opens a page, fills in the form on it that goes to `action`, and sends it."""
        for form in Markup(self.get(path).body).forms:
            if form["action"] == action and form["method"] == "post":
                return self.send(action, {**form["fields"], **fields})
        raise LookupError(f"{path} has no form to {action}")

    def sign_in(self, person):
        answer = self.fill_in("/sign-in", "/sign-in", email=person.email, password=person.password)
        assert answer.status == 303, f"{person.role} signs in: {answer.status}"
        return self

    def _ask(self, request) -> Answer:
        if self.cookies:
            request.add_header("Cookie", "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        try:
            answer = _opener.open(request, timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        kind = answer.headers.get("Content-Type", "")
        # A stream never ends.
        body = b"" if "event-stream" in kind else answer.read()
        answer.close()
        is_file = answer.headers.get("Content-Disposition", "").startswith("attachment")
        return Answer(answer.status, kind, answer.headers.get("Location", ""), body.decode("utf-8", "replace"), is_file)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


_opener = urllib.request.build_opener(_NoRedirect, urllib.request.ProxyHandler({}))


class Addresses:
    """The program's own list, and which of it a path is one of."""

    def __init__(self, patterns):
        self.patterns = list(patterns)
        # What is spelt out goes before what is filled in.
        self._readers = sorted(
            ((re.compile(re.sub(r"\\\{[^}]+\\\}", "([^/]+)", re.escape(each)) + "$"), each) for each in patterns),
            key=lambda pair: [part.startswith("{") for part in pair[1].split("/")],
        )

    def pattern(self, path):
        for reader, pattern in self._readers:
            if reader.match(path):
                return pattern
        return None

    @staticmethod
    def names(pattern):
        return re.findall(r"\{([^}]+)\}", pattern)

    def values(self, path):
        for reader, pattern in self._readers:
            if found := reader.match(path):
                return dict(zip(self.names(pattern), found.groups()))
        return {}


@dataclass
class Found:
    """A page that somebody was given."""

    pattern: str
    path: str
    role: str
    kinds: frozenset
    # Whether a link led there; else its address was asked for.
    is_linked: bool
    # The act that a form is for.
    word: str = ""


@dataclass
class Walk:
    addresses: Addresses
    pages: list = field(default_factory=list)
    # Links that lead nowhere: who, from where, to where, and what was answered.
    dead: list = field(default_factory=list)
    # Pages that show markup to whoever reads them, where it was meant to be read by a browser.
    raw: list = field(default_factory=list)
    # What answered with something other than a page: a picture, a table, a part, a way on.
    others: dict = field(default_factory=dict)
    # What only ever led on to somewhere else.
    leads_on: dict = field(default_factory=dict)
    visitors: dict = field(default_factory=dict)
    # The child of the scenes.
    kezia: str = ""
    kezia_pages: tuple = ()
    _words: Counter = field(default_factory=Counter)
    _values: dict = field(default_factory=lambda: defaultdict(list))

    def follow(self, visitor, starts):
        """Follows every link from where somebody starts, a few of each kind."""
        counts, asked, queue = Counter(), set(), [(start, "") for start in starts]
        for path, source in iter(lambda: queue.pop(0) if queue else None, None):
            plain = urllib.parse.urlsplit(path).path
            pattern = self.addresses.pattern(plain)
            if path in asked:
                continue
            if pattern is None:
                asked.add(path)
                self.dead.append(f"{visitor.role}: {source} leads to {path}, which is no address")
                continue
            kind = self._kind(pattern, path)
            if counts[kind] >= MOST_OF_MANY.get(kind, MOST_OF_A_KIND) or self._has_enough(kind):
                continue
            counts[kind] += 1
            asked.add(path)
            answer = visitor.get(path)
            if answer.status in (301, 302, 303, 307):
                self.leads_on.setdefault(pattern, answer.location)
                if answer.location.startswith("/") and answer.location not in asked:
                    queue.insert(0, (answer.location, path))
                continue
            if answer.status != 200:
                self.dead.append(f"{visitor.role}: {source} leads to {path}, which answers {answer.status}")
                continue
            if not answer.is_page:
                self.others.setdefault(pattern, answer.kind)
                continue
            markup = self._keep(visitor, pattern, path, answer, is_linked=True)
            if "{word}" in pattern:
                self._words[kind] += 1
                continue
            queue += [(link, path) for link in self._links(markup, path)]

    def ask(self, visitor):
        """Asks for what no link led this visitor to, with what others' addresses held: an address is a way in, too."""
        reached = {page.pattern for page in self.pages if page.role == visitor.role}
        for pattern in self.addresses.patterns:
            if pattern in reached or pattern in self.others or "{word}" in pattern or pattern in APART:
                continue
            for path in self._filled(pattern):
                answer = visitor.get(path)
                if answer.is_page:
                    self._keep(visitor, pattern, path, answer, is_linked=False)
                    break
                if answer.status == 200:
                    self.others.setdefault(pattern, answer.kind)
                elif answer.status in (302, 303):
                    self.leads_on.setdefault(pattern, answer.location)

    def _keep(self, visitor, pattern, path, answer, is_linked):
        values = self.addresses.values(urllib.parse.urlsplit(path).path)
        for name, value in values.items():
            if value not in self._values[name]:
                self._values[name].append(value)
        markup = Markup(answer.body)
        if shown := RAW.search(answer.body):
            self.raw.append(f"{visitor.role}: {path} shows {shown.group()}")
        self.pages.append(
            Found(pattern, path, visitor.role, frozenset(markup.kinds), is_linked, values.get("word", "")))
        return markup

    def _kind(self, pattern, path):
        if "{word}" in pattern:
            return pattern.replace("{word}", self.addresses.values(urllib.parse.urlsplit(path).path)["word"])
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(path).query)
        return pattern + ("?" + "&".join(sorted(query)) if query else "")

    def _has_enough(self, kind):
        return self._words[kind] >= MOST_PEOPLE_OF_A_WORD

    def _links(self, markup, path):
        for link in markup.links:
            link = urllib.parse.urljoin(path, link).split("#")[0]
            if link.startswith("/") and not link.startswith("//"):
                yield link

    def _filled(self, pattern):
        known = [page.path for page in self.pages if page.pattern == pattern]
        if known:
            return list(dict.fromkeys(known))[:3]
        names = self.addresses.names(pattern)
        held = [self._values[name][:3] for name in names]
        return [
            re.sub(r"\{[^}]+\}", lambda _: values.pop(0), pattern)
            for values in map(list, itertools.product(*held))
        ][:6]


def walk_the_site(demo, scenes) -> Walk:
    """Some things are done, then everybody who can sign in follows every link, a child with a link and nobody too; then each
    asks for the rest."""
    walk = Walk(Addresses(demo.pages))
    walk.visitors = visitors = {}
    for person in demo.sign_ins:
        # Two of a role belong to two authorities, or two forces.
        role = f"{person.role} elsewhere" if person.role in visitors else person.role
        visitors[role] = Visitor(demo.address, role).sign_in(person)
    visitors["child"] = Visitor(demo.address, "child")
    starts = [start for scene in scenes for start in scene(visitors, walk)]
    visitors["nobody"] = Visitor(demo.address, "nobody")
    for role, visitor in visitors.items():
        own = [start for whose, start in starts if whose is visitor]
        walk.follow(visitor, own + {"child": [], "nobody": ["/sign-in"]}.get(role, ["/"]))
    for visitor in visitors.values():
        walk.ask(visitor)
    return walk


def differing(pages):
    """The fewest of these pages that give each address and hold every kind of element that any of them holds.

    Of each address the fullest page; then whoever's page of whichever address holds something that none of these does.
    """
    fullest = {}
    for page in sorted(pages, key=lambda each: (-len(each.kinds), each.role, each.path)):
        fullest.setdefault(page.pattern, page)
    kept = list(fullest.values())
    covered = set().union(*(page.kinds for page in kept))
    for page in sorted(pages, key=lambda each: (-len(each.kinds - covered), each.role, each.path)):
        if page.kinds - covered:
            kept.append(page)
            covered |= page.kinds
    return kept
