// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Partnership
import Procedures
import WorkingTime

/// One duty of one child, as a program is told of it.
private struct ToldDuty {
    let child: Child
    let episode: Episode?
    let standing: DutyStanding
}

extension APICall {
    /// Every duty of the episode of which the program is told that it stands, with reasons where those are for it.
    func readDuties() async throws -> APIAnswer {
        let (id, seen) = (call.episode.id, call.seen(of: call.child.id))
        let partnership = call.site.partnership
        let all =
            seen.seesReasons
            ? partnership.explained(id, in: call.state, at: call.now)
            : partnership.standings(of: id, in: call.state, at: call.now)
        let shown = all.filter { seen.shows($0, to: client.role) }.sorted(by: DutyStanding.comesFirst)
        let duties = shown.map { write(ToldDuty(child: call.child, episode: call.episode, standing: $0), seen) }
        return APIAnswer(
            .made { told in
                told.time("asOf", call.now)
                told.list("duties", duties)
            })
    }

    /// What stands to be done by the program's role or agency, the soonest first.
    func readOwnDuties() async throws -> APIAnswer {
        var found: [ToldDuty] = []
        for id in call.state.unclosed {
            guard let episode = call.state.episode(id), let child = call.child(episode.child, seeing: .outline) else {
                continue
            }
            let standings = call.site.partnership.standings(of: id, in: call.state, at: call.now)
            found += own(standings, of: child).map { ToldDuty(child: child, episode: episode, standing: $0) }
        }
        for id in call.site.partnership.childrenOwedSomething(in: call.state, at: call.now) {
            guard let child = call.child(id, seeing: .outline) else { continue }
            let standings = call.site.partnership.childStandings(of: id, in: call.state, at: call.now)
            found += own(standings, of: child).map { ToldDuty(child: child, episode: nil, standing: $0) }
        }
        let sorted = found.sorted { DutyStanding.isSooner($0.standing, $1.standing) }
        let shown = sorted.prefix(Self.mostListed)
        try await call.shows(Set(shown.map(\.child.id)).sorted())
        let duties = shown.map { write($0, call.seen(of: $0.child.id)) }
        return APIAnswer(
            .made { told in
                told.time("asOf", call.now)
                told.list("duties", duties)
                told.flag("isMore", shown.count < sorted.count)
            })
    }

    /// Records what discharges the path's duty.
    func doDuty() async throws -> APIAnswer {
        let duty = (call.parameters["duty"] ?? "").removingPercentEncoding ?? ""
        let instance = body["instance"]?.whole
        let seen = call.seen(of: call.child.id)
        let standings = call.site.partnership.standings(of: call.episode.id, in: call.state, at: call.now)
            .filter {
                $0.duty == duty && seen.shows($0, to: client.role)
                    && (instance == nil || instance == Int64($0.instance))
            }
        guard let standing = standings.first(where: { $0.state.isOutstanding }) else {
            guard let other = standings.first else { throw Problem.notHere }
            var problem = Problem(.standsAgainst, "Nothing of this duty is outstanding.", "Nothing needs to be done.")
            problem.more = [.init(name: "state", value: .text(other.state.rawValue))]
            throw problem
        }
        let details = DetailsForm.read(body["details"]).replacing(with: standing.doneWith)
        let isOfChild = standing.doneBy.form.about == .child
        let subject = isOfChild ? Act.Subject.child(call.child.id) : .episode(call.episode.id)
        let receipt = try await record { _ in
            Act(standing.doneBy, subject, occurredAt: occurredAt, details: details)
        }
        var answer = recorded(receipt)
        let state = call.site.partnership.state
        let after = call.site.partnership.standings(of: call.episode.id, in: state, at: call.now)
            .first { $0.duty == duty && $0.instance == standing.instance }
        if let after {
            let told = write(ToldDuty(child: call.child, episode: call.episode, standing: after), seen)
            answer.value = .object(answer.value.members + [.init(name: "duty", value: told)])
        }
        return answer
    }

    private func own(_ standings: [DutyStanding], of child: Child) -> [DutyStanding] {
        let outstanding = standings.filter(\.state.isOutstanding)
        if outstanding.isEmpty { return [] }
        let seen = call.seen(of: child.id)
        return outstanding.filter { standing in
            guard seen.shows(standing, to: client.role) else { return false }
            return standing.isOwed(by: client.role) || (standing.agency != nil && standing.agency == client.agency)
        }
    }

    private func write(_ told: ToldDuty, _ seen: Seen) -> APIValue {
        let standing = told.standing
        let isHome = Telling(state: call.state, now: call.now).isWhereChildrenLive(standing.agency)
        let owner = isHome && !seen.sees(.location) ? nil : standing.agency
        return .made { duty in
            duty.number("child", told.child.id.number)
            duty.number("episode", told.episode?.id.number)
            duty.text("duty", standing.duty)
            duty.number("instance", standing.instance)
            duty.text("what", standing.what)
            duty.text("state", standing.state.rawValue)
            duty.text("owedBy", standing.owedBy.rawValue)
            duty.flag("isYours", standing.isOwed(by: client.role))
            duty.text("recordedAs", standing.doneBy.rawValue)
            duty.add("recordedWith", DetailsForm.write(standing.doneWith))
            duty.text("source", standing.source)
            duty.flag("isLocalChoice", standing.isLocalChoice)
            duty.time("from", standing.from)
            duty.text("due", standing.due.map { TimeText.write($0) })
            duty.time("endedAt", standing.endedAt)
            duty.text("escalatedTo", standing.escalatedTo?.rawValue)
            duty.text("agency", owner?.name)
            if seen.seesReasons, !standing.why.isEmpty { duty.texts("why", standing.why) }
        }
    }
}
