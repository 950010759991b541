// SPDX-License-Identifier: MIT

/// Shares children out by the sound of their surnames, so that what is learned from one share is tried on names that
/// it never saw.
public struct NameGroups: Sendable {
    private let names: NameKnowledge
    private let count: Int

    public init(names: NameKnowledge, count: Int) {
        precondition(count > 1, "one group is no division")
        self.names = names
        self.count = count
    }

    public func group(of surname: String) -> Int {
        guard let word = names.words(of: surname).last else { return 0 }
        return Int(Packed.mixed(Keys.sound(NameForm(word, by: names).sound)) % UInt64(count))
    }
}
