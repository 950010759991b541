// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation
import Ledger
import Logging

/// Where a running server leaves checkpoints, and what it signs them with.
struct CheckpointOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder in which to leave a signed checkpoint each day and at the end; best on another machine.",
            valueName: "folder"))
    var checkpoints: String?

    @Option(help: ArgumentHelp("The file with the key that signs checkpoints.", valueName: "file"))
    var checkpointKey: String?

    func validate() throws {
        if (checkpoints == nil) != (checkpointKey == nil) {
            throw ValidationError("--checkpoints and --checkpoint-key go together: where to, and signed with what.")
        }
    }

    /// Nothing where none are asked for.
    func keeping(of ledger: Ledger, log: Logger) throws -> CheckpointKeeping? {
        guard let checkpoints, let checkpointKey else { return nil }
        try OwnerOnlyFile.makeDirectory(checkpoints)
        return CheckpointKeeping(
            ledger: ledger, folder: checkpoints, key: try CheckpointKey.read(checkpointKey), log: log)
    }
}

/// Leaves a signed checkpoint of a ledger in a folder, each day and when it ends.
struct CheckpointKeeping: Sendable {
    private static let day = Duration.seconds(86_400)

    let ledger: Ledger
    let folder: String
    let key: CheckpointKey
    let log: Logger

    /// Does `work`, and leaves checkpoints meanwhile and afterwards.
    func during(_ work: () async throws -> Void) async throws {
        let daily = Task {
            while !Task.isCancelled {
                leave()
                try await Task.sleep(for: Self.day)
            }
        }
        defer {
            daily.cancel()
            leave()
        }
        try await work()
    }

    /// One file for each length of the history: where nothing was added, the one that is there says it already.
    func leave() {
        let now = RealTime.now().secondsSince1970
        let checkpoint = ledger.checkpoint(at: now)
        let number = String(checkpoint.head.position.number)
        let padded = String(repeating: "0", count: max(0, 12 - number.count)) + number
        do throws(LedgerFault) {
            let path = "\(folder)/checkpoint-\(padded).txt"
            try OwnerOnlyFile.createWhole(path, with: Array(key.sign(checkpoint).text.utf8))
        } catch .alreadyThere {
            return
        } catch {
            log.error("no checkpoint could be left", metadata: ["why": "\(error.code)"])
        }
    }
}
