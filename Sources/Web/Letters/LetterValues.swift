// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import WorkingTime

/// What the record fills into a letter's places. What it doesn't know stays open, and a letter with an open place is not
/// sent.
struct LetterValues {
    let call: Call
    let pack: ProtocolPack

    private var telling: Telling { Telling(state: call.state, now: call.now) }

    /// The text under each place's name; the sender's own words for a place stand before the record's.
    func values(typed: FormFields) -> [String: String] {
        var values: [String: String] = [:]
        for place in Letter.Place.allCases { values[place.rawValue] = known(place) }
        for contact in pack.sections.contacts where !contact.says.hasPrefix("To be filled in locally") {
            values["contact:\(contact.id)"] = "\(contact.who), \(contact.says)"
        }
        for field in typed.all where field.name.hasPrefix(Self.prefix) {
            let text = field.value.trimmed
            if !text.isEmpty { values[String(field.name.dropFirst(Self.prefix.count))] = text }
        }
        return values
    }

    static let prefix = "place-"

    /// What a place is called beside its control.
    func label(_ place: String) -> String {
        if let known = Letter.Place(rawValue: place) { return known.says.capitalisedFirst }
        let contact = pack.sections.contact(String(place.drop { $0 != ":" }.dropFirst()))
        return contact.map { "How to reach \($0.who)" } ?? place
    }

    private func known(_ place: Letter.Place) -> String? {
        let (facts, episode) = (call.child.facts, call.episode.facts)
        let agency = call.account.agency.flatMap { call.state.agencies[$0] }
        switch place {
        case .childName: return facts.identity.text(.name)
        case .childKnownAs: return facts.knownAs ?? facts.identity.text(.name)
        case .childBorn: return facts.born.map { Spoken.fullDate($0) }
        case .today: return Spoken.fullDate(call.today)
        case .startedOn: return episode.start.map { Spoken.fullDate(London.date(of: $0)) }
        case .returnedOn: return episode.returnedAt.map { Spoken.fullDate(London.date(of: $0)) }
        case .timesAway: return "\(call.state.episodes(of: call.child.id).count)"
        case .authorityName: return telling.agency(facts.responsible)
        case .agencyName: return agency?.name
        case .agencyAddress: return agency?.details.text(.address)
        case .agencyPhone: return agency?.details.text(.phones)
        case .workerName: return call.account.name
        case .workerRole: return call.account.role.spoken
        case .interviewerName: return facts.allocated(Role.interviewer.rawValue).flatMap { telling.worker($0.worker) }
        // The record holds several; whoever writes says which.
        case .meetingOn: return nil
        }
    }
}
