// SPDX-License-Identifier: MIT

import Casework
import Matching
import WorkingTime

/// Finds the child whom a row of a police extract is about: by the force's number, by name and birth date exactly, and
/// else by everything that the row says, where that leaves no doubt.
struct PoliceChildFinder {
    enum Answer: Equatable {
        case known(ChildID)
        case new
        /// It could be one of several; why.
        case unclear(String)
    }

    private var byReference: [String: ChildID] = [:]
    private var byName: [String: [ChildID]] = [:]
    private let matcher: Matcher?

    /// Without a matcher, only what is exactly the same is found.
    init(_ state: State, _ matcher: Matcher?) {
        self.matcher = matcher
        // Each record by itself: of joined records the other's number and name lead to the child too.
        for record in state.everyRecord {
            let child = state.shown(record.id)
            if let reference = record.facts.identity.word(.policeReference) {
                byReference[reference.uppercased()] = child
            }
            let key = Self.key(record.facts.name, record.facts.born)
            if byName[key]?.contains(child) != true { byName[key, default: []].append(child) }
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
        case (nil, 0): return likely(row)
        case (nil, 1): return .known(named[0])
        default: return .unclear("Several children here have this name and birth date.")
        }
    }

    /// By everything that the row says.
    private func likely(_ row: PoliceReportRow) -> Answer {
        guard let matcher, !row.childName.isEmpty else { return unlike(row) }
        var child = SoughtChild(reference: "")
        child.takeName(row.childName)
        child.born = row.born
        child.sex = row.sex == .female ? .female : row.sex == .male ? .male : nil
        child.home = SoughtChild.Home(address: row.from, postcode: "")
        let answer = matcher.answer(child, limit: 3)
        guard let best = answer.candidates.first, let number = UInt32(best.reference) else { return unlike(row) }
        switch answer.band {
        case .notKnown: return unlike(row)
        case .certain: return .known(ChildID(number: number))
        case .toDecide:
            let others = answer.candidates.filter { $0.logOdds > -3 }.map { "child \($0.reference)" }
            let why = matcher.weights.reasons(for: best.evidence).filter { $0.aspect != .together }.map(\.sentence)
            return .unclear(
                "It may be \(others.joined(separator: " or ")). \(why.joined(separator: " "))")
        }
    }

    /// Like nobody here.
    private func unlike(_ row: PoliceReportRow) -> Answer {
        row.born == nil && row.personReference.isEmpty
            ? .unclear("The row has neither a number nor a birth date, so it cannot be said who is meant.") : .new
    }

    private static func key(_ name: String, _ born: CivilDate?) -> String {
        "\(name.lowercased().split(separator: " ").joined(separator: " "))|\(born?.daysSince1970 ?? 0)"
    }
}
