// SPDX-License-Identifier: MIT

/// The rows of each child in one table, in the order in which they stand there.
///
/// Built by counting, in one pass over the rows, so that a return for the whole of England is grouped in
/// milliseconds.
struct ChildRows {
    private let starts: [Int32]
    private let rows: [Int32]

    init(of children: some Collection<ChildNumber>, count: Int) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for child in children { starts[Int(child) + 1] += 1 }
        for child in 0..<count { starts[child + 1] += starts[child] }
        var next = starts
        var rows = [Int32](repeating: 0, count: children.count)
        var row: Int32 = 0
        for child in children {
            rows[Int(next[Int(child)])] = row
            next[Int(child)] += 1
            row += 1
        }
        self.starts = starts
        self.rows = rows
    }

    /// The rows of one child.
    subscript(child: ChildNumber) -> ArraySlice<Int32> {
        rows[Int(starts[Int(child)])..<Int(starts[Int(child) + 1])]
    }
}
