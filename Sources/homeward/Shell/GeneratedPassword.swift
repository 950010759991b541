// SPDX-License-Identifier: MIT

/// A password that nobody chose: sixteen letters and digits in fours, none of which looks like another.
enum GeneratedPassword {
    static func make() -> String {
        let characters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        var random = SystemRandomNumberGenerator()
        let groups = (0..<4).map { _ in
            String((0..<4).map { _ in characters[Int.random(in: characters.indices, using: &random)] })
        }
        return groups.joined(separator: "-")
    }
}
