// SPDX-License-Identifier: MIT

import Casework
import Demo
import Partnership
import Procedures
import WorkingTime

extension World {
    /// What one child does now, and what their home does about it.
    func live(_ index: Int) async throws {
        if let leavesAt = children[index].leavesAt, leavesAt <= now { leave(index) }
        if let backAt = children[index].backAt, backAt <= now { comeBack(index) }
        if let reportsAt = children[index].reportsAt, reportsAt <= now { try await report(index) }
        if let tellsAt = children[index].tellsReturnAt, tellsAt <= now { try await tellReturn(index) }
    }

    private func leave(_ index: Int) {
        children[index].leftAt = now
        children[index].leavesAt = nil
        children[index].reportsAt = now + .minutes(random.number(10...180))
        let length = random.chance(0.8) ? random.number(40...1_400) : random.number(1_400...20_000)
        children[index].backAt = now + .minutes(length)
    }

    private func comeBack(_ index: Int) {
        children[index].backAt = nil
        children[index].cameBackAt = now
        if children[index].isAway == false, children[index].sending == nil {
            // Back before anybody reported it.
            children[index].reportsAt = nil
            children[index].leavesAt = now + nextLeaving()
        } else {
            children[index].tellsReturnAt = now + .minutes(random.number(2...50))
        }
    }

    private func report(_ index: Int) async throws {
        guard let id = children[index].id, let leftAt = children[index].leftAt else { return }
        let number = children[index].sending ?? nextNumber()
        if children[index].sending == nil { sent[number] = Sent() }
        let act = Act(
            .reported, .child(id), occurredAt: .at(now),
            details: [
                .missingSince: .time(.at(leftAt)), .from: .word(children[index].home), .to: .word("police"),
            ])
        (children[index].sending, children[index].isAway) = (number, nil)
        switch try await sendAgain(act, by: carer(of: index), of: id, under: number) {
        case .kept:
            (children[index].sending, children[index].isAway, children[index].reportsAt) = (nil, true, nil)
            told.episodes += 1
        case .refused(.liesInTheFuture), .unknown: children[index].reportsAt = now + .minutes(random.number(3...15))
        case .refused(let refusal): throw violation("a report was refused: \(refusal)")
        }
    }

    private func tellReturn(_ index: Int) async throws {
        guard let id = children[index].id, let backAt = children[index].cameBackAt else { return }
        // The report comes first, whatever became of it.
        if children[index].reportsAt != nil {
            children[index].tellsReturnAt = now + .minutes(20)
            return
        }
        let number = children[index].sending ?? nextNumber()
        if children[index].sending == nil { sent[number] = Sent() }
        let act = Act(
            .returned, .child(id), occurredAt: .at(backAt),
            details: [.to: .word(children[index].home), .how: .word("by-themselves")])
        (children[index].sending, children[index].isAway) = (number, nil)
        switch try await sendAgain(act, by: carer(of: index), of: id, under: number) {
        case .kept, .refused(.childWasBack), .refused(.noEpisodeIsOpen):
            (children[index].sending, children[index].isAway) = (nil, false)
            (children[index].tellsReturnAt, children[index].leavesAt) = (nil, now + nextLeaving())
        case .refused(.liesInTheFuture), .unknown: children[index].tellsReturnAt = now + .minutes(random.number(3...30))
        case .refused(let refusal): throw violation("a return was refused: \(refusal)")
        }
    }

    /// Most people look whether it is there before they send something again; some just send it.
    private func sendAgain(_ act: Act, by actor: Actor, of child: ChildID, under number: Int) async throws -> Reply {
        let server = random.pick(servers)
        if sent[number].map({ 0 < $0.acknowledged + $0.unknown }) ?? false, random.chance(0.7),
            await isFound(number, of: child)
        {
            return .kept
        }
        return try await send(act, by: actor, to: server, under: number)
    }

    private func carer(of index: Int) -> Actor {
        let home = AgencyID(children[index].home)
        return Eastmoor.staff.first { $0.agency == home }?.actor ?? Actor(role: .carer, agency: home)
    }

    /// Somebody looks at a board, and mostly does something that is owed there.
    func look() async throws {
        let server = random.pick(servers)
        if random.chance(0.9) { _ = try? server.partnership.catchUp() }
        let state = server.partnership.state
        let ids = state.unclosed.sorted { $0.number < $1.number }
        guard !ids.isEmpty, let episode = state.episode(random.pick(ids)) else { return }
        let standings = server.partnership.standings(of: episode.id, in: state, at: server.time)
        try checkDuties(standings, of: episode, on: server, in: state)
        if let act = nextAct(for: episode, standings, on: server) {
            let number = nextNumber()
            sent[number] = Sent()
            _ = try await send(act.act, by: act.actor, to: server, under: number)
        }
    }

    private func nextAct(
        for episode: Episode, _ standings: [DutyStanding], on server: Server
    ) -> (act: Act, actor: Actor)? {
        let facts = episode.facts
        if facts.reportedAt != nil, facts.category == .unclassified, facts.isOpen {
            return make(.classified, for: episode, by: .dutyInspector, [.as: .word("missing")], on: server)
        }
        let owed = standings.filter { $0.state.isOutstanding && !Self.isToldByHome.contains($0.doneBy) }
        if let back = facts.returnedAt, owed.isEmpty || back + .days(12) < now {
            return make(.closed, for: episode, by: .socialWorker, [.outcome: .word("safe")], on: server)
        }
        guard !owed.isEmpty, !random.chance(0.1) else {
            return make(.noteAdded, for: episode, by: .dutyInspector, [:], on: server)
        }
        let duty = random.pick(owed)
        return make(duty.doneBy, for: episode, by: duty.owedBy, duty.doneWith, on: server)
    }

    /// The act with everything that its form asks for.
    private func make(
        _ word: EventWord, for episode: Episode, by role: Role, _ given: Details, on server: Server
    ) -> (act: Act, actor: Actor) {
        var details = given
        for key in word.form.requires where details[key] == nil {
            switch key.holds {
            case .text: details[key] = .text("As the duty asks.")
            case .word: details[key] = .word(Self.usual[key] ?? "other")
            case .words: details[key] = .words(["phone"])
            case .time: details[key] = .time(.at(server.time))
            case .date: details[key] = .date(London.date(of: server.time))
            case .number: details[key] = .number(1)
            case .numbers: details[key] = .numbers([1])
            case .flag: details[key] = .flag(true)
            case .answers: details[key] = .answers([Answer(question: "other", answer: "Yes.")])
            }
        }
        let subject: Act.Subject =
            switch word.form.about {
            case .episode: .episode(episode.id)
            case .child: .child(episode.child)
            case .partnership: .partnership
            }
        let staff = Eastmoor.staff.first { $0.role == role && $0.agency.name.hasPrefix("eastmoor") }
        let actor = staff?.actor ?? Actor(role: role, agency: AgencyID(role.isPolice ? "eastmoor-police" : "eastmoor"))
        return (Act(word, subject, occurredAt: .at(server.time), details: details), actor)
    }

    /// What begins or ends a time away: only a child who really leaves or comes back makes a home say it.
    private static let isToldByHome: Set<EventWord> = [
        .checksStarted, .reported, .absenceNoted, .leaveAuthorised, .returned, .attended, .closed, .caseClosed,
    ]

    private static let usual: [DetailKey: String] = [
        .as: "medium", .kind: "strategy-meeting", .to: "social-worker", .how: "phone", .outcome: "safe",
    ]
}
