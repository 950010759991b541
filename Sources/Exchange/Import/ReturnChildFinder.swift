// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Matching
import WorkingTime

/// Finds the child whom a return is about: by the authority's own reference, by the pupil number, and else by birth date, sex and
/// home together, where that leaves no doubt. A return has no names.
struct ReturnChildFinder {
    enum Answer: Equatable {
        case known(ChildID)
        /// Known to the record, and not yet under this reference.
        case knownOtherwise(ChildID)
        case new
        /// It could be somebody whom the record has; why.
        case unclear(String)
    }

    private let authority: AgencyID
    private let state: State
    private let matcher: Matcher?
    private var byReference: [String: ChildID] = [:]
    private var byPupilNumber: [String: [ChildID]] = [:]

    /// Without a matcher, only what is exactly the same is found.
    init(_ state: State, of authority: AgencyID, _ matcher: Matcher?) {
        (self.state, self.authority, self.matcher) = (state, authority, matcher)
        // Each record by itself: of joined records the other's reference leads to the child too.
        for record in state.everyRecord {
            let identity = record.facts.identity
            let child = state.shown(record.id)
            if record.facts.responsible == authority, let reference = identity.word(.childReference) {
                byReference[reference] = child
            }
            if let number = identity.word(.upn), byPupilNumber[number]?.contains(child) != true {
                byPupilNumber[number, default: []].append(child)
            }
        }
    }

    func find(_ reference: String, _ header: HeaderRow?, born: CivilDate?, homePostcode: String) -> Answer {
        if let known = byReference[reference] { return .known(known) }
        let number = header?.upn ?? ""
        let numbered = number.utf8.count == 13 ? byPupilNumber[number] ?? [] : []
        if numbered.count > 1 { return .unclear("Several children here have this pupil number.") }
        if let child = numbered.first.flatMap({ state.child($0) }) {
            if let born, let known = child.facts.born, known != born {
                return .unclear(
                    "Child \(child.id.number) has this pupil number here and another birth date; one of them is wrong.")
            }
            return otherwise(child)
        }
        return likely(header, born: born, homePostcode: homePostcode)
    }

    /// By birth date, sex and home, which many share: only what is likelier than not goes to a person.
    private func likely(_ header: HeaderRow?, born: CivilDate?, homePostcode: String) -> Answer {
        guard let matcher, let born, !homePostcode.isEmpty else { return .new }
        var child = SoughtChild(reference: "")
        child.born = born
        if let sex = Sex(code: header?.sex ?? "") { child.sex = sex == .male ? .male : .female }
        child.pupilNumber = header?.upn ?? ""
        child.home = SoughtChild.Home(postcode: homePostcode)
        let answer = matcher.answer(child, limit: 3)
        guard let best = answer.candidates.first, 0 < best.logOddsAlone,
            let found = UInt32(best.reference).flatMap({ state.child(ChildID(number: $0)) }),
            // Whom the authority has under another reference, it calls another child.
            !isOtherwiseReferenced(found)
        else { return .new }
        if answer.band == .certain { return otherwise(found) }
        let why = matcher.weights.reasons(for: best.evidence).filter { $0.aspect != .together }.map(\.sentence)
        return .unclear("It may be child \(best.reference). \(why.joined(separator: " "))")
    }

    private func isOtherwiseReferenced(_ child: Child) -> Bool {
        child.facts.responsible == authority && child.facts.identity.word(.childReference) != nil
    }

    private func otherwise(_ child: Child) -> Answer {
        if let other = child.facts.responsible, other != authority {
            return .unclear("It may be child \(child.id.number), for whom another authority is responsible here.")
        }
        guard isOtherwiseReferenced(child) else { return .knownOtherwise(child.id) }
        return .unclear(
            "Child \(child.id.number) is known here under the authority’s reference “\(child.facts.identity.word(.childReference) ?? "")”; "
                + "say which is right.")
    }
}
