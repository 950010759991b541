// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import GRDB
import WorkingTime

/// What somebody has begun to type on one form, kept for them alone.
struct Draft: Sendable {
    let fields: FormFields
    let keptAt: Instant
}

extension Accounts {
    /// Keeps what was typed, in place of what was kept before. Returns when.
    @discardableResult
    func keep(_ fields: FormFields, as name: String, for account: Account) async throws -> Instant {
        let now = clock()
        let sealed = try DraftSeal.seal(fields, user: account.id, name: name, under: draftKey)
        try await pool.write {
            try $0.execute(
                sql: "INSERT OR REPLACE INTO drafts (user, name, sealed, keptAt) VALUES (?, ?, ?, ?)",
                arguments: [account.id, name, sealed, now.secondsSince1970])
        }
        return now
    }

    /// What was kept; nil where nothing was, or where it can't be opened under the key in use.
    func draft(_ name: String, of account: Account) async throws -> Draft? {
        let kept = try await pool.read { database -> (sealed: Data, at: Int64)? in
            try Row.fetchOne(
                database, sql: "SELECT sealed, keptAt FROM drafts WHERE user = ? AND name = ?",
                arguments: [account.id, name]
            ).map { ($0["sealed"], $0["keptAt"]) }
        }
        guard let kept, let fields = DraftSeal.open(kept.sealed, user: account.id, name: name, under: draftKey)
        else { return nil }
        return Draft(fields: fields, keptAt: Instant(secondsSince1970: kept.at))
    }

    /// What was kept under names that begin with `prefix`, the newest first.
    func drafts(_ prefix: String, of account: Account) async throws -> [(name: String, draft: Draft)] {
        let names = try await pool.read { database in
            try String.fetchAll(
                database,
                sql: "SELECT name FROM drafts WHERE user = ? AND substr(name, 1, ?) = ? ORDER BY keptAt DESC LIMIT 5",
                arguments: [account.id, prefix.count, prefix])
        }
        var found: [(name: String, draft: Draft)] = []
        for name in names {
            if let draft = try await draft(name, of: account) { found.append((name, draft)) }
        }
        return found
    }

    func forget(_ name: String, of account: Account) async throws {
        try await pool.write {
            try $0.execute(
                sql: "DELETE FROM drafts WHERE user = ? AND name = ?", arguments: [account.id, name])
        }
    }

    /// Where the form with this one-time token was settled before, so that sending it again does nothing more.
    func settled(_ form: String, of account: Account) async throws -> String? {
        try await pool.read {
            try String.fetchOne(
                $0, sql: "SELECT place FROM settled WHERE user = ? AND form = ?", arguments: [account.id, form])
        }
    }

    func settle(_ form: String, at place: String, for account: Account) async throws {
        let now = clock().secondsSince1970
        try await pool.write {
            try $0.execute(sql: "DELETE FROM settled WHERE at < ?", arguments: [now - 7 * 86_400])
            try $0.execute(
                sql: "INSERT OR REPLACE INTO settled (user, form, place, at) VALUES (?, ?, ?, ?)",
                arguments: [account.id, form, place, now])
        }
    }
}

/// Seals drafts with AES-256-GCM, each bound to its owner and its form.
enum DraftSeal {
    static func key(from master: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: master, info: Data("homeward drafts 1".utf8), outputByteCount: 32)
    }

    static func seal(_ fields: FormFields, user: Int64, name: String, under key: SymmetricKey) throws -> Data {
        let box = try AES.GCM.seal(Data(fields.encoded.utf8), using: key, authenticating: Data("\(user) \(name)".utf8))
        guard let sealed = box.combined else { preconditionFailure("a nonce of the usual length combines") }
        return sealed
    }

    static func open(_ sealed: Data, user: Int64, name: String, under key: SymmetricKey) -> FormFields? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let text = try? AES.GCM.open(box, using: key, authenticating: Data("\(user) \(name)".utf8))
        else { return nil }
        return FormFields(encoded: String(decoding: text, as: UTF8.self))
    }
}
