// SPDX-License-Identifier: MIT

import Casework

/// A letter that the protocol has written out, with places for what differs from child to child.
public struct Letter: Hashable, Sendable {
    public let id: String
    public let to: [RoleGroup]
    /// The text with its places: `{child-name}`.
    public let says: String
    /// The colours of triage for which it is meant; empty where it is for any.
    public let triage: [Triage.Colour]
    public let note: String?
    public let source: String

    /// What may stand in braces, beside `{contact:ID}`, which stands for what a contact of the pack says.
    public enum Place: String, CaseIterable, Hashable, Sendable {
        case childName = "child-name"
        case childKnownAs = "child-known-as"
        case childBorn = "child-born"
        case today
        case startedOn = "started-on"
        case returnedOn = "returned-on"
        case timesAway = "times-away"
        case authorityName = "authority-name"
        case agencyName = "agency-name"
        case agencyAddress = "agency-address"
        case agencyPhone = "agency-phone"
        case workerName = "worker-name"
        case workerRole = "worker-role"
        case interviewerName = "interviewer-name"
        case meetingOn = "meeting-on"

        /// What is written there.
        public var says: String {
            switch self {
            case .childName: "the child's name"
            case .childKnownAs: "the name the child goes by, else their name"
            case .childBorn: "the child's date of birth"
            case .today: "the date on which the letter is written"
            case .startedOn: "the date on which the newest episode started"
            case .returnedOn: "the date on which the child returned from it"
            case .timesAway: "how many episodes the child has had"
            case .authorityName: "the responsible authority"
            case .agencyName: "the agency that writes"
            case .agencyAddress: "its address"
            case .agencyPhone: "its telephone numbers"
            case .workerName: "who writes"
            case .workerRole: "their role"
            case .interviewerName: "who holds the return interview"
            case .meetingOn: "the date of the meeting that the letter is about"
            }
        }
    }

    /// The text in its parts.
    public var parts: [Part] { Letter.parts(of: says) }

    public enum Part: Hashable, Sendable {
        case text(String)
        /// What stands in braces, whether it is known or not.
        case place(String)
    }

    /// The letter with its places filled, and which of them nobody could fill: those stay in braces.
    public func written(with values: [String: String]) -> (text: String, lacking: [String]) {
        var lacking: [String] = []
        let text = parts.map { part in
            switch part {
            case .text(let text): return text
            case .place(let name):
                if let value = values[name] { return value }
                if !lacking.contains(name) { lacking.append(name) }
                return "{\(name)}"
            }
        }
        return (text.joined(), lacking)
    }

    static let contactPrefix = "contact:"

    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var rest = Substring(text)
        while let opening = rest.firstIndex(of: "{"), let closing = rest[opening...].firstIndex(of: "}") {
            if rest.startIndex < opening { parts.append(.text(String(rest[..<opening]))) }
            parts.append(.place(String(rest[rest.index(after: opening)..<closing])))
            rest = rest[rest.index(after: closing)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        return parts
    }
}
