// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// Two years of the invented partnership that end now: the same seed and the same moment give the same history.
///
/// Drawn by published ``Shares``, decided act by act as a real one would be, so that it holds nothing impossible.
public struct DemoHistory: Sendable {
    /// How much is written down, and of how many children.
    public struct Size: Sendable {
        let children: Int
        let isBrief: Bool
        let hasPresent: Bool

        /// About 350 children in full, with children missing right now.
        public static let demo = Size(children: 340, isBrief: false, hasPresent: true)

        /// Only what is counted, of so many children and nobody missing now: for loads.
        public static func load(children: Int) -> Size { Size(children: children, isBrief: true, hasPresent: false) }
    }

    public let seed: UInt64
    public let now: Instant
    public let size: Size
    /// The protocol that Eastmoor adopts, by its id; nil adopts none.
    public let pack: String?

    public init(seed: UInt64, now: Instant, size: Size = .demo, pack: String? = nil) {
        (self.seed, self.now, self.size, self.pack) = (seed, now, size, pack)
    }

    /// When the history begins.
    public var beginning: Instant { now - .days(Self.days) }
    static let days = 730

    /// Everything that happened, in the order in which it was written down, as events that follow `state`.
    ///
    /// With a protocol, people have mostly done what it asked of them: in time, late, or set aside with a reason.
    /// A refusal here is a fault in how the history is invented.
    public func events(after state: State, under book: DutyBook? = nil) throws(Refusal) -> [Event] {
        let told = try decided(after: state, [])
        guard let book, size.hasPresent else { return told.events }
        var acts = AreaPlanWritten(now: now).acts
        acts += AreaWork(book: book, now: now, since: beginning).acts(in: told.state)
        var seeing = DutiesSeenTo(book: book, now: now, firstIndex: size.children)
        acts += seeing.acts(in: told)
        acts += AreaMeetings(book: book, now: now)
            .acts(of: told.state, episodes: told.episodes, firstIndex: size.children)
        // What one act brings about, another may be owed for. Of the past, that is told together with the first.
        for _ in 1...2 {
            let present = try decided(after: state, acts) { self.size.children <= $0 }
            let more = seeing.acts(in: present)
            guard !more.isEmpty else { break }
            acts += more
        }
        return try decided(after: state, acts).events
    }

    /// The history with `more`; of some children alone, and without shifts, where only what they are owed is asked.
    private func decided(
        after state: State, _ more: [PlannedAct], of isAsked: ((Int) -> Bool)? = nil
    ) throws(Refusal) -> HistoryDeciding {
        var deciding = HistoryDeciding(state: state)
        if state.agencies[Eastmoor.eastmoor] == nil { try deciding.found(pack: pack, at: beginning) }
        var rest = plannedActs(and: more)[...]
        if let isAsked {
            try deciding.decide(rest.filter { isAsked($0.child) || $0.word.form.about == .partnership })
            return deciding
        }
        for (at, step) in size.hasPresent ? DemoShifts(now: now).steps : [] {
            let before = rest.prefix { $0.recordedAt <= at }
            try deciding.decide(Array(before))
            rest = rest.dropFirst(before.count)
            try deciding.take(step, at: at)
        }
        try deciding.decide(Array(rest))
        return deciding
    }

    /// All acts of all children by when they were written down; none later than now.
    func plannedActs(and more: [PlannedAct] = []) -> [PlannedAct] {
        var acts: [PlannedAct] = []
        let repeats = drawnRepeats()
        for (index, drawn) in repeats.enumerated() {
            var random = SeededRandom(seed: seed, part: UInt64(index) + 1)
            acts += pastActs(of: index, drawn, &random)
        }
        if size.hasPresent { acts += LivingPresent(now: now, seed: seed, firstIndex: size.children).acts() }
        acts += more
        acts = acts.filter { $0.recordedAt <= now }
        let order = acts.indices.sorted { (acts[$0].recordedAt, $0) < (acts[$1].recordedAt, $1) }
        return order.map { acts[$0] }
    }

    private struct Repeats {
        let episodes: Int
        let isLookedAfter: Bool
    }

    /// How many episodes each child has: the published shares as exactly as whole children allow, in a drawn order.
    private func drawnRepeats() -> [Repeats] {
        var random = SeededRandom(seed: seed, part: 0)
        let whole = Shares.repeats.reduce(0) { $0 + $1.1 }
        var drawn: [Repeats] = []
        for (place, (band, share)) in Shares.repeats.enumerated() {
            let count = Int((Double(size.children) * share / whole).rounded())
            let lookedAfter = Int((Double(count) * Shares.lookedAfterByRepeats[place]).rounded())
            for number in 0..<count {
                drawn.append(Repeats(episodes: random.number(band), isLookedAfter: number < lookedAfter))
            }
        }
        return random.shuffled(drawn)
    }

    private func pastActs(of index: Int, _ drawn: Repeats, _ random: inout SeededRandom) -> [PlannedAct] {
        let middle = London.date(of: now).adding(days: -Self.days / 2)
        let child = InventedChild.draw(index: index, lookedAfter: drawn.isLookedAfter, middle: middle, &random)
        let plans = episodePlans(of: child, count: drawn.episodes, &random)
        guard let first = plans.first else { return [] }
        var script = Script(child: index)
        let firstHeardOf = first.start + .minutes(first.minutesToReport)
        let knownSince = child.care == nil ? firstHeardOf : min(beginning + .minutes(30 + index % 600), first.start)
        child.writeRecord(at: knownSince, fully: !size.isBrief, into: &script, &random)
        for (number, plan) in plans.enumerated() {
            script.turn(to: number)
            var writer = EpisodeWriter(plan, of: child, into: script, random)
            writer.write()
            (script, random) = (writer.script, writer.random)
        }
        return script.acts
    }

    /// A child's episodes lie in some months of the two years, one after the other, and are all over by now.
    private func episodePlans(of child: InventedChild, count: Int, _ random: inout SeededRandom) -> [EpisodePlan] {
        let last = Self.days - 14
        let span = min(last - 1, count * 24 + random.number(10...240))
        let first = random.number(1...(last - span))
        let days = (0..<count).map { _ in first + random.number(0...span) }.sorted()
        let kinds = Shares.kinds.filter { $0.0 != .away || child.care != nil }.map { kind, share in
            // Only looked-after children are away without authorisation: about 39 in 100 episodes are theirs.
            (kind, kind == .away ? share / 0.39 : share)
        }
        var plans: [EpisodePlan] = []
        var free = beginning
        for day in days {
            let begins = max(London.date(of: beginning).adding(days: day), London.date(of: free).next)
            let kind = random.pick(weighted: kinds)
            let plan = EpisodePlan.draw(of: child, kind: kind, on: begins, isBrief: size.isBrief, &random)
            guard plan.doneBy < now else { break }
            plans.append(plan)
            free = plan.end
        }
        return plans
    }
}
