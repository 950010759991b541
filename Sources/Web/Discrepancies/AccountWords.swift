// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// How pages name what accounts are compared on, and who gave one.
enum AccountWords {
    static func label(_ key: DetailKey) -> String {
        switch key {
        case .missingSince: "Since when the child was missing"
        case .lastSeen: "When they were last seen"
        case .until: "When they came back"
        case .from: "Where they went from"
        case .kind: "What it is held to be"
        case .to: "Who was told"
        default: FieldWords.label(key, .accountReceived)
        }
    }

    /// The agency, else the role of whoever told it.
    static func source(_ account: AgencyAccount, _ telling: Telling, to seen: Seen) -> String {
        if account.word == .returned { return "The return, as recorded" }
        if let agency = telling.agency(account.agency.map { AgencyID($0) }, to: seen) { return agency }
        return "\(account.by.spoken.capitalisedFirst) (the report)"
    }

    static func value(_ value: DetailValue, of key: DetailKey, _ telling: Telling) -> String {
        switch value {
        case .time(let time): Spoken.moment(time, now: telling.now)
        case .word(let word): telling.word(word, of: key)
        default: ""
        }
    }
}
