// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Procedures

@Suite struct `Reading a pack` {
    private func faults(_ duties: String, _ rest: String = "", extending parent: ProtocolPack? = nil) -> [String] {
        Samples.read(duties, rest, extending: parent).1.map(\.description)
    }

    @Test func `suggests the nearest predicate and says on which line`() throws {
        let fault = try #require(Samples.read(Samples.duty("when: {\n looked-aftr: true }")).1.first)
        #expect(fault.line == 2)
        #expect(fault.says == "“looked-aftr” is no predicate.")
        #expect(fault.nearest == "looked-after")
        #expect(fault.allowed.contains("placed-out-of-area"))
    }

    @Test func `suggests the nearest event, detail, role, key, due and source`() {
        let slips: [(String, String)] = [
            (Samples.duty("doneBy: { event: notifed, to: iro }"), "Did you mean “notified”?"),
            (Samples.duty("doneBy: { event: notified, too: iro }"), "Did you mean “to”?"),
            (Samples.duty("doneBy: { event: notified, by: social-workr }"), "Did you mean “social-worker”?"),
            (Samples.duty("lapse: returned"), "Did you mean “lapses”?"),
            (Samples.duty("due: imediately"), "Did you mean “immediately”?"),
            (
                "{ id: x, who: iro, what: Do., when: reported, due: 1 hour, doneBy: closed, source: SGG 1 }",
                "Did you mean “SG”?"
            ),
        ]
        for (duty, meant) in slips { #expect(faults(duty).contains { $0.contains(meant) }, "\(duty)") }
    }

    @Test func `reports every fault at once and gives no pack`() {
        let (pack, faults) = Samples.read(
            "\(Samples.duty("due: soon")), \(Samples.duty("who: nobody", id: "y")), \(Samples.duty("", id: "y"))")
        #expect(pack == nil)
        #expect(faults.count >= 3)
    }

    @Test func `takes the first of clocks that start once, two or more`() {
        #expect(faults(Samples.duty("from: { first-of: [report] }")).contains { $0.contains("two clocks or more") })
        let each = "from: { first-of: [report, { each: { event: located } }] }"
        #expect(faults(Samples.duty(each)).contains { $0.contains("“each” can't stand in “first-of”") })
        #expect(faults(Samples.duty("from: { first-of: [located, report], plus: 1 hour }")).isEmpty)
    }

    @Test func `refuses a clock that waits for itself or for nothing`() {
        let first = Samples.duty("from: { duty: b, at: due }", id: "a")
        #expect(faults(first).contains { $0.contains("“b” is no duty of this pack") })
        let loop = "\(first), \(Samples.duty("from: { duty: a, at: done }", id: "b"))"
        #expect(faults(loop).contains { $0.contains("waits for itself") })
    }

    @Test func `refuses both and neither of due and every, and a period of seconds`() {
        #expect(!faults(Samples.duty("due: 1 hour, every: 1 hour")).isEmpty)
        #expect(!faults(Samples.duty("every: 1 minute")).isEmpty)
        #expect(!faults("{ id: x, who: iro, what: Do., when: reported, doneBy: closed, source: SG 1 }").isEmpty)
    }

    @Test func `refuses to ask what a text says`() {
        let duty = Samples.duty("doneBy: { event: contact-attempted, result: none }")
        #expect(faults(duty).contains { $0.contains("given: [result]") })
    }
}

@Suite struct `A pack that extends another` {
    private let parent = Samples.pack(
        "\(Samples.duty("due: immediately", id: "a")), \(Samples.duty("", id: "b")), \(Samples.duty("", id: "c"))")

    @Test func `adds, replaces whole by id and removes with a reason`() {
        let child = Samples.pack(
            "\(Samples.duty("due: 5 hours", id: "b")), \(Samples.duty("", id: "d"))",
            "remove: [{ id: c, reason: Not here. }]", extending: parent)
        #expect(child.duties.map(\.id) == ["a", "b", "d"])
        #expect(child.duty("b")?.due.length == .hours(5))
        #expect(child.removed.map(\.reason) == ["Not here."])
    }

    @Test func `gives its own figures to what it inherits`() {
        let child = Samples.pack("", "figures: { immediately: 20 minutes }", extending: parent)
        #expect(child.duty("a")?.due.length == .minutes(20))
        #expect(parent.duty("a")?.due.length == .hours(1))
    }

    @Test func `removes nothing that is not there`() {
        let (pack, faults) = Samples.read("", "remove: [{ id: z, reason: No. }]", extending: parent)
        #expect(pack == nil)
        #expect(faults.count == 1)
    }
}

@Suite struct `Reading a scenario` {
    private func faults(_ text: String) -> [String] {
        ScenarioReader.read(FlowText.tree("{ protocol: test, \(text) }")).1.map(\.description)
    }

    @Test func `suggests the nearest event word`() {
        let found = faults("child: {}, events: [{ at: 2015-06-05T22:10, is: reportd }]")
        #expect(found.contains { $0.contains("Did you mean “reported”?") })
    }

    @Test func `refuses a time that London clocks never showed`() {
        let found = faults("child: {}, events: [{ at: 2015-03-29T01:30, is: reported }]")
        #expect(found.contains { $0.contains("never occurred: the clocks in London went from 01:00 to 02:00") })
    }

    @Test func `calls a duty that the pack hasn't a difference`() {
        let differences = Samples.differences(
            Samples.duty("", id: "notify-iro"), events: "{ at: 2015-06-05T22:10, is: reported }",
            expect:
                "{ at: 2015-06-05T23:00, duty: notify-iroo, state: owed }, { at: 2015-06-05T23:00, noDuty: notify-ir0 }"
        )
        #expect(differences.count == 2)
        #expect(differences.allSatisfy { $0.contains("Did you mean “notify-iro”?") })
    }

    @Test func `prints what differs, each on a line, and why`() throws {
        let run = Samples.run(
            Samples.pack(Samples.duty("")), events: "{ at: 2015-06-05T22:10, is: reported }",
            expect: "{ at: 2015-06-05T23:00, duty: x, state: done, due: 2015-06-06T22:10, by: iro }")
        let difference = try #require(run.run().first)
        #expect(run.run().count == 1)
        #expect(difference.says == "x at 2015-06-05T23:00 is not as expected.")
        #expect(
            difference.details.prefix(3) == [
                "state: expected done, was owed", "due: expected 2015-06-06T22:10, was 2015-06-05T23:10",
                "by: expected iro, was social-worker",
            ])
        #expect(difference.details.last?.hasPrefix("why: ") == true)
        #expect(difference.description.contains("\n    by: expected iro, was social-worker\n    why: "))
    }

    @Test func `evaluates to the same JSON each time`() {
        let run = Samples.run(Samples.pack(Samples.duty("")), events: "{ at: 2015-06-05T22:10, is: reported }")
        let json = run.evaluate(at: at("2015-06-05T22:10"))
        #expect(json == run.evaluate(at: at("2015-06-05T22:10")))
        #expect(json.contains(#""id": "x", "instance": 1, "state": "owed", "from": "2015-06-05T22:10""#))
        #expect(json.contains(#""due": "2015-06-05T23:10", "by": "social-worker", "source": "SG 1""#))
    }
}

extension DueRule {
    fileprivate var length: DueLength? {
        switch self {
        case .length(let length), .figure(_, let length): length
        default: nil
        }
    }
}

@Suite struct `The words that a protocol asks for` {
    @Test func `are those of its duties and its guardrails`() {
        let told = Samples.duty(
            "doneBy: { any: [{ event: notified, to: [iro, health] }, { event: notified, to: iro }] }")
        let guardrail = """
            guardrails: [{ id: g, refuses: { event: publicity-decided, as: publish }, says: No., wayOn: Ask.,
              source: SG 1 }]
            """
        let pack = Samples.pack(told, guardrail)
        #expect(pack.wordsAsked(of: .to, in: .notified) == ["health", "iro"])
        #expect(pack.wordsAsked(of: .as, in: .publicityDecided) == ["publish"])
        #expect(pack.wordsAsked(of: .kind, in: .notified).isEmpty)
    }
}
