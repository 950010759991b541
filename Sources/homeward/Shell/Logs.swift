// SPDX-License-Identifier: MIT

import Logging

/// Where the program's own log goes: the error output, only what somebody should know.
enum Logs {
    static func start(_ level: Logger.Level = .warning) -> Logger {
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        return Logger(label: "homeward")
    }
}
