// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation
import OutboxSQLite
import Partnership
import WorkingTime

/// `homeward outbox`
struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "Notices on their way, also while the server runs.",
        discussion: """
            Says by which way each goes, to whom, and whether it arrived; never about whom it is.

            Examples:
              homeward outbox list --data /srv/homeward
              homeward outbox replay 41 42 --by june-petty --data /srv/homeward
              homeward outbox replay --all --by june-petty --data /srv/homeward
            """,
        subcommands: [OutboxList.self, OutboxReplay.self]
    )

    /// Opens the outbox of a record that is there.
    static func asking<Value>(_ data: DataOptions, _ ask: (SQLiteOutboxStore) throws -> Value) throws -> Value {
        let folder = RecordFolder(data)
        guard try folder.isFounded else { throw folder.notThere }
        guard FileManager.default.fileExists(atPath: folder.outboxPath) else {
            throw CommandFault.refused("There is no outbox yet: it begins when the server first runs.")
        }
        let store = try SQLiteOutboxStore(path: folder.outboxPath)
        defer { try? store.close() }
        return try ask(store)
    }
}

/// `homeward outbox list`
struct OutboxList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the messages that were not delivered, or that wait or arrived.",
        discussion: """
            Example:
              homeward outbox list --state waiting --data /srv/homeward
            """)

    @Option(help: "Which: dead, waiting, delivered or withdrawn.")
    var state = OutboxMessage.State.dead

    @Option(help: ArgumentHelp("So many at the most.", valueName: "number"))
    var most = 100

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...100_000).contains(most) else { throw ValidationError("So many is a number from 1 to 100000.") }
    }

    func run() throws {
        let messages = try OutboxCommand.asking(data) { try $0.messages(state, most: most) }
        if output.isJSON { return try Printing.json(messages.map(Row.init)) }
        for message in messages {
            let to = message.to.isEmpty ? message.notice.group : message.to
            let why = message.fault.isEmpty ? "" : ": \(message.fault)"
            Printing.toStandardOutput(
                "\(message.id)  \(message.way.rawValue) to \(to), tried \(message.tries) times, next \(TimeText.write(message.nextAt))\(why)"
            )
        }
        if messages.isEmpty { Printing.toStandardOutput("No message is \(state.rawValue).") }
    }

    private struct Row: Encodable {
        let id: Int64
        let way, to, state, fault, madeAt, nextAt: String
        let tries: Int

        init(_ message: OutboxMessage) {
            (id, tries, fault) = (message.id, message.tries, message.fault)
            (way, state) = (message.way.rawValue, message.state.rawValue)
            to = message.to.isEmpty ? message.notice.group : message.to
            (madeAt, nextAt) = (TimeText.write(message.notice.madeAt), TimeText.write(message.nextAt))
        }
    }
}

/// `homeward outbox replay`
struct OutboxReplay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Have messages tried again that were not delivered.",
        discussion: """
            A running server tries them within seconds. What reached nobody, because nobody has the role, is tried again \
            from the page /outbox.

            Example:
              homeward outbox replay 41 42 --by june-petty --data /srv/homeward
            """)

    @Argument(help: "The numbers of the messages.")
    var messages: [Int64] = []

    @Flag(name: .customLong("all"), help: "Every message that was not delivered.")
    var isAll = false

    @Option(help: ArgumentHelp("In whose name: it is written down.", valueName: "worker"))
    var by: String

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard isAll != !messages.isEmpty else { throw ValidationError("Name messages by their numbers, or say --all.") }
    }

    func run() throws {
        let ids = isAll ? nil : messages
        let count = try OutboxCommand.asking(data) { store in
            let now = RealTime.now()
            let count = try store.replay(ids, at: now)
            for id in ids.map({ $0.map(Optional.some) }) ?? [nil] {
                try store.note(OutboxAct(at: now, by: by, what: "replay", message: id))
            }
            return count
        }
        if output.isJSON { return try Printing.json(["tried": count]) }
        Printing.toStandardOutput("\(Spoken.counted(count, "message")) will be tried again.")
    }
}

extension OutboxMessage.State: ExpressibleByArgument {}
