// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import WorkingTime

/// What a team hands over now, made from the record at this moment: each child whom its member may see and who is the
/// team's matter.
struct HandOverModel: Sendable {
    struct Line: Sendable {
        let child: Child
        let episode: Episode?
        let briefing: ShiftBriefing
        /// Actions that were promised, with their words.
        let promises: [(promise: ShiftBriefing.Promise, says: String)]
        /// What was recorded in the shift, the newest last, as far as the reader may see it.
        let news: [Event]
    }

    let team: Team
    let rule: HandOverRule
    /// Since when it is this shift.
    let since: Instant
    /// Until when the next one lasts, as far as what it will owe is told.
    let dueBy: Instant
    let lines: [Line]

    /// What a shift is taken to be where nobody has handed over before, and for what comes next.
    static let usualShift = Elapsed.hours(12)
    /// So many entries of the shift are told of each child.
    private static let mostNews = 12

    init?(_ call: Call) async throws {
        guard let team = Team(of: call.account.actor) else { return nil }
        self.team = team
        rule = call.handOverRule(for: team.kind)
        since = call.state.handOvers.latest(from: team)?.madeAt ?? call.now - Self.usualShift
        dueBy = call.now + Self.usualShift
        var lines: [Line] = []
        for (child, episode) in Self.children(call, team, since: since) {
            let duties = episode.map { call.site.partnership.standings(of: $0.id, in: call.state, at: call.now) } ?? []
            let seen = call.seen(of: child.id)
            let own = duties.filter { Team.Kind(of: $0.owedBy) == team.kind && seen.shows($0, to: call.account.role) }
            guard let briefing = ShiftBriefing(child, episode, duties: own, since: since, dueBy: dueBy) else {
                continue
            }
            lines.append(try await Self.line(call, child, episode, briefing))
        }
        self.lines = lines.sorted { Self.order($0) < Self.order($1) }
    }

    /// Who stands in a briefing: whose episode is not closed, or of whom something was recorded in the shift.
    private static func children(_ call: Call, _ team: Team, since: Instant) -> [(Child, Episode?)] {
        let access = call.access
        let state = call.state
        return state.children.values.compactMap { child in
            let episode = child.episodes.last.flatMap { state.episode($0) }
            let isOpen = episode.map { $0.facts.stage != .closed } ?? false
            let isNew = [child.history, episode?.history].compactMap { $0?.recorded.last }
                .contains { since < $0.recordedAt }
            guard isOpen || isNew, access.maySee(.episode, of: child.id),
                access.mayRecord(.childHandedOver, on: child.id)
            else { return nil }
            return (child, episode)
        }
    }

    private static func line(
        _ call: Call, _ child: Child, _ episode: Episode?, _ briefing: ShiftBriefing
    ) async throws -> Line {
        let marks = (episode?.history.recorded ?? []) + child.history.recorded
        let promised = Set(briefing.promised.map(\.position))
        let told = try await call.told(marks.filter { promised.contains($0.position) }, of: child)
        var says: [Position: String] = [:]
        for case .event(let position, let event) in told { says[position] = event.details.text(.action) }
        var news: [Event] = []
        for case .event(_, let event) in try await call.told(Array(briefing.changes.suffix(mostNews)), of: child) {
            news.append(event)
        }
        return Line(
            child: child, episode: episode, briefing: briefing,
            promises: briefing.promised.map { ($0, says[$0.position] ?? "an agreed action") }, news: news)
    }

    /// Who is away stands first, the gravest risk first; then what is overdue.
    private static func order(_ line: Line) -> (Int, Int, Int64) {
        let grade = line.episode?.facts.grade.map { RiskGrade.allCases.firstIndex(of: $0) ?? 0 } ?? -1
        return (
            line.briefing.isAway ? 0 : 1, line.briefing.isAway ? -grade : 0,
            line.briefing.owed.first?.due?.lastInstant.secondsSince1970 ?? .max
        )
    }
}

extension Call {
    /// The rule of the protocol that is in force for the visitor's authority.
    func handOverRule(for kind: Team.Kind) -> HandOverRule { packHere.handOverRule(for: kind) }

    /// The protocol in force for the visitor's authority.
    var packHere: ProtocolPack { site.partnership.shelf.packs[term.pack] ?? site.partnership.shelf.standing }
}
