// SPDX-License-Identifier: MIT

import Casework

/// What a route's rule looked up and found allowed: all that a handler is given of whom its path names.
struct RouteSubject: Sendable {
    var child: Child?
    var episode: Episode?
    /// The kind of event that the path names.
    var word: EventWord?
    var draft: ReportDraft?

    /// Parts of a path that handlers can't read: what they name is handed over once the rule has allowed it.
    static let withheldNames: Set<String> = ["child", "episode", "word", "draft"]

    func merging(_ other: RouteSubject) -> RouteSubject {
        RouteSubject(
            child: other.child ?? child, episode: other.episode ?? episode, word: other.word ?? word,
            draft: other.draft ?? draft)
    }
}
