// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension ScenarioReader {
    func expectation(_ node: PackNode) -> Expectation? {
        let known =
            [
                "at", "asKnown", "child", "episode", "duty", "instance", "state", "from", "due", "by", "agency",
                "source", "noDuty", "command", "refused", "needs", "allowed", "area",
            ] + Self.triggerKeys + Self.triageKeys
        guard let fields = Fields(node, "an expectation", known: known, faults: faults) else { return nil }
        let kinds = Self.expectationKinds.filter { fields[$0] != nil }
        guard kinds.count == 1 else {
            faults.add(node, "An expectation has exactly one of these.", allowed: Self.expectationKinds)
            return nil
        }
        if let command = fields["command"] { return self.command(command, fields) }
        let at = fields.need("at", "an expectation").flatMap { instant($0, "“at”") }
        let asKnown = fields["asKnown"].flatMap { faults.flag($0, "“asKnown”") } ?? false
        if let area = fields["area"] { return self.area(area, fields, at: at, asKnown: asKnown) }
        // A place's or a group's trigger is about no child alone.
        let isOfArea = fields["place"] != nil || fields["children"] != nil
        let child = isOfArea ? children.first?.id : subject(node)
        let episode = fields["episode"].map { self.episode($0) }
        let what: Expectation.What? =
            fields["duty"].flatMap { duty($0, fields) }.map { .duty($0) }
            ?? fields["noDuty"].flatMap { faults.text($0, "“noDuty”") }.map { .noDuty($0) }
            ?? fields["trigger"].flatMap { trigger($0, fields) } ?? fields["triage"].flatMap { triage($0, fields) }
        guard let at, let child, let what, episode != .some(nil) else { return nil }
        return Expectation(
            file: node.file, line: node.line, at: at, asKnown: asKnown, child: child, episode: episode ?? nil,
            what: what)
    }

    private static let expectationKinds = ["duty", "noDuty", "area", "trigger", "triage", "command"]

    private func episode(_ node: PackNode) -> EpisodeID? {
        faults.word(node, "episode of this scenario", among: episodes.keys.sorted()).flatMap { episodes[$0] }
    }

    /// What is expected of a duty of the area, which is no child's.
    private func area(_ node: PackNode, _ fields: Fields, at instant: Instant?, asKnown: Bool) -> Expectation? {
        for key in ["child", "episode"] {
            if let other = fields[key] { faults.add(other, "A duty of the area belongs to no child.") }
        }
        guard let instant, let what = duty(node, fields) else { return nil }
        return Expectation(
            file: fields.node.file, line: fields.node.line, at: instant, asKnown: asKnown, child: nil, episode: nil,
            what: .area(what))
    }

    private func duty(_ node: PackNode, _ fields: Fields) -> Expectation.DutyExpectation? {
        guard let id = faults.text(node, "“duty”") else { return nil }
        var expected = Expectation.DutyExpectation(duty: id)
        expected.instance = fields["instance"].flatMap { faults.number($0, "“instance”") }
        expected.state = fields["state"].flatMap { faults.choice($0, "state", of: DutyState.self) }
        expected.from = fields["from"].flatMap { due($0, "“from”") }
        expected.due = fields["due"].flatMap { due($0, "“due”") }
        expected.by = fields["by"].flatMap { faults.choice($0, "role", of: Role.self) }
        expected.agency = fields["agency"].flatMap { faults.text($0, "“agency”") }
        expected.source = fields["source"].flatMap { faults.text($0, "“source”") }
        return expected
    }

    /// A date, or a local date and time.
    private func due(_ node: PackNode, _ what: String) -> Due? {
        guard let text = faults.text(node, what) else { return nil }
        if !text.contains("T") { return faults.date(node, what).map { .date($0) } }
        return instant(node, what).map { .instant($0) }
    }

    private func command(_ node: PackNode, _ fields: Fields) -> Expectation? {
        for key in ["at", "is", "by"] where node[key] == nil { faults.add(node, "A command needs “\(key)”.") }
        let at = node["at"].flatMap { time($0, "“at”") }
        let word = node["is"].flatMap { faults.choice($0, "event", of: EventWord.self) }
        let role = node["by"].flatMap { faults.choice($0, "role", of: Role.self) }
        let child = subject(node)
        let episode = node["episode"].map { self.episode($0) }
        guard let at, let word, let role, let child, episode != .some(nil) else { return nil }
        var details = Details()
        for entry in node.entries where !["at", "is", "by", "child", "episode"].contains(entry.key) {
            detail(entry, of: word, into: &details)
        }
        fill(&details, of: word, at: at, isTold: false, node)
        let refused = fields["refused"].flatMap { faults.text($0, "“refused”") }
        let needs = fields["needs"].flatMap { faults.choice($0, "role", of: Role.self) }
        let allowed = fields["allowed"].flatMap { faults.flag($0, "“allowed”") }
        guard (refused != nil) != (allowed == true) else {
            faults.add(fields.node, "A command is expected to be refused by a guardrail, or allowed.")
            return nil
        }
        let subject = (episode ?? nil).map { Act.Subject.episode($0) } ?? .child(child)
        return Expectation(
            file: fields.node.file, line: fields.node.line, at: at.latest, asKnown: false, child: child,
            episode: episode ?? nil,
            what: .command(
                Act(word, subject, occurredAt: at, details: details), by: role,
                outcome: refused.map { .refused($0, needs: needs) } ?? .allowed))
    }
}
