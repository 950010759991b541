// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Synchronization
import WorkingTime

/// Whole pages as they were last written, each for one session and for it alone.
///
/// A page holds until anything is recorded of anybody, until somebody's opening of a record ends, and for ten seconds in
/// any case, since clocks run on it. Whether the session may see it at all is decided before, at each request.
///
/// However many ask for a page at the same moment, it is written once. A page that is asked for again and again is
/// written anew beside, before its ten seconds are over, as it is to be read from then on: so nobody waits for it, and
/// nobody is given an older one.
final class PageMemory: Sendable {
    /// What a page is remembered under: what its session's forms carry is no other session's.
    struct Key: Hashable, Sendable {
        let formToken: String
        let account: Account
        let path: String
        /// What stands on the page that isn't of the record.
        var beside = HTML()

        func hash(into hasher: inout Hasher) {
            hasher.combine(formToken)
            hasher.combine(path)
        }
    }

    /// Writes the page as it is to be read from an instant on.
    typealias Writing = @Sendable (Instant) async throws -> RememberedPage

    private enum Found {
        case kept(RememberedPage)
        case underWay(Task<RememberedPage, any Error>)
    }

    private let mostBytes: Int
    private let shelf = Mutex(PageShelf())

    /// `mostBytes` is about how much is kept altogether.
    init(mostBytes: Int = 32 << 20) {
        self.mostBytes = mostBytes
    }

    /// The page that was kept, where nothing is otherwise since; else as `write` writes it, for all who wait for it.
    func page(
        _ key: Key, in state: State, at now: Instant, write: @escaping Writing
    ) async throws -> RememberedPage {
        let slot = PageShelf.Slot(key: key, position: state.position, tenSeconds: now.tenSeconds)
        let found = shelf.withLock { shelf -> Found in
            if let page = shelf.page(slot, at: now) {
                if page.isWantedAgain(), now.isNearlyOver, !shelf.has(slot.next) {
                    _ = begin(slot.next, at: slot.next.start, &shelf, write)
                }
                return .kept(page)
            }
            return .underWay(shelf.underWay[slot] ?? begin(slot, at: now, &shelf, write))
        }
        switch found {
        case .kept(let page): return page
        case .underWay(let task):
            let page = try await task.value
            // Somebody's opening may have ended between the one who asked first and this one.
            return page.holds(at: now) ? page : try await write(now)
        }
    }

    /// Nothing is remembered of what is erased. What is being written just then is of the record before, and holds no
    /// more once the erasure is recorded.
    func forgetAll() { shelf.withLock { $0.forgetAll() } }

    /// About how much is kept.
    var keptBytes: Int { shelf.withLock { $0.keptBytes } }

    /// Writing goes on when whoever asked first has gone: others may wait for it.
    private func begin(
        _ slot: PageShelf.Slot, at instant: Instant, _ shelf: inout PageShelf, _ write: @escaping Writing
    ) -> Task<RememberedPage, any Error> {
        let run = shelf.run
        let task = Task { [self] in
            do {
                let page = try await write(instant)
                self.shelf.withLock { shelf in
                    shelf.underWay[slot] = nil
                    if shelf.run == run { shelf.keep(page, at: slot, mostBytes: mostBytes) }
                }
                return page
            } catch {
                self.shelf.withLock { $0.underWay[slot] = nil }
                throw error
            }
        }
        shelf.underWay[slot] = task
        return task
    }
}

extension Instant {
    /// Which ten seconds it is in.
    fileprivate var tenSeconds: Int64 { secondsSince1970 / 10 }

    /// When those began.
    var tenSecondsBegun: Instant { Instant(secondsSince1970: tenSeconds * 10) }

    /// Whether the next ten seconds begin soon.
    fileprivate var isNearlyOver: Bool { 7 <= secondsSince1970 % 10 }
}
