// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Who owes a duty after fallbacks, and why somebody else than the pack's first choice.
struct Owner {
    let role: Role
    var why: String?
}

extension Reckoning {
    /// Who owed the duty at `instant`: where nobody is allocated, the pack's fallback in or out of hours (ruling 12).
    func owner(of duty: Duty, at instant: Instant) -> Owner {
        let choices = [duty.who] + duty.orElse
        let isOpen = course.isOfficeOpen(at: instant)
        if let fallback = pack.fallbacks[duty.who], fallback.isForAllOutOfHours, !isOpen {
            let role = fallback.outOfOfficeHours
            return Owner(role: role, why: "Out of office hours it falls to the \(role.spoken).")
        }
        if let allocated = choices.first(where: { course.child.isAllocated($0.rawValue, at: instant) }) {
            return Owner(role: allocated)
        }
        guard let fallback = pack.fallbacks[duty.who] else { return Owner(role: duty.who) }
        let role = isOpen ? fallback.inOfficeHours : fallback.outOfOfficeHours
        let hours = isOpen ? "in office hours" : "out of office hours"
        return Owner(
            role: role,
            why: "Nobody is allocated as \(duty.who.spoken), so \(hours) it falls to the \(role.spoken).")
    }
}
