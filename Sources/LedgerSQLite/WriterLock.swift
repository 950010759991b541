// SPDX-License-Identifier: MIT
import Glibc
import Ledger
import Synchronization

/// Keeps a second process from writing to the same ledger. The system lets go of it when the process ends, however
/// it ends.
final class WriterLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// Refuses with `.inUse` when another holder has it.
    init(_ path: String) throws(LedgerFault) {
        let opened = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard 0 <= opened else { throw OwnerOnlyFile.fault(errno, path) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            Glibc.close(opened)
            throw reason == EWOULDBLOCK ? .inUse(path: path) : OwnerOnlyFile.fault(reason, path)
        }
        descriptor = Mutex(opened)
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
