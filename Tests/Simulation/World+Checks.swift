// SPDX-License-Identifier: MIT

import Casework
import Demo
import Ledger
import Partnership
import Procedures
import WorkingTime

extension World {
    /// What is remembered of an episode's duties is what is worked out afresh, and none that was owed has vanished.
    func checkDuties(_ standings: [DutyStanding], of episode: Episode, on server: Server, in state: State) throws {
        let fresh = decade.shelf.standings(of: episode, in: state, at: server.time)
        guard standings.map(\.told) == fresh.map(\.told) else {
            let odd = zip(standings, fresh).first { $0.told != $1.told }
            throw violation(
                "remembered duties of episode \(episode.id.number) differ: \(odd.map { "\($0.told) / \($1.told)" } ?? "")"
            )
        }
        // Only by a right clock, and by everything that is recorded, can it be said that one is gone.
        guard server.time == now, state.position == disk.now.entries.last?.header.position else { return }
        let begun = Set(fresh.filter { $0.state != .notYet }.map(\.duty))
        // Under another protocol other things are owed: a child who was back before one applied was never under it,
        // which shows once the return is recorded.
        let pack = decade.shelf.pack(for: episode, in: state).id
        let seen = seenDuties[episode.id].flatMap { $0.pack == pack ? $0.duties : nil } ?? []
        let gone = seen.subtracting(begun)
        guard gone.isEmpty else {
            throw violation("duties of episode \(episode.id.number) vanished: \(gone.sorted())")
        }
        seenDuties[episode.id] = SeenDuties(pack: pack, duties: seen.union(begun))
    }

    /// All processes, once they have caught up, say the same; and every child who is away stands on every board.
    func checkAgreement() async throws {
        for server in servers {
            server.store.heal()
            try server.partnership.catchUp()
        }
        for server in servers {
            let state = server.partnership.state
            guard state.position == disk.now.head?.head.position else {
                throw violation("process \(server.number) stands at \(state.position) after it caught up")
            }
            try checkChildren(in: state, on: server)
            try compare(state, servers[0].partnership.state, "process \(server.number)")
        }
    }

    private func checkChildren(in state: State, on server: Server) throws {
        for child in children {
            guard let id = child.id else { continue }
            if child.isErased {
                guard state.child(id) == nil else { throw violation("child \(id.number) was erased, and is there") }
                continue
            }
            guard let isAway = child.isAway else { continue }
            let open = state.openEpisode(of: id)
            guard (open != nil) == isAway else {
                let course = state.episodes(of: id).suffix(2).flatMap(\.history.recorded)
                let told = course.map { "\($0.position) \($0.word.rawValue) of \(TimeText.write($0.clockTime))" }
                throw violation(
                    "child \(id.number) is \(isAway ? "" : "not ")away; process \(server.number) has it otherwise: "
                        + told.joined(separator: ", "))
            }
            guard let open else { continue }
            let inspector = Actor(
                worker: "imogen.hart", role: .dutyInspector, agency: AgencyID("eastmoor-police"))
            let access = Access(inspector, in: state, at: now)
            guard state.unclosed.contains(open.id), access.maySee(.episode, of: id) else {
                throw violation("child \(id.number) is away and not on the duty inspector's board")
            }
            guard state.episodes(of: id).count(where: { $0.facts.isOpen && !$0.facts.isSchoolCase }) == 1 else {
                throw violation("child \(id.number) has two open episodes")
            }
        }
    }

    /// Everything at once: the ledger is sound, its whole history makes the state that every process has, what was
    /// acknowledged stands there exactly once, nothing of whom was erased can be read, and everybody can go on recording.
    func checkEverything() async throws {
        told.wholeChecks += 1
        try await checkAgreement()
        let ledger = try Ledger(opening: SimulatedStore(disk, isShared: false), masterKey: key)
        let verdict = try ledger.verify()
        guard verdict.isSound else { throw violation("the ledger is not sound: \(verdict.findings.prefix(3))") }
        var rebuilt = State()
        var counts: [String: Int] = [:]
        var faults: [String] = []
        try ledger.replayEvents { batch in
            for recorded in batch {
                switch recorded {
                case .event(let event, let position):
                    rebuilt.apply(event, at: position)
                    if let mark = event.details.text(.narrative) { counts[mark, default: 0] += 1 }
                    for child in children where child.isErased && event.tells(of: child) {
                        faults.append("entry \(position) still tells of child \(child.index), who was erased")
                    }
                case .erased(let header): rebuilt.pass(header.position)
                case .damaged(let position, _), .unreadable(let position, _):
                    faults.append("entry \(position) can't be read")
                }
            }
        }
        if let fault = faults.first { throw violation(fault) }
        try compare(rebuilt, servers[0].partnership.state, "the whole history")
        try checkMessages(counts)
        for server in servers { try await checkGoesOn(server) }
    }

    private func checkMessages(_ counts: [String: Int]) throws {
        // Entries of whom was erased can't be read any more, and can't be counted.
        guard !children.contains(where: \.isErased) else { return }
        for (number, message) in sent {
            let count = counts[Self.mark(number)] ?? 0
            guard message.acknowledged <= count, count <= message.acknowledged + message.unknown else {
                throw violation(
                    "message \(number) was acknowledged \(message.acknowledged) times and stands there \(count) times")
            }
        }
    }

    /// With its disk well again, a process takes the next thing that somebody wants recorded.
    private func checkGoesOn(_ server: Server) async throws {
        let act = Act(
            .agencyChanged, .partnership, occurredAt: .at(server.time),
            details: [.agency: .word("open-door"), .phones: .text("01632 96030\(random.number(0...9))")])
        let administrator = Actor(worker: "june.petty", role: .administrator, agency: AgencyID("eastmoor"))
        do {
            _ = try await server.partnership.submitTrusted([act], by: administrator)
        } catch let fault as LedgerFault {
            throw violation("process \(server.number) records nothing though its disk is well: \(fault.code)")
        }
    }

    private func compare(_ one: State, _ other: State, _ whose: String) throws {
        guard one.position == other.position else {
            throw violation("\(whose) ends at \(one.position), not at \(other.position)")
        }
        guard one.children.values.elementsEqual(other.children.values) else {
            throw violation("\(whose) has other children")
        }
        guard one.episodes.values.elementsEqual(other.episodes.values), one.unclosed == other.unclosed else {
            throw violation("\(whose) has other episodes")
        }
        guard one.partnershipEvents == other.partnershipEvents else { throw violation("\(whose) has other events") }
    }
}

extension DutyStanding {
    /// Everything but the reasons.
    fileprivate var told: String {
        "\(duty) \(instance) \(state.rawValue) \(owedBy.rawValue) \(agency?.name ?? "-") \(due.map { "\($0)" } ?? "-") "
            + "\(from.map { "\($0)" } ?? "-") \(endedAt.map { "\($0)" } ?? "-")"
    }
}

extension Event {
    fileprivate func tells(of other: LivedChild) -> Bool {
        if let id = other.id, child == id { return true }
        return details.all.contains { detail in
            if case .text(let text) = detail.value { text.contains(other.name) } else { false }
        }
    }
}
