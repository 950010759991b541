// SPDX-License-Identifier: MIT

/// Where the lanes of a flow stand, and how wide they are: a lane with more in it is wider.
struct FlowColumns {
    static let width = 820.0
    static let left = 98.0

    let edges: [Double]

    init(lanes: [String], bands: [FlowChart.Band]) {
        let floor = min(118, (FlowColumns.width - FlowColumns.left) / Double(max(lanes.count, 1)))
        let room = FlowColumns.width - FlowColumns.left - floor * Double(lanes.count)
        // A band is as high as its fullest cell, so widths follow what the fullest cells hold.
        let weights = lanes.indices.map { lane in
            max(bands.flatMap(\.rows).reduce(0) { $0 + FlowColumns.letters(in: $1, lane) }.squareRoot(), 14)
        }
        let whole = weights.reduce(0, +)
        var edges = [FlowColumns.left]
        for weight in weights { edges.append((edges.last ?? 0) + floor + room * weight / whole) }
        self.edges = edges
    }

    func width(of lane: Int) -> Double { edges[lane + 1] - edges[lane] }

    private static func letters(in row: FlowChart.Row, _ lane: Int) -> Double {
        Double(row.cells[lane].flatMap(\.steps).reduce(0) { $0 + $1.text.count })
    }
}
