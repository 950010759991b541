// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Finds the child whom a row of a police extract is about: by the force's number, else by name and birth date exactly.
struct PoliceChildFinder {
    enum Answer: Equatable {
        case known(ChildID)
        case new
        /// It could be one of several; why.
        case unclear(String)
    }

    private var byReference: [String: ChildID] = [:]
    private var byName: [String: [ChildID]] = [:]

    init(_ state: State) {
        for child in state.children.values {
            let identity = child.facts.identity
            if let reference = identity.word(.policeReference) { byReference[reference.uppercased()] = child.id }
            byName[Self.key(child.facts.name, child.facts.born), default: []].append(child.id)
        }
    }

    func find(_ row: PoliceReportRow) -> Answer {
        let byNumber = row.personReference.isEmpty ? nil : byReference[row.personReference.uppercased()]
        // Without a birth date a name alone says too little.
        let named = row.born == nil ? [] : byName[Self.key(row.childName, row.born)] ?? []
        switch (byNumber, named.count) {
        case (let known?, 0): return .known(known)
        case (let known?, _) where named.contains(known): return .known(known)
        case (_?, _): return .unclear("The force’s number is one child’s here, and the name and birth date another’s.")
        case (nil, 0):
            if row.born == nil, row.personReference.isEmpty {
                return .unclear("The row has neither a number nor a birth date, so it cannot be said who is meant.")
            }
            return .new
        case (nil, 1): return .known(named[0])
        default: return .unclear("Several children here have this name and birth date.")
        }
    }

    private static func key(_ name: String, _ born: CivilDate?) -> String {
        "\(name.lowercased().split(separator: " ").joined(separator: " "))|\(born?.daysSince1970 ?? 0)"
    }
}
