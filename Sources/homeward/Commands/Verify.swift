// SPDX-License-Identifier: MIT

import ArgumentParser
import Ledger

/// `homeward verify`
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove that nothing in the record was altered, lost or damaged.",
        discussion: """
            Goes along the whole chain of entries, opens every seal, and examines the keys and the database. A server \
            may go on working meanwhile. Ends with 1 when anything is found, each finding with its place.

            Example:
              homeward verify --data /srv/homeward
            """
    )

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let (store, ledger) = try RecordFolder(data).openForReading()
        defer { try? store.close() }
        let verification = try ledger.verify()
        if output.isJSON {
            try Printing.json(Answer(verification))
        } else {
            Printing.toStandardOutput(text(of: verification))
        }
        if !verification.isSound { throw ExitCode(1) }
    }

    private func text(of verification: Verification) -> String {
        let entries = "\(verification.entryCount) \(verification.entryCount == 1 ? "entry" : "entries")"
        let erased = verification.erasedCount == 0 ? "" : " (\(verification.erasedCount) lawfully erased)"
        if verification.isSound {
            return "Sound: \(entries)\(erased), none altered, none lost. It ends with \(verification.head.hash)."
        }
        return "\(verification.findings.count) found in \(entries)\(erased):\n"
            + verification.findings.map { "  \($0)" }.joined(separator: "\n")
    }

    private struct Answer: Encodable {
        struct Found: Encodable {
            let position: Int64?
            let kind, detail: String
        }

        let isSound: Bool
        let entries, erased: Int
        let position: Int64
        let hash: String
        let findings: [Found]

        init(_ verification: Verification) {
            isSound = verification.isSound
            entries = verification.entryCount
            erased = verification.erasedCount
            position = verification.head.position.number
            hash = verification.head.hash.description
            findings = verification.findings.map {
                Found(position: $0.position?.number, kind: $0.kind.rawValue, detail: $0.detail)
            }
        }
    }
}
