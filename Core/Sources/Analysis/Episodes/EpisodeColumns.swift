// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// A column of the table of episodes that holds one of a few values, a byte each.
public enum CodeColumn: Int, CaseIterable, Hashable, Sendable {
    case kind, age, sex, ethnicity, placement, area, notice, interview, open
    case police, grade, precision, overnight, term, care, careGroup, safeAndWell
    case contacted, offered, accepted, declined, notOffered, inNeed
    case triage, triageWithAbsences, agenda, together

    /// A value that is not known.
    public static let unknown = UInt8.max

    /// What each value is called, by its code; none for the age, which is whole years.
    public var labels: [String] {
        switch self {
        case .kind: AbsenceKind.allCases.map(\.title)
        case .age: []
        case .sex: Sex.allCases.map(\.rawValue)
        case .ethnicity: EthnicGroup.allCases.map(\.rawValue)
        case .placement: PlacementKind.allCases.map(\.rawValue)
        case .area: ["In the area", "Out of the area"]
        case .notice: AbsenceRow.Notice.allCases.map(\.rawValue)
        case .interview: InterviewOutcome.allCases.map(\.rawValue)
        case .open: ["Not back", "Back"]
        case .police: PoliceCategory.allCases.map(\.spoken.capitalised)
        case .grade: RiskGrade.allCases.map(\.spoken.capitalised)
        case .precision: StartPrecision.allCases.map(\.rawValue)
        case .overnight: ["Overnight", "Not overnight"]
        case .term: ["In term", "School holiday"]
        case .care: ["From care", "From home"]
        case .careGroup: CareGroup.allCases.map(\.rawValue)
        case .safeAndWell: SafeAndWellOutcome.allCases.map(\.rawValue)
        case .contacted, .offered, .accepted, .declined, .inNeed: ["Yes", "No"]
        case .notOffered: NotOffered.allCases.map(\.spoken.capitalised)
        case .triage, .triageWithAbsences: Triage.Colour.allCases.map(\.rawValue.capitalised)
        case .agenda: ["On an agenda", "On none"]
        case .together: ["With other children", "Nobody named"]
        }
    }

    /// The code of a row; ``unknown`` where its source does not say.
    func code(of row: AbsenceRow) -> UInt8 {
        switch self {
        case .kind: UInt8(row.kind.rawValue)
        case .age: row.age.flatMap { (0...120).contains($0) ? UInt8($0) : nil } ?? Self.unknown
        case .sex: place(of: row.sex)
        case .ethnicity: place(of: row.ethnicity)
        case .placement: place(of: row.placement)
        case .area: flag(row.isOutOfArea.map { !$0 })
        case .notice: place(of: row.cameToNotice)
        case .interview: place(of: row.interview)
        case .open: flag(row.isOpen)
        case .overnight: flag(row.isOvernight)
        default: row.details.map(code) ?? Self.unknown
        }
    }

    private func code(of details: EpisodeDetails) -> UInt8 {
        let steps = details.steps
        return switch self {
        case .police: place(of: details.police)
        case .grade: place(of: details.grade)
        case .precision: place(of: details.precision)
        case .term: flag(details.isInTerm)
        case .care: flag(details.isFromCare)
        case .careGroup: place(of: details.careGroup)
        case .safeAndWell: place(of: details.safeAndWell)
        case .contacted: flag(steps.isOwed || steps.isContacted ? steps.isContacted : nil)
        case .offered: flag(steps.isOwed || steps.isOffered ? steps.isOffered : nil)
        case .accepted: flag(steps.isOffered ? steps.isAccepted : nil)
        case .declined: flag(steps.isOffered ? steps.isDeclined : nil)
        case .notOffered: place(of: steps.notOffered)
        case .inNeed: flag(steps.isReferredInNeed)
        case .triage: place(of: details.triage)
        case .triageWithAbsences: place(of: details.triageWithAbsences)
        case .agenda: flag(details.isOnAgenda)
        case .together: flag(!details.companions.isEmpty)
        default: Self.unknown
        }
    }

    private func place<Value: CaseIterable & Equatable>(of value: Value?) -> UInt8 {
        guard let value, let place = Array(Value.allCases).firstIndex(of: value) else { return Self.unknown }
        return UInt8(place)
    }

    private func flag(_ value: Bool?) -> UInt8 { value.map { $0 ? 0 : 1 } ?? Self.unknown }
}

/// A column of whole numbers.
public enum NumberColumn: Int, CaseIterable, Hashable, Sendable {
    /// Days since 1970.
    case began, ended
    /// Minutes of the local day, and elapsed.
    case beganAtMinute, lengthMinutes
    case milesTenthsFromPlacement, milesTenthsFromHome
    case minutesToContact, minutesToOffer, minutesToHold
    case findings, findingsWithAction, findingsLeft
    case reportItemsAsked, reportItemsHeld
    case lettersSent, feedbackReceived, feedbackAnswered
    /// The episode's number in the record.
    case episode

    /// A value that is not known.
    public static let unknown = Int32.min

    func number(of row: AbsenceRow) -> Int32 {
        let details = row.details
        let value: Int? =
            switch self {
            case .began: row.began.map { Int($0.daysSince1970) }
            case .ended: row.ended.map { Int($0.daysSince1970) }
            case .beganAtMinute: row.beganAtMinute
            case .lengthMinutes: row.lengthMinutes
            case .milesTenthsFromPlacement: details?.milesTenthsFromPlacement
            case .milesTenthsFromHome: details?.milesTenthsFromHome
            case .minutesToContact: details?.steps.minutesToContact
            case .minutesToOffer: details?.steps.minutesToOffer
            case .minutesToHold: details?.steps.minutesToHold
            case .findings: details?.steps.findings
            case .findingsWithAction: details?.steps.findingsWithAction
            case .findingsLeft: details?.steps.findingsLeft
            case .reportItemsAsked: details?.reportItemsAsked
            case .reportItemsHeld: details?.reportItemsHeld
            case .lettersSent: details?.lettersSent
            case .feedbackReceived: details?.feedbackReceived
            case .feedbackAnswered: details?.feedbackAnswered
            case .episode: Int(row.episode)
            }
        return value.flatMap(Int32.init(exactly:)) ?? Self.unknown
    }
}

/// A column of names out of a list that the record itself makes: authorities, homes, districts.
public enum NameColumn: Int, CaseIterable, Hashable, Sendable {
    case authority, host, establishment, district, sector, foundDistrict, foundPlace, legalStatus, provider, risk

    /// A name that is not known.
    public static let unknown: Int32 = -1

    func name(of row: AbsenceRow) -> String? {
        switch self {
        case .authority: row.details?.authority
        case .host: row.details?.host
        case .establishment: row.details?.establishment
        case .district: row.details?.district
        case .sector: row.details?.sector
        case .foundDistrict: row.details?.foundDistrict
        case .foundPlace: row.details?.foundPlace
        case .legalStatus: row.details?.legalStatus
        case .provider: row.details?.steps.provider
        case .risk: row.risk
        }
    }
}

/// A column of several words at once, a bit for each.
public enum TagColumn: Int, CaseIterable, Hashable, Sendable {
    case push, pull, harm, themes, risks, agendaTriggers

    func words(of row: AbsenceRow) -> [String] {
        guard let details = row.details else { return [] }
        return switch self {
        case .push: details.push
        case .pull: details.pull
        case .harm: details.harm
        case .themes: details.themes
        case .risks: details.risks
        case .agendaTriggers: details.agendaTriggers
        }
    }
}

extension String {
    /// The same with a capital first.
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
