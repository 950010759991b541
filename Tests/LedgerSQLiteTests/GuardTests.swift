// SPDX-License-Identifier: MIT
import Foundation
import Glibc
import Ledger
import LedgerSQLite
import Testing

@Suite struct `Opening a ledger` {
    @Test func `is refused with another master key`() async throws {
        let place = try Workplace()
        let (store, _) = try await filledLedger(in: place, key: .random(), count: 3)
        #expect(throws: LedgerFault.masterKeyWrong) { try Ledger(opening: store, masterKey: .random()) }
    }

    @Test func `is refused when others may read its file or write to its directory`() async throws {
        let place = try Workplace()
        let (store, _) = try await filledLedger(in: place, key: .random(), count: 3)
        try store.close()
        chmod(place.file, 0o640)
        #expect(throws: LedgerFault.permissionsTooOpen(path: place.file, mode: 0o640)) {
            try SQLiteLedgerStore.openForReading(place.file)
        }
        chmod(place.file, 0o600)
        chmod(place.directory, 0o770)
        #expect(throws: LedgerFault.permissionsTooOpen(path: place.directory, mode: 0o770)) {
            try SQLiteLedgerStore.open(in: place.directory)
        }
        chmod(place.directory, 0o700)
    }

    @Test func `leaves every file to its owner alone`() async throws {
        let place = try Workplace()
        let (_, ledger) = try await filledLedger(in: place, key: .random(), count: 3)
        try ledger.write(Snapshot(head: ledger.head, contentVersion: 1, content: [1]), to: place.path("snapshot"))
        for name in try FileManager.default.contentsOfDirectory(atPath: place.directory) {
            var status = stat()
            stat(place.path(name), &status)
            #expect(status.st_mode & 0o077 == 0, "\(name)")
        }
    }

    @Test func `is refused when the file is something else`() throws {
        let place = try Workplace()
        try OwnerOnlyFile.replace(place.file, with: Array(String(repeating: "no database ", count: 1_000).utf8))
        let fault = #expect(throws: LedgerFault.self) { try SQLiteLedgerStore.open(in: place.directory) }
        #expect(fault?.code == "not-a-ledger")
        let empty = try Workplace()
        let missing = #expect(throws: LedgerFault.self) { try SQLiteLedgerStore.open(in: empty.directory) }
        #expect(missing?.code == "not-found")
    }

    @Test func `finds where a master key is kept`() throws {
        let place = try Workplace()
        let key = MasterKey.random()
        try MasterKeySource.createFile(place.path("key"), holding: key)
        #expect(try MasterKeySource.file(place.path("key")).read().text == key.text)
        #expect(throws: LedgerFault.alreadyThere(place.path("key"))) {
            try MasterKeySource.createFile(place.path("key"), holding: .random())
        }
        #expect(try MasterKeySource.command(["cat", place.path("key")]).read().text == key.text)
        #expect(throws: LedgerFault.masterKeyCommandFailed("false")) { try MasterKeySource.command(["false"]).read() }
        setenv("HOMEWARD_TEST_KEY", key.text, 1)
        #expect(try MasterKeySource.environment("HOMEWARD_TEST_KEY").read().text == key.text)
        #expect(throws: LedgerFault.masterKeyMissing("HOMEWARD_NO_KEY")) {
            try MasterKeySource.environment("HOMEWARD_NO_KEY").read()
        }
        chmod(place.path("key"), 0o644)
        #expect(throws: LedgerFault.permissionsTooOpen(path: place.path("key"), mode: 0o644)) {
            try MasterKeySource.file(place.path("key")).read()
        }
        #expect(throws: LedgerFault.masterKeyMalformed("x")) { try MasterKey(text: "secret", from: "x") }
    }

    @Test func `does not wait for ever for a command that gives no key, and shows nothing of what it says`() throws {
        #expect(throws: LedgerFault.masterKeyCommandTooSlow("sleep")) {
            try MasterKeySource.command(["sleep", "30"]).read(withinSeconds: 1)
        }
        // Several words are several arguments: no shell is asked what they mean.
        #expect(throws: LedgerFault.masterKeyMalformed("echo")) {
            try MasterKeySource.command(["echo", MasterKey.random().text, ";", "true"]).read()
        }
    }

    @Test func `shows a key nowhere but where its text is asked for`() {
        let (master, checkpoint) = (MasterKey.random(), CheckpointKey.random())
        let secret = String(master.text.dropFirst(MasterKey.prefix.count))
        for shown in ["\(master)", String(reflecting: master), "\(Optional(master) as Any)", "\([master])"] {
            #expect(!shown.contains(secret) && shown.contains(master.fingerprint))
        }
        var dumped = ""
        dump(master, to: &dumped)
        dump(checkpoint, to: &dumped)
        #expect(!dumped.contains(secret) && !dumped.contains(CheckpointKey.prefix))
        #expect(!secret.contains(master.fingerprint))
    }
}
