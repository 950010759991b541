// SPDX-License-Identifier: MIT

import Casework
import Foundation
import GRDB
import Partnership

extension Accounts {
    /// Forgets whatever anybody has begun to type about a child whose record is erased, and leaves none of it in the
    /// file: drafts of the child's forms and of their episodes', reports of them, and any that holds their whole name.
    ///
    /// Also forgets drafts that can't be opened under the key in use: nobody can say what is in them.
    public func forgetDrafts(about record: ErasedRecord) async throws {
        let drafts = try await pool.read { database in
            try Row.fetchAll(database, sql: "SELECT user, name, sealed FROM drafts").map {
                (user: $0["user"] as Int64, name: $0["name"] as String, sealed: $0["sealed"] as Data)
            }
        }
        let about = DraftsAbout(record)
        let gone = drafts.filter { draft in
            let fields = DraftSeal.open(draft.sealed, user: draft.user, name: draft.name, under: draftKey)
            return fields.map { about.isAbout(draft.name, $0) } ?? true
        }
        // Nobody reads meanwhile, so that no old page has to be kept for them.
        try await pool.barrierWriteWithoutTransaction { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.inTransaction {
                for draft in gone {
                    try database.execute(
                        sql: "DELETE FROM drafts WHERE user = ? AND name = ?", arguments: [draft.user, draft.name])
                }
                return .commit
            }
            // What was deleted before may still stand in pages that are free: the file is written anew.
            try database.execute(sql: "VACUUM")
            _ = try database.checkpoint(.truncate)
        }
    }
}

/// Which drafts are about one child.
private struct DraftsAbout {
    private let numbers: [String]
    private let episodes: Set<String>
    private let child: String
    private let names: NameBook

    init(_ record: ErasedRecord) {
        child = "\(record.child.number)"
        numbers = ["/children/\(child)/", "subject-access/\(child)/"]
        episodes = Set(record.episodes.map { "\($0.number)" })
        var names = NameBook()
        for name in record.names where name.contains(" ") { names.add(name, as: .person, alone: false) }
        self.names = names
    }

    func isAbout(_ name: String, _ fields: FormFields) -> Bool {
        if numbers.contains(where: { name.hasPrefix($0) }) || fields["child"] == child { return true }
        let parts = name.split(separator: "/")
        if parts.first == "episodes", parts.count > 1, episodes.contains(String(parts[1])) { return true }
        return fields.all.contains { !names.mentions(in: $0.value).isEmpty }
    }
}
