// SPDX-License-Identifier: MIT

import Foundation
import Matching

/// How long answers took and what they cost to hold.
struct MatchTiming {
    let children: Int
    let bytesEachChild: Int
    let questions: Int
    let index: Duration
    let answers: Duration
    /// How long each answer took, the shortest first.
    var each: [Duration] = []

    /// What so many of 100 answers took at most, in milliseconds.
    func milliseconds(_ ofHundred: Int) -> Double {
        if each.isEmpty { return 0 }
        return each[min(each.count - 1, each.count * ofHundred / 100)] / .milliseconds(1)
    }
}

/// What `match evaluate` prints.
struct MatchReport {
    let timing: MatchTiming
    let quality: MatchQuality?

    /// How many children a tag needs before its share says anything.
    private static let leastKnown = 30

    var text: String {
        var lines = [
            "\(timing.children) children, \(timing.bytesEachChild) bytes each; read and indexed in "
                + "\(Self.seconds(timing.index)) s.",
            "\(timing.questions) questions answered in \(Self.seconds(timing.answers)) s: half of them within "
                + "\(Self.three(timing.milliseconds(50))) ms, 99 of 100 within \(Self.three(timing.milliseconds(99))) ms.",
        ]
        guard let quality else { return lines.joined(separator: "\n") }
        lines.append("")
        lines.append("In the register: \(quality.known) of \(quality.questions).")
        lines.append("Right child first:              \(Self.share(quality.first))")
        lines.append("Best F1 of taking the first:    \(Self.share(quality.bestF1))")
        lines.append("Found where 99.5 % are right:   \(Self.share(quality.foundAtPrecision995))")
        lines.append("Certain: \(quality.certain), of whom wrong \(quality.certainWrong).")
        if quality.tags.isEmpty { return lines.joined(separator: "\n") }
        lines.append("")
        lines.append("by tag                          known  first   taken")
        for tag in quality.tags {
            let mark = Self.fallsBehind(tag, quality) ? "  more than 3 points below the whole" : ""
            let name = tag.name.padding(toLength: 30, withPad: " ", startingAt: 0)
            lines.append(
                "\(name) \(String(format: "%6d", tag.known))  \(Self.share(tag.first))  \(Self.share(tag.taken))\(mark)"
            )
        }
        return lines.joined(separator: "\n")
    }

    static func fallsBehind(_ tag: MatchQuality.Tag, _ quality: MatchQuality) -> Bool {
        tag.known >= leastKnown && tag.first < quality.first - 0.03
    }

    private static func three(_ value: Double) -> String { String(format: "%.3f", value) }

    private static func share(_ value: Double) -> String { String(format: "%.4f", value) }

    static func seconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        return String(format: "%.2f", Double(seconds) + Double(attoseconds) / 1e18)
    }

    struct JSON: Encodable {
        struct Tag: Encodable {
            let known: Int
            let first: Double
            let taken: Double
            let isBehind: Bool
        }
        let children, bytesEachChild, questions: Int
        let known, certain, certainWrong: Int?
        let first, bestF1, foundAtPrecision995: Double?
        let tags: [String: Tag]?
    }

    var json: JSON {
        JSON(
            children: timing.children, bytesEachChild: timing.bytesEachChild, questions: timing.questions,
            known: quality?.known, certain: quality?.certain, certainWrong: quality?.certainWrong,
            first: quality?.first, bestF1: quality?.bestF1, foundAtPrecision995: quality?.foundAtPrecision995,
            tags: quality.map { quality in
                Dictionary(
                    quality.tags.map { tag in
                        let behind = Self.fallsBehind(tag, quality)
                        return (
                            tag.name,
                            JSON.Tag(known: tag.known, first: tag.first, taken: tag.taken, isBehind: behind)
                        )
                    }, uniquingKeysWith: { first, _ in first })
            })
    }
}
