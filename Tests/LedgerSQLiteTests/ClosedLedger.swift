// SPDX-License-Identifier: MIT
import Foundation
import GRDB
import Glibc
import Ledger
import LedgerSQLite

/// A ledger that was closed cleanly, to be changed behind its back and put right again.
final class ClosedLedger {
    let place: Workplace
    let key: MasterKey
    /// Every file as it was when it was closed.
    private let asClosed: [String: [UInt8]]

    /// With `count` entries of seven children and the partnership.
    init(count: Int, key: MasterKey = .random()) async throws {
        place = try Workplace()
        self.key = key
        let (store, _) = try await filledLedger(in: place, key: key, count: count)
        try store.close()
        asClosed = try Self.files(in: place)
    }

    /// Whatever stands in `place` now.
    init(standingIn place: Workplace, key: MasterKey) throws {
        (self.place, self.key) = (place, key)
        asClosed = try Self.files(in: place)
    }

    private static func files(in place: Workplace) throws -> [String: [UInt8]] {
        let names = try FileManager.default.contentsOfDirectory(atPath: place.directory)
        return try Dictionary(uniqueKeysWithValues: names.map { ($0, try OwnerOnlyFile.read(place.path($0))) })
    }

    var file: String { place.file }

    func bytes(of name: String = SQLiteLedgerStore.fileName) -> [UInt8] { asClosed[name] ?? [] }

    func verify() throws -> Verification { try SQLiteLedgerStore.verify(file, with: key) }

    /// Whether verifying says that something is wrong, or refuses.
    func isFound() -> Bool {
        guard let verification = try? verify() else { return true }
        return !verification.isSound
    }

    /// Does `body` while one byte of a file is another, and puts the byte back.
    func withByte<T>(
        _ place: Int, of name: String = SQLiteLedgerStore.fileName, changedBy bits: UInt8, _ body: () throws -> T
    ) throws -> T {
        try put(bytes(of: name)[place] ^ bits, at: place, of: name)
        defer { try? put(bytes(of: name)[place], at: place, of: name) }
        return try body()
    }

    private func put(_ byte: UInt8, at place: Int, of name: String) throws {
        let descriptor = Glibc.open(self.place.path(name), O_WRONLY)
        defer { Glibc.close(descriptor) }
        var byte = byte
        guard pwrite(descriptor, &byte, 1, off_t(place)) == 1 else { throw OwnerOnlyFile.fault(errno, name) }
    }

    /// Puts every file back as it was, without the seal unless `sealed`, so that the content alone has to show a change.
    func putBack(sealed: Bool = true) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: place.directory) {
            guard asClosed[name] == nil || (!sealed && name.hasSuffix(".seal")) else { continue }
            unlink(place.path(name))
        }
        for (name, bytes) in asClosed where sealed || !name.hasSuffix(".seal") {
            let descriptor = Glibc.open(place.path(name), O_CREAT | O_WRONLY | O_TRUNC, 0o600)
            defer { Glibc.close(descriptor) }
            guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
                throw OwnerOnlyFile.fault(errno, name)
            }
        }
    }

    /// Changes the database with SQL as somebody could who holds the file; the triggers are as before afterwards,
    /// unless it is one of them that is dropped.
    func change(_ sql: String) throws {
        let queue = try DatabaseQueue(path: file)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = OFF")
            let triggers = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            guard !sql.hasPrefix("DROP TRIGGER") else { return try database.execute(sql: sql) }
            for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try database.execute(sql: sql)
            for trigger in triggers { try database.execute(sql: trigger["sql"] as String) }
        }
        try queue.close()
    }
}
