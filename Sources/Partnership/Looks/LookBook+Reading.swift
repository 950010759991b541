// SPDX-License-Identifier: MIT

import Casework
import Dispatch
import Ledger
import WorkingTime

extension LookBook {
    /// Which looks somebody asks for. What is left out does not matter.
    public struct Question: Hashable, Sendable {
        public var child: ChildID?
        /// Further records that are shown as the same child.
        public var joined: [ChildID] = []
        public var worker: String?
        public var kinds: Set<LookKind> = Set(LookKind.allCases)
        public var span: Range<Instant>

        public init(child: ChildID? = nil, worker: String? = nil, span: Range<Instant>) {
            (self.child, self.worker, self.span) = (child, worker, span)
        }

        /// The records of the child asked for; nil where no child is.
        var records: [ChildID]? { child.map { [$0] + joined } }

        func includes(_ recorded: RecordedLook) -> Bool {
            switch recorded {
            case .look(let placed): includes(placed.look)
            case .erased(let header): child != nil && span.contains(Instant(secondsSince1970: header.recordedAt))
            case .unreadable: true
            }
        }

        func includes(_ look: Look) -> Bool {
            span.contains(look.at) && kinds.contains(look.kind)
                && (child.map { $0 == look.child || look.child.map(joined.contains) ?? false } ?? true)
                && (worker.map { $0 == look.by.worker } ?? true)
        }
    }

    /// What was found, and how much there is.
    public struct Answer: Sendable {
        /// Whole looks, the newest first.
        public let looks: [RecordedLook]
        /// How many there are altogether.
        public let count: Int
    }

    /// Whole looks with what was typed, the newest first: at most `limit`, after `skipping` that many.
    ///
    /// What memory holds is found there; older looks of a child by the child's own entries, others by going along the
    /// chain. Looks whose key was destroyed are told only where a child's are asked for.
    public func answer(_ question: Question, limit: Int, skipping: Int = 0) async throws(LedgerFault) -> Answer {
        try await settle()
        let marks = await marks()
        if holds(since: question.span.lowerBound) {
            let known =
                question.records.map { $0.flatMap(marks.of).sorted { $0.position < $1.position } }
                ?? question.worker.map { marks.by($0) }
            let found = (known ?? marks.within(question.span)).filter { question.includes($0.look) }
            // A child of whom memory holds nothing may have been erased.
            if question.child == nil || !found.isEmpty {
                let page = found.reversed().dropFirst(skipping).prefix(limit).map(\.position)
                return Answer(
                    looks: try await ledger.entries(at: page).map { RecordedLook($0) }, count: found.count)
            }
        }
        let all = try await whole(question)
        return Answer(looks: Array(all.reversed().dropFirst(skipping).prefix(limit)), count: all.count)
    }

    private func whole(_ question: Question) async throws(LedgerFault) -> [RecordedLook] {
        if let records = question.records {
            var found: [RecordedLook] = []
            for child in records {
                found += try await ledger.entries(of: .child(UInt64(child.number))).map { RecordedLook($0) }
            }
            return found.filter(question.includes).sorted { $0.position < $1.position }
        }
        let head = ledger.head.position
        let first = try await position(at: question.span.lowerBound, through: head)
        let end = try await position(at: question.span.upperBound, through: head)
        guard first < end else { return [] }
        return try await looks(from: first, through: Position(end.number - 1)).filter(question.includes)
    }

    /// Reads a stretch of the chain, away from the threads that pages are made on.
    func looks(from first: Position, through last: Position) async throws(LedgerFault) -> [RecordedLook] {
        let outcome: Result<[RecordedLook], LedgerFault> = await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { [ledger] in
                var looks: [RecordedLook] = []
                do {
                    try ledger.replay(from: first, through: last, as: { RecordedLook($0) }) { looks += $0 }
                    continuation.resume(returning: .success(looks))
                } catch {
                    let fault = error as? LedgerFault ?? .damaged("looks")
                    continuation.resume(returning: .failure(fault))
                }
            }
        }
        return try outcome.get()
    }

    /// The first position at which something was noted at `instant` or later; the one after `head` where nothing was.
    ///
    /// Found by halving, since looks stand in the order of time.
    func position(at instant: Instant, through head: Position) async throws(LedgerFault) -> Position {
        var (low, high) = (Position.first.number, head.number + 1)
        while low < high {
            let middle = low + (high - low) / 2
            let recorded = try await ledger.entries(at: [Position(middle)])
            if let time = recorded.first?.recordedAt, instant.secondsSince1970 <= time {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return Position(low)
    }
}

extension Recorded {
    /// When it was noted, in seconds since 1970; nothing of a damaged entry.
    fileprivate var recordedAt: Int64? {
        switch self {
        case .entry(let entry): entry.header.recordedAt
        case .erased(let header): header.recordedAt
        case .damaged: nil
        }
    }
}
