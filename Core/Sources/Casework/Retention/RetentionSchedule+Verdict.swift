// SPDX-License-Identifier: MIT

import WorkingTime

extension RetentionSchedule {
    /// Until when the child's record is kept, by the events and nothing else; nil where there is none.
    public func verdict(on id: ChildID, in state: State, at now: Instant) -> RetentionVerdict? {
        guard let child = state.child(id) else { return nil }
        return RetentionWork(schedule: self, child: child, episodes: state.episodes(of: id), now: now).verdict
    }

    /// The records whose time has come, the longest past first.
    public func due(in state: State, at now: Instant) -> [RetentionVerdict] {
        let today = London.date(of: now)
        return state.children.values.compactMap { verdict(on: $0.id, in: state, at: now) }
            .filter(\.mayEnd)
            .sorted { ($0.keptThrough ?? today, $0.child) < ($1.keptThrough ?? today, $1.child) }
    }
}

/// Works out one verdict.
private struct RetentionWork {
    let schedule: RetentionSchedule
    let child: Child
    let episodes: [Episode]
    let now: Instant

    /// What one rule comes to: a date, or why there is none.
    private struct Line {
        let rule: RetentionRule
        let through: CivilDate?
        let because: String
    }

    var verdict: RetentionVerdict {
        let hold = child.facts.protection.legalHold.flatMap { $0.holds(at: now) ? $0 : nil }
        let lines = schedule.rules.filter { concerns($0.concern) }.map(line)
        let (through, rule, reasons) = settled(lines)
        let standing: RetentionVerdict.Standing
        var said = reasons
        if let hold {
            standing = .held
            said.insert("A legal hold stands since \(day(hold.since)): nothing may be destroyed.", at: 0)
        } else if let through {
            standing = through < London.date(of: now) ? .timeHasCome(keptThrough: through) : .keptThrough(through)
        } else {
            standing = .notByItself
        }
        return RetentionVerdict(child: child.id, standing: standing, rule: rule, reasons: said, hold: hold)
    }

    /// The latest of what the rules ask for; of a decision and the law, the later; of a decision and a local choice,
    /// the decision.
    private func settled(_ lines: [Line]) -> (through: CivilDate?, rule: RetentionRule?, reasons: [String]) {
        let latest = lines.max { ($0.through ?? .distantPast) < ($1.through ?? .distantPast) }
        let isOpen = lines.contains { $0.through == nil }
        let ordered = lines.sorted { ($0.through ?? .distantFuture) > ($1.through ?? .distantFuture) }
        let reasons = ordered.map(\.because)
        guard let decided = child.facts.protection.retention.map({ London.date(of: $0.until) }) else {
            return (isOpen ? nil : latest?.through, isOpen ? nil : latest?.rule, reasons)
        }
        let said = "A records manager decided that it is kept through \(Spoken.fullDate(decided))."
        let law = lines.filter { !$0.rule.isLocalChoice }
        if law.contains(where: { $0.through == nil }) {
            let why = "What the law asks for can't be worked out, so the decision can't settle it alone."
            return (nil, nil, [why, said] + reasons)
        }
        if let longest = law.max(by: { ($0.through ?? .distantPast) < ($1.through ?? .distantPast) }),
            let through = longest.through, decided < through
        {
            let why = "The law asks for longer than was decided: through \(Spoken.fullDate(through))."
            return (through, longest.rule, [why, said] + reasons)
        }
        return (decided, nil, [said] + reasons)
    }

    private func concerns(_ concern: RetentionRule.Concern) -> Bool {
        switch concern {
        case .everyRecord: true
        case .statuses(let kinds): child.facts.statuses.contains { kinds.contains($0.kind) }
        case .lookedAfter:
            child.facts.statuses.contains { $0.kind == StatusSpan.lookedAfter } || !child.facts.placements.isEmpty
                || episodes.contains { $0.facts.lookedAfter }
        }
    }

    private func line(_ rule: RetentionRule) -> Line {
        let source = rule.law.map { " (\($0))" } ?? " (a local choice)"
        if let years = rule.yearsAfterDeath, let died = child.facts.diedOn {
            guard let born = child.facts.born else {
                return Line(
                    rule: rule, through: nil,
                    because: "\(rule.says)\(source) The child died on \(Spoken.fullDate(died)), and whether that was "
                        + "before 18 is not known.")
            }
            if died < born.anniversary(18) {
                let through = died.anniversary(years)
                return Line(
                    rule: rule, through: through,
                    because:
                        "\(rule.says)\(source) The child died on \(Spoken.fullDate(died)), before 18: kept through "
                        + "\(Spoken.fullDate(through)).")
            }
        }
        switch rule.length {
        case .untilBirthday(let years): return birthday(years, rule, source)
        case .yearsAfterLastEntry(let years):
            guard let last = lastEntry else {
                return Line(rule: rule, through: nil, because: "\(rule.says)\(source) There is no entry to count from.")
            }
            let through = London.date(of: last).anniversary(years)
            return Line(
                rule: rule, through: through,
                because: "\(rule.says)\(source) The last one is of \(day(last)): kept through "
                    + "\(Spoken.fullDate(through)).")
        }
    }

    private func birthday(_ years: Int, _ rule: RetentionRule, _ source: String) -> Line {
        let certainty = child.facts.identity.word(.bornCertainty)
        guard let born = child.facts.born, certainty != "unknown" else {
            return Line(
                rule: rule, through: nil,
                because: "\(rule.says)\(source) The date of birth is not known, so a person must decide.")
        }
        let through = born.anniversary(years)
        let estimate =
            certainty == nil || certainty == "exact" ? "" : " The date of birth is \(certainty ?? ""), not certain."
        return Line(
            rule: rule, through: through,
            because: "\(rule.says)\(source) Born on \(Spoken.fullDate(born)): kept through "
                + "\(Spoken.fullDate(through)).\(estimate)")
    }

    /// The newest entry about the child themselves: deciding on the record's end does not put it off.
    private var lastEntry: Instant? {
        let marks = child.history.recorded + episodes.flatMap(\.history.recorded)
        return marks.lazy.filter { !EventWords.aboutKeeping.contains($0.word) }.map(\.recordedAt).max()
    }

    private func day(_ instant: Instant) -> String { Spoken.fullDate(London.date(of: instant)) }
}

extension CivilDate {
    fileprivate static let distantPast = CivilDate(daysSince1970: .min / 2)
    fileprivate static let distantFuture = CivilDate(daysSince1970: .max / 2)
}
