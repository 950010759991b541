// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out the duties of one course, each once: a clock may start when another duty is due or done.
final class Reckoning {
    let course: Course
    let pack: ProtocolPack
    let withReasons: Bool
    private var settled: [[DutyStanding]?]
    private var underWay: Set<Int> = []
    /// Where what each firing made stands, and which of it is settled for good.
    private(set) var made: [MadeItem: DutyStanding] = [:]
    private(set) var dealtWith: Set<MadeItem> = []
    /// Agreements for the child, made in this episode or an earlier one.
    lazy var agreements: [Mark] = course.agreements

    init(_ course: Course, pack: ProtocolPack, withReasons: Bool) {
        self.course = course
        self.pack = pack
        self.withReasons = withReasons
        settled = Array(repeating: nil, count: pack.duties.count)
    }

    /// Every instance of one duty, in the order in which they began.
    func standings(of index: Int) -> [DutyStanding] {
        if let known = settled[index] { return known }
        // The loader refuses packs whose duties wait for each other; should one get here, neither has a clock.
        guard underWay.insert(index).inserted else { return [] }
        defer { underWay.remove(index) }
        // A duty of the child's whole record has no place in one episode, nor the other way round.
        guard pack.duties[index].isAboutChild == (course.life != nil) else { return [] }
        let standings = work(out: pack.duties[index])
        settled[index] = standings
        return standings
    }

    /// The newest instance of the duty with this id.
    func newest(of id: String) -> DutyStanding? {
        pack.dutyIndex[id].flatMap { standings(of: $0).last }
    }

    private func work(out duty: Duty) -> [DutyStanding] {
        var standings: [DutyStanding] = []
        var earlierEnd: Instant?
        for need in course.needs(of: duty, covers: pack.covers) {
            let terms = instances(of: duty, in: need, after: earlierEnd)
            for term in terms {
                let number = max(term.number, (standings.last?.instance ?? 0) + 1)
                let standing = standing(of: duty, term, number: number)
                standings.append(standing)
                if let firing = term.firing { note(standing, of: MadeItem(duty: duty.id, firing)) }
            }
            earlierEnd = need.ceased?.at
            guard !duty.again, !duty.repeats, let last = standings.last else { continue }
            if [.done, .doneLate, .waived, .agreed].contains(last.state) { break }
        }
        return standings
    }

    private func note(_ standing: DutyStanding, of item: MadeItem) {
        made[item] = standing
        if [.done, .doneLate, .waived, .agreed].contains(standing.state) { dealtWith.insert(item) }
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

/// A stretch of time through which a duty's condition holds.
struct Need {
    let began: Moment
    /// The moment at which the condition no longer held.
    let ceased: Moment?
}

extension Course {
    /// When the duty was needed: each stretch through which its condition holds. None begins for somebody whom the
    /// pack does not cover then; one that began before goes on (ruling 5).
    func needs(of duty: Duty, covers: Condition?) -> [Need] {
        var turns: [Instant] = []
        if duty.when.turnsByItself { turns += duty.when.turns(in: self) }
        if let once = duty.once, once.turnsByItself { turns += once.turns(in: self) }
        let knots = turns.isEmpty ? knots : knots(with: turns)
        var needs: [Need] = []
        var began: Moment?
        for knot in knots {
            let moment = moment(knot)
            let holds = duty.when.holds(in: moment)
            if let start = began {
                guard !holds else { continue }
                needs.append(Need(began: start, ceased: moment))
                began = nil
            } else if holds, duty.once?.holds(in: moment) ?? true, covers?.holds(in: moment) ?? true {
                began = moment
            }
        }
        if let start = began { needs.append(Need(began: start, ceased: nil)) }
        return needs
    }

    /// Every agreement about a duty for this child that had been made by now.
    fileprivate var agreements: [Mark] {
        var found = marks.filter { $0.word == .agreed }
        // The course of the whole record holds those of every episode already.
        guard life == nil else { return found }
        for other in others {
            found += other.history.standing.filter { $0.word == .agreed && $0.clockTime <= now }
        }
        return found
    }
}
