// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Procedures
import Synchronization
import WorkingTime

/// Replays that run, or that ended a short while ago: whoever asks for the same one looks at the same one.
///
/// One runs at a time, on all cores but one and behind everything else, so that a report or a board never waits for it.
final class ReplayDesk: Sendable {
    /// What is replayed.
    struct Question: Hashable, Sendable {
        let before: String
        let after: String
        let period: ReplayPeriod
    }

    /// How far a replay has come.
    enum Standing: Sendable {
        /// Others run before it.
        case waiting
        case running(children: Int, of: Int)
        case done(ReplayResult, asOf: Instant)
    }

    private final class Run: Sendable {
        let asOf: Instant
        let standing = Mutex(Standing.waiting)
        init(asOf: Instant) { self.asOf = asOf }

        var isDone: Bool { if case .done = standing.withLock({ $0 }) { true } else { false } }

        /// One that runs is never old.
        func isOld(at now: Instant) -> Bool { isDone && asOf + ReplayDesk.keptFor < now }
    }

    private let runs = Mutex<[Question: Run]>([:])
    private let turn = AsyncTurn()

    /// How long a result is kept: so long its page can be reloaded and printed.
    private static let keptFor = Elapsed.minutes(10)
    /// How many results are kept at most.
    private static let mostKept = 6

    /// How the replay stands; begins it where nobody has asked for it lately.
    func standing(of question: Question, beginning begin: () -> (replay: Replay, state: State), now: Instant)
        -> Standing
    {
        let (known, isNew) = runs.withLock { runs -> (Run?, Bool) in
            if let run = runs[question], !run.isOld(at: now) { return (run, false) }
            for (old, run) in runs where run.isOld(at: now) { runs[old] = nil }
            let ended = runs.filter { $0.value.isDone }.sorted { $0.value.asOf < $1.value.asOf }
            for (old, _) in ended.prefix(max(runs.count - Self.mostKept + 1, 0)) { runs[old] = nil }
            // As many as are kept are still waiting: this one does not even stand in the line.
            guard runs.count < Self.mostKept else { return (nil, false) }
            let run = Run(asOf: now)
            runs[question] = run
            return (run, true)
        }
        guard let known else { return .waiting }
        if isNew { start(known, begin()) }
        return known.standing.withLock { $0 }
    }

    private func start(_ run: Run, _ given: (replay: Replay, state: State)) {
        let turn = turn
        Task.detached(priority: .utility) {
            await turn.begin()
            let children = given.state.children.values.map(\.id)
            run.standing.withLock { $0 = .running(children: 0, of: children.count) }
            let result = await Self.replayed(given.replay, given.state, children) { count in
                run.standing.withLock { standing in
                    guard case .running(let done, let all) = standing else { return }
                    standing = .running(children: done + count, of: all)
                }
            }
            run.standing.withLock { $0 = .done(result, asOf: run.asOf) }
            await turn.end()
        }
    }

    private static func replayed(
        _ replay: Replay, _ state: State, _ children: [ChildID], tick: @escaping @Sendable (Int) -> Void
    ) async -> ReplayResult {
        let rankings = replay.rankings(in: state)
        let shares = shares(of: children)
        let workers = max(ProcessInfo.processInfo.activeProcessorCount - 1, 1)
        let parts = await withTaskGroup(of: [ReplayPart].self) { group in
            for first in 0..<workers {
                group.addTask(priority: .utility) {
                    stride(from: first, to: shares.count, by: workers).map { number in
                        let part = replay.part(of: shares[number], in: state, rankings: rankings)
                        tick(shares[number].count)
                        return part
                    }
                }
            }
            var parts: [ReplayPart] = []
            for await some in group { parts += some }
            return parts
        }
        return replay.result(of: parts, in: state)
    }

    /// Every so-manieth child, so that each share holds about as many episodes, in as many as are worth telling of.
    private static func shares(of children: [ChildID]) -> [[ChildID]] {
        let count = min(max(children.count, 1), 50)
        return (0..<count).map { first in stride(from: first, to: children.count, by: count).map { children[$0] } }
    }
}

/// Lets one go on at a time, in the order in which they came.
private actor AsyncTurn {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func begin() async {
        if !isTaken {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func end() {
        guard !waiting.isEmpty else {
            isTaken = false
            return
        }
        waiting.removeFirst().resume()
    }
}
