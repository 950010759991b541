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

extension TriageBook {
    /// The colour alone, of what was worked out of a child's whole record up to then or later; nil as with a reading.
    func colour(_ parts: CourseParts, at instant: Instant) -> Triage.Colour? {
        guard let triage = pack.triage, let first = parts.marks.first, first.clockTime <= instant else { return nil }
        let course = Course(parts, calendars: calendars, officeHours: pack.officeHours)
        let moment = course.moment(at: instant)
        return triage.judgement(of: moment, triage.counted(moment, parts.episodes)).colour
    }
}

extension Triage {
    fileprivate typealias Counted = (missing: Int, absences: Int)
    fileprivate typealias Judgement = (colour: Colour, grounds: Grounds, found: [Factor], isLacking: Bool)

    /// What decided the colour.
    fileprivate enum Grounds {
        case serious(Factor)
        case tooMany
        case lacking
        case few
        case neither
    }

    /// The episodes within the window, by how each counted at the moment.
    fileprivate func counted(_ moment: Moment, _ episodes: [Episode]) -> Counted {
        let first = window.first(for: moment.date)
        var counted = (missing: 0, absences: 0)
        for place in episodes.indices {
            // Most of the others were over by then: what follows from all of them is what followed then.
            if let latest = episodes[place].facts.latest, latest <= moment.at {
                count(episodes[place].facts, since: first, by: moment.at, into: &counted)
            } else if let facts = episodes[place].facts(at: moment.at) {
                count(facts, since: first, by: moment.at, into: &counted)
            }
        }
        return counted
    }

    private func count(
        _ facts: borrowing EpisodeFacts, since first: CivilDate, by instant: Instant, into counted: inout Counted
    ) {
        guard let start = facts.start, start <= instant, first <= London.date(of: start) else { return }
        if isMissing(facts) {
            counted.missing += 1
        } else if isAbsence(facts) {
            counted.absences += 1
        }
    }

    fileprivate func judgement(of moment: Moment, _ counted: Counted) -> Judgement {
        let found = factors.filter { $0.isThere(at: moment) }
        let isLacking = lackingWhen?.holds(in: moment) ?? false
        let judged = judge(missing: counted.missing, found, isLacking: isLacking)
        return (judged.colour, judged.grounds, found, isLacking)
    }

    fileprivate func reading(of moment: Moment, episodes: [Episode]) -> TriageReading {
        let counted = counted(moment, episodes)
        let (missing, absences) = counted
        let (colour, grounds, found, isLacking) = judgement(of: moment, counted)
        let isRedByAbsences = absences >= redAbsencesAtLeast
        let withAbsences = isRedByAbsences ? Colour.red : colour
        var why = [
            "\(Spoken.counted(missing, "missing episode")) and \(Spoken.counted(absences, "absence")) since "
                + "\(Spoken.fullDate(window.first(for: moment.date))), in the last \(window.spoken).",
            found.isEmpty
                ? "No factor of risk is on the record."
                : "\(Spoken.counted(found.count, "factor")) of risk: \(found.map(\.says).joined(separator: "; ")).",
            why(grounds),
        ]
        if isRedByAbsences && colour != .red {
            why.append("With absences red: there were \(redAbsencesAtLeast) or more.")
        } else {
            why.append("With absences \(withAbsences.rawValue) as well.")
        }
        return TriageReading(
            colour: colour, colourWithAbsences: withAbsences, missing: missing, absences: absences,
            factors: found.map(\.id), isLacking: isLacking, source: source, why: why)
    }

    private func judge(missing: Int, _ found: [Factor], isLacking: Bool) -> (colour: Colour, grounds: Grounds) {
        if let serious = found.first(where: { seriousFactors.contains($0.id) }) { return (.red, .serious(serious)) }
        if missing > redMissingOver { return (.red, .tooMany) }
        if isLacking, let lacking { return (lacking, .lacking) }
        if missing < greenMissingBelow && found.count <= greenFactorsAtMost { return (.green, .few) }
        return (.amber, .neither)
    }

    private func why(_ grounds: Grounds) -> String {
        switch grounds {
        case .serious(let factor): "Red: a serious factor, \(factor.says)."
        case .tooMany: "Red: more than \(redMissingOver) missing episodes."
        case .lacking: "\(lacking?.rawValue.capitalizedFirst ?? ""): information is lacking."
        case .few:
            "Green: fewer than \(greenMissingBelow) missing episodes, and "
                + "no more than \(Spoken.counted(greenFactorsAtMost, "factor")) of risk."
        case .neither: "Amber: more than green allows, and not red."
        }
    }

    private func isMissing(_ facts: borrowing EpisodeFacts) -> Bool {
        if let missing { return missing.counts(facts) }
        return facts.nature == .missing
    }

    private func isAbsence(_ facts: borrowing EpisodeFacts) -> Bool {
        if let absences { return absences.counts(facts) }
        return facts.nature == .absent
    }
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
