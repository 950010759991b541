// SPDX-License-Identifier: MIT

import WorkingTime

/// Finds the looks that a reviewer should think about, each with its reasons. It counts and compares; it never scores.
public struct UnusualLooks: Sendable {
    let state: State
    let figures: LookFigures
    let officeHours: OfficeHours
    let calendar: WorkingCalendar
    let people: [String: Person]

    /// What is known of somebody who may sign in.
    public struct Person: Hashable, Sendable {
        public let name: String
        public let addedAt: Instant?

        public init(name: String, addedAt: Instant?) { (self.name, self.addedAt) = (name, addedAt) }
    }

    /// `people` are those who may sign in, by their short names.
    public init(
        state: State, figures: LookFigures = LookFigures(), officeHours: OfficeHours, calendar: WorkingCalendar,
        people: [String: Person] = [:]
    ) {
        (self.state, self.figures, self.officeHours) = (state, figures, officeHours)
        (self.calendar, self.people) = (calendar, people)
    }

    /// What is unusual among the looks in `span`, the newest first. Looks before it are what is usual.
    ///
    /// The same whatever the order in which the looks are given.
    public func items(among looks: [PlacedLook], in span: Range<Instant>) -> [UnusualLook] {
        let ordered = looks.filter {
            $0.look.by.worker != nil && $0.look.at < span.upperBound && $0.look.part != .audit
        }
        .sorted { ($0.look.at, $0.position) < ($1.look.at, $1.position) }
        let byWorker = Dictionary(grouping: ordered) { $0.look.by.worker ?? "" }
        var items: [UnusualLook] = []
        for own in byWorker.values {
            let opened = own.filter { $0.look.kind.opensRecord && $0.look.child != nil }
            items += withNothingGoingOn(opened, span) + manyChildren(opened, span) + againFromOutside(opened, span)
            items += outOfHours(opened, span) + sameSurname(opened, span) + soonAfterAdded(opened, span)
            items += refusedInARow(own, span) + searchedInVain(own, span)
        }
        return items.sorted { ($1.last, $0.id) < ($0.last, $1.id) }
    }

    /// How many days before a stretch of time have to be known to say what is unusual in it.
    public var daysBefore: Int { max(figures.usualDays, figures.againWithinDays, figures.newcomerHours / 24 + 1) }

    /// An entry that rests on `looks`, of which there is at least one.
    func item(
        _ reason: UnusualLook.Reason, _ looks: [PlacedLook], child: ChildID? = nil, date: CivilDate? = nil
    ) -> UnusualLook {
        UnusualLook(
            reason: reason, by: looks[looks.count - 1].look.by, child: child,
            looks: looks.sorted { $0.position < $1.position }, date: date)
    }

    static func date(_ placed: PlacedLook) -> CivilDate { London.date(of: placed.look.at) }
}
