// SPDX-License-Identifier: MIT

import ArgumentParser
import Ledger

/// `homeward verify`
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove that nothing in the record was altered, lost or damaged.",
        discussion: """
            Compares the file with its seal, byte for byte; goes along the whole chain of entries, opens every seal, and \
            examines the keys and the database. A server may go on working meanwhile; the file as a whole can then not \
            be compared, and the answer says so. A backup is verified in the same way, with --data naming its folder. \
            Ends with 1 when anything is found, each finding with its place.

            Example:
              homeward verify --data /srv/homeward
            """
    )

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let (record, besides) = try RecordFolder(data).verify()
        if output.isJSON {
            var answer = Answer(record)
            answer.besides = Dictionary(uniqueKeysWithValues: besides.map { ($0.name, Answer($0.1)) })
            try Printing.json(answer)
        } else {
            Printing.toStandardOutput(text(of: record))
            for (name, verification) in besides {
                let what = RecordFolder.besides.first { $0.name == name }?.what ?? name
                Printing.toStandardOutput("\n\(what):\n\(text(of: verification))")
            }
        }
        if !([record] + besides.map(\.1)).allSatisfy(\.isSound) { throw ExitCode(1) }
    }

    private func text(of verification: Verification) -> String {
        let entries = "\(verification.entryCount) \(verification.entryCount == 1 ? "entry" : "entries")"
        let erased = verification.erasedCount == 0 ? "" : " (\(verification.erasedCount) lawfully erased)"
        let file = PlainWords.of(verification.file)
        if verification.isSound, let head = verification.head {
            return "Sound: \(entries)\(erased), none altered, none lost. It ends with \(head.hash).\n\(file)"
        }
        return "\(verification.findings.count) found in \(entries)\(erased):\n"
            + verification.findings.map { "  \($0)" }.joined(separator: "\n") + "\n\(file)"
    }

    private struct Answer: Encodable {
        struct Found: Encodable {
            let position: Int64?
            let kind, detail: String
        }

        let isSound: Bool
        let entries, erased: Int
        let position: Int64?
        let hash: String?
        /// `same`, `differs`, or why the file was not compared byte for byte.
        let file: String
        let findings: [Found]
        /// The ledgers beside the record, by the names of their folders.
        var besides: [String: Answer]?

        init(_ verification: Verification) {
            isSound = verification.isSound
            entries = verification.entryCount
            erased = verification.erasedCount
            position = verification.head?.position.number
            hash = verification.head?.hash.description
            switch verification.file {
            case .same: file = "same"
            case .differs: file = "differs"
            case .notCompared(let reason, _): file = reason.rawValue
            }
            findings = verification.findings.map {
                Found(position: $0.position?.number, kind: $0.kind.rawValue, detail: $0.detail)
            }
        }
    }
}
