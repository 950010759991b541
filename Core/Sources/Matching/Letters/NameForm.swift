// SPDX-License-Identifier: MIT

/// One word of a name with everything that comparing it needs, worked out once.
struct NameForm: Sendable {
    /// As written, in plain letters.
    let plain: Letters
    /// As heard, by the spelling rules.
    let heard: Letters
    /// As heard in the second reading; the same as `heard` where there is none.
    let heardSecond: Letters
    /// The consonants in their order, a leading vowel as `a`.
    let sound: Letters
    let soundSecond: Letters
    /// The classes of equivalent names that this one is in, as numbers; 0 is none.
    let classes: SIMD8<UInt16>
    let count: UInt8
    let heardCount: UInt8

    init(_ plain: Letters, by names: NameKnowledge) {
        self.plain = plain
        heard = names.spellings.folded(plain)
        heardSecond = names.spellings.foldedSecond(plain) ?? heard
        sound = NameForm.sound(of: heard)
        soundSecond = heardSecond == heard ? sound : NameForm.sound(of: heardSecond)
        classes = names.classes(of: heard, or: heardSecond)
        count = UInt8(plain.count)
        heardCount = UInt8(heard.count)
    }

    var isInitial: Bool { count == 1 }

    func sharesClass(with other: NameForm) -> Bool {
        if classes[0] == 0 || other.classes[0] == 0 { return false }
        for index in 0..<8 where classes[index] != 0 {
            for position in 0..<8 where other.classes[position] == classes[index] { return true }
        }
        return false
    }

    /// `a` 1, `b` 2, `d` 4, `e` 5, `f` 6, `g` 7, `h` 8, `i` 9, `k` 11, `o` 15, `s` 19, `t` 20, `u` 21, `v` 22,
    /// `w` 23, `y` 25, `z` 26, sh 27, ch 28.
    private static func sound(of heard: Letters) -> Letters {
        var answer = Letters()
        var last: UInt8 = 0
        for index in 0..<heard.count {
            let code: UInt8? =
                switch heard[index] {
                case 1, 5, 9, 15, 21, 25: index == 0 ? 1 : nil
                case 8: index == 0 ? 8 : nil
                case 4: 20
                case 22, 23: 6
                case 7: 11
                case 26, 27: 19
                default: heard[index]
                }
            guard let code else { continue }
            if code != last { answer.append(code) }
            last = code
        }
        return answer
    }
}
