// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

extension Call {
    /// The page as it was last written for this session, where nothing is otherwise since; else as `write` writes it
    /// from the call that it is given, whose time may lie a few seconds ahead.
    ///
    /// `beside` is what stands on it that isn't of the record: with other words there, it is written anew.
    /// A page with a query says more than its address, and is written each time. Whom the page names is noted before it
    /// is given out, however often that is.
    func remembered(
        beside: HTML = HTML(), _ write: @escaping @Sendable (Call) async throws -> WrittenPage
    ) async throws -> Response {
        guard request.uri.query == nil, session != nil else {
            let page = try await write(self)
            try await shows(page.names)
            return .page(page.html)
        }
        // The header says how many notices one has not seen.
        let unseen = site.outbox.unseenCount(of: account.worker)
        let key = PageMemory.Key(
            formToken: formToken, account: account, path: path, beside: "\(beside)\(unseen)")
        let page = try await site.pages.page(key, in: state, at: now) { instant in
            let call = self.at(instant)
            return RememberedPage(try await write(call), until: call.openingEnds)
        }
        try await note(page)
        return .page(page.body)
    }

    /// Notes whom the page names. Again within its ten seconds that would be the same look, so where the book of looks
    /// went on without a hitch meanwhile, nothing is asked of it.
    private func note(_ page: RememberedPage) async throws {
        if page.names.isEmpty { return }
        let run = site.looks.run
        if run != nil, page.isNoted(in: run) { return }
        try await shows(page.names)
        page.noted(in: run)
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
