// SPDX-License-Identifier: MIT

import Analysis
import Dispatch
import Foundation
import Synchronization

/// Thirteen measures of an annual report over invented episodes, each as episodes and as distinct children.
struct FigureBench {
    private let invented: InventedEpisodes
    private let table: EpisodeTable
    private let runs = 15

    init(episodes: Int) {
        invented = InventedEpisodes(count: episodes)
        table = invented.table
    }

    /// Prints the medians, and gives that of the processor time in milliseconds.
    func run() -> Double {
        var (wall, processor): ([Double], [Double]) = ([], [])
        for _ in 0..<runs {
            let (started, used) = (DispatchTime.now().uptimeNanoseconds, FigureBench.processorSeconds())
            let counted = measured()
            precondition(counted.count == FigureBench.dimensions.count)
            wall.append(Double(DispatchTime.now().uptimeNanoseconds - started) / 1e6)
            processor.append((FigureBench.processorSeconds() - used) * 1e3)
        }
        let (middle, used) = (wall.sorted()[runs / 2], processor.sorted()[runs / 2])
        print(
            String(
                format: "homeward, %9d episodes, 13 measures: %7.1f ms, %7.1f ms of processor (median of %d)",
                table.count, middle, used, runs))
        return used
    }

    /// Writes the columns for the peers, and every count, which theirs must equal.
    func write(to folder: String) throws {
        let place = URL(fileURLWithPath: folder)
        for (name, data) in invented.columns { try data.write(to: place.appendingPathComponent(name)) }
        var lines: [String] = []
        for counted in measured() {
            for band in 0...counted.bandCount {
                let across = counted.split == nil ? [nil] : (0...counted.columnCount).map { Optional($0) }
                for column in across {
                    let count = counted.count(band, column)
                    let unknown = band == counted.bandCount ? "-" : "\(band)"
                    let other = column.map { $0 == counted.columnCount ? "-" : "\($0)" } ?? "all"
                    if count.episodes == 0 { continue }
                    lines.append("\(counted.dimension.id)|\(unknown)|\(other)|\(count.episodes)|\(count.children)")
                }
            }
        }
        let repeats = Repeats(of: table, rows: table.all)
        for band in 0..<5 {
            lines.append("repeats|\(band)|all|\(repeats.all[band].episodes)|\(repeats.all[band].children)")
        }
        let length = Quantity.length.summary(of: table, rows: table.all)
        lines.append("length-median|\(length.median ?? 0)|\(length.ninetieth ?? 0)|\(length.known)|\(length.unknown)")
        try lines.sorted().joined(separator: "\n").write(
            to: place.appendingPathComponent("counted.txt"), atomically: true, encoding: .utf8)
    }

    /// Each with what it is split by.
    private static let dimensions: [(Analysis.Dimension, Analysis.Dimension?)] = [
        (.kind, nil), (.lengthHours, nil), (.overnight, nil), (.hour, .weekday), (.month, nil), (.age, nil),
        (.sex, nil),
        (.ethnicity, nil), (.interview, nil), (.distanceFromPlacement, nil), (.area, .kind),
    ]

    /// All thirteen. The rows are counted in two stretches that part no child, side by side, and added up.
    private func measured() -> [Crosstab] {
        let middle = table.rows(of: table.children[table.count / 2]).lowerBound
        let stretches = [EpisodeRows(0..<middle), EpisodeRows(middle..<table.count)]
        let jobs = FigureBench.dimensions.count * 2 + 3
        let counted = Mutex<[Int: Crosstab]>([:])
        DispatchQueue.concurrentPerform(iterations: jobs) { job in
            // The longest first, so that neither core waits long for the other.
            switch job {
            case 0: _ = Quantity.length.summary(of: table, rows: table.all)
            case 1, 2: _ = Repeats(of: table, rows: stretches[job - 1])
            default:
                let (dimension, split) = FigureBench.dimensions[(job - 3) / 2]
                let half = Crosstab(dimension, by: split, of: table, rows: stretches[(job - 3) % 2])
                counted.withLock { $0[job - 3] = half }
            }
        }
        return counted.withLock { halves in
            FigureBench.dimensions.indices.compactMap { place in
                guard var first = halves[place * 2], let second = halves[place * 2 + 1] else { return nil }
                first.add(second)
                return first
            }
        }
    }

    private static func processorSeconds() -> Double {
        Double(clock()) / Double(CLOCKS_PER_SEC)
    }
}
