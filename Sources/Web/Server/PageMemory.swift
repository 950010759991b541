// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import NIOCore
import Synchronization
import WorkingTime

/// Whole pages as they were last written, each for one session and for it alone.
///
/// A page holds until anything is recorded of anybody, until somebody's opening of a record ends, and for ten seconds in
/// any case, since clocks run on it. Whether the session may see it at all is decided before, at each request.
final class PageMemory: Sendable {
    /// What a page is remembered under: what its session's forms carry is no other session's.
    struct Key: Hashable, Sendable {
        let formToken: String
        let account: Account
        let path: String
        /// What stands on the page that isn't of the record.
        var beside = HTML()
    }

    private struct Kept: Sendable {
        let position: Position
        let tenSeconds: Int64
        let until: Instant?
        let body: ByteBuffer
    }

    /// Those written last, and those from before them; the second go when the first are too many.
    private struct Pages: Sendable {
        var newer: [Key: Kept] = [:]
        var older: [Key: Kept] = [:]
        var newerBytes = 0
    }

    private let mostBytes: Int
    private let pages = Mutex(Pages())

    /// `mostBytes` is about how much is kept altogether.
    init(mostBytes: Int = 32 << 20) {
        self.mostBytes = mostBytes
    }

    func page(_ key: Key, in state: State, at now: Instant) -> ByteBuffer? {
        let known = pages.withLock { $0.newer[key] ?? $0.older[key] }
        guard let known, known.position == state.position, known.tenSeconds == now.tenSeconds,
            known.until.map({ now < $0 }) ?? true
        else { return nil }
        return known.body
    }

    func keep(_ body: ByteBuffer, as key: Key, in state: State, at now: Instant, until: Instant?) {
        let kept = Kept(position: state.position, tenSeconds: now.tenSeconds, until: until, body: body)
        pages.withLock { pages in
            if mostBytes / 2 <= pages.newerBytes { pages = Pages(older: pages.newer) }
            pages.newerBytes += body.readableBytes - (pages.newer[key]?.body.readableBytes ?? 0)
            pages.newer[key] = kept
        }
    }

    /// About how much is kept.
    var keptBytes: Int {
        pages.withLock { pages in
            pages.newerBytes + pages.older.values.reduce(0) { $0 + $1.body.readableBytes }
        }
    }
}

extension Call {
    /// The page as it was last written for this session, where nothing is otherwise since; else as `write` writes it.
    ///
    /// `beside` is what stands on it that isn't of the record: with other words there, it is written anew.
    /// A page with a query says more than its address, and is written each time.
    func remembered(
        beside: HTML = HTML(), _ write: () async throws -> HTML
    ) async throws -> Response {
        guard request.uri.query == nil, session != nil else { return .page(try await write()) }
        let key = PageMemory.Key(formToken: formToken, account: account, path: path, beside: beside)
        if let known = site.pages.page(key, in: state, at: now) { return .page(known) }
        let body = ByteBuffer(string: try await write().markup)
        site.pages.keep(body, as: key, in: state, at: now, until: openingEnds)
        return .page(body)
    }

    /// When the first of the openings and holds that decide about this page ends by itself.
    private var openingEnds: Instant? {
        let children = subject.child.map { [$0] } ?? site.openings.children(in: state).compactMap { state.child($0) }
        return children.flatMap { $0.facts.protection.ends }.filter { now < $0 }.min()
    }
}

extension ChildProtection {
    /// The instants at which something of it ends by itself.
    fileprivate var ends: [Instant] {
        glassBreaks.map(\.until) + links.map(\.until) + [shield?.until, legalHold?.until].compactMap { $0 }
    }
}

extension Instant {
    fileprivate var tenSeconds: Int64 { secondsSince1970 / 10 }
}
