// SPDX-License-Identifier: MIT
import Glibc

/// Files and directories that nobody but their owner may read.
public enum OwnerOnlyFile {
    /// Makes an empty file with mode 0600. Refuses with `.alreadyThere`.
    public static func create(_ path: String) throws(LedgerFault) {
        let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard 0 <= descriptor else { throw fault(errno, path) }
        close(descriptor)
    }

    /// Makes the directory with mode 0700 unless it is there; refuses one that others may write to.
    public static func makeDirectory(_ path: String) throws(LedgerFault) {
        if mkdir(path, 0o700) == 0 { return }
        guard errno == EEXIST else { throw fault(errno, path) }
        try check(path, forbidding: 0o022)
    }

    /// Refuses a file that others than its owner may use in any of the ways in `bits`.
    public static func check(_ path: String, forbidding bits: UInt32 = 0o077) throws(LedgerFault) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw fault(errno, path) }
        guard status.st_mode & bits == 0 else {
            throw .permissionsTooOpen(path: path, mode: status.st_mode & 0o7777)
        }
        guard status.st_uid == geteuid() || geteuid() == 0 else { throw .permissionDenied(path) }
    }

    /// The whole file.
    public static func read(_ path: String) throws(LedgerFault) -> [UInt8] {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard 0 <= descriptor else { throw fault(errno, path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fault(errno, path) }
        let size = Int(status.st_size)
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size, let base = buffer.baseAddress {
                let got = Glibc.read(descriptor, base + count, size - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 { return }
                count += got
            }
        }
        guard failure == 0 else { throw fault(failure, path) }
        return bytes
    }

    /// Puts `bytes` at `path` so that, whatever happens, either the old file or the whole new one stands there.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(LedgerFault) {
        let fresh = path + ".new"
        unlink(fresh)
        try write(fresh) { put in bytes.withUnsafeBytes { put($0) } }
        guard rename(fresh, path) == 0 else {
            let reason = errno
            unlink(fresh)
            throw fault(reason, path)
        }
        try syncDirectory(of: path)
    }

    /// Makes a file that holds `bytes`, whole or not at all. Refuses with `.alreadyThere`.
    public static func createWhole(_ path: String, with bytes: [UInt8]) throws(LedgerFault) {
        let fresh = path + ".new"
        unlink(fresh)
        try write(fresh) { put in bytes.withUnsafeBytes { put($0) } }
        let reason = link(fresh, path) == 0 ? 0 : errno
        unlink(fresh)
        guard reason == 0 else { throw fault(reason, path) }
        try syncDirectory(of: path)
    }

    /// Copies a file byte for byte to one that is not there yet, and makes it durable.
    public static func copy(
        _ source: String, to path: String, progress: ProgressReport = { _ in }
    ) throws(LedgerFault) {
        let size = try FileBytes.size(of: source) ?? 0
        var failed: LedgerFault?
        try write(path) { put in
            var copied = 0
            do throws(LedgerFault) {
                try FileBytes.goThrough(source) { piece in
                    put(piece)
                    copied += piece.count
                    progress(min(1, Double(copied) / Double(max(1, size))))
                    return true
                }
            } catch {
                failed = error
            }
        }
        if let failed { throw failed }
    }

    /// Makes a new file of what `body` puts, and makes it durable; leaves none where it could not be written.
    private static func write(
        _ path: String, _ body: (_ put: (UnsafeRawBufferPointer) -> Void) -> Void
    ) throws(LedgerFault) {
        try create(path)
        let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
        guard 0 <= descriptor else { throw fault(errno, path) }
        var failure: Int32 = 0
        body { buffer in
            var written = 0
            while failure == 0, written < buffer.count, let base = buffer.baseAddress {
                let put = Glibc.write(descriptor, base + written, buffer.count - written)
                if put < 0, errno == EINTR { continue }
                if 0 < put { written += put } else { failure = errno }
            }
        }
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        close(descriptor)
        guard failure == 0 else {
            unlink(path)
            throw fault(failure, path)
        }
    }

    /// Takes the file away, durably; nothing happens where there is none.
    public static func remove(_ path: String) throws(LedgerFault) {
        guard unlink(path) == 0 else {
            if errno == ENOENT { return }
            throw fault(errno, path)
        }
        try syncDirectory(of: path)
    }

    /// Makes a file's content durable.
    public static func sync(_ path: String) throws(LedgerFault) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard 0 <= descriptor else { throw fault(errno, path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault(errno, path) }
    }

    /// Makes a new or renamed file's name durable.
    public static func syncDirectory(of path: String) throws(LedgerFault) {
        let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let descriptor = Glibc.open(directory.isEmpty ? "/" : directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard 0 <= descriptor else { throw fault(errno, directory) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault(errno, directory) }
    }

    /// The fault that an error number of the system stands for.
    public static func fault(_ number: Int32, _ path: String) -> LedgerFault {
        switch number {
        case ENOENT, ENOTDIR: .notFound(path)
        case EEXIST: .alreadyThere(path)
        case EACCES, EPERM: .permissionDenied(path)
        case ENOSPC, EDQUOT: .diskFull
        case EROFS: .readOnly
        default: .storeFailed(code: Int(number), path)
        }
    }
}
