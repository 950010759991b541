// SPDX-License-Identifier: MIT

import Casework
import Foundation
import GRDB
import WorkingTime

/// What opens a child's link beside its secret: the agreed word, of which only a slow hash is kept, and how often it was
/// got wrong. It lies with the accounts, since it may change; that a link was given and used stands in the record.
extension Accounts {
    /// So many wrong words, and the link opens no more.
    static let mostWrongWords = 5

    /// Keeps the agreed word of a link that is about to be given.
    func keep(word: String, ofLink secret: String) async throws {
        let hash = try await hasher.hash(Accounts.folded(word: word))
        try await pool.write { database in
            try database.execute(
                sql: "INSERT INTO childLinks (digest, word, wrong) VALUES (?, ?, 0)",
                arguments: [Secrets.digest(of: secret), hash])
        }
    }

    /// A new link without a browser: its path, and the digest by which the record is to name it.
    public func newLink(word: String) async throws -> (path: String, digest: String) {
        let secret = Secrets.token()
        try await keep(word: word, ofLink: secret)
        return ("/for-you/\(secret)", Secrets.digest(of: secret).inAddress)
    }

    func forgetLink(_ secret: String) async throws {
        try await pool.write { database in
            try database.execute(
                sql: "DELETE FROM childLinks WHERE digest = ?", arguments: [Secrets.digest(of: secret)])
        }
    }

    /// Whether the word is the agreed one, and whether this wrong word was the last that the link allows.
    ///
    /// The try is counted before the word is looked at, so that many at once are not one. A secret of no link costs the
    /// same work.
    func checks(word: String, ofLink secret: String) async throws -> (isRight: Bool, isNowLocked: Bool) {
        let digest = Secrets.digest(of: secret)
        let kept = try await pool.write { database -> (word: String, wrong: Int)? in
            try database.execute(
                sql: "UPDATE childLinks SET wrong = wrong + 1 WHERE digest = ? AND wrong < ?",
                arguments: [digest, Accounts.mostWrongWords])
            guard 0 < database.changesCount else { return nil }
            let row = try Row.fetchOne(
                database, sql: "SELECT word, wrong FROM childLinks WHERE digest = ?", arguments: [digest])
            return row.map { ($0["word"], $0["wrong"]) }
        }
        let isRight = try await hasher.matches(Accounts.folded(word: word), hash: kept?.word)
        guard isRight else { return (false, kept.map { Accounts.mostWrongWords <= $0.wrong } ?? false) }
        try await pool.write { database in
            try database.execute(sql: "UPDATE childLinks SET wrong = 0 WHERE digest = ?", arguments: [digest])
        }
        return (true, false)
    }

    /// A word as a child may type it on another day: letters and digits alone, small, without accents.
    static func folded(word: String) -> String {
        word.precomposedStringWithCompatibilityMapping
            .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .filter { $0.isLetter || $0.isNumber }
    }
}
