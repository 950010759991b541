// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// The 72 hours of a return interview in words, and the colour of its triage: the same wherever they are shown.
struct InterviewClock {
    let referral: InterviewReferral
    let now: Instant

    /// "Due in 3 hours, Tuesday 9 June 06:10"
    var says: String {
        let due = referral.dueBy
        let exact = "\(Spoken.date(London.date(of: due))) \(Spoken.time(due))"
        guard referral.course.stage.isOpen else { return ended }
        if referral.duty == nil { return "No interview is owed by the protocol; 72 hours end \(exact)" }
        if due < now { return "Overdue by \(Spoken.elapsed(now - due)), since \(exact)" }
        return "Due in \(Spoken.elapsed(due - now)), \(exact)"
    }

    private var ended: String {
        guard let held = referral.course.held else { return referral.course.stage.spoken.capitalisedFirst }
        let length = Spoken.elapsed(max(held.clockTime - referral.returnedAt, Elapsed(seconds: 0)))
        let isLate = referral.dueBy < held.clockTime
        return "Held \(length) after the return\(isLate ? ", late" : ", in time")"
    }

    var look: Tag.Look {
        guard referral.course.stage.isOpen else { return .ok }
        switch referral.band {
        case .overdue: return .now
        case .soon, .mattersMost: return .soon
        default: return .plain
        }
    }

    var html: HTML {
        "<span class=\"due \(look == .now ? "now" : look == .soon ? "soon" : "")\">\(Clock(now: now).tagged(referral.dueBy, says))</span>"
    }

    /// The colour by the protocol's triage as a word; nothing where the protocol has none.
    var colour: Tag? {
        referral.triage.map { reading in
            switch reading.colour {
            case .red: Tag("Red", .now)
            case .amber: Tag("Amber", .soon)
            case .green: Tag("Green", .ok)
            }
        }
    }
}

/// Why a referral stands where it does, as far as its reader may be told.
struct InterviewReasons {
    let referral: InterviewReferral
    let factors: [Triage.Factor]
    let seen: Seen

    var says: [String] {
        var says: [String] = []
        let told = referral.circumstances.filter { seen.sees($0.part) }
        if !told.isEmpty { says.append("This interview matters most: \(told.map(\.says).joined(separator: "; ")).") }
        guard let triage = referral.triage else { return says }
        says.append(
            "\(triage.colour.rawValue.capitalisedFirst) by the protocol's triage: "
                + "\(Spoken.counted(triage.missing, "missing episode")) and "
                + "\(Spoken.counted(triage.absences, "absence")) counted.")
        let found = factors.filter { triage.factors.contains($0.id) }
        let shown = found.filter(isShown)
        if !shown.isEmpty { says.append("Risk: \(shown.map(\.says).joined(separator: "; ")).") }
        if shown.count < found.count { says.append("There are factors of risk that are not for your role.") }
        if triage.colourWithAbsences != triage.colour {
            says.append("\(triage.colourWithAbsences.rawValue.capitalisedFirst) where absences count too.")
        }
        if triage.isLacking { says.append("Something that the triage asks for is not known yet.") }
        return says
    }

    /// A factor that follows from the episodes is for who sees them; one that is a noted risk for who sees such risks.
    private func isShown(_ factor: Triage.Factor) -> Bool {
        factor.risks.isEmpty ? seen.sees(.episode) : factor.risks.allSatisfy { seen.tells(ofRisk: $0) }
    }
}

extension SpecialCircumstance {
    /// The part of the record that it tells of.
    fileprivate var part: RecordPart {
        switch self {
        case .twoOrMore, .oftenAway: .episode
        case .harmed, .exploitation, .crimeOrDrugs, .dangerousPeople, .offended: .intelligence
        }
    }
}

extension Seen {
    /// Whether a reason may name the risk: what is about exploitation is for who sees that part, also without the plans.
    fileprivate func tells(ofRisk kind: String) -> Bool {
        shows(riskOf: kind) || (Seen.isOfExploitation(kind) && sees(.intelligence))
    }
}
