// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures
import WorkingTime

/// What the page of a child says, for one reader.
struct ChildModel: Sendable {
    let child: Child
    let telling: Telling
    let access: Access
    let seen: Seen
    let penPicture: Event?
    /// Entries of the child's own record, the newest first.
    let chronology: [Told]
    let episodes: [Episode]
    let acts: [EventWord]
    let mayReport: Bool
    let mayGiveLinks: Bool
    /// Whether giving people what is held about them is the reader's work, and bringing records to their end.
    let mayAnswerSubjectAccess, mayErase: Bool
    /// Duties that belong to no one episode, the outstanding ones first.
    let duties: [DutyStanding]
    let waivable: Set<String>
    let agreeable: Set<String>
    let triage: TriageReading?
    /// Triggers that fired and are not dealt with, or were undone.
    let firings: [Firing]
    /// What borders, arriving alone and turning eighteen ask for.
    let borders: HTML

    init(_ call: Call, _ child: Child, told: [Told], penPicture: Event?) {
        self.child = child
        self.penPicture = penPicture
        let seen = call.seen(of: child.id)
        let access = seen.access
        self.access = access
        self.seen = seen
        let role = call.account.role
        telling = Telling(state: call.state, now: call.now)
        chronology = told.reversed()
        episodes = seen.sees(.outline) ? call.state.episodes(of: child.id) : []
        acts = ActWords.ofChild.filter { access.mayRecord($0, on: child.id) }
        mayReport = role.guidesReports && access.mayRecord(.reported, on: child.id)
        mayGiveLinks = access.mayRecord(.linkGiven, on: child.id)
        mayAnswerSubjectAccess = role.answersSubjectAccess && seen.sees(.identity)
        mayErase = role.mayErase && seen.sees(.identity)
        let (partnership, state, now) = (call.site.partnership, call.state, call.now)
        duties = partnership.childStandings(of: child.id, in: state, at: now).filter { seen.shows($0, to: role) }
            .sorted(by: DutyStanding.comesFirst)
        let governing = partnership.governing(child.id, in: state, at: now)
        let packs = [governing.here, governing.responsible].compactMap(\.self)
        borders = BordersCards.html(
            child, episodes.last, governing.here, telling: telling, access: access, seen: seen)
        waivable = packs.reduce([]) { $0.union($1.waivable(by: role)) }
        agreeable = packs.reduce([]) { $0.union($1.agreeable(by: role)) }
        triage = seen.seesReasons && !episodes.isEmpty ? partnership.triage(of: child.id, in: state, at: now) : nil
        firings =
            seen.seesReasons ? partnership.firings(of: child.id, in: state, at: now).filter { !$0.isDealtWith } : []
    }

    /// The episode in which the child is away; else a school's case that is open.
    var open: Episode? { away ?? episodes.last { $0.facts.isOpen } }

    /// The episode in which the child is away from home or care.
    var away: Episode? { episodes.last { $0.facts.isOpen && !$0.facts.isSchoolCase } }

    /// What an episode was; only that they were away, where the rest is not the reader's.
    func kind(of episode: Episode) -> String {
        seen.sees(.episode) ? EpisodeStrip.kind(of: episode).says : "Away"
    }

    var identityRows: [(String, String)] {
        let identity = child.facts.identity
        var rows: [(String, String)] = []
        if let born = child.facts.born {
            let age = telling.age(child).map { " (\($0))" } ?? ""
            rows.append(("Date of birth", Spoken.fullDate(born) + age))
        }
        let keys: [DetailKey] = [
            .knownAs, .sex, .gender, .ethnicity, .language, .communicationNeeds, .religion, .responsible, .school,
            .parents,
            .childReference, .policeReference, .upn, .nhsNumber, .homeOfficeReference,
        ]
        for key in keys where seen.shows(key, of: .childRegistered) {
            guard let value = identity.text(key) ?? identity.word(key).map({ telling.word($0, of: key) }) else {
                continue
            }
            rows.append((FieldWords.label(key, .childRegistered), value))
        }
        if seen.sees(.location) {
            let address = [identity.text(.address), child.facts.postcode].compactMap(\.self).joined(separator: ", ")
            if !address.isEmpty { rows.append(("Home address", address)) }
        }
        return rows
    }

    var placementText: String? {
        guard seen.sees(.location), let placement = child.facts.placement(on: telling.today) else { return nil }
        let place = telling.agency(named: placement.place)
        let host = telling.agency(placement.host).map { "in \($0)" }
        let since = "since \(Spoken.fullDate(placement.since))"
        return [Choices.spoken(placement.kind).capitalisedFirst, place, host, since].compactMap(\.self).joined(
            separator: ", ")
    }

    var statusTexts: [String] {
        if !seen.shows(.statusStarted) { return [] }
        return child.facts.statuses.filter { child.facts.has(status: $0.kind, on: telling.today) && $0.until == nil }
            .map { "\(Choices.spoken($0.kind).capitalisedFirst) since \(Spoken.fullDate($0.since))" }
    }

    var allocationTexts: [String] {
        if !seen.shows(.allocated) { return [] }
        return child.facts.allocations.filter { $0.endedAt == nil }
            .map { "\(telling.word($0.role, of: .role).capitalisedFirst): \(telling.worker($0.worker) ?? $0.worker)" }
    }

    var riskTexts: [String] {
        child.facts.standingRisks.filter { seen.shows(riskOf: $0.kind) }.map { risk in
            "\(Choices.spoken(risk.kind).capitalisedFirst), said by \(risk.saidBy.spoken), \(Spoken.moment(risk.notedAt, now: telling.now))"
        }
    }
}
