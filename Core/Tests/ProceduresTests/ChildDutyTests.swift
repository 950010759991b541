// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

private let child = "child: { lookedAfter: true }"
private let plan = Samples.duty(
    "about: child, when: { happened: concern-raised }, from: { each: concern-raised }, due: 24 hours, "
        + "doneBy: [pen-picture-written, plan-updated], mayAgree: social-worker", id: "prevent")

@Suite struct `A duty for a child` {
    @Test func `is owed where there is no episode at all`() {
        check(
            plan, child: child, events: "{ at: 2015-06-01T10:00, is: concern-raised }",
            expect: """
                { at: 2015-06-01T09:59, noDuty: prevent },
                { at: 2015-06-01T10:00, duty: prevent, state: owed, due: 2015-06-02T10:00 },
                { at: 2015-06-02T10:01, duty: prevent, state: overdue }
                """)
    }

    @Test func `is discharged by the child's own events and by those of any episode`() {
        check(
            plan, child: child,
            events: """
                { at: 2015-06-01T10:00, is: concern-raised }, { at: 2015-06-01T12:00, is: pen-picture-written },
                { at: 2015-06-10T10:00, is: concern-raised }, { at: 2015-06-10T20:00, is: reported, episode: e1 },
                { at: 2015-06-11T09:00, is: plan-updated, episode: e1 }
                """,
            expect: """
                { at: 2015-06-20T00:00, duty: prevent, instance: 1, state: done },
                { at: 2015-06-20T00:00, duty: prevent, instance: 2, state: done }
                """)
    }

    @Test func `is discharged before any episode by an act on the child's own record`() {
        check(
            plan, child: child,
            events: "{ at: 2015-06-01T10:00, is: concern-raised }, { at: 2015-06-01T12:00, is: plan-updated }",
            expect: "{ at: 2015-06-01T12:00, duty: prevent, state: done }")
    }

    @Test func `is waived in any episode, or on the child's own record`() {
        let concern = "{ at: 2015-06-01T10:00, is: concern-raised }"
        let waived = "is: waived, duty: prevent, by: team-manager"
        check(
            plan, child: child, events: "\(concern), { at: 2015-06-01T11:00, \(waived) }",
            expect: "{ at: 2015-06-05T00:00, duty: prevent, state: waived }")
        check(
            plan, child: child,
            events: "\(concern), { at: 2015-06-01T20:00, is: reported }, { at: 2015-06-01T21:00, \(waived) }",
            expect: "{ at: 2015-06-05T00:00, duty: prevent, state: waived }")
    }

    @Test func `is not due where an agreement for the child says so`() {
        check(
            plan, child: child,
            events: """
                { at: 2015-06-01T10:00, is: concern-raised },
                { at: 2015-06-01T11:00, is: agreed, duty: prevent, until: 2015-07-01, by: social-worker }
                """, expect: "{ at: 2015-06-05T00:00, duty: prevent, state: agreed }")
    }

    @Test func `asks about the newest episode, and of none nothing holds`() {
        let asks = { (condition: String) in
            Samples.duty("about: child, when: \(condition), due: 99 days", id: "asked")
        }
        let events = """
            { at: 2015-06-01T20:00, is: reported, episode: e1, imminentRisk: true }, { at: 2015-06-01T21:00, is: classified, as: absent, episode: e1 },
            { at: 2015-06-01T23:00, is: returned, episode: e1 },
            { at: 2015-06-05T20:00, is: reported, episode: e2 }, { at: 2015-06-05T21:00, is: classified, as: missing, episode: e2 }
            """
        for condition in [
            "{ kind: missing }", "{ stage: [checking, away] }", "{ category: unclassified }", "{ risk: ungraded }",
            "reported", "{ kind-ever: missing }",
        ] {
            check(
                asks(condition), child: child, events: events,
                expect: "{ at: 2015-06-01T19:59, noDuty: asked }, { at: 2015-06-01T20:00, duty: asked, state: owed }")
        }
        for (condition, state) in [
            ("{ category: missing }", "owed"), ("{ category: absent }", "lapsed"), ("imminent-risk", "lapsed"),
            ("{ category-ever: absent }", "lapsed"),
        ] {
            check(
                asks(condition), child: child, events: events,
                expect: "{ at: 2015-06-06T00:00, duty: asked, state: \(state) }")
        }
    }

    @Test func `stands in no episode's list, and an episode's duty not in the child's`() {
        let both = "\(plan), \(Samples.duty("", id: "x"))"
        let run = Samples.run(
            Samples.pack(both), child: child,
            events: "{ at: 2015-06-01T10:00, is: concern-raised }, { at: 2015-06-01T20:00, is: reported }")
        let id = ChildID(number: 1)
        #expect(run.standings(of: id, at: at("2015-06-02T00:00")).map(\.duty) == ["x"])
        #expect(run.childStandings(of: id, at: at("2015-06-02T00:00")).map(\.duty) == ["prevent"])
    }

    @Test func `repeats, and is owed anew, over the whole record`() {
        let every = Samples.duty(
            "about: child, when: { status: child-protection-plan }, every: 10 days, doneBy: plan-updated", id: "review")
        check(
            every, child: "child: { statuses: [{ kind: child-protection-plan, since: 2015-06-01 }] }",
            events: "{ at: 2015-06-05T20:00, is: reported }, { at: 2015-06-06T10:00, is: plan-updated }",
            expect: """
                { at: 2015-06-20T00:00, duty: review, instance: 1, state: done },
                { at: 2015-06-20T00:00, duty: review, instance: 2, state: owed }
                """)
        let again = Samples.duty(
            "about: child, when: { category: missing }, again: true, due: 3 days, doneBy: plan-updated", id: "plan")
        check(
            again, child: child,
            events: """
                { at: 2015-06-01T20:00, is: reported, episode: e1 }, { at: 2015-06-01T21:00, is: classified, as: missing, episode: e1 },
                { at: 2015-06-02T08:00, is: plan-updated, episode: e1 }, { at: 2015-06-02T09:00, is: returned, episode: e1 },
                { at: 2015-06-05T20:00, is: reported, episode: e2 }, { at: 2015-06-05T21:00, is: classified, as: missing, episode: e2 }
                """,
            expect: """
                { at: 2015-06-06T00:00, duty: plan, instance: 1, state: done },
                { at: 2015-06-06T00:00, duty: plan, instance: 2, state: owed, from: 2015-06-05T21:00 }
                """)
    }
}

@Suite struct `Reading triggers` {
    private func faults(_ duties: String, _ rest: String = "") -> [String] {
        Samples.read(duties, rest).1.map(\.description)
    }

    @Test func `refuses an episode's clock in a duty about the child`() {
        for clock in [
            "start", "report", "checks", "located", "returned", "located-or-returned", "{ clock: start, plus: 1 hour }",
        ] {
            let duty = Samples.duty("about: child, from: \(clock)")
            #expect(faults(duty).contains { $0.hasPrefix("test.yaml:1: ") && $0.contains("no episode's clock") })
        }
        let sooner = Samples.duty(
            "about: child, when: reported, due: 1 day, sooner: [{ when: reported, due: 1 hour, from: returned }]")
        #expect(faults(sooner).contains { $0.contains("no episode's clock") })
        let other = "\(Samples.duty("", id: "x")), \(Samples.duty("about: child, from: { duty: x, at: due }", id: "y"))"
        #expect(faults(other).contains { $0.contains("it can't wait for that") })
    }

    @Test func `names what is there where a trigger or what it makes is not`() {
        let misspelt = TriggerSamples.three.replacing("makes: [panel-discussion]", with: "makes: [panel-discusion]")
        #expect(
            faults(TriggerSamples.panel, misspelt).contains { $0.contains("Did you mean “panel-discussion”?") })
        let renamed = TriggerSamples.panel.replacing("from: { trigger: three }", with: "from: { trigger: thre }")
        #expect(faults(renamed, TriggerSamples.three).contains { $0.contains("Did you mean “three”?") })
        let asked = Samples.duty("when: { triggered: thre }", id: "y")
        #expect(
            faults("\(TriggerSamples.panel), \(asked)", TriggerSamples.three).contains {
                $0.contains("“thre” is no trigger of this pack. Did you mean “three”?")
            })
    }

    @Test func `wants what a trigger makes to start with it, both ways`() {
        let other = "\(TriggerSamples.panel), \(Samples.duty("about: child, from: { trigger: three }", id: "letter"))"
        #expect(faults(other, TriggerSamples.three).contains { $0.contains("which does not make it") })
        let need = Samples.duty("about: child", id: "panel-discussion")
        #expect(faults(need, TriggerSamples.three).contains { $0.contains("does not start with this") })
        let episode = Samples.duty("", id: "panel-discussion")
        #expect(faults(episode, TriggerSamples.three).contains { $0.contains("`about: child`") })
    }

    @Test func `refuses triggers that wait for each other`() {
        let first = Samples.duty("about: child, when: { triggered: b }, from: { trigger: a }", id: "x")
        let second = Samples.duty("about: child, when: { triggered: a }, from: { trigger: b }", id: "y")
        let triggers = ["a: x", "b: y"].map { pair in
            "{ id: \(pair.first ?? "a"), makes: [\(pair.last ?? "x")], source: SG 1, counts: { atLeast: 1, within: 9 days } }"
        }
        let found = faults("\(first), \(second)", "triggers: [\(triggers.joined(separator: ", "))]")
        #expect(found.contains { $0.contains("“a” waits for itself") })
    }

    @Test func `is removed and replaced like other items`() throws {
        let parent = Samples.pack(TriggerSamples.panel, TriggerSamples.three)
        let four = TriggerSamples.trigger("counts: { atLeast: 4, within: 90 days }")
        let replaced = Samples.pack("", four, extending: parent)
        #expect(replaced.triggers.map(\.counts) == ["4 episodes within 90 days"])
        let removals = ["three", "panel-discussion"].map { "{ id: \($0), reason: Not here. }" }
        let removed = Samples.pack("", "remove: [\(removals.joined(separator: ", "))]", extending: parent)
        #expect(removed.triggers.isEmpty)
    }
}
