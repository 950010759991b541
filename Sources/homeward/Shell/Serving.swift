// SPDX-License-Identifier: MIT

import ArgumentParser
import Glibc
import Logging
import OutboxSQLite
import Partnership
import ServiceLifecycle
import Web

/// Answers people's browsers until somebody ends it.
struct Serving {
    let record: OpenedRecord
    let accounts: Accounts
    let configuration: WebConfiguration
    let log: Logger
    /// What carries notices.
    let notices: OutboxPlan
    /// Which extracts come in by themselves.
    var receiving = Receiving.nothing
    /// From when on they are told where nothing says so yet; from now on without.
    var noticesFrom: OutboxBeginning?
    /// Left while it runs, where they are asked for.
    var checkpoints: CheckpointKeeping?

    /// Runs until Ctrl-C or a termination; `onRunning` is told the port once pages are answered.
    func run(onRunning: @escaping @Sendable (_ port: Int) async -> Void) async throws {
        let sharing = try Sharing(record, log: log)
        let looks = try record.folder.openLooks(clock: record.clock, log: log)
        let following = sharing.follow(looks.store, looks.book)
        defer { for one in following { one.end() } }
        // What a crash left half erased is brought to its end before anybody is answered.
        let store = try SQLiteOutboxStore(path: record.folder.outboxPath)
        try await record.partnership.finishErasing(elsewhere: record.erasingElsewhere(accounts, looks.book, store))
        var plan = notices
        plan.turn = { try await sharing.mayDoWhatOneDoes() }
        let outbox = try Outbox(
            partnership: record.partnership, store: store, directory: accounts, plan: plan, beginning: noticesFrom,
            log: log)
        // A demonstration has news from the first page on.
        if noticesFrom != nil { try await outbox.take() }
        var configuration = configuration
        configuration.receivers = receiving.receivers(into: record.partnership, received: store)
        let server = WebServer(
            partnership: record.partnership, accounts: accounts, looks: looks.book, outbox: outbox,
            configuration: configuration, log: log, onRunning: onRunning
        )
        let workers = WorkersKept(
            partnership: record.partnership, accounts: accounts, sharing: sharing, log: log)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    // They end from the last to the first: what only one does is given up once nothing does it any more.
                    .init(service: server), .init(service: sharing), .init(service: workers),
                    .init(service: CountsKept(partnership: record.partnership)),
                    .init(service: OutboxKept(outbox: outbox, log: log)),
                    .init(
                        service: FoldersWatched(
                            receiving: receiving, partnership: record.partnership, sharing: sharing, log: log)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: log))
        let outcome = await Self.outcome(of: {
            if let checkpoints {
                try await checkpoints.during { try await group.run() }
            } else {
                try await group.run()
            }
        })
        // What was still being noted comes to disk, and the chain of looks is sealed as the record is.
        try? await looks.book.settle()
        try? looks.store.close()
        try? store.close()
        try outcome.get()
    }

    private static func outcome(of work: () async throws -> Void) async -> Result<Void, any Error> {
        do {
            return .success(try await work())
        } catch {
            return .failure(error)
        }
    }

    /// Whether a server could listen there now.
    static func isFree(port: Int) -> Bool {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard 0 <= socket, let number = UInt16(exactly: port) else { return false }
        defer { Glibc.close(socket) }
        var reuse: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = number.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    static func portIsTaken(_ port: Int) -> CommandFault {
        .refused("Port \(port) is taken by another program. Choose another with --port, or --port 0 for any.")
    }
}
