// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Which acts a register of the partnership takes, where, and about which of its entries.
struct RegisterActs: Sendable {
    let path: String
    let home: String
    let title: String
    /// The detail that holds the entry's number.
    let key: DetailKey
    let words: [EventWord]
    let section: Shell.Section

    static let concerns = RegisterActs(
        path: "/concerns/record", home: "/concerns", title: "Places and people of concern", key: .concern,
        words: EventWord.allCases.filter(\.isOfConcern), section: .concerns)

    static let emergencyPlaces = RegisterActs(
        path: "/emergency-places/record", home: "/emergency-places", title: "Places to stay tonight", key: .shelter,
        words: EventWord.allCases.filter(\.isOfEmergencyPlaces), section: .children)

    /// Whether the act begins an entry, and is about none yet.
    static func enters(_ word: EventWord) -> Bool {
        [.placeOfConcernEntered, .personOfConcernEntered, .emergencyPlaceEntered].contains(word)
    }

    /// What somebody in this role may record of an entry as it stands.
    func words(for entry: ConcernEntry, role: Role, at now: Instant) -> [EventWord] {
        if entry.isEnded { return [] }
        return words.filter { word in
            guard role.mayRecord(word), !RegisterActs.enters(word) else { return false }
            return switch word {
            case .placeRestricted: entry.kind == .place && entry.restriction(at: now) == nil
            case .placeRestrictionEnded: entry.restriction(at: now) != nil
            case .entryOfConcernRestricted: entry.names == nil
            case .entryOfConcernOpened: entry.names != nil
            default: true
            }
        }
    }
}
