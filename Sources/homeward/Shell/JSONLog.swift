// SPDX-License-Identifier: MIT

import Foundation
import Logging

/// A log with one JSON object on each line, for whatever gathers logs.
struct JSONLog: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    private let label: String

    init(label: String, level: Logger.Level) { (self.label, logLevel) = (label, level) }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = ["at": Date.now.ISO8601Format(), "level": event.level.rawValue, "label": label]
        line["says"] = "\(event.message)"
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all { line[line[key] == nil ? key : "meta-\(key)"] = "\(value)" }
        try? Printing.jsonToStandardError(line)
    }
}
