// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

@Suite struct `A child who is placed in another area` {
    private func pack(_ id: String, _ duties: String) -> ProtocolPack {
        let text = "{ id: \(id), title: \(id), sources: { SG: Guidance }, duties: [\(duties)] }"
        let (pack, faults) = PackReader.read(FlowText.tree(text), extending: nil)
        guard let pack else { preconditionFailure("\(faults)") }
        return pack
    }

    private func owed(
        here: String, responsible: String, events: String = "{ at: 2015-06-05T22:10, is: reported }",
        at time: String = "2015-06-05T22:30"
    ) -> [DutyStanding] {
        let governing = GoverningPacks(here: pack("here", here), responsible: pack("theirs", responsible))
        return governing.standings { pack in
            Samples.run(pack, events: events).standings(of: ChildID(number: 1), at: at(time))
        }
    }

    private func duty(_ who: String, _ keys: String = "due: 1 hour", id: String = "x", source: String = "SG 1")
        -> String
    {
        "{ id: \(id), who: \(who), what: Do it., source: \(source), \(keys)"
            + (keys.contains("when: ") ? "" : ", when: reported")
            + (keys.contains("doneBy: ") ? " }" : ", doneBy: note-added }")
    }

    @Test(arguments: Role.allCases) func `has each role's duties from the pack of that role's side`(role: Role) {
        let found = owed(
            here: duty(role.rawValue, id: "local"), responsible: duty(role.rawValue, id: "theirs")
        ).map(\.duty)
        switch role.protocolSide {
        case .here: #expect(found == ["local"])
        case .responsible: #expect(found == ["theirs"])
        case .both: #expect(found == ["local", "theirs"])
        }
    }

    @Test func `keeps police under the area, social care under the authority that placed, carers under both`() {
        #expect(Role.allCases.filter(\.isPolice).allSatisfy { $0.protocolSide == .here })
        #expect(Role.allCases.filter(\.isCarer).allSatisfy { $0.protocolSide == .both })
        #expect(Role.allCases.filter(\.isSocialCare).allSatisfy { $0.protocolSide == .responsible })
    }

    @Test func `is owed a duty of both packs once, at the earlier due, with both sources`() {
        let found = owed(
            here: duty("interviewer", "due: 72 hours", source: "SG 1"),
            responsible: duty("interviewer", "due: 24 hours", source: "SG 2"))
        #expect(found.count == 1)
        #expect(found.first?.due == .instant(at("2015-06-06T22:10")))
        #expect(found.first?.source == "SG 1; SG 2")
        #expect(found.first?.why.contains("Owed once under two protocols, at the earlier due.") == true)
    }

    @Test func `is owed what both ask of social care at the earlier due, of police by their own area`() {
        let social = owed(
            here: duty("social-worker", "due: 1 hour"), responsible: duty("social-worker", "due: 2 hours"))
        #expect(social.map(\.due) == [.instant(at("2015-06-05T23:10"))])
        let police = owed(here: duty("supervisor", "due: 2 hours"), responsible: duty("supervisor", "due: 1 hour"))
        #expect(police.map(\.due) == [.instant(at("2015-06-06T00:10"))])
    }

    @Test func `is owed it by whoever is due first, and late once the earlier due has passed`() {
        let here = duty("carer", "due: 1 hour")
        let theirs = duty("social-worker", "due: 4 hours")
        let first = owed(here: here, responsible: theirs)
        #expect(first.map(\.owedBy) == [.carer] && first.map(\.state) == [.owed])
        #expect(owed(here: here, responsible: theirs, at: "2015-06-05T23:30").map(\.state) == [.overdue])
        let note = "{ at: 2015-06-05T22:10, is: reported }, { at: 2015-06-05T23:30, is: note-added }"
        let done = owed(here: here, responsible: theirs, events: note, at: "2015-06-06T10:00")
        #expect(done.map(\.state) == [.doneLate] && done.first?.lateBy == .minutes(20))
    }

    @Test func `is owed it until both are satisfied, where the packs ask for different acts`() {
        let here = duty("carer", "due: 1 hour, doneBy: { event: notified, to: iro }")
        let theirs = duty("social-worker", "due: 4 hours, doneBy: { event: notified, by: social-worker }")
        let told = "{ at: 2015-06-05T22:10, is: reported }, { at: 2015-06-05T22:20, is: notified, to: iro, by: carer }"
        let found = owed(here: here, responsible: theirs, events: told)
        #expect(found.map(\.state) == [.owed] && found.map(\.owedBy) == [.socialWorker])
        #expect(found.first?.due == .instant(at("2015-06-06T02:10")))
        let both = told + ", { at: 2015-06-05T22:25, is: notified, to: police, by: social-worker }"
        #expect(owed(here: here, responsible: theirs, events: both).map(\.state) == [.done])
    }

    @Test func `loses no duty that each pack gives to the other side`() {
        let found = owed(here: duty("social-worker", "due: 1 hour"), responsible: duty("carer", "due: 2 hours"))
        #expect(found.map(\.due) == [.instant(at("2015-06-05T23:10"))])
    }

    @Test func `keeps the shorter of two repeating clocks`() {
        let found = owed(
            here: duty("carer", "every: 2 hours"), responsible: duty("social-worker", "every: 24 hours"),
            at: "2015-06-06T03:00")
        #expect(found.map(\.instance) == [1, 2, 3])
        #expect(found.map(\.state) == [.missed, .missed, .owed])
        #expect(found.last?.why.last == "theirs asks for it too, at another interval.")
    }

    @Test func `joins the newest needs, and keeps an earlier one that only one pack knew`() {
        let here = duty("carer", "when: { category: absent }, again: true, due: 1 hour")
        let theirs = duty("social-worker", "when: { category: absent }, due: 2 hours, lapses: reviewed")
        let events = """
            { at: 2015-06-05T22:10, is: reported }, { at: 2015-06-05T22:20, is: classified, as: absent },
            { at: 2015-06-05T22:30, is: reclassified, as: missing }, { at: 2015-06-05T22:40, is: reclassified, as: absent }
            """
        let found = owed(here: here, responsible: theirs, events: events, at: "2015-06-05T23:00")
        #expect(found.map(\.instance) == [1, 2])
        #expect(found.map(\.state) == [.lapsed, .owed])
        #expect(found.last?.due == .instant(at("2015-06-05T23:40")))
    }

    @Test func `is governed by one pack where both are the same`() {
        let one = pack("here", duty("carer"))
        #expect(GoverningPacks(here: one, responsible: one).responsible == nil)
    }

    @Test func `is governed by both in a scenario that names both`() throws {
        let text = """
            { protocols: { here: here, responsible: theirs }, child: { lookedAfter: true },
              events: [{ at: 2015-06-05T22:10, is: reported }],
              expect: [{ at: 2015-06-05T22:30, duty: both, state: owed, due: 2015-06-05T23:10, by: carer, source: SG 1 },
                { at: 2015-06-05T22:30, duty: theirs, state: owed, by: social-worker }, { at: 2015-06-05T22:30, noDuty: ours },
                { command: { at: 2015-06-05T22:30, is: risk-graded, by: supervisor, as: high }, refused: local }] }
            """
        let (scenario, faults) = ScenarioReader.read(FlowText.tree(text))
        let read = try #require(scenario, "\(faults)")
        #expect(read.pack == "here" && read.responsiblePack == "theirs")
        let guardrail = """
            guardrails: [{ id: local, refuses: { event: risk-graded }, says: S, wayOn: W, source: SG 1 }]
            """
        let both = duty("carer", "due: 1 hour", id: "both") + ", " + duty("social-worker", id: "ours")
        let theirs = duty("social-worker", "due: 4 hours", id: "both") + ", " + duty("social-worker", id: "theirs")
        let here = "{ id: here, title: here, sources: { SG: G }, duties: [\(both)], \(guardrail) }"
        let run = ScenarioRun(
            read, pack: try #require(PackReader.read(FlowText.tree(here), extending: nil).0),
            responsible: pack("theirs", theirs), calendars: Samples.calendars)
        #expect(run.run().map(\.description) == [])
    }

    @Test(arguments: [
        "protocol: a, protocols: { here: a, responsible: b }", "protocols: { here: a }", "protocols: a",
        "protocols: { here: a, responsable: b }",
    ])
    func `is in no scenario that names its protocols wrongly`(_ protocols: String) {
        #expect(!ScenarioReader.read(FlowText.tree("{ \(protocols), child: {} }")).1.isEmpty)
    }
}
