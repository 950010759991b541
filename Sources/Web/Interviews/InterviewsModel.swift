// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// The referrals that somebody sees on their list of return interviews, the most pressing first.
struct InterviewsModel: Sendable {
    struct Row: Sendable {
        let referral: InterviewReferral
        let child: Child
        let name: String
        let initials: String
        /// The provider, and the person, who have it.
        let provider: String?
        let interviewer: String?
        let isMine: Bool
        let why: [String]
        /// Whether the child has said whom they would like to talk with.
        let hasChosen: Bool

        var path: String { "/episodes/\(referral.episode.number)/interview" }
    }

    /// Which part of the list is shown.
    enum Filter: String, CaseIterable, Sendable {
        case open, mine, nobody, red, notOffered = "not-offered", followUp = "follow-up", all

        var says: String {
            switch self {
            case .open: "To be held"
            case .mine: "Mine"
            case .nobody: "Nobody has it"
            case .red: "Red, or matters most"
            case .notOffered: "Not offered, and why"
            case .followUp: "Held, something to do"
            case .all: "All"
            }
        }

        func takes(_ row: Row) -> Bool {
            let referral = row.referral
            switch self {
            case .open: return referral.band < .followUp
            case .mine: return row.isMine
            case .nobody: return referral.band < .followUp && row.interviewer == nil
            case .red: return referral.triage?.colour == .red || !referral.circumstances.isEmpty
            case .notOffered: return referral.course.stage == .notOffered
            case .followUp: return referral.band == .followUp
            case .all: return true
            }
        }
    }

    let rows: [Row]
    let filter: Filter
    let now: Instant

    var shown: [Row] { rows.filter(filter.takes) }
    func count(_ filter: Filter) -> Int { rows.count(where: filter.takes) }
    func count(_ band: InterviewReferral.Band) -> Int { rows.count { $0.referral.band == band } }

    init(_ call: Call) {
        now = call.now
        filter = Filter(rawValue: call.query["show"]) ?? .open
        let state = call.state
        let access = call.access
        let reader = InterviewReader(call)
        let found = state.unclosed.compactMap { id -> (InterviewReferral, Child)? in
            guard let episode = state.episode(id), episode.facts.returnedAt != nil,
                access.maySee(.episode, of: episode.child), let child = state.child(episode.child),
                let referral = reader.referral(episode, child)
            else { return nil }
            return (referral, child)
        }
        let children = Dictionary(found.map { ($0.0.episode, $0.1) }) { first, _ in first }
        rows = InterviewList.ordered(found.map(\.0)).compactMap { referral in
            children[referral.episode].map { reader.row(referral, $0) }
        }
    }
}

/// Reads one referral for whoever looks, as far as they may see.
struct InterviewReader {
    let call: Call
    let telling: Telling

    init(_ call: Call) {
        self.call = call
        telling = Telling(state: call.state, now: call.now)
    }

    func referral(_ episode: Episode, _ child: Child) -> InterviewReferral? {
        let partnership = call.site.partnership
        return InterviewReferral(
            episode, of: child, episodes: call.state.episodes(of: child.id),
            standings: partnership.standings(of: episode.id, in: call.state, at: call.now),
            triage: partnership.triage(of: child.id, in: call.state, at: call.now), at: call.now)
    }

    func row(_ referral: InterviewReferral, _ child: Child) -> InterviewsModel.Row {
        let seen = call.seen(of: child.id)
        let course = referral.course
        let worker = call.account.actor.worker
        return InterviewsModel.Row(
            referral: referral, child: child, name: seen.sees(.identity) ? telling.nameWithAge(child) : "A child",
            initials: seen.sees(.identity) ? telling.initials(child) : "",
            provider: telling.agency(named: course.referredTo), interviewer: telling.worker(course.interviewer),
            isMine: worker != nil && course.interviewer == worker, why: reasons(referral, child, seen),
            hasChosen: seen.sees(.ownWords) && choice(of: child) != nil)
    }

    func reasons(_ referral: InterviewReferral, _ child: Child, _ seen: Seen) -> [String] {
        let governing = call.site.partnership.governing(child.id, in: call.state, at: call.now)
        let factors = (governing.responsible ?? governing.here).triage?.factors ?? []
        return InterviewReasons(referral: referral, factors: factors, seen: seen).says
    }

    /// The child's newest choice of whom to talk with: it holds until they make another.
    func choice(of child: Child) -> Mark? { child.history.standing.last { $0.word == .childChose } }
}
