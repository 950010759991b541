// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Procedures
import Synchronization

/// Carries a replay out on all cores, a share of the children on each.
struct ReplayRun {
    let replay: Replay
    let state: State
    let progress: ProgressLine

    func result() async -> ReplayResult {
        let children = state.children.values.map(\.id)
        let shares = Self.shares(of: children, count: ProcessInfo.processInfo.activeProcessorCount)
        let done = Mutex(0)
        let (replay, state, progress) = (replay, state, progress)
        let tick: @Sendable (Int) -> Void = { count in
            let now = done.withLock { done in
                done += count
                return done
            }
            progress.show("\(now) of \(children.count) children", share: Double(now) / Double(max(children.count, 1)))
        }
        let rankings = replay.rankings(in: state)
        let parts = await withTaskGroup(of: ReplayPart.self) { group in
            for share in shares {
                group.addTask { replay.part(of: share, in: state, rankings: rankings, progress: tick) }
            }
            var parts: [ReplayPart] = []
            for await part in group { parts.append(part) }
            return parts
        }
        return replay.result(of: parts, in: state)
    }

    /// Every so-manieth child, so that each share holds about as many episodes.
    private static func shares(of children: [ChildID], count: Int) -> [[ChildID]] {
        let count = max(count, 1)
        return (0..<count).map { first in
            stride(from: first, to: children.count, by: count).map { children[$0] }
        }
    }
}
