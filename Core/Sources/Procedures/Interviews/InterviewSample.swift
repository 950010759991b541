// SPDX-License-Identifier: MIT

import Casework

/// Which interviews of a period somebody else reads, drawn so that nobody can choose them and anybody can draw again.
///
/// Each interview gets a number out of the seed and its episode's number; the lowest are drawn. The same seed over the
/// same interviews draws the same ones, and one more interview changes at most one of them.
public struct InterviewSample: Hashable, Sendable {
    public let seed: String
    public let drawn: [EpisodeID]
    /// From how many.
    public let outOf: Int

    public init(of interviews: [EpisodeID], size: Int, seed: String) {
        self.seed = seed
        outOf = interviews.count
        let numbered = interviews.map { (InterviewSample.number(seed, $0), $0) }
        drawn = numbered.sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }.prefix(max(0, size)).map(\.1).sorted()
    }

    /// How it was drawn, in words that somebody else can follow.
    public var explanation: String {
        "\(drawn.count) of \(outOf), drawn by lot from the seed “\(seed)”: nobody chose them, and the same seed draws "
            + "the same ones again."
    }

    /// FNV-1a over the seed and the number, stirred once more so that neighbours lie far apart.
    private static func number(_ seed: String, _ episode: EpisodeID) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in Array(seed.utf8) + Array("#\(episode.number)".utf8) {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        hash ^= hash >> 33
        hash = hash &* 0xff51_afd7_ed55_8ccd
        return hash ^ (hash >> 33)
    }
}
