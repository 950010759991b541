// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// For which dates and whose children figures were asked.
struct FiguresAsked {
    /// A stretch that people report on, by the name it has in addresses.
    enum Stretch: String, CaseIterable {
        case week, quarter, year
        case lastYear = "last-year"
        case dates

        var spoken: String {
            switch self {
            case .week: "The last 7 days"
            case .quarter: "The last 3 months"
            case .year: "Since 1 April"
            case .lastYear: "The year before"
            case .dates: "Dates of my own"
            }
        }
    }

    let stretch: Stretch
    let period: ClosedRange<CivilDate>
    /// The authority asked for; nil for all whom the reader's agency covers.
    let authority: AgencyID?
    /// Those whose figures the reader may ask for, in the order of their names.
    let authorities: [Agency]
    /// What was typed and can't be used.
    let faults: [FieldFault]

    init(_ call: Call) {
        let named = Stretch(rawValue: call.query["for"])
        stretch = named ?? (call.query["from"].isEmpty ? .quarter : .dates)
        var faults: [FieldFault] = []
        period = FiguresAsked.period(stretch, call, &faults)
        authorities = FiguresAsked.authorities(call)
        let asked = AgencyID(call.query["authority"])
        authority = authorities.count == 1 ? authorities[0].id : authorities.first { $0.id == asked }?.id
        coversEverybody = FiguresAsked.coversEverybody(call)
        self.faults = faults
    }

    /// Whose figures: the authority asked for, or all that the reader may ask for; nil where that is everybody's.
    var whose: Set<AgencyID>? {
        if let authority { return [authority] }
        return coversEverybody ? nil : Set(authorities.map(\.id))
    }

    private let coversEverybody: Bool

    /// The same asked again, for an address.
    var address: String {
        let dates =
            "for=\(stretch.rawValue)&from=\(TimeText.write(period.lowerBound))&to=\(TimeText.write(period.upperBound))"
        return authority.map { "\(dates)&authority=\(FormFields.encode($0.name))" } ?? dates
    }

    /// "from Monday 1 June 2026 to Sunday 7 June 2026".
    var spoken: String {
        "from \(Spoken.fullDate(period.lowerBound)) to \(Spoken.fullDate(period.upperBound))"
    }

    /// The collection year in which the period ends.
    var collectionYear: CollectionYear? { CollectionYear(containing: period.upperBound) }

    private static func period(_ stretch: Stretch, _ call: Call, _ faults: inout [FieldFault]) -> ClosedRange<CivilDate>
    {
        let today = call.today
        let year = CollectionYear(containing: today)
        switch stretch {
        case .week: return today.adding(days: -6)...today
        case .quarter: return today.adding(days: -90)...today
        case .year: return (year?.first ?? today)...today
        case .lastYear:
            let before = year.flatMap { CollectionYear(ending: $0.ending - 1) }
            return before.map { $0.first...$0.last } ?? today...today
        case .dates:
            let from = try? TimeText.date(call.query["from"])
            let to = try? TimeText.date(call.query["to"])
            if from == nil {
                faults.append(FieldFault(control: "from", says: "Give the first date, such as 1/4/2026."))
            }
            if to == nil { faults.append(FieldFault(control: "to", says: "Give the last date.")) }
            guard let from, let to else { return today.adding(days: -90)...today }
            guard from <= to else {
                faults.append(FieldFault(control: "to", says: "The last date is before the first."))
                return to...from
            }
            return from...to
        }
    }

    /// An analyst and whoever is of no agency may ask for every authority's figures; others for those that their agency
    /// is in, or covers.
    static func authorities(_ call: Call) -> [Agency] {
        let all = call.state.agencies.values.filter { $0.kind == .authority }.sorted { $0.name < $1.name }
        if coversEverybody(call) { return all }
        let areas = Set(call.account.agency.flatMap { call.state.agencies[$0]?.areas } ?? [])
        return all.filter { areas.contains($0.id) }
    }

    static func coversEverybody(_ call: Call) -> Bool {
        call.account.role == .analyst || call.account.agency == nil
    }
}
