// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// Says things of the record in the words of a screen.
struct Telling: Sendable {
    let state: State
    let now: Instant

    var today: CivilDate { London.date(of: now) }

    /// "Kezia Adams, 14"; "about 16" where the birth date is not certain.
    func nameWithAge(_ child: Child) -> String {
        guard let age = age(child) else { return child.facts.name }
        return "\(child.facts.name), \(age)"
    }

    func age(_ child: Child) -> String? {
        guard let age = child.facts.age(on: today) else { return nil }
        let certainty = child.facts.identity.word(.bornCertainty)
        return certainty == nil || certainty == "exact" ? "\(age)" : "about \(age)"
    }

    /// "KA"
    func initials(_ child: Child) -> String { Spoken.initials(child.facts.name) }

    /// An agency's name; the short name as words where nothing more is known.
    func agency(_ id: AgencyID?) -> String? { id.map { state.agencies[$0]?.name ?? $0.name.spaced } }

    func agency(named name: String?) -> String? { agency(name.map { AgencyID($0) }) }

    /// An agency that has to do with a child. That it is the home or the fostering service says where the child lives: who
    /// may not see that is told that it is one.
    func agency(_ id: AgencyID?, to seen: Seen) -> String? {
        isWhereChildrenLive(id) && !seen.sees(.location) ? "Where the child lives" : agency(id)
    }

    func isWhereChildrenLive(_ id: AgencyID?) -> Bool {
        let kind = id.flatMap { state.agencies[$0]?.kind }
        return kind == .childrensHome || kind == .fosteringService
    }

    func worker(_ id: String?) -> String? { id.map { state.workers[$0]?.name ?? $0 } }

    /// "Priya Shah, social worker, Eastmoor"
    func actor(_ actor: Actor) -> String {
        [worker(actor.worker), actor.role.spoken, agency(actor.agency)].compactMap(\.self).joined(separator: ", ")
    }

    /// Who recorded something in a child's record. For whom a carer works, and who a foster carer is, says where the child
    /// lives: who may not see that is told the role alone.
    func actor(_ actor: Actor, to seen: Seen) -> String {
        actor.role.isCarer && !seen.sees(.location) ? actor.role.spoken : self.actor(actor)
    }

    /// A code as words: "strategy meeting" for `strategy-meeting`, an agency's or worker's name where it is one.
    func word(_ word: String, of key: DetailKey) -> String {
        switch key {
        case .agency, .host, .responsible, .place, .from, .provider, .school, .authority:
            return agency(named: word) ?? word.spaced
        case .worker, .interviewer: return worker(word) ?? word.spaced
        case .to, .owner, .role, .by, .declinedBy:
            return Role(rawValue: word)?.spoken ?? state.agencies[AgencyID(word)]?.name ?? Choices.spoken(word)
        case .reference, .upn, .nhsNumber, .policeReference, .homeOfficeReference, .childReference, .postcode,
            .importReference, .digest, .sex:
            return word
        case .ethnicity: return EthnicityWords.spoken(word)
        default: return Choices.spoken(word)
        }
    }

    /// How often the child was away in the 90 dates up to today, this episode included.
    func countIn90Days(_ child: Child) -> Int {
        state.episodes(of: child.id).filter { episode in
            // A pupil's absences from school are no episodes away from home or care.
            guard let start = episode.facts.start, !episode.facts.isSchoolCase else { return false }
            return (0..<90).contains(London.date(of: start).days(until: today))
        }.count
    }

    static func ordinal(_ number: Int) -> String {
        let ending =
            switch (number % 100, number % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }
}

extension String {
    /// A code with spaces for its hyphens.
    var spaced: String { String(map { $0 == "-" ? " " : $0 }) }
}
