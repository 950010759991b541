// SPDX-License-Identifier: MIT

import WorkingTime

extension UnusualLook {
    /// What was found, in plain English, without names.
    public var says: String {
        switch reason {
        case .nothingGoingOn(let days):
            let quiet =
                days.map { "nothing had been recorded about them for \(Spoken.counted($0, "day")) before" }
                ?? "nothing had ever been recorded about them"
            return "The child had no open episode, \(quiet), and the worker is not theirs."
        case .manyChildren(let count, let usual):
            let compared =
                usual.map { "In the busiest hour of one of their usual days it is \($0)." }
                ?? "There are no earlier days to compare with."
            return "\(count) different children within an hour. \(compared)"
        case .againFromOutside(let count, let days):
            return
                "Looked \(count) times, on \(days) different days, while no episode was open and without being among those "
                + "who look after the child or are responsible for them."
        case .outOfHours(let count, let children):
            return "\(Spoken.counted(count, "look")) at \(Self.children(children)) outside office hours, by a role "
                + "that works in them (\(by.role.spoken))."
        case .sameSurname: return "The worker and the child have a surname in common."
        case .refusedInARow(let count, let children):
            let whom = children == 0 ? "" : ", about \(Self.children(children))"
            return "Refused \(count) times in a row\(whom)."
        case .soonAfterAdded(let children):
            return "Looked at \(Self.children(children)) soon after their account was added."
        case .searchedInVain(let count):
            return "Searched \(count) times with words that fit a child whom they may not see."
        }
    }

    /// From which figure on such looks are listed.
    public func threshold(_ figures: LookFigures) -> String {
        switch reason {
        case .nothingGoingOn: "Listed from \(Spoken.counted(figures.quietDays, "quiet day")) on."
        case .manyChildren:
            "Listed from \(figures.manyChildren) children on, where it is \(figures.timesUsual) times the usual."
        case .againFromOutside:
            "Listed from \(figures.againLooks) looks on \(figures.againOnDays) days within \(figures.againWithinDays) on."
        case .outOfHours: "Listed at each date on which it happens; the hours are the protocol’s."
        case .sameSurname: "Always listed. Many people share a surname and are not related."
        case .refusedInARow:
            "Listed from \(figures.refusals) on, each within \(figures.refusalMinutes) minutes of the one before."
        case .soonAfterAdded:
            "Listed from \(figures.newcomerChildren) children within \(figures.newcomerHours) hours on."
        case .searchedInVain: "Listed from \(figures.searchesInVain) searches on."
        }
    }

    private static func children(_ count: Int) -> String { count == 1 ? "1 child" : "\(count) different children" }
}
