// SPDX-License-Identifier: MIT

import Analysis
import Casework
import NIOCore
import Synchronization
import WorkingTime

/// A page as it was written, and whom it names.
struct WrittenPage: Sendable {
    let html: HTML
    /// The children whom it names beside the one whom its address names. Each look at the page is a look at them.
    let names: [ChildID]

    init(_ html: HTML, naming names: [ChildID] = []) { (self.html, self.names) = (html, names) }
}

/// A page as it is sent, with how it was used.
final class RememberedPage: Sendable {
    let body: ByteBuffer
    let names: [ChildID]
    /// When something that decides about it ends by itself.
    private let until: Instant?
    private let looks = Atomic(0)
    /// The run of the book of looks in which it was noted whom the page names; none at first.
    private let notedIn = Atomic(-1)

    init(_ page: WrittenPage, until: Instant? = nil) {
        body = ByteBuffer(string: page.html.markup)
        names = page.names
        self.until = until
    }

    func holds(at now: Instant) -> Bool { until.map { now < $0 } ?? true }

    /// Counts one more look; true where it is asked for again and again.
    func isWantedAgain() -> Bool { 3 <= looks.add(1, ordering: .relaxed).newValue }

    /// Whether it was noted, in this run of the book, whom the page names.
    func isNoted(in run: Int?) -> Bool { run == notedIn.load(ordering: .relaxed) }

    func noted(in run: Int?) { notedIn.store(run ?? -1, ordering: .relaxed) }
}
