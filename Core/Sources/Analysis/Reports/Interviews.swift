// SPDX-License-Identifier: MIT

/// Return interviews of a stretch in short, from protected tables.
enum Interviews {
    /// How many were held in time of those owed, and how many at all: only where every count behind is shown.
    ///
    /// `inTime` has those held in time and those not; `all` the outcomes, as fine as they may be shown.
    static func headlines(inTime: ProtectedTable?, all: ProtectedTable?) -> [Report.Headline] {
        guard let held = inTime?.count(0)?.episodes, let rest = inTime?.count(1)?.episodes else {
            return [
                headline(.hidden, "Interviews held within 72 hours of the return", "some counts behind it are small")
            ]
        }
        let owed = held + rest
        if owed == 0 { return [headline(.none, "Return interviews", "none was owed")] }
        func more(_ label: String, _ bands: [InterviewOutcome]) -> Report.Headline? {
            let counts = bands.map { band in
                all?.bands.firstIndex(of: band.rawValue).flatMap { all?.count($0)?.episodes }
            }
            let known = counts.compactMap { $0 }
            guard known.count == counts.count else { return nil }
            let part = known.reduce(0, +)
            return headline(.share(Proportion(part, of: owed)), label, "\(part.grouped) of \(owed.grouped) owed")
        }
        return [
            headline(
                .share(Proportion(held, of: owed)), "Interviews held within 72 hours of the return",
                "\(held.grouped) of \(owed.grouped) owed")
        ]
            + [more("Interviews held at all", [.heldInTime, .heldLater]), more("Children said no", [.declined])]
            .compactMap { $0 }
    }

    private static func headline(_ cell: ReportCell, _ label: String, _ note: String) -> Report.Headline {
        Report.Headline(cell: cell, label: label, note: note)
    }
}
