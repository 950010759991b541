// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import GRDB
import Partnership
import WorkingTime

/// How people want to be told, sealed under a key of its own as drafts are.
extension Accounts: NoticeDirectory {
    public func reach(of worker: String) async throws -> NoticeReach? {
        let kept = try await pool.read { database -> (user: Int64, sealed: Data?)? in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT users.id, sealed FROM users LEFT JOIN noticeReach ON user = users.id
                    WHERE worker = ? AND disabledAt IS NULL
                    """, arguments: [worker]
            ).map { ($0["id"], $0["sealed"]) }
        }
        guard let kept else { return nil }
        guard let sealed = kept.sealed else { return NoticeReach() }
        let fields = DraftSeal.open(sealed, user: kept.user, name: Self.reachName, under: keys.reach)
        return fields.map(NoticeReach.init(fields:)) ?? NoticeReach()
    }

    /// Keeps how somebody wants to be told from now on.
    func keep(_ reach: NoticeReach, of account: Account) async throws {
        try await keep(reach, user: account.id)
    }

    /// Corrects where notices to a worker go, and lets them read that it was done. False where they have no sign-in.
    func correct(_ way: NoticeWay, to address: String, ofWorker worker: String) async throws -> Bool {
        guard var reach = try await reach(of: worker) else { return false }
        switch way {
        case .email: reach.email = address
        case .text: reach.text = address
        case .inbox, .webhook, .nobody: return false
        }
        let user = try await pool.read {
            try Int64.fetchOne($0, sql: "SELECT id FROM users WHERE worker = ?", arguments: [worker])
        }
        guard let user else { return false }
        try await keep(reach, user: user)
        let now = clock().secondsSince1970
        try await pool.write { try Happening.noticeAddressCorrected.note(in: $0, of: user, at: now) }
        return true
    }

    private func keep(_ reach: NoticeReach, user: Int64) async throws {
        let sealed = try DraftSeal.seal(reach.fields, user: user, name: Self.reachName, under: keys.reach)
        try await pool.write {
            try $0.execute(
                sql: "INSERT OR REPLACE INTO noticeReach (user, sealed) VALUES (?, ?)", arguments: [user, sealed])
        }
    }

    private static let reachName = "notice reach"
}

extension NoticeReach {
    fileprivate init(fields: FormFields) {
        let quiet = Int(fields["from"]).flatMap { from in
            Int(fields["until"]).flatMap { QuietHours(fromSecondOfDay: from, untilSecondOfDay: $0) }
        }
        self.init(
            email: fields["email"].isEmpty ? nil : fields["email"],
            text: fields["text"].isEmpty ? nil : fields["text"], quietHours: quiet)
    }

    fileprivate var fields: FormFields {
        var fields = FormFields()
        fields["email"] = email ?? ""
        fields["text"] = text ?? ""
        fields["from"] = quietHours.map { "\($0.fromSecondOfDay)" } ?? ""
        fields["until"] = quietHours.map { "\($0.untilSecondOfDay)" } ?? ""
        return fields
    }
}
