// SPDX-License-Identifier: MIT

import Casework
import Testing

@testable import Procedures

@Suite struct `The stage of a duty` {
    @Test(
        arguments: [
            ("when: { stage: checking }, from: checks", ProtocolStage.before),
            ("when: looked-after, from: { each: { event: concern-raised } }", .before),
            ("when: reported, from: report, doneBy: { event: notified, to: police }", .report),
            ("who: duty-inspector, when: { category: missing, back: false }", .police),
            ("when: { reported: true, back: false }, from: report, due: 5 working days", .away),
            ("when: { returned: true }, from: returned", .found),
            ("when: { returned: true }, from: returned, due: 72 hours", .afterwards),
            ("when: { returned: true }, from: returned, doneBy: { event: interview-offered }", .afterwards),
            ("when: { happened: { event: interview-held } }", .found),
            ("when: { reported: true, earlier-episodes: 1 }, from: report", .repeats),
            ("who: school, when: { kind: missing-from-education }", .education),
            ("when: { kind: missing-from-education }", .education),
        ] as [(String, ProtocolStage)])
    func `is told from its clock and its condition`(keys: String, stage: ProtocolStage) {
        #expect(Self.duty(keys).stage == stage, "\(keys)")
    }

    private static func duty(_ keys: String) -> Duty {
        let text =
            keys.contains("who:") ? Samples.duty(keys).replacing("who: social-worker, ", with: "") : Samples.duty(keys)
        return Samples.pack(text).duties[0]
    }
}

@Suite struct `The course of a protocol` {
    private let pack = Samples.pack(
        [
            Samples.duty("when: { looked-after: true, reported: true }, from: report, due: 1 hour", id: "notify-iro"),
            Samples.duty("when: reported, from: report, due: 24 hours", id: "visit-addresses"),
            Samples.duty(
                "when: { reported: true, known-risk: trafficking }, from: report, due: 24 hours", id: "nrm-referral"),
            Samples.duty(
                "when: reported, from: { clock: start, plus: 72 hours }, due: 5 working days", id: "strategy-meeting"),
            Samples.duty("when: { returned: true }, from: returned, due: 72 hours", id: "return-interview"),
            Samples.duty("when: { kind: missing-from-education }, due: 10 school days", id: "refer-pupil"),
        ].joined(separator: ", "), "fallbacks: { social-worker: { inHours: mash, outOfHours: edt } }")

    @Test func `runs from the report to the return`() {
        let flow = ProtocolFlow(pack)
        #expect(
            flow.bands.map(\.event) == [
                "The child is reported", "72 hours after the child went", "The child is found, or comes back",
            ])
        #expect(flow.bands[0].rows.map(\.when) == ["within 1 hour", "within 24 hours"])
        #expect(flow.lanes == [.socialCare])
        let steps = flow.bands[0].rows.flatMap { $0.cells[.socialCare] ?? [] }.flatMap(\.steps)
        #expect(steps.map(\.text) == ["Notify IRO", "Visit addresses", "NRM referral"])
        #expect(steps.map(\.reach) == [.childrenInCare, .everyChild, .someChildren])
    }

    @Test func `draws every duty once`() {
        let drawn = [ProtocolFlow(pack), ProtocolFlow(education: pack)].flatMap(\.bands).flatMap(\.rows)
            .flatMap { $0.cells.values.flatMap { $0 } }.flatMap(\.steps).map(\.duty)
        #expect(drawn.sorted() == pack.duties.map(\.id).sorted())
    }

    @Test func `shows a role what it owes where nobody is allocated`() {
        let flow = ProtocolFlow(pack, for: .edt)
        #expect(flow.bands.first?.rows.first?.cells[.socialCare]?.map(\.role) == [.edt])
        #expect(ProtocolFlow(pack, for: .carer).bands.isEmpty)
    }
}
