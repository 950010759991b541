// SPDX-License-Identifier: MIT

import Crypto
import Foundation

/// Ten codes to get in without the phone, each once. Each has 50 random bits, so a hash without a salt keeps it.
enum RecoveryCodes {
    static let count = 10
    private static let letters = Array("abcdefghjkmnpqrstuvwxyz023456789")
    private static let length = 10

    /// "k4tq7-m2xwp"
    static func make() -> [String] {
        var random = SystemRandomNumberGenerator()
        return (0..<count).map { _ in
            let code = (0..<length).map { _ in letters[Int.random(in: letters.indices, using: &random)] }
            return String(code[..<5]) + "-" + String(code[5...])
        }
    }

    /// What is kept of a code, however it was typed: with blanks, without its hyphen, in capitals.
    static func digest(of typed: String) -> Data {
        let bare = typed.lowercased().filter { $0.isLetter || $0.isNumber }
        return Data(SHA256.hash(data: Data("homeward recovery code \(bare)".utf8)))
    }

    static func isOne(_ typed: String) -> Bool {
        typed.count(where: { $0.isLetter || $0.isNumber }) == length
    }
}
