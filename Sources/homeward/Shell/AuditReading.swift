// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Logging
import Partnership
import WorkingTime

/// Reads looks for the command line.
struct AuditReading {
    private let store: any LedgerStore
    private let book: LookBook

    init(_ folder: RecordFolder) throws {
        guard try folder.isFounded else { throw folder.notThere }
        guard let (store, ledger) = try folder.looksForReading() else {
            throw CommandFault.refused("Nobody has looked at this record yet: no server ran on it.")
        }
        self.store = store
        book = LookBook(ledger: ledger, clock: RealTime.clock, log: Logger(label: "homeward"))
    }

    /// Prints looks, the newest first.
    func answer(_ question: LookBook.Question, _ output: OutputOptions) async throws {
        let looks = try await book.answer(question, limit: 100_000).looks.map(AuditLook.init)
        if output.isJSON { return try Printing.json(looks) }
        Printing.toStandardOutput(looks.isEmpty ? "Nobody looked." : looks.map(\.text).joined(separator: "\n"))
    }

    func unusual(_ finder: UnusualLooks, in span: Range<Instant>) async throws -> [LookBook.Listed] {
        await book.unusual(finder, in: span)
    }
}

/// One look, for a person as a line and for a program as JSON.
struct AuditLook: Encodable {
    let entry: Int64
    let at, kind, worker, role, agency, part, route, words, from: String?
    let child, episode: UInt32?

    init(_ recorded: RecordedLook) {
        entry = recorded.position.number
        guard case .look(let placed) = recorded else {
            if case .erased(let header) = recorded {
                at = TimeText.writeUTC(Instant(secondsSince1970: header.recordedAt))
                kind = "erased"
            } else {
                (at, kind) = (nil, "unreadable")
            }
            (worker, role, agency, part, route, words, from) = (nil, nil, nil, nil, nil, nil, nil)
            (child, episode) = (nil, nil)
            return
        }
        let look = placed.look
        (at, kind, worker) = (TimeText.writeUTC(look.at), look.kind.rawValue, look.by.worker)
        (role, agency) = (look.by.role.rawValue, look.by.agency?.name)
        (part, route, words, from) = (look.part?.rawValue, look.route, look.words, look.from)
        (child, episode) = (look.child?.number, look.episode?.number)
    }

    var text: String {
        let whom = child.map { "child \($0)" }
        let who = [worker ?? "nobody known", role, agency].compactMap(\.self).joined(separator: ", ")
        let words = words.map { "“\($0)”" }
        return [at ?? "?", who, kind, whom, part, route, words, from].compactMap(\.self).joined(separator: "  ")
    }
}

/// One entry of the list of unusual looks.
struct AuditEntry: Encodable {
    let id, reason, worker, says, threshold, first, last: String
    let child: UInt32?
    let entries: [Int64]
    let reviewedBy, because: String?

    init(_ listed: LookBook.Listed) {
        let item = listed.item
        (id, reason, worker) = (item.id, item.reason.name, item.by.worker ?? "")
        (says, threshold) = (item.says, item.threshold(LookFigures()))
        (first, last) = (TimeText.writeUTC(item.first), TimeText.writeUTC(item.last))
        child = item.child?.number
        entries = item.looks.map(\.position.number)
        (reviewedBy, because) = (listed.dismissal?.look.by.worker, listed.dismissal?.look.words)
    }

    var text: String {
        let whom = child.map { ", child \($0)" } ?? ""
        let reviewed = reviewedBy.map { " Reviewed by \($0): \(because ?? "")" } ?? ""
        return "\(last)  \(worker)\(whom): \(says) \(threshold)\(reviewed)"
    }
}
