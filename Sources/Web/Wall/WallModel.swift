// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// What a screen on a wall shows of the board: counts, the gravest first, what is overdue, what comes next.
struct WallModel: Sendable {
    /// How much of a child's name is read across a room.
    enum Names: String, CaseIterable, Sendable {
        case initials, full, none

        var says: String {
            switch self {
            case .initials: "Initials"
            case .full: "Names"
            case .none: "No names"
            }
        }
    }

    let names: Names
    let board: BoardModel
    let briefings: HandOverNotices
    let now: Instant

    init(_ call: Call) {
        names = Names(rawValue: call.query["names"]) ?? .initials
        board = BoardModel(call)
        briefings = HandOverNotices(call)
        now = call.now
    }

    /// Who is away now, the gravest first.
    var away: [BoardModel.Row] {
        [BoardModel.Group.missing, .outline, .absent, .away, .checking].flatMap { board.rows[$0] ?? [] }
    }

    /// A child as the wall names them. The number behind the initials tells two of the same apart.
    func name(_ row: BoardModel.Row) -> String {
        switch names {
        case .full: row.name
        case .initials: "\(row.initials) \(row.child.number)"
        case .none: "Child \(row.child.number)"
        }
    }

    /// The child a path leads to, as the wall names them.
    func name(path: String, full: String) -> String {
        let row = board.rows.values.lazy.flatMap { $0 }.first { $0.path == path }
        return row.map(name) ?? (names == .full ? full : "A child")
    }
}
