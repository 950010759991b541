// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension EpisodeTable {
    /// The heads of ``written(_:)``: every column, in the words of the code, and nothing that names a child.
    public static let writtenColumns: [String] =
        ["child"] + CodeColumn.allCases.map { "\($0)" } + NumberColumn.allCases.map { "\($0)" }
        + NameColumn.allCases.map { "\($0)" } + TagColumn.allCases.map { "\($0)" }

    /// One row, each value as it is kept: a code by its number, a day as days since 1970, a name as it is, several words
    /// with strokes between them. What is not known is blank.
    public func written(_ row: Int) -> [String] {
        let codes = CodeColumn.allCases.map { column in
            self[column][row] == CodeColumn.unknown ? "" : String(self[column][row])
        }
        let numbers = NumberColumn.allCases.map { column in
            self[column][row] == NumberColumn.unknown ? "" : String(self[column][row])
        }
        let names = NameColumn.allCases.map { column in
            let place = self[column][row]
            return place == NameColumn.unknown ? "" : self.names(of: column)[Int(place)]
        }
        let tags = TagColumn.allCases.map { column in
            let words = self.words(of: column)
            return words.indices.filter { self[column][row] & (1 << UInt64($0)) != 0 }.map { words[$0] }.sorted()
                .joined(separator: "/")
        }
        return [String(children[row])] + codes + numbers + names + tags
    }

    /// The notices, companions and sightings of the table, one line each: what, child, episode, and the value.
    public var writtenMany: [[String]] {
        notices.rows.map { row in
            let minutes = row.minutesToAcknowledge
            return [
                "notice", String(row.child), String(row.episode), noticeNames.words[Int(row.to)],
                minutes == NumberColumn.unknown ? "" : String(minutes),
            ]
        } + companions.rows.map { ["companion", String($0.child), String($0.episode), String($0.other), ""] }
            + seen.rows.map {
                ["seen", String($0.child), String($0.episode), seenNames.words[Int($0.district)], ""]
            }
    }
}
