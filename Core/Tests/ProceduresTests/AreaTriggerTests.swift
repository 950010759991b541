// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

@Suite struct `A ranking` {
    private let ranking = TriggerSamples.trigger("ranking: { top: 1, within: 6 months, every: 1 month }")
    private let children = "children: { a: { lookedAfter: true }, b: {}, c: {} }"
    private let events = """
        { at: 2015-05-01T22:00, is: reported, child: a, episode: a1 }, { at: 2015-05-02T08:00, is: returned, child: a, episode: a1 },
        { at: 2015-05-10T22:00, is: reported, child: b, episode: b1 }, { at: 2015-05-11T08:00, is: returned, child: b, episode: b1 },
        { at: 2015-06-10T22:00, is: reported, child: b, episode: b2 }, { at: 2015-06-11T08:00, is: returned, child: b, episode: b2 }
        """

    @Test func `lets equal counts in together, on the first day of the month`() {
        expect(
            events,
            """
            { at: 2015-05-31T23:59, child: a, trigger: three, fires: false },
            { at: 2015-06-01T00:00, child: a, trigger: three, fires: true, episodes: [a1] },
            { at: 2015-06-01T00:00, child: b, trigger: three, fires: true, episodes: [b1] },
            { at: 2015-06-01T00:00, child: c, trigger: three, fires: false },
            { at: 2015-06-01T00:00, child: a, duty: panel-discussion, state: owed, from: 2015-06-01T00:00 },
            { at: 2015-07-02T00:00, child: b, trigger: three, fires: false, episodes: [b1, b2] }
            """, trigger: ranking, child: children)
    }

    @Test func `names a child anew once what it made is dealt with`() {
        expect(
            "\(events), { at: 2015-06-20T10:00, is: meeting-held, kind: panel, child: b, episode: b2 }",
            """
            { at: 2015-07-02T00:00, child: b, trigger: three, fires: true, episodes: [b1, b2] },
            { at: 2015-07-02T00:00, child: a, trigger: three, fires: false, episodes: [a1], dealtWith: true },
            { at: 2015-07-02T00:00, child: b, duty: panel-discussion, instance: 2, state: owed }
            """, trigger: ranking, child: children)
    }
}

@Suite struct `Places and groups` {
    private let children = "children: { a: { lookedAfter: true }, b: {}, c: {} }"

    /// The trigger with a duty of the area that it makes.
    private func ofArea(_ keys: String) -> String {
        "\(TriggerSamples.trigger(keys, makes: "look-into-it")), calendar: [{ id: look-into-it, who: missing-coordinator, "
            + "what: Look., from: { trigger: three }, due: 10 working days, source: SG 1 }]"
    }

    @Test func `count the episodes from one place, whichever child went`() {
        let place = ofArea("for: place, counts: { atLeast: 3, within: 30 days }")
        expect(
            """
            { at: 2015-05-01T22:00, is: reported, child: a, episode: a1, from: larch-house },
            { at: 2015-05-02T22:00, is: reported, child: b, episode: b1, from: larch-house },
            { at: 2015-05-03T22:00, is: reported, child: c, episode: c1, from: elm-house },
            { at: 2015-05-04T08:00, is: returned, child: a, episode: a1 },
            { at: 2015-05-05T22:00, is: reported, child: a, episode: a2, from: larch-house }
            """,
            """
            { at: 2015-05-05T21:00, place: larch-house, trigger: three, fires: false },
            { at: 2015-05-05T22:00, place: larch-house, trigger: three, fires: true, episodes: [a1, b1, a2] },
            { at: 2015-05-05T22:00, place: elm-house, trigger: three, fires: false },
            { at: 2015-05-06T00:00, area: look-into-it, state: owed, from: 2015-05-05T22:00, due: 2015-05-19 }
            """, trigger: place, duties: "", child: children)
    }

    @Test func `fire anew for a place only once the duty of the area is done for it`() {
        let place = ofArea("for: place, counts: { atLeast: 2, within: 30 days }")
        let away = (1...4).map { day in
            "{ at: 2015-05-0\(day)T22:00, is: reported, child: a, episode: a\(day), from: larch-house }, "
                + "{ at: 2015-05-0\(day)T23:00, is: returned, child: a, episode: a\(day) }"
        }.joined(separator: ", ")
        expect(
            away,
            """
            { at: 2015-05-10T00:00, place: larch-house, trigger: three, fires: true, episodes: [a1, a2] },
            { at: 2015-05-10T00:00, place: larch-house, trigger: three, fires: false, episodes: [a1, a2, a3] }
            """, trigger: place, duties: "", child: children)
        expect(
            "\(away), { at: 2015-05-03T10:00, is: area-duty-done, duty: look-into-it, place: larch-house }",
            """
            { at: 2015-05-10T00:00, place: larch-house, trigger: three, episodes: [a1, a2], dealtWith: true },
            { at: 2015-05-10T00:00, place: larch-house, trigger: three, episodes: [a1, a2, a3], dealtWith: false },
            { at: 2015-05-10T00:00, area: look-into-it, instance: 1, state: done },
            { at: 2015-05-10T00:00, area: look-into-it, instance: 2, state: owed }
            """, trigger: place, duties: "", child: children)
    }

    @Test func `mark a place's firing when the place is put right`() {
        let place = ofArea("for: place, counts: { atLeast: 2, within: 30 days }")
        expect(
            """
            { at: 2015-05-01T22:00, is: reported, child: a, episode: a1, from: larch-house },
            { at: 2015-05-02T22:00, is: reported, child: b, episode: b1, from: larch-house },
            { at: 2015-05-03T09:00, is: corrected, child: b, what: 2, to: { from: elm-house }, by: social-worker }
            """,
            """
            { at: 2015-05-04T00:00, place: larch-house, trigger: three, fires: false },
            { at: 2015-05-04T00:00, place: larch-house, trigger: three, undone: true }
            """, trigger: place, duties: "", child: children)
    }

    @Test func `count the occasions on which the same children were away together`() {
        let group = ofArea("for: group, counts: { atLeast: 2, within: 30 days }")
        expect(
            """
            { at: 2015-05-01T22:00, is: reported, child: a, episode: a1, with: [b] },
            { at: 2015-05-01T22:30, is: reported, child: b, episode: b1 },
            { at: 2015-05-02T08:00, is: returned, child: a, episode: a1 },
            { at: 2015-05-02T08:00, is: returned, child: b, episode: b1 },
            { at: 2015-05-08T22:00, is: reported, child: a, episode: a2, with: [Tom] },
            { at: 2015-05-08T22:30, is: reported, child: b, episode: b2, with: [tom] },
            { at: 2015-05-08T22:40, is: reported, child: c, episode: c2 }
            """,
            """
            { at: 2015-05-08T22:10, trigger: three, children: [a, b], fires: false },
            { at: 2015-05-08T22:30, trigger: three, children: [a, b], fires: true, episodes: [a1, b1, a2, b2] },
            { at: 2015-05-08T23:00, trigger: three, children: [a, c], fires: false }
            """, trigger: group, duties: "", child: children)
    }
}
