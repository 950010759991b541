// SPDX-License-Identifier: MIT

import Foundation
import Glibc
import Ledger
import Synchronization
import WorkingTime

/// A folder into which another system puts files. Each is taken once: moved into `taken/` before it is read, and from
/// there to `done/` or `refused/`, with what was found beside it. What a crash left in `taken/` is read again.
///
/// A file is taken when it has not changed for a while, so that none is read half. One that begins with a dot or does not
/// end in `.csv` is left alone: whoever writes slowly writes under another name and renames at the end.
public final class WatchedFolder: Sendable {
    /// What came of a file.
    public enum Outcome: Sendable {
        /// It was brought in, with a report for whoever looks.
        case done(report: String)
        /// It was not, with why.
        case refused(why: String)
    }

    public let path: String
    private let stillFor: Elapsed
    /// When each file was first seen as it is.
    private let seen = Mutex<[String: Sighting]>([:])

    private struct Sighting: Hashable, Sendable {
        let size, changedSeconds, changedNanoseconds: Int
        let since: Instant

        func isSame(as other: Sighting) -> Bool {
            size == other.size && changedSeconds == other.changedSeconds
                && changedNanoseconds == other.changedNanoseconds
        }
    }

    private static let (taken, done, refused) = ("taken", "done", "refused")

    /// Watches a folder that is there, and makes those within it. `stillFor` is how long a file must not have changed.
    public init(path: String, stillFor: Elapsed = Elapsed(seconds: 20)) throws(LedgerFault) {
        (self.path, self.stillFor) = (path, stillFor)
        var status = stat()
        guard stat(path, &status) == 0 else { throw OwnerOnlyFile.fault(errno, path) }
        for name in [Self.taken, Self.done, Self.refused] { try OwnerOnlyFile.makeDirectory("\(path)/\(name)") }
    }

    /// Takes what has come, one after the other, the oldest name first. `bring` throws where a file could be neither
    /// brought in nor refused: it stays, and is tried the next time.
    public func look(at now: Instant, bring: (_ file: String) async throws -> Outcome) async throws {
        for name in try names(in: "\(path)/\(Self.taken)") { try await settle(name, bring) }
        for name in try ready(at: now) {
            guard let kept = try take(name, at: now) else { continue }
            try await settle(kept, bring)
        }
    }

    /// The files that have not changed for long enough.
    private func ready(at now: Instant) throws -> [String] {
        let here = try names(in: path).filter { $0.lowercased().hasSuffix(".csv") }
        let sightings = here.compactMap { name -> (String, Sighting)? in
            var status = stat()
            guard lstat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            return (
                name,
                Sighting(
                    size: Int(status.st_size), changedSeconds: status.st_mtim.tv_sec,
                    changedNanoseconds: status.st_mtim.tv_nsec, since: now)
            )
        }
        return seen.withLock { seen in
            var next: [String: Sighting] = [:]
            for (name, sighting) in sightings {
                if let before = seen[name], before.isSame(as: sighting) {
                    next[name] = before
                } else {
                    next[name] = sighting
                }
            }
            seen = next
            return next.filter { $0.value.since + stillFor <= now }.keys.sorted()
        }
    }

    /// Moves a file to where only we look; nil where it went away meanwhile.
    private func take(_ name: String, at now: Instant) throws(LedgerFault) -> String? {
        let moment = TimeText.writeUTC(now).filter { $0 != ":" && $0 != "-" }
        var kept = "\(moment)-\(name)"
        var turn = 1
        while [Self.taken, Self.done, Self.refused].contains(where: { isThere("\(path)/\($0)/\(kept)") }) {
            turn += 1
            kept = "\(moment)-\(turn)-\(name)"
        }
        guard rename("\(path)/\(name)", "\(path)/\(Self.taken)/\(kept)") == 0 else {
            if errno == ENOENT { return nil }
            throw OwnerOnlyFile.fault(errno, "\(path)/\(name)")
        }
        seen.withLock { $0[name] = nil }
        return kept
    }

    private func settle(_ name: String, _ bring: (String) async throws -> Outcome) async throws {
        let file = "\(path)/\(Self.taken)/\(name)"
        let (place, text): (String, String) =
            switch try await bring(file) {
            case .done(let report): (Self.done, report)
            case .refused(let why): (Self.refused, why)
            }
        // What was found stands there before the file does.
        try OwnerOnlyFile.replace("\(path)/\(place)/\(name).txt", with: Array("\(text)\n".utf8))
        guard rename(file, "\(path)/\(place)/\(name)") == 0 else { throw OwnerOnlyFile.fault(errno, file) }
        try OwnerOnlyFile.syncDirectory(of: "\(path)/\(place)/\(name)")
    }

    private func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    }
}
