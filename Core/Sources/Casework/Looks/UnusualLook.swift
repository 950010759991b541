// SPDX-License-Identifier: MIT

import WorkingTime

/// A look, or several together, that a reviewer should think about. It is no accusation and no score: it says what was
/// found, on which looks it rests, and from which figure on such looks are listed.
public struct UnusualLook: Hashable, Sendable {
    public let reason: Reason
    /// Who looked, as they were at the newest of the looks.
    public let by: Actor
    /// The one child whom it is about, where it is about one.
    public let child: ChildID?
    /// The looks that it rests on, in the order of the chain.
    public let looks: [PlacedLook]
    /// The date in London that it belongs to, where each date has an entry of its own.
    public let date: CivilDate?

    public var first: Instant { looks[0].look.at }
    public var last: Instant { looks[looks.count - 1].look.at }
    /// How many different children were looked at.
    public var childCount: Int { Set(looks.compactMap(\.look.child)).count }

    /// Names the entry for as long as the looks that it rests on are the same, or become more.
    public var id: String {
        [reason.name, by.worker ?? "", child.map { "\($0.number)" } ?? "", date.map { TimeText.write($0) } ?? ""]
            .joined(separator: ":")
    }

    /// Whether a reviewer noted that it is in order after the newest of its looks. A later look lists it again.
    public func isDismissed(by dismissals: some Collection<PlacedLook>) -> Bool {
        dismissals.contains { $0.look.about == id && looks[looks.count - 1].position < $0.position }
    }

    /// Why it is listed, with what was counted.
    public enum Reason: Hashable, Sendable {
        /// Nobody had anything to do for the child. `quietDays`: whole days since something had been recorded; nil where
        /// nothing ever was.
        case nothingGoingOn(quietDays: Int?)
        /// `usual`: in the middle of the days before, the busiest hour of a day; nil where there were none.
        case manyChildren(count: Int, usual: Int?)
        case againFromOutside(count: Int, days: Int)
        /// By a role that works in office hours.
        case outOfHours(count: Int, children: Int)
        case sameSurname
        case refusedInARow(count: Int, children: Int)
        case soonAfterAdded(children: Int)
        case searchedInVain(count: Int)

        /// A short word for it, which stays the same.
        public var name: String {
            switch self {
            case .nothingGoingOn: "nothing-going-on"
            case .manyChildren: "many-children"
            case .againFromOutside: "again-from-outside"
            case .outOfHours: "out-of-hours"
            case .sameSurname: "same-surname"
            case .refusedInARow: "refused-in-a-row"
            case .soonAfterAdded: "soon-after-added"
            case .searchedInVain: "searched-in-vain"
            }
        }
    }
}
