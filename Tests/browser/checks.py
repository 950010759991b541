# SPDX-License-Identifier: MIT
"""What holds for every page. `check_page(page)` asserts it of the page that is open; `faults(page)` names what is wrong.

- WCAG 2.2 A and AA, by axe;
- one first heading, one main part, a header, and a title that ends with the product's name;
- no scrolling sideways on a screen of 320 px, which is 1280 px enlarged fourfold;
- nothing cut off, and no scrolling sideways, with text twice as large;
- on paper: what the page says is still there, and it makes a document.
"""

from axe_playwright_python.sync_playwright import Axe

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What only shows where there is little room.
NARROW_RULES = ["scrollable-region-focusable", "target-size"]
NARROWEST = {"width": 320, "height": 640}

SHAPE = """() => {
    const found = []
    const headings = document.querySelectorAll('h1').length
    if (headings !== 1) found.push(`${headings} first headings`)
    const title = document.title
    if (!title.endsWith(' - Homeward') || title.length < 14) found.push(`the title is “${title}”`)
    for (const [kind, parts] of [['main', 'main'], ['header', 'body > header']])
        if (document.querySelectorAll(parts).length !== 1) found.push(`not one ${kind}`)
    if (document.documentElement.lang.slice(0, 2) === '') found.push('no language')
    const ids = [...document.querySelectorAll('[id]')].map(each => each.id)
    const twice = ids.filter((each, place) => ids.indexOf(each) !== place)
    if (twice.length) found.push(`the same id twice: ${[...new Set(twice)]}`)
    return found
}"""

WIDER = """() => {
    const root = document.documentElement
    const over = root.scrollWidth - root.clientWidth
    if (over <= 0) return null
    const wide = [...document.querySelectorAll('main *, header *')].filter(each =>
        each.getBoundingClientRect().right > root.clientWidth + 1 && each.children.length === 0)
    return `${over} px too wide: ` + wide.slice(0, 2).map(each => each.outerHTML.slice(0, 120)).join(' | ')
}"""

# Text in a box that hides what does not fit.
CUT = """() => [...document.querySelectorAll('main *, header *')].filter(each => {
    if (!each.innerText?.trim() || each.closest('.unseen, svg, select, textarea')) return false
    const style = getComputedStyle(each), box = each.getBoundingClientRect()
    // What is there for a screen reader alone is a dot on purpose.
    if (box.width <= 2 || box.height <= 2) return false
    if (style.display === 'inline' || style.visibility === 'hidden') return false
    const hides = side => ['hidden', 'clip'].includes(side)
    return (hides(style.overflowX) && each.scrollWidth > each.clientWidth + 2)
        || (hides(style.overflowY) && each.scrollHeight > each.clientHeight + 2)
}).map(each => each.outerHTML.slice(0, 140))"""

# Headings that stand on the screen and would not on paper, but for what is only there to be pressed.
LOST_ON_PAPER = """() => [...document.querySelectorAll('main h1, main h2, main h3, main table, main dl.sum')]
    .filter(each => !each.closest('.no-print, form, .notice, details:not([open])')
        && (each.dataset.wasSeen === 'yes') && !each.checkVisibility())
    .map(each => each.outerHTML.slice(0, 100))"""
MARK_SEEN = """() => document.querySelectorAll('main h1, main h2, main h3, main table, main dl.sum')
    .forEach(each => { each.dataset.wasSeen = each.checkVisibility() ? 'yes' : 'no' })"""

_axe = Axe()


def axe_faults(page, options=None) -> list[str]:
    """The faults that axe finds; all rules of WCAG 2.2 A and AA without options."""
    options = options or {"runOnly": {"type": "tag", "values": WCAG}}
    found = _axe.run(page, options={"resultTypes": ["violations"], **options})
    return [
        f"{violation['id']}: {violation['help']} — {node['html'][:200]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


def faults(page, paper=True) -> list[str]:
    """What is wrong with the page that is open; nothing, where it is as every page is. Leaves it as it was."""
    size = page.viewport_size
    found = axe_faults(page)
    found += page.evaluate(SHAPE)
    if wide := page.evaluate(WIDER):
        found.append(f"at {size['width']} px: {wide}")
    page.evaluate("document.documentElement.style.fontSize = '38px'")
    found += [f"with large text, cut: {each}" for each in page.evaluate(CUT)]
    if wide := page.evaluate(WIDER):
        found.append(f"with large text: {wide}")
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size(NARROWEST)
    if wide := page.evaluate(WIDER):
        found.append(f"at 320 px: {wide}")
    found += [f"at 320 px: {each}" for each in page.evaluate(CUT)]
    found += [f"at 320 px: {each}" for each in axe_faults(page, {"runOnly": NARROW_RULES})]
    page.set_viewport_size(size)
    if paper:
        found += paper_faults(page)
    return found


def paper_faults(page) -> list[str]:
    """What a printed page lacks that the screen has."""
    page.evaluate(MARK_SEEN)
    page.emulate_media(media="print")
    found = [f"not on paper: {each}" for each in page.evaluate(LOST_ON_PAPER)]
    document = page.pdf(prefer_css_page_size=True)
    if not document.startswith(b"%PDF") or len(document) < 2_000:
        found.append("it makes no document")
    page.emulate_media(media="screen")
    return found


def check_page(page, paper=True):
    """Asserts all of it, and says which page failed."""
    found = faults(page, paper)
    assert not found, f"{page.url}:\n" + "\n".join(found)
