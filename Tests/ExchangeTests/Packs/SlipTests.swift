// SPDX-License-Identifier: MIT

import Procedures
import Testing

@testable import Exchange

/// A slip that people make, and what it is told as: line and column, what is wrong, and what was most likely meant.
private struct Slip: Sendable, CustomTestStringConvertible {
    let name: String
    let written: String
    let instead: String
    let says: String

    init(_ name: String, _ written: String, _ instead: String, says: String) {
        (self.name, self.written, self.instead, self.says) = (name, written, instead, says)
    }

    var testDescription: String { name }
}

@Suite struct `A slip in a pack` {
    @Test(arguments: slips) fileprivate func `is told where it is and what was meant`(slip: Slip) throws {
        let place = try #require(SmallPack.text.firstRange(of: slip.written), "the slip is nowhere in the pack")
        let text = SmallPack.text.replacingCharacters(in: place, with: slip.instead)
        let faults: [ReadingFault]
        switch YAMLTree.read(text, file: "small.yaml") {
        case .failure(let fault): faults = [fault]
        case .success(let node): faults = PackReader.read(node, extending: nil).1
        }
        let told = try #require(faults.first).description
        let shown = told.prefix(upTo: told.firstRange(of: " Allowed:")?.lowerBound ?? told.endIndex)
        let sentence = shown.prefix(upTo: shown.firstRange(of: " YAML says:")?.lowerBound ?? shown.endIndex)
        #expect(String(sentence) == "small.yaml:\(slip.says)")
        // What only follows from it is not told beside it.
        #expect(faults.count <= 2, "\(faults)")
    }

    private static let slips: [Slip] = [
        Slip(
            "a number glued to its unit", "due: 72 hours", "due: 72h",
            says: "46:119: “72h” is no due. Did you mean “72 hours”?"),
        Slip(
            "a number in words", "due: 72 hours", "due: three days",
            says: "46:119: “three days” is no due. Did you mean “3 days”?"),
        Slip(
            "weeks", "due: 5 working days", "due: 2 weeks",
            says: "47:124: “2 weeks” is no due. Did you mean “14 dates”?"),
        Slip(
            "another word for working days", "due: 5 working days", "due: 5 business days",
            says: "47:124: “5 business days” is no due. Did you mean “5 working days”?"),
        Slip("a length without its unit", "due: 72 hours", "due: 72", says: "46:119: “72” is no due."),
        Slip(
            "a British date", "inForce: { from: 2014-01-01", "inForce: { from: 15/06/2014",
            says:
                "3:18: “from” is a date such as 2015-06-05, its year first, and here is “15/06/2014”. Did you mean “2014-06-15”?"
        ),
        Slip(
            "an American date", "inForce: { from: 2014-01-01", "inForce: { from: 06/15/2014",
            says:
                "3:18: “from” is a date such as 2015-06-05, its year first, and here is “06/15/2014”. Did you mean “2014-06-15”?"
        ),
        Slip(
            "a German date", "inForce: { from: 2014-01-01", "inForce: { from: 15.6.2014",
            says:
                "3:18: “from” is a date such as 2015-06-05, its year first, and here is “15.6.2014”. Did you mean “2014-06-15”?"
        ),
        Slip(
            "a date with a month's name", "inForce: { from: 2014-01-01", "inForce: { from: 15 June 2014",
            says:
                "3:18: “from” is a date such as 2015-06-05, its year first, and here is “15 June 2014”. Did you mean “2014-06-15”?"
        ),
        Slip(
            "a date that no calendar has", "inForce: { from: 2014-01-01", "inForce: { from: 2014-06-31",
            says: "3:18: “from”: “2014-06-31” is on no calendar."),
        Slip(
            "an end before the beginning", "to: 2040-01-01", "to: 2013-01-01",
            says: "3:10: “to” has to be later than “from”."),
        Slip(
            "a role misspelt", "who: supervisor", "who: superviser",
            says: "45:23: “superviser” is no role. Did you mean “supervisor”?"),
        Slip(
            "a role with a blank", "who: mash, what", "who: duty inspector, what",
            says: "50:24: “duty inspector” is no role. Did you mean “duty-inspector”?"),
        Slip(
            "an event misspelt", "doneBy: interview-held", "doneBy: interveiw-held",
            says: "46:137: “interveiw-held” is no event. Did you mean “interview-held”?"),
        Slip(
            "a detail misspelt", "{ event: notified, to: police }, { all", "{ event: notified, too: police }, { all",
            says: "36:40: “too” is no detail of “notified”. Did you mean “to”?"),
        Slip(
            "a detail of another event", "{ event: notified, to: police }, { all",
            "{ event: notified, hair: brown }, { all", says: "36:40: “hair” is no detail of “notified”."),
        Slip("an unknown predicate", "when: back,", "when: came-back,", says: "46:56: “came-back” is no predicate."),
        Slip(
            "a predicate with yes", "when: back,", "when: { back: yes },",
            says: "46:64: “back” is true or false, and here is “yes”. Did you mean “true”?"),
        Slip(
            "a predicate in another case", "when: back,", "when: Back,",
            says: "46:56: “Back” is no predicate. Did you mean “back”?"),
        Slip(
            "a kind that is none", "kinds: [missing]", "kinds: [mising]",
            says: "50:71: “mising” is no value of “kinds”. Did you mean “missing”?"),
        Slip(
            "a source that is not listed", "source: T 8 }", "source: SG ¶12 }",
            says: "45:225: “SG” is no source of this pack."),
        Slip(
            "a source misspelt", "source: T 8 }", "source: TT 8 }",
            says: "45:225: “TT” is no source of this pack. Did you mean “T”?"),
        Slip(
            "no source", "doneBy: interview-held, source: T 9 }", "doneBy: interview-held }",
            says: "46:5: A duty needs “source”."),
        Slip(
            "a key misspelt", "mayWaive: nobody", "mayWaiv: nobody",
            says: "39:5: “mayWaiv” is no key of a duty. Did you mean “mayWaive”?"),
        Slip(
            "a key in the wrong case", "doneBy: interview-held", "doneby: interview-held",
            says: "46:5: A duty needs “doneBy”."),
        Slip(
            "the same id twice", "- { id: talk,", "- { id: again,",
            says: "46:5: “again” stands twice in this pack, first on line 45."),
        Slip(
            "the same key twice", "who: supervisor,", "who: supervisor, who: carer,",
            says: "45: “who” stands twice here, first on line 45: keep one of the two."),
        Slip(
            "the same key twice in lines", "    mayWaive: nobody", #"    counts: from-need\#n    mayWaive: nobody"#,
            says: "39: “counts” stands twice here, first on line 37: keep one of the two."),
        Slip("neither due nor every", "due: 72 hours, ", "", says: "46:5: A duty needs “due” or “every”."),
        Slip(
            "both due and every", "every: 4 hours,", "every: 4 hours, due: 4 hours,",
            says: "45:133: A duty has “due” or “every”, not both."),
        Slip(
            "a period that is too short", "every: 4 hours,", "every: 1 minute,",
            says: "45:133: “every” is at least five minutes."),
        Slip(
            "a tab", "    who: [social-worker, carer]", #"\#twho: [social-worker, carer]"#,
            says: "29:1: A tab stands here: indent with blanks."),
        Slip(
            "an indentation too many", "    who: [social-worker, carer]", "      who: [social-worker, carer]",
            says:
                "29:10: A colon stands where none can: the line before lacks its end, this one is indented too far, or a text with a colon and a blank in it needs quotes."
        ),
        Slip(
            "an indentation too few", "    what: Tell the police.", "   what: Tell the police.",
            says: "30:4: This line is indented otherwise than the rest of what it belongs to, which begins on line 28."),
        Slip(
            "a quotation mark that is not closed", #"opens: "08:45""#, #"opens: "08:45"#,
            says: "9:64: A comma, a } or a quotation mark is missing in the mapping."),
        Slip(
            "no colon", "    due: immediately", "    due immediately",
            says: "35:5: A key without its colon, or one without a blank after the colon: write `key: value`."),
        Slip(
            "no blank after the colon", "    due: immediately", "    due:immediately",
            says: "35:5: A key without its colon, or one without a blank after the colon: write `key: value`."),
        Slip(
            "a colon in a text without quotes", "    what: Tell the police.", "    what: At once: tell the police.",
            says:
                "30:18: A colon stands where none can: the line before lacks its end, this one is indented too far, or a text with a colon and a blank in it needs quotes."
        ),
        Slip(
            "a comma that is missing", "{ id: ask, asks:", "{ id: ask asks:",
            says: "14:19: A comma, a } or a quotation mark is missing in the mapping."),
        Slip(
            "a brace that is missing", "invites: [social-worker, police, the child's school]",
            "invites: [social-worker, police, the child's school",
            says: "73:11: A comma, a ] or a quotation mark is missing in the list that begins on line 72."),
        Slip(
            "a text that begins with a percent sign", "note: A note.", "note: % of all",
            says: "43:11: “%” cannot begin a text: put the text into quotes."),
        Slip(
            "an ampersand", "note: A note.", "note: &c", says: "43:11: A text that begins with & or ! goes into quotes."
        ),
        Slip(
            "a time of day without quotes in words", #"closes: "24:00""#, "closes: 5pm",
            says: #"9:64: “closes” is a time of day such as "08:45", and here is “5pm”."#),
        Slip(
            "a clock that is none", #"from: report\#n"#, #"from: reported\#n"#,
            says: "33:11: “reported” is no instant of the episode. Did you mean “report”?"),
        Slip(
            "a clock with another duty that is not there", "{ duty: talk, at: done", "{ duty: tlak, at: done",
            says: "47:5: “tlak” is no duty of this pack. Did you mean “talk”?"),
        Slip(
            "a clock that waits for itself", "from: { clock: located-or-returned, plus: 1 hour }",
            "from: { duty: write, at: done }", says: "46:5: “talk” waits for itself."),
        Slip(
            "a trigger that makes a duty that is not there", "makes: [discuss]", "makes: [discus]",
            says: "51:5: “discuss” starts with “three”, which does not make it."),
        Slip(
            "a trigger that nothing starts from", "from: { trigger: three }", "from: need",
            says: "54:5: “discuss” does not start with this: it needs `from: { trigger: three }`."),
        Slip(
            "an age that is no number", "age-under: 13 }", "age-under: thirteen }",
            says: "35:35: “age-under” is a whole number from 1 on, and here is “thirteen”."),
        Slip(
            "a duty that is a text", "- { id: talk, who", "- talk, who",
            says:
                "46:35: A colon stands where none can: the line before lacks its end, this one is indented too far, or a text with a colon and a blank in it needs quotes."
        ),
        Slip(
            "a list without dashes", #"duties:\#n  - id: tell"#, #"duties:\#n    id: tell"#,
            says: "45:3: This line is indented otherwise than the rest of what it belongs to, which begins on line 1."),
        Slip(
            "a note that says yes to a local choice", #"localChoice: true\#n"#, #"localChoice: yes\#n"#,
            says: "42:18: “localChoice” is true or false, and here is “yes”. Did you mean “true”?"),
    ]
}
