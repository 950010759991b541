// SPDX-License-Identifier: MIT

import Casework
import Crypto
import Foundation
import Ledger
import Partnership
import WorkingTime

/// Up to where a program has read. Entries keep their places for ever, in whichever kind of ledger, so that a cursor holds
/// across restarts and moves. Programs take it as it is; a part that is lost or mistyped is noticed.
struct ChangesCursor: Hashable, Sendable {
    let position: Position

    init(_ position: Position) { self.position = position }

    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "c1", let number = Int64(parts[1], radix: 36), 0 <= number,
            ChangesCursor(Position(number)).text == text
        else { return nil }
        position = Position(number)
    }

    var text: String {
        let number = String(position.number, radix: 36)
        let hash = SHA256.hash(data: Data("homeward changes 1 \(number)".utf8))
        return "c1-\(number)-" + hash.prefix(4).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}

extension APICall {
    private static let entriesReadAtOnce: Int64 = 200
    private static let mostReads = 10

    /// What was recorded since the cursor, in order, as far as the program may know of it. Where much lies between that is
    /// not for it, a page may hold little or nothing and still say that there is more.
    func readChanges() async throws -> APIAnswer {
        let asked = query("cursor")
        let cursor = asked.map { ChangesCursor($0) } ?? ChangesCursor(.beginning)
        if let cursor, call.state.position < cursor.position, call.site.partnership.isShared {
            throw PageFault.isNotHereYet
        }
        guard let cursor, cursor.position <= call.state.position else {
            let says = "It is no cursor of this record. Begin anew without one, or with that of the open episodes."
            throw Problem.findings([BodyFinding(pointer: "?cursor", says: says)])
        }
        let most = query("limit").flatMap { Int($0) } ?? 100
        let head = call.state.position
        var read = cursor.position
        var found: [(position: Position, event: Event)] = []
        for _ in 0..<Self.mostReads where read < head && found.count < most {
            let last = min(read.number + Self.entriesReadAtOnce, head.number)
            let whole = try await call.site.partnership.whole((read.number + 1...last).map { Position($0) })
            read = Position(last)
            for case .event(let event, let position) in whole where isTold(event) {
                found.append((position, event))
                if found.count == most {
                    read = position
                    break
                }
            }
        }
        try await call.shows(Set(found.compactMap(\.event.child)).sorted())
        let isMore = read < head
        let (changes, next) = (found.map { change($0.position, $0.event) }, ChangesCursor(read).text)
        return APIAnswer(
            .made { told in
                told.list("changes", changes)
                told.text("next", next)
                told.flag("isMore", isMore)
            })
    }

    /// Whether the program may know that it happened: of a correction, what it corrects too.
    private func isTold(_ event: Event) -> Bool {
        guard let child = event.child, call.state.child(child) != nil, call.access.maySee(event) else { return false }
        if event.word == .corrected { return call.access.maySee(.what, of: event) }
        return call.seen(of: child).cut(event, as: event.word) != nil
    }

    private func change(_ position: Position, _ event: Event) -> APIValue {
        .made { told in
            told.number("entry", position.number)
            told.number("child", event.child?.number ?? 0)
            told.number("episode", event.episode?.number)
            told.text("word", event.word.rawValue)
            told.text("occurredAt", TimeText.write(event.occurredAt))
            told.time("recordedAt", event.recordedAt)
            told.text("role", event.by.role.rawValue)
        }
    }
}
