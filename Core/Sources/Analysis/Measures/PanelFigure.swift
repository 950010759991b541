// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What panels did about the episodes counted: whom they looked at, letters, what children answered.
public struct PanelFigure: Sendable {
    public static let id = "panel"
    public static let title = "Panel"
    public static let definition =
        "Children who were put on a panel’s agenda, letters sent, answers received from children and how many of them were "
        + "answered, over the episodes counted. Source: H."

    public let onAgenda: Count
    /// Episodes, and children, with a letter; and how many letters.
    public let withLetter: Count
    public let letters: Int
    /// Episodes, and children, with an answer; and how many answers.
    public let withFeedback: Count
    public let feedbackReceived: Int
    public let feedbackAnswered: Int
    public let triggers: WordFigure

    public init(of table: EpisodeTable, rows: EpisodeRows) {
        onAgenda = Crosstab(.onAgenda, of: table, rows: rows).count(0)
        letters = table.sum(.lettersSent, rows)
        let sent = table[.lettersSent]
        withLetter = Crosstab(.kind, of: table, rows: rows.filter { sent[$0] > 0 }).total
        let received = table[.feedbackReceived]
        withFeedback = Crosstab(.kind, of: table, rows: rows.filter { received[$0] > 0 }).total
        feedbackReceived = table.sum(.feedbackReceived, rows)
        feedbackAnswered = table.sum(.feedbackAnswered, rows)
        triggers = WordFigure(.agendaTriggers, of: table, rows: rows)
    }
}

/// Actions that were agreed, by what became of them.
public struct ActionFigure: Hashable, Sendable {
    public static let id = "actions"
    public static let title = "Agreed actions"
    public static let definition =
        "Actions agreed in the period: done by the date they were due, done later, done with no date agreed, overdue, open and "
        + "not yet due, or dropped. The date is the one that held last."

    public var agreed = 0
    public var doneInTime = 0
    public var doneLate = 0
    public var doneWithoutDate = 0
    public var overdue = 0
    public var open = 0
    public var dropped = 0
    /// Children for whom any was agreed.
    public var children = 0

    /// Of those that came due and were not dropped, how many were done in time.
    public var inTime: Proportion { Proportion(doneInTime, of: doneInTime + doneLate + overdue) }

    /// The actions agreed in a period for these children.
    public init(
        of asked: some Sequence<ChildID>, in state: State, period: ClosedRange<CivilDate>, at now: Instant
    ) {
        for child in asked {
            let agreed = state.actions(of: child).filter { period.contains(London.date(of: $0.agreed.clockTime)) }
            if !agreed.isEmpty { children += 1 }
            for action in agreed { take(action, at: now) }
        }
    }

    private mutating func take(_ action: AgreedAction, at now: Instant) {
        agreed += 1
        if let done = action.done {
            if let due = action.due {
                if done.clockTime <= due.latest { doneInTime += 1 } else { doneLate += 1 }
            } else {
                doneWithoutDate += 1
            }
        } else if action.dropped != nil {
            dropped += 1
        } else if action.isOverdue(at: now) {
            overdue += 1
        } else {
            open += 1
        }
    }
}

/// Children missing from education, by what became of their cases. Source: H; BI, children missing education.
public struct EducationFigure: Sendable {
    public static let id = "education"
    public static let title = "Missing from education"
    public static let definition =
        "Cases of pupils that a school referred to the authority, or to anybody, in the period: those in which the pupil was "
        + "traced or came back and the case is closed, those closed without, and those that go on. Days to locate run from the "
        + "referral. What came of closed cases is by their outcome."

    public let referrals: Count
    public let locatedAndClosed: Count
    public let closedOtherwise: Count
    public let ongoing: Count
    public let daysToLocate: QuantitySummary
    /// Closed cases by outcome, the commonest first.
    public let outcomes: [(outcome: SchoolCaseOutcome, cases: Int)]

    public init(of asked: some Sequence<Child>, in state: State, period: ClosedRange<CivilDate>) {
        var (all, located, otherwise, open) = (Count(), Count(), Count(), Count())
        var (days, outcomes): ([Int32], [SchoolCaseOutcome: Int]) = ([], [:])
        for child in asked {
            let cases = state.episodes(of: child.id).compactMap { Case($0) }
                .filter { period.contains($0.referredOn) }
            all.add(cases)
            located.add(cases.filter { $0.isClosed && $0.locatedOn != nil })
            otherwise.add(cases.filter { $0.isClosed && $0.locatedOn == nil })
            open.add(cases.filter { !$0.isClosed })
            for each in cases {
                days.append(each.locatedOn.map { Int32(each.referredOn.days(until: $0)) } ?? NumberColumn.unknown)
                if let outcome = each.outcome { outcomes[outcome, default: 0] += 1 }
            }
        }
        (referrals, locatedAndClosed, closedOtherwise, ongoing) = (all, located, otherwise, open)
        daysToLocate = QuantitySummary(days)
        self.outcomes = outcomes.map { ($0.key, $0.value) }
            .sorted { ($1.cases, $0.outcome.rawValue) < ($0.cases, $1.outcome.rawValue) }
    }

    fileprivate struct Case {
        let referredOn: CivilDate
        let locatedOn: CivilDate?
        let isClosed: Bool
        let outcome: SchoolCaseOutcome?

        init?(_ episode: Episode) {
            guard episode.facts.isSchoolCase else { return nil }
            let marks = episode.history.standing
            guard let referred = marks.first(where: { $0.word == .referred }) else { return nil }
            referredOn = London.date(of: referred.clockTime)
            let located = marks.first { ($0.word == .pupilTraced || $0.word == .attended || $0.word == .returned) }
            let day = London.date(of: referred.clockTime)
            // A child who came back before the referral is located on the day of it.
            locatedOn = located.map { max(London.date(of: $0.clockTime), day) }
            isClosed = episode.facts.closedAt != nil
            outcome = marks.last { $0.word == .caseClosed }?.details.word(.outcome).flatMap(SchoolCaseOutcome.init)
        }
    }
}

extension Count {
    /// Cases of one child.
    fileprivate mutating func add(_ cases: [EducationFigure.Case]) {
        episodes += cases.count
        children += cases.isEmpty ? 0 : 1
    }
}
