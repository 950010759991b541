// SPDX-License-Identifier: MIT

/// Chooses what to hide: the small counts, and then so much more that each hidden number has a witness.
struct Hiding {
    let knowledge: Knowledge
    let threshold: Int
    private(set) var hidden: Set<Int>
    /// What may not be hidden: it is shown already.
    private let shown: Set<Int>
    private(set) var witnesses: [WitnessSearch.Witness] = []
    /// Cells whose episodes, and whose children, some witness changes.
    private var coveredEpisodes: Set<Int> = []
    private var coveredChildren: Set<Int> = []

    init(
        knowledge: Knowledge, threshold: Int, hiddenBefore: Set<Int> = [], shownBefore: Set<Int> = [],
        witnessesBefore: [WitnessSearch.Witness] = []
    ) {
        (self.knowledge, self.threshold) = (knowledge, threshold)
        (hidden, shown) = (hiddenBefore, shownBefore)
        witnessesBefore.forEach { take($0) }
        for (cell, pair) in knowledge.values.enumerated() where (1..<threshold).contains(pair.children) {
            hidden.insert(cell)
        }
    }

    /// False where no safe choice was found that hides nothing of what is shown already.
    mutating func hide() -> Bool {
        while let cell = uncovered {
            if let witness = witness(for: cell) {
                take(witness)
            } else if !shown.isEmpty || !hideAll() {
                return false
            }
        }
        return true
    }

    /// A hidden cell without a witness, the smallest first.
    private var uncovered: Int? {
        hidden.filter { !coveredEpisodes.contains($0) || !coveredChildren.contains($0) }
            .min { (knowledge.values[$0].episodes, $0) < (knowledge.values[$1].episodes, $1) }
    }

    /// One that moves the cell as far as the threshold if there is, so that not only the number itself but its size stays
    /// unknown; else by less.
    private func witness(for cell: Int) -> WitnessSearch.Witness? {
        let differences = self.differences(for: cell)
        var search = WitnessSearch(knowledge: knowledge, hidden: hidden, shown: shown)
        for difference in differences {
            if let found = search.witness(for: cell, by: difference) { return found }
        }
        search.mostSteps = 6_000
        for difference in differences {
            if let found = search.witness(for: cell, by: difference) { return found }
        }
        return nil
    }

    private func differences(for cell: Int) -> [Knowledge.Pair] {
        let needsEpisodes = !coveredEpisodes.contains(cell)
        let needsChildren = !coveredChildren.contains(cell)
        var found: [Knowledge.Pair] = []
        for size in [threshold, -threshold, 1, -1] {
            for each in 1...25 {
                // So many more children, or fewer, with so many episodes each.
                found.append(Knowledge.Pair(episodes: size * each, children: size))
            }
        }
        for size in [threshold, -threshold, 1, -1] {
            if needsEpisodes && !needsChildren { found.append(Knowledge.Pair(episodes: size, children: 0)) }
            if needsChildren && !needsEpisodes { found.append(Knowledge.Pair(episodes: 0, children: size)) }
        }
        let value = knowledge.values[cell]
        return found.filter { knowledge.mayHave(cell, value + $0) }
    }

    private mutating func take(_ witness: WitnessSearch.Witness) {
        hidden.formUnion(witness.hides)
        witnesses.append(witness)
        for (cell, difference) in witness.changes {
            if difference.episodes != 0 { coveredEpisodes.insert(cell) }
            if difference.children != 0 { coveredChildren.insert(cell) }
        }
    }

    /// Hides whatever isn't none; false where that had been done before.
    private mutating func hideAll() -> Bool {
        let all = Set(knowledge.values.indices.filter { knowledge.values[$0].episodes > 0 })
        if hidden == all { return false }
        hidden = all
        return true
    }
}
