// SPDX-License-Identifier: MIT
import WorkingTime

/// One episode of absence, with what is known of the child and the placement at its start.
///
/// The figures are computed from these rows wherever they came from: a return, a police extract, the record.
public struct AbsenceRow: Hashable, Sendable {
    /// Which child, as a number that means nothing outside its table.
    public var child: Int32
    public var kind: AbsenceKind
    public var began: CivilDate?
    public var ended: CivilDate?
    /// The minute of the local day at which it began, where times are known.
    public var beganAtMinute: Int?
    /// Length in minutes, where times are known.
    public var lengthMinutes: Int?
    /// The source leaves the end blank: as far as it knows, the child is still away.
    public var isOpen = false
    /// Whole years at the start.
    public var age: Int?
    public var sex: Sex?
    public var ethnicity: EthnicGroup?
    public var placement: PlacementKind?
    public var isOutOfArea: Bool?
    /// Risk as graded, in the words of the source.
    public var risk: String?
    /// Whether anybody reported it, where the source can tell.
    public var cameToNotice: Notice?
    /// How far the return interview has come, where one is owed and the source can tell.
    public var interview: InterviewOutcome?
    /// The episode's number in the record; 0 where the source gives none.
    public var episode: UInt32 = 0
    /// None or one: most sources have no details, and their rows stay small.
    private var kept: [EpisodeDetails] = []

    /// How an absence came to notice.
    public enum Notice: String, CaseIterable, Hashable, Sendable {
        case byReport = "By a report"
        /// Hidden missing: an agency heard of it otherwise. Source: SG ¶17.
        case withoutReport = "Without any report"
    }

    public init(child: Int32, kind: AbsenceKind) {
        self.child = child
        self.kind = kind
    }

    /// What only the record knows; nil of a row from elsewhere.
    public var details: EpisodeDetails? {
        get { kept.first }
        set { kept = newValue.map { [$0] } ?? [] }
    }

    /// Whether the child was away from midnight to five in the morning, local time, of some night.
    ///
    /// Nil where a time is lacking, and where the child is still away and no such night has to have passed. The first
    /// night after the start settles it: an absence that covers a later one covers that one too.
    public var isOvernight: Bool? {
        guard let began, let beganAtMinute, let lengthMinutes, (0..<1_440).contains(beganAtMinute) else { return nil }
        let start = London.instantOrChange(at: LocalTime(date: began, secondOfDay: beganAtMinute * 60))
        let night = beganAtMinute == 0 ? began : began.next
        let morning = London.instantOrChange(at: LocalTime(date: night, secondOfDay: 5 * 3_600))
        return morning <= start + .minutes(lengthMinutes)
    }

    /// Whole days from start to end, as the national statistics count: late evening to early next morning is 1.
    public var lengthDays: Int? {
        guard let began, let ended, began <= ended else { return nil }
        return began.days(until: ended)
    }

    /// Whole years between two dates.
    public static func age(born: CivilDate, on day: CivilDate) -> Int? {
        guard born <= day else { return nil }
        let (from, to) = (born.parts, day.parts)
        let hadBirthday = (from.month, from.day) <= (to.month, to.day)
        return to.year - from.year - (hadBirthday ? 0 : 1)
    }
}

/// All absences of one source.
public struct AbsenceTable: Sendable {
    public var rows: [AbsenceRow]
    /// What the source calls each child, by the child's number.
    public var children: [String]
    /// The kinds that the source can tell apart, in the order in which they are shown.
    public var kinds: [AbsenceKind]

    public init(rows: [AbsenceRow], children: [String], kinds: [AbsenceKind]) {
        self.rows = rows
        self.children = children
        self.kinds = kinds
    }
}
