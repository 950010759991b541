// SPDX-License-Identifier: MIT
import Crypto
import Glibc

/// A file's bytes, gone through a piece at a time.
public enum FileBytes {
    private static let pieceInBytes = 1 << 22

    /// Whether `sought` stands anywhere in the file.
    public static func contain(_ sought: [UInt8], in path: String) throws(LedgerFault) -> Bool {
        precondition(!sought.isEmpty, "nothing stands everywhere")
        var carried: [UInt8] = []
        var isThere = false
        try goThrough(path) { piece in
            carried.append(contentsOf: piece)
            isThere = carried.withUnsafeBytes { stands(sought, in: $0) }
            carried.removeFirst(max(0, carried.count - sought.count + 1))
            return !isThere
        }
        return isThere
    }

    /// The file's size; nothing where there is no file.
    public static func size(of path: String) throws(LedgerFault) -> Int? {
        var status = stat()
        if stat(path, &status) == 0 { return Int(status.st_size) }
        if errno == ENOENT { return nil }
        throw OwnerOnlyFile.fault(errno, path)
    }

    /// The SHA-256 of the whole file, and its size.
    static func digest(
        of path: String, expecting size: Int = 0, progress: ProgressReport = { _ in }
    ) throws(LedgerFault) -> (Hash, byteCount: Int) {
        var sha = SHA256()
        var count = 0
        try goThrough(path) { piece in
            sha.update(bufferPointer: piece)
            count += piece.count
            if 0 < size { progress(min(1, Double(count) / Double(size))) }
            return true
        }
        return (Hash(sha.finalize()), count)
    }

    /// Hands over the file piece by piece for as long as `body` wants more.
    public static func goThrough(_ path: String, _ body: (UnsafeRawBufferPointer) -> Bool) throws(LedgerFault) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard 0 <= descriptor else { throw OwnerOnlyFile.fault(errno, path) }
        defer { close(descriptor) }
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceInBytes, alignment: 16)
        defer { piece.deallocate() }
        while true {
            let got = Glibc.read(descriptor, piece.baseAddress, piece.count)
            if got < 0, errno == EINTR { continue }
            if got < 0 { throw OwnerOnlyFile.fault(errno, path) }
            guard 0 < got, body(UnsafeRawBufferPointer(rebasing: piece[..<got])) else { return }
        }
    }

    private static func stands(_ sought: [UInt8], in bytes: UnsafeRawBufferPointer) -> Bool {
        sought.withUnsafeBytes { sought in
            guard let pattern = sought.baseAddress, let first = sought.first else { return false }
            var from = 0
            while sought.count <= bytes.count - from, let start = bytes.baseAddress {
                let lastStart = bytes.count - sought.count
                guard let hit = memchr(start + from, Int32(first), lastStart - from + 1) else { return false }
                if memcmp(hit, pattern, sought.count) == 0 { return true }
                from = UnsafeRawPointer(hit) - start + 1
            }
            return false
        }
    }
}
