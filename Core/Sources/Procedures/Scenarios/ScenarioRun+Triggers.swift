// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension ScenarioRun {
    /// Every firing for the child, and for rankings in which the child is.
    public func firings(of child: ChildID, at instant: Instant, asKnown: Bool = false) -> [Firing] {
        guard let known = known(child, at: instant, asKnown: asKnown) else { return [] }
        let own = triggers.firings(of: known.child, episodes: known.episodes, at: instant)
        let ranked = areaFirings(at: instant, asKnown: asKnown).filter { $0.subject == .child(child) }
        return (own + ranked).sorted { $0.at < $1.at }
    }

    /// Every firing for places, groups and rankings.
    public func areaFirings(at instant: Instant, asKnown: Bool = false) -> [Firing] {
        triggers.areaFirings(in: asKnown ? scenario.state(asKnownAt: instant) : scenario.state, at: instant)
    }

    /// Where the duties on the child's whole record stand.
    public func childStandings(of child: ChildID, at instant: Instant, asKnown: Bool = false) -> [DutyStanding] {
        guard let known = known(child, at: instant, asKnown: asKnown) else { return [] }
        let state = asKnown ? scenario.state(asKnownAt: instant) : scenario.state
        return governing.standings { pack in
            let ranked = TriggerBook(pack: pack, calendars: book.calendars).areaFirings(in: state, at: instant)
            return DutyBook(pack: pack, calendars: book.calendars)
                .childStandings(of: known.child, episodes: known.episodes, areaFirings: ranked, at: instant)
        }
    }

    /// The child's triage; nil where the pack has none.
    public func triage(of child: ChildID, at instant: Instant, asKnown: Bool = false) -> TriageReading? {
        known(child, at: instant, asKnown: asKnown).flatMap {
            TriageBook(pack: book.pack, calendars: book.calendars)
                .reading(of: $0.child, episodes: $0.episodes, at: instant)
        }
    }

    private var triggers: TriggerBook { TriggerBook(pack: book.pack, calendars: book.calendars) }

    /// A child and their episodes, by all that is recorded or by what was by then.
    private func known(
        _ id: ChildID, at instant: Instant, asKnown: Bool
    ) -> (child: Child, episodes: [Episode])? {
        guard let child = scenario.state.child(id) else { return nil }
        let episodes = scenario.state.episodes(of: id)
        guard asKnown else { return (child, episodes) }
        return (child.asKnown(at: instant) ?? child, episodes.compactMap { $0.asKnown(at: instant) })
    }

    func differences(_ expected: Expectation.TriggerExpectation, _ expectation: Expectation) -> [String] {
        let ids = book.pack.triggers.map(\.id)
        guard let trigger = book.pack.trigger(expected.trigger) else {
            let meant = nearest(expected.trigger, among: ids).map { " Did you mean “\($0)”?" } ?? ""
            return ["“\(expected.trigger)” is no trigger of \(book.pack.id).\(meant)"]
        }
        let all =
            trigger.subject == .child
            ? expectation.child.map { firings(of: $0, at: expectation.at, asKnown: expectation.asKnown) } ?? []
            : areaFirings(at: expectation.at, asKnown: expectation.asKnown)
        let fired = all.filter { $0.trigger == trigger.id }
        let found = fired.contains { expected.isMet(by: $0) }
        guard found != expected.fires else { return [] }
        let at = TimeText.writeLocal(expectation.at)
        let says = fired.isEmpty ? "it has not fired" : fired.map(summary).joined(separator: "; ")
        return [
            "\(trigger.id) at \(at): \(expected.fires ? "to have fired" : "not to have fired") was expected; \(says)."
        ]
    }

    private func summary(_ firing: Firing) -> String {
        let episodes = firing.episodes.map { scenario.name(of: $0) }.joined(separator: ", ")
        let marks = [firing.isUndone ? "undone" : nil, firing.isDealtWith ? "dealt with" : nil].compactMap { $0 }
        return "it fired at \(TimeText.writeLocal(firing.at)) for \(scenario.name(of: firing.subject)) by "
            + "[\(episodes)], making [\(firing.makes.joined(separator: ", "))]"
            + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
    }

    func differences(
        _ colour: Triage.Colour, _ withAbsences: Triage.Colour?, _ expectation: Expectation
    ) -> [String] {
        let at = TimeText.writeLocal(expectation.at)
        guard let child = expectation.child,
            let found = triage(of: child, at: expectation.at, asKnown: expectation.asKnown)
        else {
            return ["\(book.pack.id) has no triage; \(colour.rawValue) was expected at \(at)."]
        }
        var lines: [String] = []
        if found.colour != colour {
            lines.append("triage at \(at): \(colour.rawValue) expected, \(found.colour.rawValue) found.")
        }
        if let withAbsences, found.colourWithAbsences != withAbsences {
            lines.append(
                "triage with absences at \(at): \(withAbsences.rawValue) expected, "
                    + "\(found.colourWithAbsences.rawValue) found.")
        }
        return lines.isEmpty ? [] : lines + ["  why: \(found.why.joined(separator: " "))"]
    }
}

extension Expectation.TriggerExpectation {
    /// Whether it is a firing such as is meant. One that was undone is meant only where the scenario says so.
    fileprivate func isMet(by firing: Firing) -> Bool {
        if firing.isUndone != (isUndone ?? false) { return false }
        if let isDealtWith, isDealtWith != firing.isDealtWith { return false }
        if let episodes, Set(episodes) != Set(firing.episodes) { return false }
        if let makes, Set(makes) != Set(firing.makes) { return false }
        if let place, firing.subject != .place(place) { return false }
        if let children, firing.subject != .group(children) { return false }
        return true
    }
}

extension Scenario {
    /// The record by what had been written down at `instant`.
    func state(asKnownAt instant: Instant) -> State {
        var state = State()
        for (index, event) in events.enumerated() where event.recordedAt <= instant {
            state.apply(event, at: Position(Int64(index + 1)))
        }
        return state
    }

    /// The episode's name in the file.
    func name(of episode: EpisodeID) -> String {
        episodes.first { $0.value == episode }?.key ?? "\(episode.number)"
    }

    func name(of subject: Firing.Subject) -> String {
        func name(_ child: ChildID) -> String { children.first { $0.id == child }?.key ?? "\(child.number)" }
        switch subject {
        case .child(let child): return name(child)
        case .place(let place): return place
        case .group(let group): return group.map(name).joined(separator: " and ")
        }
    }
}
