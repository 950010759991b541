// SPDX-License-Identifier: MIT

import Casework
import GRDB
import WorkingTime

/// What a program may ask for. Each is given by itself.
public enum ClientScope: String, CaseIterable, Hashable, Sendable {
    /// Which children are away now, as far as the role that the program acts in may see them.
    case readOpenEpisodes = "open-episodes:read"
    /// One episode with what happened in it.
    case readEpisodes = "episodes:read"
    /// Who a child is, and when they were away.
    case readChildren = "children:read"
    /// Whom names, dates and numbers fit.
    case searchChildren = "children:search"
    /// What happened since.
    case readChanges = "changes:read"
    /// What is owed, by whom and by when.
    case readDuties = "duties:read"
    /// Saying that something was seen, or done.
    case writeDuties = "duties:write"
    /// What each agency says of an episode.
    case readAccounts = "accounts:read"
    case writeAccounts = "accounts:write"
    /// Reporting a child missing.
    case writeReports = "reports:write"
    /// Deciding what police hold a child as.
    case writeClassifications = "classifications:write"
    /// Recording that a child is back.
    case writeReturns = "returns:write"
    /// Recording anything else that happened in an episode.
    case writeEntries = "entries:write"
}

/// A program that asks in place of a person: with a role and an agency, and no more than they may.
public struct Client: Hashable, Sendable {
    public let id: Int64
    public let name: String
    public let role: Role
    public let agency: AgencyID?
    public let scopes: Set<ClientScope>
    public let endsAt: Instant
    public let isRevoked: Bool
    public let usedAt: Instant?

    /// As whom it acts in the record, and in the list of those who looked.
    var account: Account {
        Account(id: -id, email: "", name: name, worker: "client-\(name)", role: role, agency: agency)
    }
}

/// Why a program is given no token. Nothing has changed.
public enum ClientRefusal: Error, Hashable, Sendable {
    case nameIsNotPlain
    case nameIsTaken
    case nobodyHasThisName
    case scopesAreLacking

    public var says: String {
        switch self {
        case .nameIsNotPlain: "A name has small letters, digits and hyphens, at most 40."
        case .nameIsTaken: "Another program has or had this name: choose one that says which of them it is."
        case .nobodyHasThisName: "No program has this name."
        case .scopesAreLacking:
            "Say what it may ask for: \(ClientScope.allCases.map(\.rawValue).joined(separator: ", "))."
        }
    }
}

extension Accounts {
    /// Makes a token for a program, which is told now and kept as its digest only.
    public func addClient(
        _ name: String, role: Role, agency: AgencyID?, scopes: Set<ClientScope>, days: Int
    ) async throws -> String {
        let isPlain = name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard isPlain, (1...40).contains(name.utf8.count) else { throw ClientRefusal.nameIsNotPlain }
        guard !scopes.isEmpty else { throw ClientRefusal.scopesAreLacking }
        let token = "homeward_" + Secrets.token()
        try await change { database, now in
            let isTaken = try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM clients WHERE name = ?)", arguments: [name])
            if isTaken == true { throw ClientRefusal.nameIsTaken }
            try database.execute(
                sql: """
                    INSERT INTO clients (name, role, agency, scopes, token, addedAt, endsAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    name, role.rawValue, agency?.name, scopes.map(\.rawValue).sorted().joined(separator: " "),
                    Secrets.digest(of: token), now, now + Int64(days) * 86_400,
                ])
        }
        return token
    }

    /// Every program that ever had a token, by name.
    public func clients() async throws -> [Client] {
        try await pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM clients ORDER BY name").compactMap(Client.init(row:))
        }
    }

    /// Takes its token's worth away at once.
    public func revokeClient(_ name: String) async throws {
        try await change { database, now in
            try database.execute(
                sql: "UPDATE clients SET revokedAt = coalesce(revokedAt, ?) WHERE name = ?", arguments: [now, name])
            if database.changesCount == 0 { throw ClientRefusal.nobodyHasThisName }
        }
    }

    /// The program that this token is, while it holds.
    func client(_ token: String) async throws -> Client? {
        let digest = Secrets.digest(of: token)
        let client = try await pool.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM clients WHERE token = ?", arguments: [digest])
                .flatMap(Client.init(row:))
        }
        let now = clock()
        guard let client, !client.isRevoked, now < client.endsAt else { return nil }
        if client.usedAt.map({ (now - $0).seconds >= 60 }) ?? true {
            try await pool.write {
                try $0.execute(
                    sql: "UPDATE clients SET usedAt = ? WHERE id = ?", arguments: [now.secondsSince1970, client.id])
            }
        }
        return client
    }
}

extension Client {
    init?(row: Row) {
        guard let role = Role(rawValue: row["role"]) else { return nil }
        let (agency, scopes): (String?, String) = (row["agency"], row["scopes"])
        let (revokedAt, usedAt): (Int64?, Int64?) = (row["revokedAt"], row["usedAt"])
        self.init(
            id: row["id"], name: row["name"], role: role, agency: agency.map { AgencyID($0) },
            scopes: Set(scopes.split(separator: " ").compactMap { ClientScope(rawValue: String($0)) }),
            endsAt: Instant(secondsSince1970: row["endsAt"]), isRevoked: revokedAt != nil,
            usedAt: usedAt.map { Instant(secondsSince1970: $0) })
    }
}
