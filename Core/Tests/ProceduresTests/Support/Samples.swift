// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

/// The instant of a London time such as `2015-06-05T22:10`.
func at(_ text: String) -> Instant {
    do { return try TimeText.instant(text) } catch { preconditionFailure("the test's own time is well-formed") }
}

func date(_ text: String) -> CivilDate {
    do { return try TimeText.date(text) } catch { preconditionFailure("the test's own date is well-formed") }
}

enum Samples {
    /// The holidays of the years that the tests use.
    static let calendars: Calendars = {
        let holidays = [
            "2014-12-25": "Christmas Day", "2014-12-26": "Boxing Day", "2015-01-01": "New Year's Day",
            "2015-04-03": "Good Friday", "2015-04-06": "Easter Monday", "2015-05-04": "Early May bank holiday",
            "2015-05-25": "Spring bank holiday", "2015-08-31": "Summer bank holiday", "2015-12-25": "Christmas Day",
            "2015-12-28": "Boxing Day",
        ]
        let terms = [
            SchoolTerm(
                name: "Summer 1", first: date("2015-04-20"), last: date("2015-05-22"), breakAfter: "half-term holiday"),
            SchoolTerm(
                name: "Summer 2", first: date("2015-06-01"), last: date("2015-07-17"), breakAfter: "summer holiday"),
        ].compactMap { $0 }
        return Calendars(
            working: WorkingCalendar(
                bankHolidays: BankHolidays(
                    holidays: Dictionary(uniqueKeysWithValues: holidays.map { (date($0), $1) }),
                    publishedThrough: date("2015-12-31"), source: "a test")),
            school: SchoolCalendar(terms: terms, source: "a test"))
    }()

    /// A pack with these duties and other sections, in flow text. Faults are a bug in the test.
    static func pack(_ duties: String, _ rest: String = "", extending parent: ProtocolPack? = nil) -> ProtocolPack {
        let (pack, faults) = read(duties, rest, extending: parent)
        guard let pack else { preconditionFailure("\(faults)") }
        return pack
    }

    static func read(
        _ duties: String, _ rest: String = "", extending parent: ProtocolPack? = nil
    ) -> (ProtocolPack?, [ReadingFault]) {
        let head = "id: test, title: Test, sources: { SG: Guidance }"
        let extends = parent.map { ", extends: \($0.id)" } ?? ""
        let more = rest.isEmpty ? "" : ", \(rest)"
        return PackReader.read(FlowText.tree("{ \(head)\(extends)\(more), duties: [\(duties)] }"), extending: parent)
    }

    /// A duty with these keys, discharged by a note where nothing else is said.
    static func duty(_ keys: String, id: String = "x") -> String {
        var text = "id: \(id), who: social-worker, what: Do it., source: SG 1, \(keys)"
        for (key, value) in [("when", "reported"), ("due", "1 hour"), ("doneBy", "note-added")]
        where !text.contains(" \(key): ") && !(key == "due" && text.contains(" every: ")) {
            text += ", \(key): \(value)"
        }
        return "{ \(text) }"
    }

    static func scenario(child: String, events: String, expect: String = "") -> Scenario {
        let text = "{ protocol: test, \(child), events: [\(events)], expect: [\(expect)] }"
        let (scenario, faults) = ScenarioReader.read(FlowText.tree(text))
        guard let scenario else { preconditionFailure("\(faults)") }
        return scenario
    }

    static func run(
        _ pack: ProtocolPack, child: String = "child: { lookedAfter: true }", events: String, expect: String = ""
    ) -> ScenarioRun {
        ScenarioRun(
            scenario(child: child, events: events, expect: expect), pack: pack, calendars: calendars)
    }

    /// What differs from `expect` when the duties govern the events.
    static func differences(
        _ duties: String, child: String = "child: { lookedAfter: true }", events: String, expect: String,
        rest: String = ""
    ) -> [String] {
        run(pack(duties, rest), child: child, events: events, expect: expect).run().map(\.says)
    }
}

/// Checks that the duties stand as expected.
func check(
    _ duties: String, child: String = "child: { lookedAfter: true }", events: String, expect: String, rest: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let differences = Samples.differences(duties, child: child, events: events, expect: expect, rest: rest)
    #expect(differences == [], sourceLocation: sourceLocation)
}
