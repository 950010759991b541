// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// Of which year, which day and whose children a return is asked for.
struct ReturnsAsked {
    let call: Call
    let year: CollectionYear?
    /// The day of a list or a count; today unless another was named.
    let day: CivilDate
    let authorities: Set<AgencyID>?
    let faults: [FieldFault]

    init(_ call: Call) {
        self.call = call
        var faults: [FieldFault] = []
        let asked = call.query["year"]
        if asked.isEmpty {
            year = CollectionYear(containing: call.today)
        } else {
            year = Int(asked).flatMap(CollectionYear.init(ending:))
            if year == nil { faults.append(FieldFault(control: "year", says: "Choose one of the years.")) }
        }
        let named = try? TimeText.date(call.query["on"])
        if named == nil, !call.query["on"].isEmpty {
            faults.append(FieldFault(control: "on", says: "Give the day, such as 31/1/2026."))
        }
        if let named, call.today < named {
            faults.append(FieldFault(control: "on", says: "This day is still to come. Give today or one before."))
        }
        day = min(named ?? call.today, call.today)
        authorities = call.account.agency.map { Set(call.state.agencies[$0]?.areas ?? []) }
        self.faults = faults
    }

    /// The years that the record may hold something of, the newest first.
    var years: [CollectionYear] {
        let starts = call.state.episodes.values.lazy.compactMap(\.facts.start).map { London.date(of: $0) }
        let first = starts.min().flatMap { CollectionYear(containing: $0)?.ending }
        guard let now = CollectionYear(containing: call.today)?.ending else { return [] }
        return (max(first ?? now, now - 9)...now).reversed().compactMap { CollectionYear(ending: $0) }
    }

    func mayExport(_ parts: [RecordPart]) -> @Sendable (ChildID) -> Bool {
        let access = call.access
        return { child in parts.allSatisfy { access.may(.export, $0, of: child) } }
    }

    var written: ReturnFromRecord? {
        year.map { year in
            ReturnFromRecord(
                of: call.state, year: year, authorities: authorities,
                includes: mayExport([.identity, .episode, .location]))
        }
    }

    var list8: AnnexAList8 {
        AnnexAList8(
            of: call.state, on: day, authorities: authorities,
            includes: mayExport([.identity, .episode, .location, .plans]))
    }

    var schoolReturns: SchoolReturns {
        SchoolReturns(
            of: call.state, calendars: call.site.partnership.shelf.calendars, authorities: authorities,
            includes: mayExport([.identity, .education]))
    }
}
