// SPDX-License-Identifier: MIT

/// The return interviews of a protected table of ``Dimension/interview``, in short and in full.
enum Interviews {
    static let outcomes = InterviewOutcome.allCases

    /// How many were held in time of those owed, and how many at all: only where every count behind is shown.
    static func headlines(_ table: ProtectedTable) -> [Report.Headline] {
        let counts = outcomes.indices.map { table.count($0)?.episodes }
        let known = counts.compactMap { $0 }
        guard known.count == counts.count else {
            return [
                headline(.hidden, "Interviews held within 72 hours of the return", "some counts behind it are small")
            ]
        }
        let owed = known.reduce(0, +)
        if owed == 0 { return [headline(.none, "Return interviews", "none was owed")] }
        let held = known[0] + known[1]
        return [
            headline(
                .share(Proportion(known[0], of: owed)), "Interviews held within 72 hours of the return",
                "\(known[0].grouped) of \(owed.grouped) owed"),
            headline(
                .share(Proportion(held, of: owed)), "Interviews held at all", "\(held.grouped) of \(owed.grouped) owed"),
            headline(
                .share(Proportion(known[2], of: owed)), "Children said no",
                "\(known[2].grouped) of \(owed.grouped) owed"),
        ]
    }

    private static func headline(_ cell: ReportCell, _ label: String, _ note: String) -> Report.Headline {
        Report.Headline(cell: cell, label: label, note: note)
    }
}
