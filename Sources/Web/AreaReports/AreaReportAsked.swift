// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// Which stretch and whose children a report was asked about.
struct AreaReportAsked {
    let kind: ReportKind
    let period: ClosedRange<CivilDate>
    /// Nil for all whom the reader may ask for.
    let authority: AgencyID?
    let authorities: [Agency]
    let faults: [FieldFault]
    private let coversEverybody: Bool

    init(_ kind: ReportKind, _ call: Call) {
        self.kind = kind
        var faults: [FieldFault] = []
        period = AreaReportAsked.period(kind, call, &faults)
        authorities = FiguresAsked.authorities(call)
        coversEverybody = FiguresAsked.coversEverybody(call)
        let asked = AgencyID(call.query["authority"])
        authority = authorities.count == 1 ? authorities[0].id : authorities.first { $0.id == asked }?.id
        self.faults = faults
    }

    /// Whose figures; nil where that is everybody's.
    var whose: Set<AgencyID>? {
        if let authority { return [authority] }
        return coversEverybody ? nil : Set(authorities.map(\.id))
    }

    /// The same asked of another stretch, for an address.
    func address(_ period: ClosedRange<CivilDate>) -> String {
        let dates = "from=\(TimeText.write(period.lowerBound))&to=\(TimeText.write(period.upperBound))"
        return authority.map { "\(dates)&authority=\(FormFields.encode($0.name))" } ?? dates
    }

    /// The usual stretch, those before it, and the one that is not over yet.
    func offered(today: CivilDate) -> [ClosedRange<CivilDate>] {
        var offered: [ClosedRange<CivilDate>] = []
        var first = today
        // A stretch ends before the one in which `first` lies begins.
        for _ in 0..<5 {
            let period = kind.usualPeriod(today: first)
            offered.append(period)
            first = period.lowerBound
        }
        return offered
    }

    private static func period(
        _ kind: ReportKind, _ call: Call, _ faults: inout [FieldFault]
    ) -> ClosedRange<CivilDate> {
        let usual = kind.usualPeriod(today: call.today)
        if call.query["from"].isEmpty, call.query["to"].isEmpty { return usual }
        let from = try? TimeText.date(call.query["from"])
        let to = try? TimeText.date(call.query["to"])
        if from == nil { faults.append(FieldFault(control: "from", says: "Give the first date, such as 1/4/2026.")) }
        if to == nil { faults.append(FieldFault(control: "to", says: "Give the last date.")) }
        guard let from, let to else { return usual }
        guard from <= to else {
            faults.append(FieldFault(control: "to", says: "The last date is before the first."))
            return usual
        }
        if let fault = kind.fault(from...to) {
            faults.append(FieldFault(control: "from", says: fault))
            return usual
        }
        return from...to
    }
}
