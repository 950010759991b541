// SPDX-License-Identifier: MIT

/// Looks for other numbers that fit everything that is shown: a witness that a hidden cell cannot be worked out.
///
/// It starts with one hidden cell changed, and mends each whole that this breaks by changing another cell of it, until all
/// hold again. What it may change is what is hidden; where that is not enough it says what must be hidden besides, and the
/// least valuable of that.
struct WitnessSearch {
    /// Other values of some cells, as differences; and the cells to hide so that they cannot be told apart.
    struct Witness: Sendable {
        let changes: [Int: Knowledge.Pair]
        let hides: Set<Int>
    }

    let knowledge: Knowledge
    let hidden: Set<Int>
    /// Cells that stay as they are.
    var shown: Set<Int> = []
    /// No more steps than this; a search that takes longer has failed.
    var mostSteps = 400

    private struct Node {
        var changes: [Int: Knowledge.Pair] = [:]
        var broken: [Int: Knowledge.Pair] = [:]
        var hides: Set<Int> = []
        var cost = 0
    }

    /// A witness for a cell, changed by `difference`; nil where none is found.
    func witness(for cell: Int, by difference: Knowledge.Pair) -> Witness? {
        var start = Node()
        guard change(&start, cell, difference) else { return nil }
        var shelves: [[Node]] = [[]]
        func put(_ node: Node) {
            while shelves.count <= node.cost { shelves.append([]) }
            shelves[node.cost].append(node)
        }
        put(start)
        var (shelf, steps) = (0, 0)
        while shelf < shelves.count, steps < mostSteps {
            guard let node = shelves[shelf].popLast() else {
                shelf += 1
                continue
            }
            steps += 1
            guard let whole = toMend(node) else {
                if knowledge.holds(node.changes) { return Witness(changes: node.changes, hides: node.hides) }
                continue
            }
            let rest = node.broken[whole] ?? .none
            for cell in knowledge.wholes[whole].movable where node.changes[cell] == nil {
                var next = node
                let difference = cell == knowledge.wholes[whole].whole ? rest : -rest
                if change(&next, cell, difference) { put(next) }
            }
        }
        return nil
    }

    /// The broken whole with the fewest cells that may be changed: it leaves least choice.
    private func toMend(_ node: Node) -> Int? {
        node.broken.keys.min {
            (knowledge.wholes[$0].movable.count, $0) < (knowledge.wholes[$1].movable.count, $1)
        }
    }

    /// Changes a cell and notes what that breaks and mends. False where it may not be changed so.
    private func change(_ node: inout Node, _ cell: Int, _ difference: Knowledge.Pair) -> Bool {
        guard !shown.contains(cell), knowledge.values[cell].episodes > 0,
            knowledge.mayHave(cell, knowledge.values[cell] + difference)
        else {
            return false
        }
        if !hidden.contains(cell), node.hides.insert(cell).inserted { node.cost += cost(of: cell) }
        node.cost += 1
        node.changes[cell] = difference
        for (whole, factor) in knowledge.standsIn[cell] {
            let rest = (node.broken[whole] ?? .none) + (factor == 1 ? difference : -difference)
            node.broken[whole] = rest == .none ? nil : rest
        }
        return true
    }

    /// What is lost with a cell: more with a larger one, and with a total more than with a part of it.
    private func cost(of cell: Int) -> Int {
        let size = Int.bitWidth - knowledge.values[cell].episodes.leadingZeroBitCount
        return 12 + 3 * size + max(0, 3 - knowledge.keys[cell].conditions.count) * 6
    }
}
