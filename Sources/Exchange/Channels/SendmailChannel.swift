// SPDX-License-Identifier: MIT

import Foundation
import Glibc
import Partnership

/// Hands mail to whatever answers to `sendmail -t` on this machine: Postfix, Exim, msmtp and others do.
public struct SendmailChannel: NoticeChannel {
    private let command: String
    private let from: String
    private let host: String
    private let seconds: Double

    /// `from` is the address that mail comes from. `command` is the program's path.
    public init(command: String = "/usr/sbin/sendmail", from: String, withinSeconds seconds: Double = 20) {
        (self.command, self.from, self.seconds) = (command, from.oneLine, seconds)
        host = from.oneLine.split(separator: "@").last.map(String.init) ?? "homeward.invalid"
    }

    public func carry(_ notice: OutgoingNotice) async -> Carried {
        let to = notice.address
        guard to.contains("@"), !to.hasPrefix("-"), !to.contains(where: { $0.isWhitespace || ",<>".contains($0) })
        else {
            return .refused("this is not a mail address")
        }
        // The same Message-ID each time: mail programs show a message that comes twice once.
        let mail = """
            From: Homeward <\(from)>
            To: <\(to)>
            Subject: \(notice.subject)
            Message-ID: <\(notice.key)@\(host)>
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            \(notice.text)

            """
        switch await Self.run(command, ["-t", "-i", "-f", from], input: mail, withinSeconds: seconds) {
        case 0: return .taken(reference: notice.key)
        // By sysexits: an address, a user or a host that isn't there; anything else may pass.
        case 64, 65, 67, 68: return .refused("the mail program refused the address")
        case let status?: return .failed("the mail program ended with \(status)")
        case nil: return .failed("the mail program could not be run to its end")
        }
    }

    /// The program's status; nil where it could not be started, or took too long and was ended.
    private static func run(
        _ command: String, _ arguments: [String], input: String, withinSeconds seconds: Double
    ) async -> Int32? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (ends, ending) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { ended in
            ending.yield(ended.terminationReason == .exit ? ended.terminationStatus : -1)
            ending.finish()
        }
        do {
            // The message is shorter than any pipe, so that this never waits; nobody can have closed the other end yet.
            try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try pipe.fileHandleForWriting.close()
            try process.run()
        } catch {
            return nil
        }
        let id = process.processIdentifier
        let ender = Task {
            try await Task.sleep(for: .seconds(seconds))
            kill(id, SIGKILL)
        }
        defer { ender.cancel() }
        for await status in ends { return status == -1 ? nil : status }
        return nil
    }
}
