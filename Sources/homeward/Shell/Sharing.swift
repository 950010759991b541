// SPDX-License-Identifier: MIT

import Foundation
import Glibc
import Ledger
import LedgerPostgres
import Logging
import Partnership
import ServiceLifecycle

/// What several servers on one database agree on: that they know the same accounts, and which of them does what only
/// one is to do. A server that is alone on its folder agrees with itself.
struct Sharing: Service {
    private let record: OpenedRecord
    private let leases: any Leases
    private let log: Logger
    /// This process, as no other is named.
    private let process: String
    /// Which file of accounts this is: servers on one machine share it, and one elsewhere has another.
    private let accounts: String

    private static let (accountsLease, workLease) = ("accounts", "work that one does")
    private static let leaseSeconds = 20
    private static let renewEverySeconds = 5

    /// Refuses where another server answers for this record with other accounts: who signs out there would stay signed
    /// in here.
    init(_ record: OpenedRecord, log: Logger) throws {
        (self.record, self.log) = (record, log)
        leases = record.leases
        process = UUID().uuidString
        accounts = try Self.accountsFile(record.folder)
        guard try leases.take(Self.accountsLease, as: accounts, forSeconds: Self.leaseSeconds) else {
            throw CommandFault.refused(Self.refusal)
        }
    }

    private static let refusal = """
        A server elsewhere answers for this record with accounts of its own. Accounts, sessions and drafts are in the \
        folder and not in the database, so all servers of a record run on the machine that has the folder. If that \
        server was just ended, try again in half a minute.
        """

    /// The machine, and where on it the file stands.
    private static func accountsFile(_ folder: RecordFolder) throws -> String {
        var status = stat()
        guard stat(folder.accountsPath, &status) == 0 else { throw LedgerFault.notFound(folder.accountsPath) }
        let machine = FileManager.default.contents(atPath: "/etc/machine-id").map {
            String(decoding: $0, as: UTF8.self)
        }
        let name = machine?.filter { !$0.isWhitespace } ?? ProcessInfo.processInfo.hostName
        return "\(name) \(status.st_dev) \(status.st_ino)"
    }

    /// Takes in what other servers record, as soon as the database tells of it.
    func follow(_ looksStore: any LedgerStore, _ looks: LookBook) -> [PostgresListening] {
        guard let store = record.store as? PostgresLedgerStore, let looksStore = looksStore as? PostgresLedgerStore
        else {
            return []
        }
        let (partnership, log) = (record.partnership, log)
        let following = [PostgresListening(to: store), PostgresListening(to: looksStore)]
        following[0].begin { Self.trying(log) { try partnership.catchUp() } }
        following[1].begin { Self.trying(log) { try looks.catchUp() } }
        return following
    }

    private static func trying<T>(_ log: Logger, _ work: () throws -> T) {
        do {
            _ = try work()
        } catch {
            let code = (error as? LedgerFault)?.code ?? String(reflecting: type(of: error))
            log.warning("the ledger could not be followed", metadata: ["fault": "\(code)"])
        }
    }

    /// Whether this server is the one that does what only one is to do.
    func mayDoWhatOneDoes() async throws -> Bool { try await take(Self.workLease, as: process) }

    private func take(_ lease: String, as holder: String) async throws -> Bool {
        guard record.partnership.isShared else { return true }
        return try await record.partnership.aside { [leases] in
            try leases.take(lease, as: holder, forSeconds: Self.leaseSeconds)
        }
    }

    /// Renews what is held. Ends the server where another with other accounts came between, as may happen when the
    /// database did not answer for long. Whoever is ended leaves the work to the others at once.
    func run() async throws {
        defer { if record.partnership.isShared { try? leases.release(Self.workLease, as: process) } }
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    guard try await take(Self.accountsLease, as: accounts) else {
                        log.critical("a server elsewhere answers with other accounts, so this one ends")
                        throw CommandFault.refused(Self.refusal)
                    }
                } catch let fault as LedgerFault {
                    log.warning("the database does not answer", metadata: ["fault": "\(fault.code)"])
                }
                guard (try? await Task.sleep(for: .seconds(Self.renewEverySeconds))) != nil else { return }
            }
        }
    }
}
