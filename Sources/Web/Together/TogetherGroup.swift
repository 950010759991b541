// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Who was away together with the child of an episode, as far as a reader may see them. Each has an episode of their own.
struct TogetherGroup {
    struct Member {
        let child: Child
        /// The child's own episode of that time; nil where none is recorded.
        let episode: Episode?
    }

    /// The child whose episode it is stands first, the others by their numbers.
    let members: [Member]
    /// Open episodes of others that began about then, whom nobody has named as having been with the child.
    let others: [Member]

    init(of episode: Episode, _ child: Child, in call: Call) {
        let isSeen: (ChildID) -> Bool = { id in
            call.access.maySee(.identity, of: id) && call.access.maySee(.episode, of: id)
        }
        var found: [ChildID] = [child.id]
        var next = 0
        while next < found.count {
            let id = found[next]
            next += 1
            let own = id == child.id ? episode : Self.episode(of: id, besides: episode, in: call.state)
            let named = own.map { Self.named(in: $0) } ?? []
            let naming = call.state.unclosed.compactMap { call.state.episode($0) }
                .filter { Self.named(in: $0).contains(id) && Self.isAbout(episode, $0) }.map(\.child)
            for other in named + naming.sorted() where !found.contains(other) && isSeen(other) { found.append(other) }
        }
        members = found.compactMap { id in
            call.state.child(id).map { known in
                let own = id == child.id ? episode : Self.episode(of: id, besides: episode, in: call.state)
                return Member(child: known, episode: own)
            }
        }
        let known = Set(found)
        let rest = call.state.unclosed.compactMap { call.state.episode($0) }.filter { other in
            !known.contains(other.child) && other.facts.isOpen && other.facts.reportedAt != nil
                && Self.isAbout(episode, other) && isSeen(other.child)
        }
        others = rest.compactMap { other in
            call.state.child(other.child).map { Member(child: $0, episode: other) }
        }.sorted { $0.child.id < $1.child.id }
    }

    /// Children whom the episode's own entries name as having been with its child.
    private static func named(in episode: Episode) -> [ChildID] {
        let words: EventWords = [.reported, .accountReceived, .wentTogether, .sighted, .located, .returned]
        return episode.history.standing.filter { words.contains($0.word) }
            .flatMap { $0.details.numbers(.withChildren) }
            .compactMap { UInt32(exactly: $0) }.map { ChildID(number: $0) }.filter { $0 != episode.child }
    }

    /// A child's episode that was going on at the same time, the newest.
    private static func episode(of child: ChildID, besides episode: Episode, in state: State) -> Episode? {
        state.episodes(of: child).last { isAbout(episode, $0) }
    }

    /// Whether two episodes were of one time: one began within two days of the other's.
    private static func isAbout(_ one: Episode, _ other: Episode) -> Bool {
        guard let first = one.facts.start ?? one.facts.checksStartedAt,
            let second = other.facts.start ?? other.facts.checksStartedAt
        else { return false }
        return abs((first - second).seconds) <= 2 * 86_400
    }
}
