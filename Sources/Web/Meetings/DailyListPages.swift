// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Procedures
import WorkingTime

/// `/meetings/today`: today's missing children, a line each, with what each needs: for the daily management meeting.
enum DailyListPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let episodes = call.state.unclosed.compactMap { id -> (Episode, Child)? in
            guard let episode = call.state.episode(id), episode.facts.isOpen,
                episode.facts.careKind != .missingFromEducation,
                let child = call.child(episode.child, seeing: .episode), call.access.maySee(.identity, of: child.id)
            else { return nil }
            return (episode, child)
        }.sorted { Self.rank($0.0) < Self.rank($1.0) }
        try await call.shows(episodes.map(\.1.id))
        let rows = episodes.map { row($0.0, $0.1, call) }
        let list: HTML =
            rows.isEmpty
            ? "<p>No child whom you may see is away now.</p>"
            : """
            <div class="wide" role="region" tabindex="0" aria-label="Children who are away now"><table class="list"><caption class="unseen">Children who are away now</caption><thead><tr><th scope="col">Child</th>
            <th scope="col">How held</th><th scope="col">What is next</th><th scope="col">Plans</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
        let main: HTML = """
            \(Parts.breadcrumbs([("Meetings", "/meetings")], "Today’s missing children"))
            <div class="paper"><h1>Today’s missing children</h1><p class="lead">\(Spoken.date(call.today, today: nil)), \(Spoken.time(call.now)). Each child who is
            away and whom you may see: how long, how held, what is owed next. The highest risk comes first.</p>\(agenda(call))\(list)
            <p class="small">Directions that are given at the meeting are recorded with the child: open the episode and record the meeting.</p></div>
            """
        return .page(call.page("Today’s missing children", main, in: .meetings))
    }

    private static func agenda(_ call: Call) -> HTML {
        guard let kind = call.meetingKinds.meeting("daily-management-meeting") else { return HTML() }
        return "\(MeetingView.points(kind))<p class=\"small\">\(kind.source)</p>"
    }

    /// High risk before medium, the longest away first.
    private static func rank(_ episode: Episode) -> (Int, Int64) {
        let grades: [RiskGrade] = [.high, .medium, .low, .veryLow, .noApparentRisk]
        let grade = episode.facts.grade.flatMap { grades.firstIndex(of: $0) } ?? 1
        return (grade, episode.facts.start?.secondsSince1970 ?? .max)
    }

    private static func row(_ episode: Episode, _ child: Child, _ call: Call) -> HTML {
        let telling = Telling(state: call.state, now: call.now)
        let clock = Clock(now: call.now)
        let seen = call.seen(of: child.id)
        let tags = EpisodeTags.of(episode, child, telling: telling, sees: seen.sees).map(\.html)
        let away: HTML = episode.facts.start.map { "\(clock.age(since: $0)) away" } ?? "first checks"
        let review: HTML = episode.facts.nextReview.map { "<br>Next review \(clock.moment($0))" } ?? HTML()
        let owed = call.site.partnership.standings(of: episode.id, in: call.state, at: call.now)
            .filter { $0.state.isOutstanding && seen.shows($0, to: call.account.role) }
            .sorted(by: DutyStanding.isSooner).prefix(3)
        let next = owed.map { duty -> HTML in
            let late: HTML = duty.state == .overdue ? Tag("Overdue", .now).html : HTML()
            return
                "<li>\(late)<b>\(duty.owedBy.spoken.capitalisedFirst):</b> \(duty.says), \(duty.due.map { clock.due($0) })</li>"
        }
        let held = episode.history.standing.last {
            $0.word == .meetingHeld && $0.details.word(.kind) == "daily-management-meeting"
        }
        let talked: HTML = held.map { "<p class=\"small\">Talked about \(clock.moment($0.occurredAt)).</p>" } ?? HTML()
        let record: HTML =
            call.access.mayRecord(.meetingHeld, on: child.id)
            ? "<p class=\"small no-print\"><a href=\"/episodes/\(episode.id.number)/add/meeting-held?kind=daily-management-meeting\">Record the direction<span class=\"unseen\"> for \(child.facts.name)</span></a></p>"
            : HTML()
        let plans = seen.sees(.plans) ? call.state.plansInForce(of: child.id).map { Choices.spoken($0.kind) } : []
        let planned: HTML =
            plans.isEmpty
            ? "None"
            : "<a href=\"/children/\(child.id.number)/plans\">\(plans.joined(separator: ", ").capitalisedFirst)</a>"
        return """
            <tr><th scope="row"><a href="/episodes/\(episode.id.number)">\(telling.nameWithAge(child))</a><br><span class="small">\(away)\(review)</span></th>
            <td>\(tags)</td><td><ul class="plain">\(next)</ul>\(talked)\(record)</td><td>\(seen.sees(.plans) ? planned : "Not for your role")</td></tr>
            """
    }
}
