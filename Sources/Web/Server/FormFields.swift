// SPDX-License-Identifier: MIT

/// What a form or an address carries: names with their values, in the order sent.
struct FormFields: Hashable, Sendable {
    private(set) var all: [(name: String, value: String)] = []
    /// What a form for files brought; never kept in a draft.
    var file: UploadedFile?

    init() {}

    init(_ pairs: [(String, String)]) { all = pairs.map { (name: $0.0, value: $0.1) } }

    /// Reads `application/x-www-form-urlencoded`. What can't be decoded is taken as it stands.
    init(encoded: String) {
        for pair in encoded.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            all.append((FormFields.decode(parts[0]), parts.count > 1 ? FormFields.decode(parts[1]) : ""))
        }
    }

    /// The first value under `name`, with the blanks around it taken off.
    subscript(name: String) -> String {
        get { (all.first { $0.name == name }?.value ?? "").trimmed }
        set {
            all.removeAll { $0.name == name }
            all.append((name, newValue))
        }
    }

    /// Every value under `name` that isn't blank.
    func values(_ name: String) -> [String] {
        all.compactMap { $0.name == name && !$0.value.trimmed.isEmpty ? $0.value.trimmed : nil }
    }

    func has(_ name: String) -> Bool { all.contains { $0.name == name } }
    var isEmpty: Bool { all.isEmpty }

    mutating func append(_ name: String, _ value: String) { all.append((name, value)) }
    mutating func remove(where isGone: (String) -> Bool) { all.removeAll { isGone($0.name) } }

    /// These fields with those of a later page in place of their namesakes. A page names its own controls under
    /// `holds`, so that a box that was unticked is gone.
    func merging(_ later: FormFields) -> FormFields {
        let replaced = Set(later.all.map(\.name)).union(later.values("holds"))
        var merged = self
        merged.remove { replaced.contains($0) }
        merged.all += later.all.filter { !FormFields.ownNames.contains($0.name) }
        return merged
    }

    /// Names that belong to the form itself and not to what was typed.
    static let ownNames: Set<String> = ["form-token", "once", "holds", "draft"]

    var encoded: String {
        all.map { "\(FormFields.encode($0.name))=\(FormFields.encode($0.value))" }.joined(separator: "&")
    }

    static func == (first: FormFields, second: FormFields) -> Bool { first.encoded == second.encoded }
    func hash(into hasher: inout Hasher) { hasher.combine(encoded) }

    static func encode(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }

    private static func decode(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let code = UInt8(String(Substring(rest.prefix(2))), radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        // A browser ends lines with two characters; one is kept.
        return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    }
}

extension String {
    /// Without the blanks at both ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
