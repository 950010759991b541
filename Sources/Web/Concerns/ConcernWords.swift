// SPDX-License-Identifier: MIT

import Casework

extension Tie.Kind {
    /// What joins the two, as a line of the table begins.
    var spoken: String {
        switch self {
        case .wentThere: "Went there"
        case .seenThere: "Seen there"
        case .foundThere: "Found there"
        case .sleptThere: "Slept there"
        case .lookedForThere: "Looked for there"
        case .wasWith: "Was with them"
        case .inTouchWith: "In touch with them"
        case .pickedUpBy: "Picked up by them"
        case .gaveThings: "Was given things by them"
        case .wentTogether: "Were away together"
        case .noticeAsked: "Warning notice asked for"
        case .noticeServed: "Warning notice served"
        case .belongsTogether: "Belong together"
        }
    }
}

extension ConcernEntry.Kind {
    var spoken: String { self == .place ? "Place" : "Person" }
}

extension Confidence {
    var tag: Tag {
        switch self {
        case .confirmed: Tag("Confirmed", .wait)
        case .likely: Tag("Likely", .soon)
        case .possible: Tag("Possible", .plain)
        case .doubtful: Tag("Doubtful", .plain)
        }
    }
}

/// How pages name the points of a network.
struct PointNames {
    let telling: Telling
    let access: Access

    func label(_ point: Network.Point) -> String {
        switch point {
        case .child(let id):
            telling.state.child(id).flatMap { access.maySee(.identity, of: id) ? telling.nameWithAge($0) : nil }
                ?? "A child"
        case .entry(let number): entry(number)
        }
    }

    func address(_ point: Network.Point) -> String {
        switch point {
        case .child(let id): "/children/\(id.number)"
        case .entry(let number): "/concerns/\(number)"
        }
    }

    /// The entry's name; nothing of it to whom it is not for.
    func entry(_ number: Int) -> String {
        guard let entry = telling.state.concerns[number], access.mayRead(entry) else {
            return "an entry of a register that is not for you"
        }
        return entry.name
    }

    func kind(_ point: Network.Point) -> String {
        switch point {
        case .child: "Child"
        case .entry(let number): telling.state.concerns[number]?.kind.spoken ?? "Entry"
        }
    }

    /// Where the entry of the record stands that a tie rests on.
    func source(_ tie: Tie) -> String {
        if let episode = tie.episode, isOwn(tie) { return "/episodes/\(episode.number)#e\(tie.position.number)" }
        if let child = tie.child { return "/children/\(child.number)#e\(tie.position.number)" }
        return "/concerns"
    }

    /// Whether the entry stands on the episode's own history, and not on the child's with the episode only named.
    private func isOwn(_ tie: Tie) -> Bool {
        guard let episode = tie.episode.flatMap({ telling.state.episode($0) }) else { return false }
        return episode.history.recorded.contains { $0.position == tie.position }
    }
}
