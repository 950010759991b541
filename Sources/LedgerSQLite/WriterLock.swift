// SPDX-License-Identifier: MIT
import Glibc
import Ledger
import Synchronization

/// Keeps a second process from writing to the same ledger. The system lets go of it when the process ends, however
/// it ends.
final class WriterLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// Whoever only looks whether there is a writer holds the lock for a moment: so long is waited for it.
    private static let patience = (tries: 10, microsecondsBetween: UInt32(30_000))

    /// Refuses with `.inUse` when another holder has it.
    init(_ path: String) throws(LedgerFault) {
        let opened = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard 0 <= opened else { throw OwnerOnlyFile.fault(errno, path) }
        for remaining in (0..<Self.patience.tries).reversed() {
            if flock(opened, LOCK_EX | LOCK_NB) == 0 { break }
            let reason = errno
            if reason == EWOULDBLOCK, 0 < remaining {
                usleep(Self.patience.microsecondsBetween)
                continue
            }
            Glibc.close(opened)
            throw reason == EWOULDBLOCK ? .inUse(path: path) : OwnerOnlyFile.fault(reason, path)
        }
        descriptor = Mutex(opened)
    }

    /// Runs `body` while nobody can begin to write; nothing when somebody writes already.
    static func withoutWriter<T>(_ path: String, _ body: () throws(LedgerFault) -> T) throws(LedgerFault) -> T? {
        let opened = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        // Without the file nobody has ever opened it here for writing: a backup.
        guard 0 <= opened else { return try body() }
        defer { Glibc.close(opened) }
        guard flock(opened, LOCK_SH | LOCK_NB) == 0 else { return nil }
        return try body()
    }

    deinit {
        release()
    }

    /// Lets go now.
    func release() {
        descriptor.withLock { descriptor in
            if let descriptor { Glibc.close(descriptor) }
            descriptor = nil
        }
    }
}
