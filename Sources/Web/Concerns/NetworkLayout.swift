// SPDX-License-Identifier: MIT

import Casework

/// Where each point of a network stands: places at the left, children in the middle, people at the right, ordered so that
/// few lines cross. The same network is always laid out the same way.
struct NetworkLayout {
    enum Column: Int, CaseIterable { case places, children, people }

    struct Spot: Hashable {
        let x: Double
        let y: Double
    }

    static let width = 1_000.0
    private static let rowHeight = 56.0
    private static let top = 56.0

    let columns: [[Network.Point]]
    let height: Double

    init(_ lines: [Network.Line], column: (Network.Point) -> Column) {
        let points = Set(lines.flatMap { [$0.first, $0.second] }).sorted()
        var columns = Column.allCases.map { side in points.filter { column($0) == side } }
        var neighbours: [Network.Point: [Network.Point]] = [:]
        for line in lines {
            neighbours[line.first, default: []].append(line.second)
            neighbours[line.second, default: []].append(line.first)
        }
        // Each sweep puts every point near the middle of what it is joined to; a few are enough.
        for sweep in 0..<12 {
            let order = sweep % 2 == 0 ? [0, 1, 2] : [2, 1, 0]
            for side in order { columns[side] = NetworkLayout.ordered(columns[side], columns, neighbours) }
        }
        self.columns = columns
        height = Self.top + Double(columns.map(\.count).max() ?? 0) * Self.rowHeight + 12
    }

    /// Where a point stands; nil where it is not of this network.
    func spot(of point: Network.Point) -> Spot? {
        for (side, points) in columns.enumerated() {
            guard let place = points.firstIndex(of: point) else { continue }
            let longest = columns.map(\.count).max() ?? 0
            let first = Self.top + Double(longest - points.count) / 2 * Self.rowHeight + Self.rowHeight / 2
            return Spot(x: [250.0, 500, 750][side], y: first + Double(place) * Self.rowHeight)
        }
        return nil
    }

    private static func ordered(
        _ points: [Network.Point], _ columns: [[Network.Point]], _ neighbours: [Network.Point: [Network.Point]]
    ) -> [Network.Point] {
        var heights: [Network.Point: Double] = [:]
        for column in columns {
            for (place, point) in column.enumerated() {
                heights[point] = (Double(place) + 0.5) / Double(max(column.count, 1))
            }
        }
        let wanted = points.enumerated().map { place, point -> (Double, Int, Network.Point) in
            let near = (neighbours[point] ?? []).compactMap { heights[$0] }
            let own = heights[point] ?? 0
            return (near.isEmpty ? own : near.reduce(0, +) / Double(near.count), place, point)
        }
        return wanted.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
}
