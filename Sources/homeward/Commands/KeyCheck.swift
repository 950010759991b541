// SPDX-License-Identifier: MIT

import ArgumentParser
import Ledger

/// `homeward key check`
struct KeyCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say whether the master key is the record’s, and whether every key under it can be used.",
        discussion: """
            Shows the key's fingerprint, eight digits by which it is told from others and which give nothing of it away. \
            Ends with 1 where the key is another record's, or a key under it is damaged. A server may go on working.

            Examples:
              homeward key check --data /srv/homeward
              homeward key check --data /srv/homeward --master-key-file /media/stick/copy-of-master.key
            """
    )

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folder = RecordFolder(data)
        guard try folder.isFounded else { throw folder.notThere }
        let key = try folder.key.read()
        var answer = Answer(fingerprint: key.fingerprint)
        for store in try folder.storesForReading() {
            defer { try? store.close() }
            guard let ledger = try Ledger.opened(over: store, ifSealedWith: key) else {
                answer.isOfThisRecord = false
                continue
            }
            answer.subjects += ledger.subjectCount
            answer.damaged += ledger.brokenKeys.map(\.description)
        }
        answer.isBeingChanged = KeyChange(folder).isUnderWay
        try say(answer)
        if !answer.isOfThisRecord || !answer.damaged.isEmpty { throw ExitCode(1) }
    }

    private func say(_ answer: Answer) throws {
        if output.isJSON { return try Printing.json(answer) }
        let about = "The master key \(answer.fingerprint)"
        if !answer.isOfThisRecord {
            Printing.toStandardOutput("\(about) is not the one that this record is sealed with.")
        } else if answer.damaged.isEmpty {
            Printing.toStandardOutput("\(about) is this record’s. All \(answer.subjects) keys under it can be used.")
        } else {
            Printing.toStandardOutput(
                "\(about) is this record’s. Of \(answer.subjects) keys under it these are damaged: "
                    + answer.damaged.joined(separator: ", ") + ".")
        }
        if answer.isBeingChanged { Printing.toStandardOutput(KeyChange.isUnderWaySentence) }
    }

    private struct Answer: Encodable {
        let fingerprint: String
        var isOfThisRecord = true
        var subjects = 0
        var damaged: [String] = []
        /// A change of the master key was begun and not finished.
        var isBeingChanged = false
    }
}
