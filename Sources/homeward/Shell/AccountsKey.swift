// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import Ledger

/// The key that everything sealed in the accounts file is sealed under. It stands in `accounts.key`, sealed by the
/// master key, so that changing the master key changes nothing in the accounts: drafts, second factors and sessions stay.
struct AccountsKey {
    static let name = "accounts.key"
    private static let mark = "homeward accounts key 1"
    private static let purpose = "accounts"
    private static let keyInBytes = 32

    let folder: RecordFolder

    init(_ folder: RecordFolder) {
        self.folder = folder
    }

    private var path: String { "\(folder.path)/\(Self.name)" }

    /// The key. Made where there are no accounts yet. Throws `.masterKeyWrong` where none of what stands there opens.
    func read(with master: MasterKey) throws -> SymmetricKey {
        if let key = try present(openedWith: [master]) { return SymmetricKey(data: key) }
        let made = SymmetricKey(size: .bits256)
        let text = Self.text(of: made.withUnsafeBytes { Array($0) }, under: [master])
        do {
            try OwnerOnlyFile.createWhole(path, with: text)
            return made
        } catch {
            // Another program was quicker.
            guard case .alreadyThere = error else { throw error }
            guard let key = try present(openedWith: [master]) else { throw LedgerFault.notFound(path) }
            return SymmetricKey(data: key)
        }
    }

    /// Seals the key under each of `masters`, in place of what stands there; one of `earlier` must open that.
    func keep(under masters: [MasterKey], openedWith earlier: [MasterKey]) throws {
        guard let key = try present(openedWith: earlier) else { return }
        try OwnerOnlyFile.replace(path, with: Self.text(of: key, under: masters))
    }

    /// Nothing where there are no accounts and no key yet.
    private func present(openedWith masters: [MasterKey]) throws -> [UInt8]? {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            // Accounts from before there was such a file: their key followed from the master key.
            guard FileManager.default.fileExists(atPath: folder.accountsPath), let master = masters.first else {
                return nil
            }
            return Self.derived(from: master)
        }
        try OwnerOnlyFile.check(path)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.first == Self.mark[...] else { throw LedgerFault.damaged(Self.name) }
        for line in lines.dropFirst() {
            guard let sealed = Hexadecimal.bytes(of: line) else { throw LedgerFault.damaged(Self.name) }
            for master in masters {
                if let key = master.open(sealed, for: Self.purpose), key.count == Self.keyInBytes { return key }
            }
        }
        throw LedgerFault.masterKeyWrong
    }

    private static func text(of key: [UInt8], under masters: [MasterKey]) -> [UInt8] {
        let sealed = masters.map { Hexadecimal.text(of: $0.seal(key, for: purpose)) }
        return Array(([mark] + sealed + [""]).joined(separator: "\n").utf8)
    }

    private static func derived(from master: MasterKey) -> [UInt8] {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(master.text.utf8)), info: Data("homeward accounts 1".utf8),
            outputByteCount: keyInBytes)
        return key.withUnsafeBytes { Array($0) }
    }
}
