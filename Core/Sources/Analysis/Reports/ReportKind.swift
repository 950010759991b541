// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The reports that are made from the record.
public enum ReportKind: String, CaseIterable, Hashable, Sendable {
    case storyboard, weekly, panel, quarterly, members, annual, themes, home

    /// For addresses, commands and files.
    public var id: String { rawValue }

    public static func named(_ id: String) -> ReportKind? { ReportKind(rawValue: id) }

    public var title: String {
        switch self {
        case .storyboard: "Storyboard"
        case .weekly: "Weekly performance"
        case .panel: "Figures for the panel"
        case .quarterly: "Quarterly report for the board"
        case .members: "Report for council members"
        case .annual: "Annual report"
        case .themes: "What return interviews tell"
        case .home: "A home’s month"
        }
    }

    /// What it is and for whom, in a sentence.
    public var purpose: String {
        switch self {
        case .storyboard:
            "One page for anybody: what going missing means, how often it happens here, what is done about it."
        case .weekly: "For those who run the service: what happened in a week, what is owed and what is late."
        case .panel:
            "For the panel’s month: who goes missing most and from where, when, and what came of what was agreed."
        case .quarterly: "For the safeguarding board: the quarter beside the one before and the same one a year ago."
        case .members: "For council members: how many, how that changes, whether children are listened to afterwards."
        case .annual: "For the board and the public: the year as a whole, quarter by quarter."
        case .themes: "For those who plan services: why children go, what happens to them, what was done about it."
        case .home:
            "For a home and its independent visitor: the month of the children who lived there, under their initials."
        }
    }

    /// Whether it leaves the circle of those who need to know, so that small counts are hidden in it.
    public var isPublished: Bool {
        switch self {
        case .storyboard, .quarterly, .members, .annual: true
        case .weekly, .panel, .themes, .home: false
        }
    }

    /// Whether it may name children.
    public var namesChildren: Bool { self == .panel || self == .home }

    /// Whether it is for somebody of this role. A storyboard holds nothing that may not stand on a wall.
    public func isRead(by role: Role) -> Bool {
        switch self {
        case .storyboard: role != .child && role != .parent
        case .quarterly where role == .councilMember: false
        case .members, .annual, .quarterly:
            switch role {
            case .boardMember, .councilMember: true
            case .teamManager, .mash, .iro, .missingCoordinator, .superintendent, .panelChair, .analyst, .auditor: true
            default: false
            }
        case .weekly, .themes:
            switch role {
            case .teamManager, .mash, .iro, .missingCoordinator, .superintendent, .panelChair, .analyst: true
            default: false
            }
        case .home: role.isCarer
        case .panel:
            switch role {
            case .teamManager, .mash, .missingCoordinator, .panelChair: true
            default: false
            }
        }
    }

    /// The stretch that is reported on where nobody names one: the last that is over.
    public func usualPeriod(today: CivilDate) -> ClosedRange<CivilDate> {
        switch self {
        case .weekly:
            let monday = today.adding(days: -((Int(today.daysSince1970) + 3) % 7))
            return monday.adding(days: -7)...monday.adding(days: -1)
        case .panel, .home: return ReportPeriod.months(1, before: today)
        case .quarterly, .members, .themes: return ReportPeriod.quarter(before: today)
        case .storyboard, .annual:
            let year = CollectionYear(containing: today).flatMap { CollectionYear(ending: $0.ending - 1) }
            return year.map { $0.first...$0.last } ?? ReportPeriod.months(12, before: today)
        }
    }

    /// Why the report cannot be about these dates; nil where it can.
    public func fault(_ period: ClosedRange<CivilDate>) -> String? {
        if period.lowerBound.days(until: period.upperBound) >= 3_660 { return "Choose ten years at most." }
        guard isPublished, !ReportPeriod.isWholeMonths(period) else { return nil }
        return
            "This report leaves the circle of those who need to know, so it is about whole months: whoever has two that "
            + "differ by some days could take one from the other. Choose from the first of a month to the last of one."
    }
}

/// Stretches that people report on.
public enum ReportPeriod {
    /// The last so many whole months before the month of `today`.
    public static func months(_ count: Int, before today: CivilDate) -> ClosedRange<CivilDate> {
        let first = firstOfMonth(today)
        return adding(months: -count, to: first)...first.previous
    }

    /// The last whole quarter of a year before that of `today`.
    public static func quarter(before today: CivilDate) -> ClosedRange<CivilDate> {
        let first = adding(months: -((today.month - 1) % 3), to: firstOfMonth(today))
        return adding(months: -3, to: first)...first.previous
    }

    public static func firstOfMonth(_ date: CivilDate) -> CivilDate { date.adding(days: 1 - date.day) }

    /// The same first of a month, so many months later or earlier.
    public static func adding(months: Int, to first: CivilDate) -> CivilDate {
        let number = first.year * 12 + first.month - 1 + months
        return CivilDate(year: number / 12, month: number % 12 + 1, day: 1) ?? first
    }

    public static func isWholeMonths(_ period: ClosedRange<CivilDate>) -> Bool {
        period.lowerBound.day == 1 && period.upperBound.next.day == 1
    }

    /// How many months a stretch of whole months has.
    static func monthCount(_ period: ClosedRange<CivilDate>) -> Int {
        let (first, last) = (period.lowerBound, period.upperBound)
        return (last.year - first.year) * 12 + last.month - first.month + 1
    }

    /// The stretch of whole months so many months earlier.
    static func moved(_ period: ClosedRange<CivilDate>, months: Int) -> ClosedRange<CivilDate> {
        let first = adding(months: months, to: period.lowerBound)
        return first...adding(months: monthCount(period), to: first).previous
    }

    /// The months of a stretch, as ``Dimension/months(_:)`` names them.
    static func names(_ period: ClosedRange<CivilDate>) -> [String] {
        (0..<monthCount(period)).map { number in
            let first = adding(months: number, to: period.lowerBound)
            return "\(first.year)-\(first.month < 10 ? "0" : "")\(first.month)"
        }
    }

    /// "1 April 2017 to 31 March 2018".
    public static func spoken(_ period: ClosedRange<CivilDate>) -> String {
        "\(Spoken.fullDate(period.lowerBound)) to \(Spoken.fullDate(period.upperBound))"
    }

    /// "April to June 2026", "April 2017 to March 2018", "June 2026"; days where it is not of whole months.
    public static func short(_ period: ClosedRange<CivilDate>) -> String {
        guard isWholeMonths(period) else { return spoken(period) }
        let (first, last) = (period.lowerBound, period.upperBound)
        let end = "\(Spoken.monthName(last.month)) \(last.year)"
        if first.year == last.year {
            return first.month == last.month ? end : "\(Spoken.monthName(first.month)) to \(end)"
        }
        return "\(Spoken.monthName(first.month)) \(first.year) to \(end)"
    }
}
