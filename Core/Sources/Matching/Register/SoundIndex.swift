// SPDX-License-Identifier: MIT

/// The distinct sounds of a register's words, to find those that one slip or another name of the same child makes of
/// the sound that was heard.
struct SoundIndex: Sendable {
    private let sounds: [Letters]
    /// Each sound with one letter left out, and whole.
    private let shortened: KeyIndex
    /// By class of equivalent names, the sounds of its names.
    private let byClass: [UInt16: [Letters]]

    init(_ book: WordBook) {
        var numbers: [Letters: UInt32] = [:]
        var sounds: [Letters] = []
        var entries: [UInt64] = []
        var byClass: [UInt16: [Letters]] = [:]
        for form in book.forms {
            for index in 0..<8 where form.classes[index] != 0 {
                let known = byClass[form.classes[index]]?.contains(form.sound) ?? false
                if !known { byClass[form.classes[index], default: []].append(form.sound) }
            }
            if numbers[form.sound] != nil { continue }
            let number = UInt32(sounds.count)
            numbers[form.sound] = number
            sounds.append(form.sound)
            if form.sound.count < 3 { continue }
            SoundIndex.eachShortened(form.sound) { entries.append(UInt64($0) << 32 | UInt64(number)) }
        }
        self.sounds = sounds
        self.byClass = byClass
        shortened = KeyIndex(entries)
    }

    var bytes: Int { sounds.count * 64 + shortened.count * 8 }

    /// The sounds to look under for a word: its own first, then those of equivalent names, then those one slip away;
    /// within each in an order that no register decides.
    func sounds(for form: NameForm, atMost limit: Int) -> [Letters] {
        var found = [form.sound]
        if form.soundSecond != form.sound { found.append(form.soundSecond) }
        if form.isInitial { return found }
        var others: Set<Letters> = []
        for index in 0..<8 where form.classes[index] != 0 {
            others.formUnion(byClass[form.classes[index]] ?? [])
        }
        add(others, to: &found)
        if form.sound.count >= 3 {
            others = []
            SoundIndex.eachShortened(form.sound) { key in
                for place in shortened.range(of: key) {
                    let sound = sounds[shortened.row(at: place)]
                    if Slips.between(form.sound, sound) <= 1 { others.insert(sound) }
                }
            }
            add(others, to: &found)
        }
        return Array(found.prefix(limit))
    }

    private func add(_ others: Set<Letters>, to found: inout [Letters]) {
        let new = others.subtracting(found).sorted { ($0.high, $0.low) < ($1.high, $1.low) }
        found.append(contentsOf: new)
    }

    private static func eachShortened(_ sound: Letters, _ take: (UInt32) -> Void) {
        take(key(sound))
        for left in 0..<sound.count {
            var short = sound.prefix(left)
            for index in (left + 1)..<max(left + 1, sound.count) { short.append(sound[index]) }
            take(key(short))
        }
    }

    private static func key(_ sound: Letters) -> UInt32 {
        UInt32(truncatingIfNeeded: Packed.mixed(Keys.sound(sound)) >> 32)
    }
}
