// SPDX-License-Identifier: MIT

import Logging

/// Where the program's own log goes: the error output, only what somebody should know.
enum Logs {
    /// As which it is written.
    enum Form: String, CaseIterable { case text, json }

    static func start(_ level: Logger.Level = .warning, as form: Form = .text) -> Logger {
        LoggingSystem.bootstrap { label in
            switch form {
            case .text:
                var handler = StreamLogHandler.standardError(label: label)
                handler.logLevel = level
                return handler
            case .json: return JSONLog(label: label, level: level)
            }
        }
        return Logger(label: "homeward")
    }
}
