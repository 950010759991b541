// SPDX-License-Identifier: MIT

import Casework
import Crypto
import Foundation

/// The words of a child's own pages in one language.
struct ChildCatalogue: Sendable {
    /// Its code, such as `ar`.
    let code: String
    private let texts: [String: String]
    /// What the words are now: a confirmation holds for these and no others.
    let digest: String

    /// The language's own name for itself.
    var name: String { self["name"] }
    var isRightToLeft: Bool { texts["direction"] == "rtl" }
    var direction: String { isRightToLeft ? "rtl" : "ltr" }
    var isEnglish: Bool { code == "en" }
    var keys: [String] { texts.keys.sorted() }

    /// The words under a key. Every catalogue has every key of the English one; a test walks through them.
    subscript(key: String) -> String { texts[key] ?? ChildCatalogue.english.texts[key] ?? key }

    init(code: String, bytes: [UInt8]) {
        self.code = code
        texts = ChildCatalogue.read(String(decoding: bytes, as: UTF8.self))
        digest = Data(SHA256.hash(data: Data(bytes))).inAddress
    }

    /// Lines of `key = words`; what begins with `#` is a note.
    private static func read(_ text: String) -> [String: String] {
        var texts: [String: String] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            if parts.count == 2 { texts[parts[0]] = parts[1] }
        }
        return texts
    }

    static let english = ChildCatalogue(code: "en", bytes: PackageResources.child_en_txt)

    /// English first, the others by their English names.
    static let all: [ChildCatalogue] = [
        english,
        ChildCatalogue(code: "ar", bytes: PackageResources.child_ar_txt),
        ChildCatalogue(code: "ckb", bytes: PackageResources.child_ckb_txt),
        ChildCatalogue(code: "ps", bytes: PackageResources.child_ps_txt),
        ChildCatalogue(code: "pl", bytes: PackageResources.child_pl_txt),
        ChildCatalogue(code: "ro", bytes: PackageResources.child_ro_txt),
        ChildCatalogue(code: "ur", bytes: PackageResources.child_ur_txt),
        ChildCatalogue(code: "vi", bytes: PackageResources.child_vi_txt),
    ]

    static func of(_ code: String?) -> ChildCatalogue { all.first { $0.code == code } ?? english }

    /// The language's name for those who read English.
    static let englishNames = [
        "en": "English", "ar": "Arabic", "ckb": "Kurdish (Sorani)", "ps": "Pashto", "pl": "Polish", "ro": "Romanian",
        "ur": "Urdu", "vi": "Vietnamese",
    ]

    var englishName: String { ChildCatalogue.englishNames[code] ?? code }

    /// Whether a translator confirmed these very words. English is the language they were written in.
    func isConfirmed(in state: State) -> Bool {
        isEnglish || state.confirmation(of: code)?.digest == digest
    }
}
