// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Ledger
import WorkingTime

extension Planning903 {
    /// One placement for each episode of care, and one looked-after span from each start to each end of care.
    mutating func writeCare(_ rows: [CareRow], of child: ChildID, _ reference: String) {
        var isLookedAfter = false
        for row in rows.sorted(by: { ($0.began.date ?? .distantPast) < ($1.began.date ?? .distantPast) }) {
            guard let began = row.began.date else { continue }
            let start = "\(began.daysSince1970)"
            if !isLookedAfter {
                let status: Details = [.kind: .word(StatusSpan.lookedAfter), .since: .date(began)]
                add(.statusStarted, of: child, on: began, status, key: [reference, "care", start], .statuses)
                isLookedAfter = true
            }
            let place = [reference, "placement", start, row.placement, row.legalStatus]
            add(.placementStarted, of: child, on: began, placement(row, since: began), key: place, .placements)
            guard let ended = row.ended.date, row.whyEnded.hasPrefix("E") else { continue }
            let end = ["\(ended.daysSince1970)"]
            let on: DetailValue = .time(.on(ended))
            add(.placementEnded, of: child, on: ended, [.at: on], key: place + end, nil)
            let over: Details = [.kind: .word(StatusSpan.lookedAfter), .at: on]
            add(.statusEnded, of: child, on: ended, over, key: [reference, "care-ended"] + end, nil)
            isLookedAfter = false
        }
    }

    private func placement(_ row: CareRow, since: CivilDate) -> Details {
        var details: Details = [.kind: .word(Self.kind(of: row.placement)), .since: .date(since)]
        if !row.legalStatus.isEmpty { details[.legalStatus] = .word(row.legalStatus) }
        if !row.provider.isEmpty { details[.provider] = .word(row.provider) }
        if !row.placementPostcode.isEmpty { details[.postcode] = .word(row.placementPostcode) }
        if row.location == "OUT" { details[.outOfArea] = .flag(true) }
        if let miles = Double(row.distance), 0 <= miles, miles < 10_000 {
            details[.distanceMiles] = .number(Int(miles))
        }
        return details
    }

    /// The placement code of the return in the record's words.
    static func kind(of code: String) -> String {
        switch code {
        case "U1", "U2", "U3", "U4", "U5", "U6": "foster-care"
        case "K2": "childrens-home"
        case "K1": "secure"
        case "H5", "K3": "semi-independent"
        case "P1": "with-parents"
        case "P2", "P3": "independent-living"
        case "A3", "A4", "A5", "A6": "adoption"
        case "R1": "residential-care-home"
        case "R2": "health"
        case "R3": "family-centre"
        case "R5": "young-offender-institution"
        case "S1": "residential-school"
        case "T0", "T1", "T2", "T3", "T4": "temporary"
        default: "other"
        }
    }

    private mutating func add(
        _ word: EventWord, of child: ChildID, on date: CivilDate, _ details: Details, key: [String],
        _ count: ImportReport.Count?
    ) {
        let act = Act(word, .child(child), occurredAt: .on(date), details: details)
        if plan.add(act, digest: digest(key + [word.rawValue]), to: &seen, in: state) {
            if let count { plan.report.count(count) }
        } else if count != nil {
            plan.report.count(.alreadyRecorded)
        }
    }

    /// The digest of what a return may hold several times: a child may be away twice on one day. The first is known by the key
    /// alone, those after it by their turn besides.
    mutating func digestOfTurn(_ key: [String]) -> String {
        let turn = turns[key, default: 0] + 1
        turns[key] = turn
        return digest(turn == 1 ? key : key + ["\(turn)"])
    }

    func digest(_ key: [String]) -> String {
        var digest = ContentDigest()
        for part in ["ssda903", source.authority.name] + key { digest.add(part) }
        return digest.text
    }
}

extension CivilDate {
    fileprivate static var distantPast: CivilDate { CivilDate(daysSince1970: .min) }
}
