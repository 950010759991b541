// SPDX-License-Identifier: MIT

import WorkingTime

/// A child whose record was erased: how many episodes there were and of what kinds, and nothing that tells who.
public struct ErasedChild: Hashable, Sendable {
    public let erasedAt: Instant
    /// How many episodes the record had, also those that were never reported and so never counted in figures.
    public let episodeCount: Int
    public let episodes: [ErasedEpisode]
}

/// One episode of an erased child, as far as figures need it: months and bands, no day, no name, no number.
///
/// Its wire form, one word of the detail `tally`, is nine fields between bars, in this order:
/// `2015-06|missing-from-care|medium|female|10-15|looked-after|8-16-hours|late|eastmoor` (start month, care kind, police
/// category, sex, age band at the start, `looked-after` or `not-looked-after`, length band, interview, responsible
/// authority). What is not known is a `?`.
public struct ErasedEpisode: Hashable, Sendable {
    /// Whole years at the start, in the bands of the national statistics.
    public enum AgeBand: String, CaseIterable, Hashable, Sendable {
        case under1 = "under-1"
        case from1To4 = "1-4"
        case from5To9 = "5-9"
        case from10To15 = "10-15"
        case from16 = "16-and-over"

        public init(age: Int) {
            self =
                switch age {
                case ..<1: .under1
                case ...4: .from1To4
                case ...9: .from5To9
                case ...15: .from10To15
                default: .from16
                }
        }
    }

    /// Elapsed time from start to return; a band takes its lower limit and not its upper.
    public enum LengthBand: String, CaseIterable, Hashable, Sendable {
        case under8Hours = "under-8-hours"
        case from8To16Hours = "8-16-hours"
        case from16To24Hours = "16-24-hours"
        case from24To48Hours = "24-48-hours"
        case from2To7Days = "2-7-days"
        case from7Days = "7-days-and-more"

        public init(_ length: Elapsed) {
            self =
                switch length.seconds / 3_600 {
                case ..<8: .under8Hours
                case ..<16: .from8To16Hours
                case ..<24: .from16To24Hours
                case ..<48: .from24To48Hours
                case ..<168: .from2To7Days
                default: .from7Days
                }
        }
    }

    /// Whether a return interview was held, and within 72 hours of the return. Source: SG ¶32.
    public enum Interview: String, CaseIterable, Hashable, Sendable {
        case inTime = "in-time"
        case late
        case none
    }

    /// The first day of the month in which it started.
    public let month: CivilDate
    public let careKind: CareKind
    public let category: PoliceCategory
    public let sex: String?
    public let age: AgeBand?
    public let lookedAfter: Bool
    public let length: LengthBand?
    public let interview: Interview
    public private(set) var authority: AgencyID?

    /// What stays of an episode; nil where nobody had reported it, for that was never counted.
    public init?(_ episode: Episode, of child: ChildFacts) {
        let facts = episode.facts
        guard let start = facts.start else { return nil }
        let day = London.date(of: start)
        guard let month = CivilDate(year: day.year, month: day.month, day: 1) else { return nil }
        self.month = month
        (careKind, category, lookedAfter) = (facts.countedKind, facts.category, facts.lookedAfter)
        // Whatever else was written there may say more than figures need.
        sex = child.identity.word(.sex).flatMap { ["female", "male"].contains($0) ? $0 : nil }
        age = child.age(on: day).map(AgeBand.init(age:))
        length = facts.returnedAt.map { LengthBand($0 - start) }
        let held = episode.history.standing.first { $0.word == .interviewHeld }?.clockTime
        if let held, let back = facts.returnedAt {
            interview = held <= back + .hours(72) ? .inTime : .late
        } else {
            interview = held == nil ? .none : .late
        }
        authority = child.responsible
    }

    /// The episode that a word of a tally stands for; nil where it is none.
    public init?(word: String) {
        let fields = word.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 9 else { return nil }
        let parts = fields[0].split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, let month = CivilDate(year: parts[0], month: parts[1], day: 1),
            let careKind = CareKind(rawValue: fields[1]), let category = PoliceCategory(rawValue: fields[2]),
            let interview = Interview(rawValue: fields[7])
        else { return nil }
        (self.month, self.careKind, self.category, self.interview) = (month, careKind, category, interview)
        sex = fields[3] == "?" ? nil : fields[3]
        age = AgeBand(rawValue: fields[4])
        lookedAfter = fields[5] == "looked-after"
        length = LengthBand(rawValue: fields[6])
        authority = fields[8] == "?" ? nil : AgencyID(fields[8])
    }

    /// The same under an authority that the record knows, or under none.
    func of(_ authority: AgencyID?) -> ErasedEpisode {
        var known = self
        known.authority = authority
        return known
    }

    /// The wire form.
    public var word: String {
        let month = "\(month.year)-\(month.month < 10 ? "0" : "")\(month.month)"
        let fields: [String] = [
            month, careKind.rawValue, category.rawValue, sex ?? "?", age?.rawValue ?? "?",
            lookedAfter ? "looked-after" : "not-looked-after", length?.rawValue ?? "?", interview.rawValue,
            authority?.name ?? "?",
        ]
        return fields.joined(separator: "|")
    }
}

extension State {
    /// The act that erases a child, with the tally of their episodes; nil where there is no such child.
    public func erasure(of id: ChildID, reason: String, at instant: Instant) -> Act? {
        guard let child = child(id) else { return nil }
        let authority = child.facts.responsible.flatMap { agencies[$0] == nil ? nil : $0 }
        let tally = episodes(of: id).compactMap { ErasedEpisode($0, of: child.facts)?.of(authority).word }.sorted()
        var details: Details = [
            .what: .number(Int(id.number)), .reason: .text(reason),
            .authority: .word(authority?.name ?? "?"),
            .lastEpisode: .number(Int(episodes.highest)), .rows: .number(child.episodes.count),
        ]
        if !tally.isEmpty { details[.tally] = .words(tally) }
        return Act(.childErased, .partnership, occurredAt: .at(instant), details: details)
    }
}
