// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Runs a scenario under a pack: what was expected and is not so, or everything that is owed at an instant.
public struct ScenarioRun: Sendable {
    public let scenario: Scenario
    let book: DutyBook
    /// The packs of both sides, for a child placed in another area.
    let governing: GoverningPacks
    private let guardrails: Guardrails

    /// `responsible` is the responsible authority's pack, where that is another than the area's.
    public init(
        _ scenario: Scenario, pack: ProtocolPack, responsible: ProtocolPack? = nil, calendars: Calendars
    ) {
        self.scenario = scenario
        book = DutyBook(pack: pack, calendars: calendars)
        governing = GoverningPacks(here: pack, responsible: responsible)
        guardrails = Guardrails(pack: pack, calendars: calendars)
    }

    /// Every expectation that does not hold; empty where the scenario passes.
    public func run() -> [Difference] {
        scenario.expectations.compactMap { expectation in
            let lines = differences(expectation)
            guard let says = lines.first else { return nil }
            return Difference(
                file: expectation.file, line: expectation.line, says: says, details: Array(lines.dropFirst()))
        }
    }

    /// Where each duty of a child's episode stands; of the newest episode by then where none is named.
    public func standings(
        of child: ChildID, episode: EpisodeID? = nil, at instant: Instant, asKnown: Bool = false
    ) -> [DutyStanding] {
        var episodes = scenario.episodes(of: child, at: instant)
        guard var record = scenario.state.child(child) else { return [] }
        if asKnown {
            episodes = episodes.compactMap { $0.asKnown(at: instant) }
            record = record.asKnown(at: instant) ?? record
        }
        guard let wanted = episode.map({ id in episodes.first { $0.id == id } }) ?? episodes.last else { return [] }
        return governing.standings { pack in
            DutyBook(pack: pack, calendars: book.calendars)
                .standings(of: wanted, child: record, others: episodes, at: instant)
        }
    }

    /// What is not as expected, in a line, and lines that say more; none where all is.
    private func differences(_ expectation: Expectation) -> [String] {
        switch expectation.what {
        case .area(let expected): return areaDifferences(expected, expectation)
        case .noDuty(let id):
            guard governing.duty(id) != nil || !isMisspelt(id) else { return [unknown(id)] }
            let found = standings(of: id, expectation)
            guard let first = found.first else { return [] }
            let at = TimeText.writeLocal(expectation.at)
            return [
                "\(id) at \(at) is listed: \(summary(found)). None was expected.",
                "why: \(first.why.joined(separator: " "))",
            ]
        case .duty(let expected):
            guard governing.duty(expected.duty) != nil else { return [unknown(expected.duty)] }
            return differences(expected, among: standings(of: expected.duty, expectation), at: expectation.at)
        case .trigger(let expected): return differences(expected, expectation)
        case .triage(let colour, let withAbsences): return differences(colour, withAbsences, expectation)
        case .command(let act, let role, let outcome):
            return differences(act, role, outcome, expectation).map { [$0] } ?? []
        }
    }

    /// Every instance of one duty: of the episode meant, or of the child's whole record.
    private func standings(of duty: String, _ expectation: Expectation) -> [DutyStanding] {
        guard let child = expectation.child else { return [] }
        let (at, asKnown) = (expectation.at, expectation.asKnown)
        let all =
            governing.duty(duty)?.isAboutChild ?? false
            ? childStandings(of: child, at: at, asKnown: asKnown)
            : standings(of: child, episode: expectation.episode, at: at, asKnown: asKnown)
        return all.filter { $0.duty == duty }
    }

    /// Whether a duty that is not in the pack is nearly one that is: then somebody made a slip.
    private func isMisspelt(_ id: String) -> Bool {
        let ids = governing.dutyIDs
        return nearest(id, among: ids).map { editing in abs(editing.utf8.count - id.utf8.count) <= 1 } ?? false
    }

    private func unknown(_ id: String) -> String {
        let meant = nearest(id, among: governing.dutyIDs).map { " Did you mean “\($0)”?" } ?? ""
        return "“\(id)” is no duty of \(governing.names).\(meant)"
    }

    /// What is not as expected of a duty, `all` being its instances.
    func differences(
        _ expected: Expectation.DutyExpectation, among all: [DutyStanding], at instant: Instant
    ) -> [String] {
        let name = "\(expected.duty) at \(TimeText.writeLocal(instant))"
        let found =
            expected.instance.map { number in all.first { $0.instance == number } }
            ?? (all.last { $0.state != .notYet } ?? all.last)
        guard let found else {
            let which = expected.instance.map { ", instance \($0)," } ?? ""
            return ["\(name)\(which) is not listed\(all.isEmpty ? "" : "; there is \(summary(all))")."]
        }
        var lines: [String] = []
        func check(_ what: String, _ expected: String?, _ found: String?) {
            guard let expected, expected != found else { return }
            lines.append("\(what): expected \(expected), was \(found ?? "none")")
        }
        check("state", expected.state?.rawValue, found.state.rawValue)
        check("due", expected.due.map(TimeText.writeLocal), found.due.map(TimeText.writeLocal))
        let isDate = if case .date? = expected.from { true } else { false }
        let from = found.from.map { isDate ? "\(London.date(of: $0))" : TimeText.writeLocal($0) }
        check("from", expected.from.map(TimeText.writeLocal), from)
        check("by", expected.by?.rawValue, found.owedBy.rawValue)
        check("agency", expected.agency, found.agency?.name)
        if let source = expected.source, !found.source.contains(source) { check("source", source, found.source) }
        guard !lines.isEmpty else { return [] }
        return ["\(name) is not as expected."] + lines + ["why: \(found.why.joined(separator: " "))"]
    }

    private func summary(_ standings: [DutyStanding]) -> String {
        standings.map { "instance \($0.instance) \($0.state.rawValue)" }.joined(separator: ", ")
    }

    private func differences(
        _ act: Act, _ role: Role, _ outcome: Expectation.CommandOutcome, _ expectation: Expectation
    ) -> String? {
        guard let child = expectation.child, let record = scenario.state.child(child) else { return nil }
        let episodes = scenario.episodes(of: child, at: expectation.at)
        let episode = expectation.episode.map { id in episodes.first { $0.id == id } } ?? episodes.last
        let refusal = guardrails.check(act, by: role, episode: episode, child: record, others: episodes)
        switch outcome {
        case .refused(let rule, let needs):
            guard let refusal else { return "The command is not refused; “\(rule)” was expected to." }
            if refusal.rule != rule { return "The command is refused by “\(refusal.rule)”; “\(rule)” was expected." }
            guard let needs, !refusal.needs.contains(needs) else { return nil }
            let found = refusal.needs.map(\.rawValue).joined(separator: ", ")
            return "“\(rule)” needs \(found.isEmpty ? "nobody's authority" : found); \(needs.rawValue) was expected."
        case .allowed:
            if let refusal { return "The command is refused by “\(refusal.rule)”: \(refusal.says)" }
            return otherRefusal(act, role, at: expectation.at).map { "The command is refused: \($0.says)" }
        }
    }

    /// What else stands in the way of recording it, as the record was.
    private func otherRefusal(_ act: Act, _ role: Role, at instant: Instant) -> Refusal? {
        var state = State()
        for event in scenario.events where event.occurredAt.earliest <= instant {
            // Corrections name entries by their places, which are others here: they're left as they are.
            if event.word != .corrected { state.apply(event, at: state.position.next) }
        }
        do throws(Refusal) {
            _ = try decide([act], by: Actor(role: role), at: instant, in: state)
            return nil
        } catch {
            return error
        }
    }
}
