// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import WorkingTime

/// `homeward records`
struct Records: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Which records are due to end, held, or asked for.",
        discussion: """
            Children are named by their number. How long each record is kept, and why, follows from what is recorded; \
            the same stands on the page /records. Stop the server first: the record is opened.

            Example:
              homeward records --data /srv/homeward
            """
    )

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let answer = try await OpenedRecord.during(RecordFolder(data)) { record in
            Answer(record.partnership.state, at: RealTime.now())
        }
        if output.isJSON { return try Printing.json(answer) }
        Printing.toStandardOutput(answer.text)
    }

    struct Answer: Encodable {
        struct Due: Encodable {
            let child: UInt32
            let keptThrough: String?
            let reasons: [String]
        }

        struct Asked: Encodable {
            let child: UInt32
            let request: Int64
            let due: String?
        }

        let due: [Due]
        let held: [UInt32]
        let asked: [Asked]
        let erased: [UInt32]

        init(_ state: State, at now: Instant) {
            due = RetentionSchedule.england.due(in: state, at: now).map { verdict in
                Due(
                    child: verdict.child.number, keptThrough: verdict.keptThrough.map { TimeText.write($0) },
                    reasons: verdict.reasons)
            }
            held = state.children.values.filter { $0.facts.protection.isHeld(at: now) }.map(\.id.number)
            asked = state.children.values.compactMap { child in
                child.facts.protection.openSubjectAccess.map { request in
                    Asked(
                        child: child.id.number, request: request.position.number,
                        due: request.due.map { TimeText.write(London.date(of: $0)) })
                }
            }
            erased = state.erasedNumbers.map(\.number)
        }

        var text: String {
            var lines: [String] = []
            lines += due.map { "Child \($0.child): due to end. \($0.reasons.first ?? "")" }
            lines += held.map { "Child \($0): held for a court or an inquiry." }
            lines += asked.map { "Child \($0.child): asked for (request \($0.request)), answer due \($0.due ?? "?")." }
            if lines.isEmpty { lines = ["No record is due to end, held or asked for."] }
            if !erased.isEmpty { lines.append("Erased so far: \(erased.count).") }
            return lines.joined(separator: "\n")
        }
    }
}
