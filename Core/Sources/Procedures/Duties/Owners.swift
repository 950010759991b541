// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension Reckoning {
    /// Who owed the duty at `instant`: where nobody is allocated, the pack's fallback in or out of hours (ruling 12).
    func owner(of rule: DutyRule, at instant: Instant) -> Role {
        if let fallback = rule.fallback, fallback.isForAllOutOfHours, !isOfficeOpen(at: instant) {
            return fallback.outOfOfficeHours
        }
        if let allocated = allocated(to: rule, at: instant) { return allocated }
        guard let fallback = rule.fallback else { return rule.duty.who }
        guard fallback.inOfficeHours != fallback.outOfOfficeHours else { return fallback.inOfficeHours }
        return isOfficeOpen(at: instant) ? fallback.inOfficeHours : fallback.outOfOfficeHours
    }

    private func isOfficeOpen(at instant: Instant) -> Bool {
        guard instant == course.now else { return course.isOfficeOpen(at: instant) }
        course.officeDecidesOwner = true
        return course.isOfficeOpenNow
    }

    /// Why somebody else owes it than the pack's first choice.
    func whyOwed(_ rule: DutyRule, by role: Role, at instant: Instant) -> String? {
        guard let fallback = rule.fallback else { return nil }
        if fallback.isForAllOutOfHours, !course.isOfficeOpen(at: instant) {
            return "Out of office hours it falls to the \(role.spoken)."
        }
        guard allocated(to: rule, at: instant) == nil else { return nil }
        let hours = course.isOfficeOpen(at: instant) ? "in office hours" : "out of office hours"
        return "Nobody is allocated as \(rule.duty.who.spoken), so \(hours) it falls to the \(role.spoken)."
    }

    private func allocated(to rule: DutyRule, at instant: Instant) -> Role? {
        let spans = course.allocated
        guard !spans.isEmpty else { return nil }
        for role in rule.owers {
            for span in spans where span.role == role && span.holds(at: instant) { return role }
        }
        return nil
    }

    /// The agency of whoever owes something in this role at `instant`, where the record says which.
    func agency(of role: Role, at instant: Instant) -> AgencyID? {
        func taken(_ part: OwnedPart) -> AgencyID? {
            guard course.words.contains(part.accepted) else { return nil }
            return Ownership(of: part, course.moment(at: instant).episodeMarks).owner
        }
        func placement() -> Placement? {
            course.child.placements.isEmpty ? nil : course.child.placement(on: London.date(of: instant))
        }
        if role.isPolice { return taken(.police) }
        if role.isSocialCare { return taken(.care) ?? course.child.responsible }
        if role.isCarer { return placement()?.place.map { AgencyID($0) } }
        switch role {
        case .hostAuthority: return placement()?.host
        case .school: return course.child.identity.word(.school).map { AgencyID($0) }
        default: return nil
        }
    }
}
