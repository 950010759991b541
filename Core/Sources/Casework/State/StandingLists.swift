// SPDX-License-Identifier: MIT

import HashTreeCollections

/// Children for whom something stands that a page lists, kept as the record grows: no page goes through all children to
/// find the few.
public struct StandingLists: Hashable, Sendable {
    /// Children with a placement, running or over, outside the area of the authority responsible for them.
    public private(set) var placedAcross: TreeSet<ChildID> = []
    /// Children whom another agency asked everybody to look out for, and has not said that it is over.
    public private(set) var alerted: TreeSet<ChildID> = []
    /// Children for whom somebody agreed to do something, whatever became of it.
    public private(set) var withActions: TreeSet<ChildID> = []
    /// Who lives or lived in a home: it may come to lie in another authority's area.
    private var residents: TreeDictionary<AgencyID, TreeSet<ChildID>> = [:]

    /// What is recorded of a child that may put them on a list or take them off one.
    static let words: EventWords = [
        .childRegistered, .childDetailsChanged, .placementStarted, .placementEnded, .alertReceived, .alertEnded,
        .corrected,
    ]

    /// Takes a mark of a child's own history or of one of their episodes'.
    mutating func take(_ mark: Mark, of child: ChildID) {
        if mark.word == .actionAgreed { withActions.insert(child) }
    }

    /// Takes a whole history, as a snapshot kept it.
    mutating func take(_ history: History, of child: ChildID) {
        if history.holds(.actionAgreed) { withActions.insert(child) }
    }

    /// Puts a child where they belong by what their record says now.
    mutating func take(_ child: Child, in agencies: TreeDictionary<AgencyID, Agency>) {
        let facts = child.facts
        var isAcross = false
        for placement in facts.placements {
            let home = placement.place.map { AgencyID($0) }
            if let home { residents[home, default: []].insert(child.id) }
            let host = placement.host ?? home.flatMap { agencies[$0]?.authority }
            if placement.outOfArea || (host != nil && host != facts.responsible) { isAcross = true }
        }
        placedAcross.keep(child.id, if: isAcross)
        alerted.keep(child.id, if: !StandingAlert.all(of: child).isEmpty)
    }

    /// Those for whom it matters in whose area a home lies.
    func residents(of home: AgencyID) -> TreeSet<ChildID> { residents[home] ?? [] }

    /// Forgets a child whose record is erased.
    mutating func forget(_ child: ChildID) {
        placedAcross.remove(child)
        alerted.remove(child)
        withActions.remove(child)
        for home in residents.keys where residents[home]?.contains(child) ?? false { residents[home]?.remove(child) }
    }
}

extension TreeSet {
    fileprivate mutating func keep(_ element: Element, if isKept: Bool) {
        if isKept { insert(element) } else { remove(element) }
    }
}
