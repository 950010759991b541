// SPDX-License-Identifier: MIT

import Exchange
import Ledger
import Logging
import Partnership
import ServiceLifecycle
import Web

/// Police extracts that come in by themselves: into watched folders, and handed in by a force's own system.
struct Receiving: Sendable {
    struct Source: Sendable {
        let extract: ExtractSource
        let folder: WatchedFolder?
        let secret: String?
    }

    let sources: [Source]

    /// Nothing comes in.
    static let nothing = Receiving(sources: [])

    /// Who may hand in, by the short name of the force.
    func receivers(
        into partnership: Partnership, received: any ReceivedMessages
    ) -> [String: any ExtractReceiving] {
        var receivers: [String: any ExtractReceiving] = [:]
        for source in sources {
            guard let secret = source.secret,
                let door = ExtractDoor(source.extract, secret: secret, received: received)
            else { continue }
            receivers[source.extract.force] = ExtractReceiver(door: door, partnership: partnership)
        }
        return receivers
    }
}

/// Looks into the watched folders while the server runs; of several servers on one database one does.
struct FoldersWatched: Service {
    let receiving: Receiving
    let partnership: Partnership
    let sharing: Sharing
    let log: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await look()
                try await Task.sleep(for: .seconds(3))
            }
        }
    }

    /// A fault waits for the next look: nothing else stops for it.
    private func look() async {
        for source in receiving.sources {
            guard let folder = source.folder else { continue }
            do {
                guard try await sharing.mayDoWhatOneDoes() else { return }
                try await folder.look(at: RealTime.now()) { file in try await bring(file, from: source) }
            } catch {
                let code = (error as? LedgerFault)?.code ?? String(reflecting: type(of: error))
                log.warning(
                    "a watched folder could not be seen to",
                    metadata: ["force": "\(source.extract.force)", "fault": "\(code)"])
            }
        }
    }

    private func bring(_ file: String, from source: Source) async throws -> WatchedFolder.Outcome {
        let outcome = try await source.extract.bring(file: file, into: partnership).outcome
        switch outcome {
        case .done: log.notice("an extract was taken from its folder", metadata: ["force": "\(source.extract.force)"])
        case .refused: log.error("an extract was refused", metadata: ["force": "\(source.extract.force)"])
        }
        return outcome
    }

    private typealias Source = Receiving.Source
}

extension ExtractSource.Brought {
    /// As it is written beside the file.
    fileprivate var outcome: WatchedFolder.Outcome {
        switch self {
        case .notRead(let why): return .refused(why: "Nothing was stored: \(why)")
        case .read(let report, let wasStored):
            let text = ImportAnswer(report, isDryRun: false, wasStored: wasStored).text(most: .max)
            return report.mayGoOn ? .done(report: text) : .refused(why: text)
        }
    }
}

/// Hands to the door what comes over the web, and says what came of it.
private struct ExtractReceiver: ExtractReceiving {
    let door: ExtractDoor
    let partnership: Partnership

    func receive(_ body: [UInt8], message: String, signature: String) async throws -> ReceivedAnswer {
        // The real time, which both sides have: a demonstration's clock may stand elsewhere.
        let answer = try await door.take(
            body, message: message, signature: signature, into: partnership, at: RealTime.now())
        switch answer {
        case .hasNoNumber:
            return .problem(
                400, "The message has no number.",
                "“Homeward-Message” is at most 100 letters, digits, hyphens, dots: the same each time that this is sent."
            )
        case .notSigned:
            return .problem(
                401, "The signature is not right, or not of this moment.",
                "“Homeward-Signature” is t=SECONDS,v1=HEX over SECONDS.MESSAGE.BODY, at most five minutes off.")
        case .isAnothers:
            return .problem(
                422, "Another extract had this number.", "Give each extract a number of its own.")
        case .repeated: return .problem(409, "This was taken before.", "Nothing was recorded again.")
        case .brought(.notRead(let why)):
            return .problem(422, "This is not such an extract.", why)
        case .brought(.read(let report, let wasStored)):
            return .found(
                ImportAnswer(report, isDryRun: false, wasStored: wasStored),
                status: report.mayGoOn ? 200 : 422)
        }
    }
}
