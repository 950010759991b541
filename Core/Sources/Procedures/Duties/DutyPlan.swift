// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A pack's duties made ready to be worked out: what many of them ask is asked once.
final class DutyPlan: Sendable {
    let rules: [DutyRule]
    /// The duties of an episode, and those of a child's whole record.
    let ofEpisode: [Int]
    let ofChild: [Int]
    /// The places of those that the office being open decides about.
    let officeDuties: [Int]
    /// What each of them asks.
    let questions: [Truth.Question]
    /// Where each duty stands in the pack, by its id.
    let index: [String: Int]
    /// All duties of an episode, and all of a child's whole record.
    let every: (ofEpisode: Selection, ofChild: Selection)
    let table: ConditionTable
    /// Which turning predicates each of them asks, what hastens its due among them.
    private let turning: [[Int]]

    /// Some of the duties, with what is asked for them.
    final class Selection: Sendable {
        let duties: [Int]
        let questions: [Truth.Question]
        /// Of each turning predicate, whether it is asked.
        let turning: [Bool]
        /// Those that the office being open may decide about.
        let office: [Int]

        init(_ duties: [Int], _ questions: [Truth.Question], turning: [Bool], office: [Int]) {
            (self.duties, self.questions, self.turning, self.office) = (duties, questions, turning, office)
        }
    }

    init(_ duties: [Duty], covers: Condition?, fallbacks: [Role: Fallback]) {
        var table = ConditionTable.Making()
        let covered = covers.map { table.add($0) }
        let awaited = Set(duties.flatMap(\.clocks).compactMap(\.awaits))
        var nodes: [(when: Int, once: Int?, sooner: Range<Int>)] = []
        for duty in duties {
            // What only hastens a due is asked at one moment, but its turns count.
            nodes.append(
                (table.add(duty.when), duty.once.map { table.add($0) }, table.list(duty.sooner.map(\.when))))
        }
        self.table = ConditionTable(table)
        let always = covers.map { table.turning(in: $0) } ?? []
        let each = duties.map { duty in always + duty.conditions.flatMap { table.turning(in: $0) } }
        turning = each
        let questions = zip(duties, nodes).map { duty, nodes in
            let turning = table.turning(in: duty.when) + (duty.once.map { table.turning(in: $0) } ?? [])
            return Truth.Question(
                when: nodes.when, once: nodes.once, covers: covered,
                turning: turning.reduce(0) { $0 | 1 << UInt64(min($1, 63)) }, sooner: nodes.sooner)
        }
        self.questions = questions
        index = Dictionary(duties.indices.map { (duties[$0].id, $0) }) { first, _ in first }
        let office = duties.indices.filter { duties[$0].asksOffice }
        officeDuties = office
        ofEpisode = duties.indices.filter { !duties[$0].isAboutChild }
        ofChild = duties.indices.filter { duties[$0].isAboutChild }
        let count = table.turning.count
        func all(_ places: [Int]) -> Selection {
            Selection(
                places, places.map { questions[$0] }, turning: DutyPlan.turning(places, each, count), office: office)
        }
        every = (all(ofEpisode), all(ofChild))
        rules = duties.indices.map { place in
            let duty = duties[place]
            return DutyRule(
                duty, place: place, fallback: fallbacks[duty.who], isAwaited: awaited.contains(duty.id),
                covers: covers)
        }
    }
}

extension DutyPlan {
    /// Of each turning predicate, whether one of these duties asks it.
    private static func turning(_ duties: [Int], _ each: [[Int]], _ count: Int) -> [Bool] {
        var asked = Array(repeating: false, count: count)
        for index in duties { for place in each[index] { asked[place] = true } }
        return asked
    }

    /// These duties and those that they wait for, of an episode or of a child's whole record; nil stands for all.
    func selection(of duties: [Int]?, ofChild isOfChild: Bool) -> Selection {
        guard let duties else { return isOfChild ? every.ofChild : every.ofEpisode }
        let kind = isOfChild ? ofChild : ofEpisode
        let asked = withAwaited(duties).filter(kind.contains)
        return Selection(
            asked, asked.map { questions[$0] }, turning: DutyPlan.turning(asked, turning, table.turning.count),
            office: officeDuties.filter(asked.contains))
    }

    /// These duties and those with which clocks of theirs start.
    func withAwaited(_ duties: [Int]) -> [Int] {
        var (found, next) = (Set<Int>(), duties)
        while let index = next.popLast() {
            guard found.insert(index).inserted else { continue }
            let ids = rules[index].duty.clocks.compactMap(\.awaits)
            next += rules.indices.filter { ids.contains(rules[$0].duty.id) }
        }
        return found.sorted()
    }
}

/// One duty of a pack with what is looked up for it again and again.
final class DutyRule: Sendable {
    let duty: Duty
    /// Those who owe it, in the order in which they are asked for.
    let owers: [Role]
    let fallback: Fallback?
    /// Whether another duty's clock starts with this one.
    let isAwaited: Bool
    /// The words of the events that discharge it.
    let doneWords: EventWords
    /// What its standings say of it, with the event that discharges it as a form offers it.
    let wording: DutyWording
    /// The words of the events after which it is no longer owed.
    let lapseWords: EventWords
    let waivers: Roles
    let mayBeAgreed: Bool
    /// The events of which any discharges it, with the words of each; nil where several are needed together.
    let anyOf: [HeldMatch]?
    let anyWords: [EventWords]

    // The rest says again what the duty says, in a form that costs nothing to look at.
    let start: PlainStart?
    let plus: DueLength?
    /// The length that it leaves, where that is all.
    let length: DueLength?
    let countsWholeEpisode: Bool
    let isOwedAnew: Bool
    let repeats: Bool
    let isOpenedByTrigger: Bool
    /// Whether its clock starts anew by itself.
    let isPeriodic: Bool
    let escalation: Escalation?
    /// Its place in the pack.
    let place: Int
    /// Whether how it stands now says how it stood before, unless something moved its clock or its due. Not where it
    /// looks at triggers, or at how other duties stand.
    let isFollowed: Bool
    /// Whether one of its conditions looks at how another duty stands, or whether a trigger fired.
    let asksOthers: Bool

    /// Whether an event states its due.
    let isStated: Bool

    /// A clock's start that is one of the episode's own facts.
    enum PlainStart: Sendable { case need, start, report, checks, located, returned, locatedOrReturned }

    init(_ duty: Duty, place: Int, fallback: Fallback?, isAwaited: Bool, covers: Condition?) {
        self.duty = duty
        owers = [duty.who] + duty.orElse
        self.fallback = fallback
        self.isAwaited = isAwaited
        doneWords = duty.doneBy.words
        let first = duty.doneBy.first
        wording = DutyWording(
            duty: duty.id, what: duty.what, source: duty.source, isLocalChoice: duty.isLocalChoice,
            doneBy: first.words[0], doneWith: first.fixedDetails, place: place)
        lapseWords = duty.lapses.reduce(.none) { $0.union($1.wordSet) }
        waivers = Roles(Role.allCases.filter { $0.acts(forOneOf: duty.waivers) })
        mayBeAgreed = !duty.mayAgree.isEmpty
        anyOf = duty.doneBy.anyOf?.map { HeldMatch($0) }
        anyWords = anyOf?.map(\.match.wordSet) ?? []
        start = duty.clock.start.plain
        plus = duty.clock.plus
        length = duty.sooner.isEmpty ? duty.due.length : nil
        countsWholeEpisode = duty.countsWholeEpisode
        isOwedAnew = duty.again
        repeats = duty.repeats
        if case .stated = duty.due { isStated = true } else { isStated = false }
        isOpenedByTrigger = duty.clock.trigger != nil
        isPeriodic = duty.isPeriodic
        escalation = duty.escalation
        self.place = place
        let asksOthers = (duty.conditions + [covers].compactMap { $0 }).contains {
            !($0.triggers.isEmpty && $0.duties.isEmpty)
        }
        self.asksOthers = asksOthers
        isFollowed = !asksOthers && duty.clock.start.isFollowed && duty.sooner.allSatisfy { $0.isFollowed }
    }
}

/// A match, held once for all who look at it.
final class HeldMatch: Sendable {
    let match: Match
    init(_ match: Match) { self.match = match }
}

extension Clock.Start {
    fileprivate var plain: DutyRule.PlainStart? {
        switch self {
        case .need: .need
        case .start: .start
        case .report: .report
        case .checks: .checks
        case .located: .located
        case .returned: .returned
        case .locatedOrReturned: .locatedOrReturned
        case .event, .each, .duty, .trigger, .firstOf: nil
        }
    }
}

extension Clock.Start {
    fileprivate var isFollowed: Bool {
        switch self {
        case .trigger, .firstOf: false
        default: true
        }
    }
}

extension SoonerRule {
    /// Whether it can be told from the first event of its clock when it was known.
    fileprivate var isFollowed: Bool {
        guard due.length != nil else { return false }
        switch clock?.start {
        case nil, .event(_, isLast: false, _): return true
        default: return false
        }
    }
}

extension Duty {
    fileprivate var isPeriodic: Bool {
        if case .each = clock.start { return false }
        if clock.trigger != nil { return false }
        if case .every = due { return true }
        return false
    }
}

extension DueRule {
    fileprivate var length: DueLength? {
        switch self {
        case .length(let length), .figure(_, let length): length
        case .stated, .every: nil
        }
    }
}

extension Duty {
    /// The clock, and those of the sooner dues.
    fileprivate var clocks: [Clock] { ([clock] + sooner.compactMap(\.clock)).flatMap(\.choices) }

    /// Every condition that it asks.
    var conditions: [Condition] { [when] + [once].compactMap { $0 } + sooner.map(\.when) }

    fileprivate var asksOffice: Bool { conditions.contains { $0.predicates.contains(where: \.asksOffice) } }
}

extension Clock {
    /// The duty that it waits for.
    fileprivate var awaits: String? { if case .duty(let id, _) = start { id } else { nil } }
}

extension Discharge {
    /// Where any one of several events is enough, those, in order.
    fileprivate var anyOf: [Match]? {
        switch self {
        case .event(let match): [match]
        case .any(let parts):
            parts.reduce(into: [Match]?.some([])) { found, part in
                found = found.flatMap { all in part.anyOf.map { all + $0 } }
            }
        case .all: nil
        }
    }

    /// The words of every event named.
    fileprivate var words: EventWords {
        switch self {
        case .event(let match): match.wordSet
        case .any(let parts), .all(let parts): parts.reduce(.none) { $0.union($1.words) }
        }
    }
}
