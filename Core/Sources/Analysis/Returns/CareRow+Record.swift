// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension CareRow {
    /// The rows of one child in a year's Episodes table, as far as the record holds them: what it does not hold is blank.
    static func rows(of child: Child, number: ChildNumber, in state: State, year: CollectionYear) -> [CareRow] {
        let stays = CareStay.stays(of: child)
        var rows: [CareRow] = []
        for (index, stay) in stays.enumerated() {
            let before = index > 0 ? stays[index - 1] : nil
            let next = index + 1 < stays.count ? stays[index + 1] : nil
            guard stay.began <= year.last, stay.ended.map({ year.first <= $0 }) ?? true else { continue }
            var row = CareRow(child: number)
            row.began = WrittenDate(TimeText.writeDayFirst(stay.began))
            row.whyBegan = stay.whyBegan(after: before)
            if let ended = stay.ended, ended <= year.last {
                row.ended = WrittenDate(TimeText.writeDayFirst(ended))
                // Why care itself ended is nothing that the record holds as a code.
                row.whyEnded = next?.began == ended ? "X1" : ""
            }
            row.fill(stay, child.facts, in: state)
            rows.append(row)
        }
        return rows
    }

    private mutating func fill(_ stay: CareStay, _ facts: ChildFacts, in state: State) {
        legalStatus =
            stay.legalStatus.map { $0.uppercased() }.flatMap { Self.legalStatuses.contains($0) ? $0 : nil } ?? ""
        homePostcode = facts.postcode ?? ""
        guard let placement = stay.placement else { return }
        self.placement = Self.code(of: placement.kind)
        provider = stay.provider.flatMap { $0.hasPrefix("PR") ? $0 : nil } ?? ""
        let registered = placement.place.flatMap { state.agencies[AgencyID($0)]?.details.word(.postcode) }
        placementPostcode = placement.postcode ?? registered ?? ""
    }

    private static let legalStatuses: Set<String> = [
        "C1", "C2", "D1", "E1", "V2", "V3", "V4", "J1", "J2", "J3", "L1", "L2", "L3",
    ]

    /// The code of a kind of placement, where the record's word stands for one code and no other.
    static func code(of kind: String) -> String {
        switch kind {
        case "childrens-home": "K2"
        case "secure": "K1"
        case "semi-independent": "K3"
        case "with-parents": "P1"
        case "residential-care-home": "R1"
        case "family-centre": "R3"
        case "young-offender-institution": "R5"
        case "residential-school": "S1"
        default: ""
        }
    }
}

extension CareStay {
    /// `S` where care began, else what changed: the placement, the legal status or both.
    fileprivate func whyBegan(after before: CareStay?) -> String {
        guard let before, before.ended.map({ began <= $0 }) ?? true else { return "S" }
        let isSamePlace = before.placement?.place == placement?.place && before.placement?.kind == placement?.kind
        let isSameStatus = before.legalStatus == legalStatus
        return isSameStatus ? "P" : isSamePlace ? "L" : "B"
    }
}
