// SPDX-License-Identifier: MIT

import Foundation
import Ledger
import Web

/// Opens whatever a server would open, in the order in which it would, and changes nothing.
struct SetUpCheck {
    struct Finding: Hashable {
        let about, says: String
        let isFine: Bool
    }

    private let serve: Serve

    init(_ serve: Serve) { self.serve = serve }

    func findings() async throws -> [Finding] {
        let folder = RecordFolder(serve.data)
        var findings = [
            finding("record") { try record(folder) }, finding("keys") { try keys(folder) },
            finding("protocols") {
                let shelf = try ShareFolders(named: serve.share.folder, record: folder.path).shelf(
                    standing: serve.standing)
                return "\(shelf.packs.count) can be used; \(serve.standing) is in force where none was adopted."
            },
            finding("names") {
                _ = try serve.names.index()
                return "What is known about names can be used."
            },
            finding("reach") { try reach() },
            finding("sign-in") {
                let rules = try serve.signIn.rules(folder: folder.path)
                return "A second factor: \(rules.secondFactor.rawValue). "
                    + (rules.provider == nil ? "People sign in here." : "People may sign in elsewhere too.")
            },
            finding("notices") { try notices(folder) },
            finding("receive") {
                let count = try serve.receive.receiving(folder: folder.path, index: nil).sources.count
                return count == 0 ? "No extracts come in by themselves." : "Extracts of \(count) forces come in."
            },
        ]
        if let key = serve.checkpoints.checkpointKey {
            findings.append(
                finding("checkpoints") {
                    _ = try CheckpointKey.read(key)
                    return "They are signed with \(key)."
                })
        }
        return findings
    }

    private func finding(_ about: String, _ look: () throws -> String) -> Finding {
        do {
            return Finding(about: about, says: try look(), isFine: true)
        } catch let fault as CommandFault {
            return Finding(about: about, says: fault.sentence, isFine: false)
        } catch {
            return Finding(about: about, says: PlainWords.of(error), isFine: false)
        }
    }

    private func record(_ folder: RecordFolder) throws -> String {
        guard try folder.isFounded else { throw folder.notThere }
        let mode = (try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions]) as? Int ?? 0
        guard mode & 0o077 == 0 else {
            throw CommandFault.refused(
                "Others than its owner may look into \(folder.path). Take that away: chmod go-rwx \(folder.path)")
        }
        return "“\(folder.name)” is in \(folder.place.shown)."
    }

    private func keys(_ folder: RecordFolder) throws -> String {
        guard try folder.isFounded else { throw folder.notThere }
        let key = try folder.key.read()
        for store in try folder.storesForReading() {
            defer { try? store.close() }
            guard let ledger = try Ledger.opened(over: store, ifSealedWith: key) else {
                throw LedgerFault.masterKeyWrong
            }
            if !ledger.brokenKeys.isEmpty {
                throw CommandFault.refused(
                    "Of the keys under it \(ledger.brokenKeys.count) are damaged: homeward key check")
            }
        }
        let beside = folder.keepsKey ? " It lies beside the record: keep a copy elsewhere." : ""
        return "The master key \(key.fingerprint) is this record’s.\(beside)"
    }

    private func reach() throws -> String {
        let configuration = try serve.reach.configuration(host: serve.host, port: serve.port)
        let names =
            configuration.hostNames.isEmpty ? "the address itself" : configuration.hostNames.joined(separator: ", ")
        if let certificate = configuration.certificate {
            let days = Int((Double(certificate.endsAtSeconds) - Date.now.timeIntervalSince1970) / 86_400)
            if days < 14 {
                throw CommandFault.refused("The certificate can be used for \(days) more days: renew it.")
            }
            return "People reach it at \(names), with a certificate for \(days) more days."
        }
        if configuration.isSecure { return "People reach it at \(names), through a proxy that has the certificate." }
        return "People reach it at \(names) IN THE CLEAR: for trying on this machine only."
    }

    private func notices(_ folder: RecordFolder) throws -> String {
        guard let file = serve.notices.named(folder: folder.path) else {
            return "Emails and text messages are left as files in \(folder.path)/notices."
        }
        _ = try NoticesFile(file, makesFolders: false).plan(folder: folder.path, address: "https://localhost")
        return "\(file) can be used."
    }
}
