// SPDX-License-Identifier: MIT

import Analysis
import Foundation
import Synchronization

/// Makes a PDF of a document in a process of its own: without a network, without scripts, with a folder that is gone
/// afterwards, and for no longer than it takes.
///
/// It needs Debian's `weasyprint`. Where that isn't installed there is none, and pages are printed by the browser.
final class PaperMaker: Sendable {
    /// Why there is no PDF.
    enum Fault: Error, Hashable {
        /// Others are being made; a moment later there is room.
        case busy
        case tookTooLong
        case failed(status: Int32)
    }

    private static let interpreter = "/usr/bin/python3"
    private static let package = "/usr/lib/python3/dist-packages/weasyprint"
    private static let secondsAtMost = 25.0
    private static let mostAtOnce = 2

    /// Whether this machine has what it takes.
    static let isAvailable =
        FileManager.default.isExecutableFile(atPath: interpreter) && FileManager.default.fileExists(atPath: package)

    private let running = Mutex(0)

    /// A document that stands for itself: its style and its pictures are inside it. Nothing else is fetched.
    func pdf(of document: HTML) async throws(Fault) -> [UInt8] {
        let isTaken = running.withLock { count in
            guard count < Self.mostAtOnce else { return false }
            count += 1
            return true
        }
        guard isTaken else { throw .busy }
        defer { running.withLock { $0 -= 1 } }
        let input = Data(document.markup.utf8)
        // Waiting for a process blocks its thread, so it has one of its own.
        let made: Result<[UInt8], Fault> = await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: Self.run(input)) }
        }
        return try made.get()
    }

    private static func run(_ input: Data) -> Result<[UInt8], Fault> {
        let folder = FileManager.default.temporaryDirectory.appending(path: "homeward-paper-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(filePath: interpreter)
        process.arguments = ["-I", "-c", program]
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path(), "TMPDIR": folder.path(), "LANG": "C.UTF-8",
        ]
        let (given, made) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (given, made, FileHandle.nullDevice)
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            process.currentDirectoryURL = folder
            try process.run()
        } catch {
            return .failure(.failed(status: -1))
        }
        let deadline = Deadline(process, seconds: secondsAtMost)
        // Both ends are served at once: a document and its PDF may each be larger than a pipe.
        Thread.detachNewThread {
            try? given.fileHandleForWriting.write(contentsOf: input)
            try? given.fileHandleForWriting.close()
        }
        let bytes = (try? made.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        deadline.isOver.withLock { $0 = true }
        if deadline.hasStruck.withLock({ $0 }) { return .failure(.tookTooLong) }
        guard process.terminationStatus == 0, bytes.starts(with: Data("%PDF".utf8)) else {
            return .failure(.failed(status: process.terminationStatus))
        }
        return .success([UInt8](bytes))
    }

    /// Ends a process that takes too long.
    private final class Deadline: Sendable {
        let isOver = Mutex(false)
        let hasStruck = Mutex(false)

        init(_ process: Process, seconds: Double) {
            let number = process.processIdentifier
            DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [self] in
                isOver.withLock { isOver in
                    if isOver { return }
                    hasStruck.withLock { $0 = true }
                    kill(number, SIGKILL)
                }
            }
        }
    }

    /// What the process runs: it limits itself first, and fetches nothing but what stands in the document.
    private static let program = """
        import resource, sys
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 22, 1 << 22))
        import weasyprint
        def fetch(url, *more, **named):
            if not url.startswith("data:"):
                raise ValueError("nothing is fetched")
            return weasyprint.default_url_fetcher(url, *more, **named)
        kind = {"pdf_variant": "pdf/ua-1"} if int(weasyprint.__version__.split(".")[0]) >= 58 else {}
        page = weasyprint.HTML(string=sys.stdin.buffer.read().decode(), url_fetcher=fetch)
        sys.stdout.buffer.write(page.write_pdf(**kind))
        """
}
