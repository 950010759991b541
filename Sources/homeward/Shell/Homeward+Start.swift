// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation
import Glibc

extension Homeward {
    /// Runs what was asked and ends the process with 0 (done), 1 (refused, or faults found) or 2 (asked wrongly).
    static func start() async -> Never {
        // A reader that goes away, as `head` does, is no reason to be killed silently.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try Homeward.parseAsRoot(words())
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
            end(0)
        } catch {
            end(after: error)
        }
    }

    /// What was typed; of a server with whatever its settings and the environment say beside it.
    private static func words() throws -> [String] {
        let typed = Array(CommandLine.arguments.dropFirst())
        guard typed.first == "serve", !typed.contains("--help"), !typed.contains("-h") else { return typed }
        let told = try SettledServe(Array(typed.dropFirst()), environment: ProcessInfo.processInfo.environment)
        return ["serve"] + told.words
    }

    private static func end(after error: any Error) -> Never {
        if let code = error as? ExitCode { end(code.rawValue) }
        if let fault = error as? CommandFault {
            Printing.toStandardError("homeward: \(fault.sentence)")
            end(fault.isMisuse ? 2 : 1)
        }
        let code = exitCode(for: error)
        if code == .success {
            Printing.toStandardOutput(fullMessage(for: error))
            end(0)
        }
        if code == .validationFailure {
            Printing.toStandardError(fullMessage(for: error))
            end(2)
        }
        Printing.toStandardError("homeward: \(PlainWords.of(error))")
        end(1)
    }

    private static func end(_ code: Int32) -> Never {
        fflush(nil)
        Glibc.exit(code)
    }
}
