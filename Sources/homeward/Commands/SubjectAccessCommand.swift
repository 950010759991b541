// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Foundation
import Ledger
import WorkingTime

/// `homeward subject-access`
struct SubjectAccessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subject-access",
        abstract: "Who asked for a child's record, and what they were given.",
        discussion: """
            What is given is read and decided on by a person, passage by passage, on the page \
            /children/NUMBER/subject-access. Here the requests are listed, and with --pack what was given last is \
            written to a file, as it was given. Stop the server first.

            Example:
              homeward subject-access 12 --pack given.html --data /srv/homeward
            """
    )

    @Argument(help: ArgumentHelp("The child's number.", valueName: "child"))
    var child: UInt32

    @Option(help: ArgumentHelp("Where to write what was given last.", valueName: "file"))
    var pack: String?

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await OpenedRecord.during(RecordFolder(data)) { try await tell(of: $0) }
    }

    private func tell(of record: OpenedRecord) async throws {
        let state = record.partnership.state
        guard let child = state.child(ChildID(number: child)) else {
            throw CommandFault.refused("There is no child with the number \(child) in the record.")
        }
        if let pack { return try await write(child, to: pack, record) }
        let asked = child.facts.protection.subjectAccess.map(Asked.init)
        if output.isJSON { return try Printing.json(asked) }
        let lines = asked.map { request in
            let end = request.answered.map { "answered \($0)" } ?? "open, due \(request.due ?? "?")"
            return "Request \(request.request): received \(request.received), \(end)."
        }
        Printing.toStandardOutput(lines.isEmpty ? "Nobody has asked for it." : lines.joined(separator: "\n"))
    }

    private func write(_ child: Child, to path: String, _ record: OpenedRecord) async throws {
        let given = child.history.standing.last {
            $0.word == .documentAdded && $0.details.word(.kind) == "subject-access-pack"
        }
        guard let given else { throw CommandFault.refused("Nothing was given so far.") }
        for case .event(let event, _) in try await record.partnership.whole([given.position]) {
            guard let bytes = event.details.text(.content).flatMap({ Data(base64Encoded: $0) }) else { continue }
            try OwnerOnlyFile.replace(path, with: Array(bytes))
            return Printing.toStandardOutput("Written to \(path).")
        }
        throw CommandFault.refused("What was given can't be read.")
    }

    private struct Asked: Encodable {
        let request: Int64
        let received: String
        let due, answered: String?

        init(_ request: SubjectAccess) {
            self.request = request.position.number
            received = TimeText.write(London.date(of: request.requestedAt))
            due = request.due.map { TimeText.write(London.date(of: $0)) }
            answered = request.answeredAt.map { TimeText.write(London.date(of: $0)) }
        }
    }
}
