// SPDX-License-Identifier: MIT
import Foundation
import Ledger
import LedgerSQLite

/// A directory of its own for one test, gone when the test is done.
final class Workplace: Sendable {
    let directory: String

    init() throws {
        directory = FileManager.default.temporaryDirectory.path + "/homeward-ledger-\(UUID().uuidString)"
        try OwnerOnlyFile.makeDirectory(directory)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: directory)
    }

    var file: String { "\(directory)/\(SQLiteLedgerStore.fileName)" }

    /// The names of the files in which the bytes stand.
    func filesHolding(_ bytes: [UInt8]) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory).filter { name in
            Data(try OwnerOnlyFile.read(path(name))).range(of: Data(bytes)) != nil
        }
    }

    func path(_ name: String) -> String { "\(directory)/\(name)" }
}

func draft(_ subject: SubjectID, _ text: String) -> EntryDraft {
    EntryDraft(subject: subject, recordedAt: 1_800_000_000, payload: Array(text.utf8))
}

/// A sound ledger with `count` entries of seven children and the partnership.
func filledLedger(in place: Workplace, key: MasterKey, count: Int) async throws -> (SQLiteLedgerStore, Ledger) {
    let store = try SQLiteLedgerStore.create(in: place.directory)
    let ledger = try Ledger.found(in: store, masterKey: key, foundedAt: 1_800_000_000)
    let drafts = (1...count).map { number in
        draft(number % 10 == 0 ? .partnership : .child(UInt64(number % 7)), "entry number \(number)")
    }
    try await ledger.append(drafts)
    return (store, ledger)
}

extension Recorded {
    var text: String? {
        guard case .entry(let entry) = self else { return nil }
        return String(decoding: entry.payload, as: UTF8.self)
    }
}
