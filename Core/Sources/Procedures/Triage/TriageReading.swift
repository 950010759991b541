// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Where a child stands by the protocol's triage, without and with absences, and why.
public struct TriageReading: Hashable, Sendable {
    /// By missing episodes and factors of risk.
    public let colour: Triage.Colour
    /// The same where absences count too.
    public let colourWithAbsences: Triage.Colour
    /// Missing episodes in the window.
    public let missing: Int
    /// Absences in the window.
    public let absences: Int
    /// The factors that were found, by their ids.
    public let factors: [String]
    /// Whether information is lacking.
    public let isLacking: Bool
    public let source: String
    /// What was counted and how it was judged, in sentences.
    public let why: [String]
}

/// Reads a protocol's triage for a child: a pure function of the record, the pack and the instant.
public struct TriageBook: Sendable {
    public let pack: ProtocolPack
    public let calendars: Calendars

    public init(pack: ProtocolPack, calendars: Calendars) {
        self.pack = pack
        self.calendars = calendars
    }

    /// Both colours of the child at `instant`; nil where the protocol has no triage, or nothing is recorded.
    public func reading(of child: Child, episodes: [Episode], at instant: Instant) -> TriageReading? {
        guard let triage = pack.triage else { return nil }
        let course = Course(
            of: child, episodes: episodes, at: instant, calendars: calendars, officeHours: pack.officeHours)
        guard course.first != nil else { return nil }
        return triage.reading(of: course.moment(at: instant), episodes: episodes)
    }
}

extension Triage {
    fileprivate func reading(of moment: Moment, episodes: [Episode]) -> TriageReading {
        let first = window.first(for: moment.date)
        let started = episodes.compactMap { $0.facts(at: moment.at) }.filter { facts in
            guard let start = facts.start, start <= moment.at else { return false }
            return first <= London.date(of: start)
        }
        let missing = started.filter(isMissing).count
        let absences = started.filter { !isMissing($0) && isAbsence($0) }.count
        let found = factors.filter { $0.isThere(at: moment) }
        let isLacking = lackingWhen?.holds(in: moment) ?? false
        let judged = judge(missing: missing, found, isLacking: isLacking)
        let isRedByAbsences = absences >= redAbsencesAtLeast
        let withAbsences = isRedByAbsences ? Colour.red : judged.colour
        var why = [
            "\(Spoken.counted(missing, "missing episode")) and \(Spoken.counted(absences, "absence")) since "
                + "\(Spoken.fullDate(first)), in the last \(window.spoken).",
            found.isEmpty
                ? "No factor of risk is on the record."
                : "\(Spoken.counted(found.count, "factor")) of risk: \(found.map(\.says).joined(separator: "; ")).",
            judged.why,
        ]
        if isRedByAbsences && judged.colour != .red {
            why.append("With absences red: there were \(redAbsencesAtLeast) or more.")
        } else {
            why.append("With absences \(withAbsences.rawValue) as well.")
        }
        return TriageReading(
            colour: judged.colour, colourWithAbsences: withAbsences, missing: missing, absences: absences,
            factors: found.map(\.id), isLacking: isLacking, source: source, why: why)
    }

    private func judge(missing: Int, _ found: [Factor], isLacking: Bool) -> (colour: Colour, why: String) {
        if let serious = found.first(where: { seriousFactors.contains($0.id) }) {
            return (.red, "Red: a serious factor, \(serious.says).")
        }
        if missing > redMissingOver { return (.red, "Red: more than \(redMissingOver) missing episodes.") }
        if isLacking, let lacking { return (lacking, "\(lacking.rawValue.capitalizedFirst): information is lacking.") }
        if missing < greenMissingBelow && found.count <= greenFactorsAtMost {
            return (
                .green,
                "Green: fewer than \(greenMissingBelow) missing episodes, and "
                    + "no more than \(Spoken.counted(greenFactorsAtMost, "factor")) of risk."
            )
        }
        return (.amber, "Amber: more than green allows, and not red.")
    }

    private func isMissing(_ facts: EpisodeFacts) -> Bool { missing?.counts(facts) ?? (facts.nature == .missing) }

    private func isAbsence(_ facts: EpisodeFacts) -> Bool { absences?.counts(facts) ?? (facts.nature == .absent) }
}

extension Triage.Factor {
    fileprivate func isThere(at moment: Moment) -> Bool {
        let isNoted = moment.child.risks.contains { $0.stands(at: moment.at) && risks.contains($0.kind) }
        return isNoted || (condition?.holds(in: moment) ?? false)
    }
}

/// What an episode is counted as where a protocol says nothing closer.
private enum Nature {
    case missing
    case absent
    case other
}

extension EpisodeFacts {
    /// Police decide; until they have, the care kind does.
    fileprivate var nature: Nature {
        if category.isUnderReview { return .absent }
        guard category == .unclassified else { return .missing }
        switch countedKind {
        case .missingFromHome, .missingFromCare: return .missing
        case .awayWithoutAuthorisation: return .absent
        case .unreported, .missingFromEducation: return .other
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
