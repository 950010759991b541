// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out the duties of one course, each once: a clock may start when another duty is due or done.
final class Reckoning {
    let course: Course
    let withReasons: Bool
    let plan: DutyPlan
    private let duties: [Int]
    let truth: Truth
    /// What was worked out of duties with which others' clocks start.
    private var awaited: [Int: [DutyStanding]] = [:]
    /// When each instance of a duty was first listed, by the duty's id; noted only where that is asked for.
    private var listed: [String: [Instant]] = [:]
    private let notesListed: Bool
    /// Those that the office being open may decide about.
    private let office: [Int]
    private var underWay: Set<Int> = []
    /// Where what each firing made stands, and which of it is settled for good.
    private(set) var made: [MadeItem: DutyStanding] = [:]
    private(set) var dealtWith: Set<MadeItem> = []
    /// Agreements for the child, made in this episode or an earlier one.
    lazy var agreements: [Mark] = course.agreements

    /// Of duties that stand on the child's whole record where that is the course, else of those of an episode.
    ///
    /// `only` are the places of those that will be asked for, where that isn't all: conditions of others, which may ask
    /// for triggers that are being worked out, are then left alone.
    convenience init(_ course: Course, pack: ProtocolPack, withReasons: Bool, only: [Int]? = nil) {
        self.init(course, pack.plan, withReasons: withReasons, only: only)
    }

    convenience init(_ course: Course, _ plan: DutyPlan, withReasons: Bool, only: [Int]? = nil) {
        self.init(course, plan, withReasons: withReasons, plan.selection(of: only, ofChild: course.life != nil))
    }

    convenience init(_ course: Course, _ plan: DutyPlan, withReasons: Bool, _ selection: DutyPlan.Selection) {
        course.dutySpans = { [unowned course] id in Reckoning.spans(of: id, course, plan) }
        self.init(course, plan, withReasons: withReasons, selection, notesListed: false)
        noteOffice()
    }

    /// Some duties as they were at an earlier instant than those of `whole`; `duties` has those that they wait for.
    /// None of them asks how others stand, or whether a trigger fired.
    init(_ whole: Reckoning, upTo course: Course, _ duties: [Int]) {
        self.course = course
        (plan, withReasons, notesListed) = (whole.plan, false, false)
        self.duties = duties
        office = whole.office.filter(duties.contains)
        truth = Truth(whole.truth, upTo: course.now)
        noteOffice()
    }

    /// The same as was worked out before of the same course, by firings that may be others: `truth` is that of these
    /// duties, none of which asks how others stand, or whether a trigger fired.
    init(_ course: Course, _ plan: DutyPlan, _ selection: DutyPlan.Selection, _ truth: Truth) {
        (self.course, self.plan, self.truth) = (course, plan, truth)
        (withReasons, notesListed) = (false, false)
        (duties, office) = (selection.duties, selection.office)
        noteOffice()
    }

    private init(
        _ course: Course, _ plan: DutyPlan, withReasons: Bool, _ selection: DutyPlan.Selection, notesListed: Bool
    ) {
        self.course = course
        self.plan = plan
        self.withReasons = withReasons
        self.notesListed = notesListed
        duties = selection.duties
        office = selection.office
        truth = Truth(course, plan.table, asking: selection.questions, turning: selection.turning)
        if let turn = truth.nextTurn { course.steady.changes(at: turn) }
    }

    /// How each instance of another duty stood over time. It is worked out with what it waits for and nothing else, so
    /// that no duty meets itself on the way: the loader refuses those that would.
    private static func spans(of id: String, _ course: Course, _ plan: DutyPlan) -> [DutySpan] {
        if let known = course.knownSpans[id] { return known }
        guard let index = plan.index[id] else { return [] }
        course.knownSpans[id] = []
        let reckoning = Reckoning(
            course, plan, withReasons: false, plan.selection(of: [index], ofChild: course.life != nil),
            notesListed: true)
        let standings = reckoning.standings(of: index)
        let spans = zip(reckoning.listed[id] ?? [], standings).map { DutySpan(listed: $0, standing: $1) }
        course.knownSpans[id] = spans
        return spans
    }

    /// Every instance of every duty, in the order of the pack.
    func standings() -> [DutyStanding] {
        var all: [DutyStanding] = []
        all.reserveCapacity(48)
        let (questions, rules) = (plan.questions, plan.rules)
        for index in duties {
            guard let need = truth.need(questions[index], from: 0) else { continue }
            let rule = rules[index]
            if rule.isAwaited {
                all += standings(of: index)
            } else {
                work(out: rule, questions[index], from: need, into: &all)
            }
        }
        return all
    }

    /// Every instance of one duty, in the order in which they began.
    func standings(of index: Int) -> [DutyStanding] {
        if let known = awaited[index] { return known }
        // The loader refuses packs whose duties wait for each other; should one get here, neither has a clock.
        guard duties.contains(index), underWay.insert(index).inserted else { return [] }
        defer { underWay.remove(index) }
        var standings: [DutyStanding] = []
        let question = plan.questions[index]
        if let need = truth.need(question, from: 0) {
            work(out: plan.rules[index], question, from: need, into: &standings)
        }
        awaited[index] = standings
        return standings
    }

    /// The newest instance of the duty with this id.
    func newest(of id: String) -> DutyStanding? {
        plan.index[id].flatMap { standings(of: $0).last }
    }

    private func work(
        out rule: DutyRule, _ question: Truth.Question, from first: Need, into standings: inout [DutyStanding]
    ) {
        let before = standings.count
        eachTerm(of: rule, question, from: first) { term, _ in
            let last = standings.count == before ? 0 : standings[standings.count - 1].instance
            let standing = standing(of: rule, term, number: max(rule.repeats ? term.number : 1, last + 1))
            standings.append(standing)
            note(listed: rule.repeats ? max(term.need.began.at, term.counts) : term.need.began.at, of: rule)
            if let firing = term.firing { note(standing, of: MadeItem(duty: rule.duty.id, firing.firing)) }
            return standing.state
        }
    }

    /// Goes through every instance of every duty whose clock started when `isWanted` says, without making more of it
    /// than is asked for: its duty's place, its number, its state, who owes it, from when, by when.
    func eachInstance(
        where isWanted: (Instant) -> Bool, _ take: (Int, Int, DutyState, Role, Instant, Instant?) -> Void
    ) {
        let (questions, rules) = (plan.questions, plan.rules)
        for index in duties {
            guard let need = truth.need(questions[index], from: 0) else { continue }
            let rule = rules[index]
            if rule.isAwaited || rule.isOpenedByTrigger {
                for standing in standings(of: index) {
                    guard let from = standing.from, isWanted(from) else { continue }
                    take(index, standing.instance, standing.state, standing.owedBy, from, standing.due?.lastInstant)
                }
                continue
            }
            var last = 0
            eachTerm(of: rule, questions[index], from: need) { term, _ in
                let outcome = outcome(of: rule, term)
                last = max(rule.repeats ? term.number : 1, last + 1)
                if isWanted(term.origin) {
                    let owner = owner(of: rule, at: outcome.endedAt ?? max(course.now, term.origin))
                    take(index, last, outcome.state, owner, term.origin, term.lastInstant)
                }
                return outcome.state
            }
        }
    }

    /// Goes through every duty that was ever needed, and through those that look at other duties or at triggers: of
    /// those, a need that was may be none by what is known now.
    func eachNeed(_ body: (DutyRule, Truth.Question, Need?) -> Void) {
        let (questions, rules) = (plan.questions, plan.rules)
        for index in duties {
            let need = truth.need(questions[index], from: 0)
            if need != nil || rules[index].asksOthers { body(rules[index], questions[index], need) }
        }
    }

    /// Goes through every instance of a duty, need by need, in the order in which they began. `take` says how each
    /// stands; it hears which instance of its need it is, from 0 on.
    func eachTerm(
        of rule: DutyRule, _ question: Truth.Question, from first: Need, _ take: (Term, Int) -> DutyState
    ) {
        var next: Need? = first
        var earlierEnd: Instant?
        var last: DutyState?
        while let need = next {
            if rule.repeats {
                for (place, term) in instances(of: rule, in: need, after: earlierEnd).enumerated() {
                    last = take(term, place)
                }
            } else if let term = instance(of: rule, in: need, after: earlierEnd) {
                last = take(term, 0)
            }
            guard let ceased = need.ceased else { return }
            earlierEnd = ceased.at
            if !rule.isOwedAnew, !rule.repeats, let last, last.isSettled { return }
            next = truth.need(question, from: need.next)
        }
    }

    private func note(listed instant: Instant, of rule: DutyRule) {
        if notesListed { listed[rule.duty.id, default: []].append(instant) }
    }

    private func note(_ standing: DutyStanding, of item: MadeItem) {
        made[item] = standing
        if standing.state.isSettled { dealtWith.insert(item) }
    }

    /// Whether the office opening or closing would turn something, as everything else stands now.
    private func noteOffice() {
        guard !office.isEmpty else { return }
        let moment = course.moment(at: course.now)
        course.officeDecidesNeed = office.contains { place in
            let duty = plan.rules[place].duty
            if duty.when.dependsOnOffice(in: moment) { return true }
            guard duty.when.holds(in: moment) else { return false }
            return ([duty.once].compactMap { $0 } + duty.sooner.map(\.when)).contains {
                $0.dependsOnOffice(in: moment)
            }
        }
    }
}

/// What one firing of a trigger made.
struct MadeItem: Hashable {
    let duty: String
    let firing: Instant
    let episode: EpisodeID?

    init(duty: String, _ firing: Firing) {
        self.duty = duty
        self.firing = firing.at
        episode = firing.episode
    }
}

/// A stretch of time through which a duty's condition holds. None begins for somebody whom the pack does not cover
/// then; one that began before goes on (ruling 5).
struct Need {
    let began: Moment.Knot
    /// The knot at which the condition no longer held.
    let ceased: Moment.Knot?
    /// The place of the knot at which it began.
    let place: Int
    /// The place of the knot from which on the next may begin.
    let next: Int
}

extension Course {
    /// Every agreement about a duty for this child that had been made by now.
    fileprivate var agreements: [Mark] {
        var found = words.contains(.agreed) ? marks.filter { $0.word == .agreed } : []
        // The course of the whole record holds those of every episode already.
        guard life == nil else { return found }
        for place in episodes.indices where isOther(place) && episodes[place].history.holds(.agreed) {
            for mark in episodes[place].history.standing where mark.word == .agreed {
                steady.changes(at: mark.clockTime)
                if mark.clockTime <= now { found.append(mark) }
            }
        }
        // The earliest counts: one that is made later takes nothing back.
        return found.sorted { ($0.clockTime, $0.position) < ($1.clockTime, $1.position) }
    }
}
