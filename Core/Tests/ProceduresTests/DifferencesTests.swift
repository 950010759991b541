// SPDX-License-Identifier: MIT

import Testing

@testable import Procedures

@Suite struct `The difference between two protocols` {
    private func check(
        from before: String, to after: String, says sentences: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let differences = PackDifferences(
            from: Samples.pack(Samples.duty(before)), to: Samples.pack(Samples.duty(after)))
        #expect(
            differences.changed.flatMap { $0.points.map(\.sentence) } == sentences, sourceLocation: sourceLocation)
    }

    @Test func `is nothing between a protocol and itself`() {
        let pack = Samples.pack(Samples.duty("when: { looked-after: true }, due: 72 hours"))
        let differences = PackDifferences(from: pack, to: pack)
        #expect(differences.isEmpty)
        #expect(differences.summary == "Test and Test say the same.")
    }

    @Test func `says when something is due now and was before`() {
        check(
            from: "from: located-or-returned, due: 72 hours", to: "from: returned, due: 72 hours",
            says: [
                "Now due 72 hours after the child returned; before, 72 hours after the child was located or returned, "
                    + "whichever came first."
            ])
    }

    @Test func `says what a condition asks besides and no longer`() {
        check(
            from: "when: { reported: true, returned: false }", to: "when: { reported: true, looked-after: true }",
            says: ["Now asks that the child is looked after; before, that the child has not returned."])
        check(
            from: "when: { reported: true }", to: "when: { reported: true, looked-after: true }",
            says: ["Now asks besides that the child is looked after."])
        check(
            from: "when: { reported: true, looked-after: true }", to: "when: { reported: true }",
            says: ["No longer asks that the child is looked after."])
        check(
            from: "when: always", to: "when: { reported: true }",
            says: ["No longer needed in every case, but only where the child was reported."])
    }

    @Test func `names who owes, who may waive and who is told`() {
        check(
            from: "mayWaive: team-manager, escalate: { to: team-manager, after: 1 hour }",
            to: "mayWaive: nobody, escalate: { to: superintendent, after: 30 minutes }",
            says: [
                "May now be waived by nobody; before, the team manager.",
                "If it is not done: now a superintendent is told 30 minutes after it was due; before, the team manager is "
                    + "told 1 hour after it was due.",
            ])
    }

    @Test func `keeps notes and clauses apart from what somebody has to do`() {
        let before = Samples.pack(Samples.duty("note: One reading."))
        let after = Samples.pack(Samples.duty("note: Another reading."))
        let differences = PackDifferences(from: before, to: after)
        #expect(differences.changed.map(\.isWordingOnly) == [true])
        #expect(differences.markdown.contains("### Worded otherwise: Do it. (`x`)"))
    }

    @Test func `tells what is new and why something is gone`() {
        let parent = Samples.pack("\(Samples.duty("", id: "old")), \(Samples.duty("", id: "kept"))")
        let child = Samples.pack(
            Samples.duty("", id: "new"), "remove: [{ id: old, reason: Done elsewhere. }]", extending: parent)
        let differences = PackDifferences(from: parent, to: child)
        #expect(differences.added.map(\.id) == ["new"])
        #expect(differences.removed.map { "\($0.item.id): \($0.reason ?? "")" } == ["old: Done elsewhere."])
        #expect(differences.summary == "From Test to Test: duties: 1 added and 1 taken out.")
        #expect(PackDifferences(from: child, to: parent).removed.map(\.reason) == [nil])
    }

    @Test func `says office hours, figures and who steps in`() {
        let before = Samples.pack(Samples.duty(""), "figures: { immediately: 1 hour }")
        let after = Samples.pack(
            Samples.duty(""),
            "figures: { immediately: 30 minutes }, fallbacks: { social-worker: { inHours: mash, outOfHours: edt } }")
        let differences = PackDifferences(from: before, to: after)
        #expect(
            differences.changed.map { "\($0.after.title): \($0.points.map(\.sentence).joined())" }
                == ["“immediately”: It is now taken as 30 minutes; before, taken as 1 hour."])
        #expect(
            differences.added.map { "\($0.title): \($0.says(.value) ?? "")" } == [
                "Who steps in for the social worker where nobody is allocated: the multi-agency safeguarding hub; when "
                    + "the office is closed, the emergency duty team"
            ])
    }
}
