// SPDX-License-Identifier: MIT

/// Just enough JSON to print an evaluation.
enum JSON {
    static func list(_ texts: [String]) -> String { "[\(texts.map(text).joined(separator: ", "))]" }

    static func object(_ fields: [(String, String)]) -> String {
        "{\(fields.map { "\(text($0)): \($1)" }.joined(separator: ", "))}"
    }

    static func text(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case "\t": written += "\\t"
            case "\r": written += "\\r"
            default:
                if scalar.value < 0x20 {
                    let hex = String(scalar.value, radix: 16)
                    written += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
                } else {
                    written.unicodeScalars.append(scalar)
                }
            }
        }
        return written + "\""
    }
}
