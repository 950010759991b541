# SPDX-License-Identifier: MIT
"""How old somebody must be to read a text with ease: the Flesch-Kincaid grade, and five years for the age at school.

`age(sentences)` takes running text; `sentences(page)` finds it on a page as a reader meets it: one block is at least one
sentence, and a heading or a button of three words is none. Numbers, addresses and names in `NAMES` are not counted,
since nobody reads them by their letters.

    assert reading.age(reading.sentences(page)) <= 11, reading.hardest(reading.sentences(page))
"""

import re

# A heading or a button is no sentence; what is shorter than this says nothing about how a text reads.
LEAST_WORDS = 4

# A name is known or not known, however long it is.
NAMES = {"homeward", "childline", "eastmoor", "northvale"}

# Where counting groups of vowels goes wrong, of words that our pages use.
SYLLABLES = {
    "advocate": 3, "area": 3, "being": 2, "created": 3, "diary": 3, "doing": 2, "going": 2, "idea": 3, "interview": 3,
    "interviewer": 4, "police": 2, "quiet": 2, "really": 2, "something": 2, "someone": 2, "sometimes": 2, "somebody": 3,
    "somewhere": 2, "everyone": 3, "everybody": 4, "every": 2, "everything": 3, "evening": 2, "people": 2, "safely": 2,
    "placement": 2, "violence": 3, "science": 2, "social": 2, "special": 2, "used": 1, "whoever": 3, "whose": 1,
    "anyone": 3, "homework": 2, "lonely": 2, "careful": 2, "hopeful": 2, "useful": 2, "statement": 2, "themselves": 2,
    "yourselves": 2, "ourselves": 2, "child's": 1, "there's": 1, "they've": 1, "you've": 1, "we've": 1, "couldn't": 2,
    "didn't": 2, "doesn't": 2, "hadn't": 2, "hasn't": 2, "haven't": 2, "isn't": 2, "shouldn't": 2, "wasn't": 2,
    "weren't": 2, "wouldn't": 2, "they're": 1, "you're": 1, "we're": 1,
}


def syllables(word: str) -> int:
    """How many syllables a word is said with."""
    word = word.lower().replace("’", "'").strip("'")
    if word in SYLLABLES:
        return SYLLABLES[word]
    plain = word.removesuffix("'s").replace("'", "")
    count = len(re.findall("[aeiouy]+", plain))
    # Silent: "made", "moved", "places"; said: "table", "wanted", "houses", "changes".
    if re.search("[^aeiouy]e$", plain) and not re.search("[^aeiouy]le$", plain):
        count -= 1
    elif re.search("[^aeiouytd]ed$", plain) or re.search("[^aeiouyscxzgh]es$", plain) and not re.search("les$", plain):
        count -= 1
    count += len(re.findall("(?:i[ao](?!n\\b|l\\b|us\\b)|[aeou]ing|ua)(?=.)", plain)) if count > 1 else 0
    return max(1, count)


def words(sentence: str) -> list[str]:
    """The words of a sentence that are read by their letters."""
    plain = re.sub(r"\S*[@/_]\S*|\S*\d\S*|https?:\S+", " ", sentence)
    return [word for word in re.findall("[A-Za-zÀ-ž][A-Za-zÀ-ž'’]*", plain) if word.lower() not in NAMES]


def split(block: str) -> list[str]:
    """The sentences of one block of text; a list after a colon counts as sentences of its own."""
    parts = re.split(r"(?<=[.!?:;])\s+|\n+", block.strip())
    return [part for part in parts if len(words(part)) >= LEAST_WORDS]


def grade(sentences: list[str]) -> float:
    """The Flesch-Kincaid grade of all the sentences together."""
    read = [words(each) for each in sentences]
    count = sum(map(len, read))
    if count == 0:
        return 0.0
    said = sum(syllables(word) for each in read for word in each)
    return 0.39 * count / len(read) + 11.8 * said / count - 15.59


def age(sentences: list[str]) -> float:
    """The age in years at which a child reads this at school: a grade and five. None is younger than five."""
    return max(5.0, round(grade(sentences) + 5, 1))


def hardest(sentences: list[str], count: int = 5) -> list[tuple[float, str]]:
    """The sentences that are hardest to read, each with its age."""
    return sorted(((age([each]), each) for each in sentences), reverse=True)[:count]


BLOCKS = """() => {
    const main = document.querySelector('main') ?? document.body
    const kinds = 'p, li, dt, dd, td, th, h1, h2, h3, legend, label, summary, button, figcaption, blockquote'
    const isBlock = each => getComputedStyle(each).display !== 'inline'
    return [...main.querySelectorAll(kinds)].filter(each => each.checkVisibility?.() ?? true).filter(isBlock)
        .filter(each => ![...each.querySelectorAll(kinds)].some(isBlock)).map(each => each.innerText)
}"""


def sentences(page) -> list[str]:
    """The running text of a page as it is shown, once each."""
    found = [sentence for block in page.evaluate(BLOCKS) for sentence in split(block)]
    return list(dict.fromkeys(found))


def of_walk(walk, role, open_page):
    """How each kind of page reads that this person is given: {address: (age, hardest sentence)}."""
    found = {}
    for page in walk.pages:
        if page.role == role and page.pattern not in found and not page.path.startswith("/protocols"):
            open_page.goto(page.path)
            read = sentences(open_page)
            if read:
                found[page.pattern] = (age(read), hardest(read, 1)[0][1])
    return found
