// SPDX-License-Identifier: MIT

/// What a pack holds beside its rules: meetings, letters, notices, duties of the area, contacts, information,
/// checklists, and how its words compare with those before.
public struct PackSections: Sendable {
    public var meetings: [Meeting] = []
    public var letters: [Letter] = []
    public var notices: [Notice] = []
    /// Duties of the area.
    public var calendar: [AreaDuty] = []
    public var contacts: [Contact] = []
    public var information: [InformationSheet] = []
    public var checklists: [Checklist] = []
    public var crosswalk: [CrosswalkLine] = []
    public var handOvers: [HandOverRule] = []

    public init() {}

    public func meeting(_ id: String) -> Meeting? { meetings.first { $0.id == id } }
    public func letter(_ id: String) -> Letter? { letters.first { $0.id == id } }
    public func areaDuty(_ id: String) -> AreaDuty? { calendar.first { $0.id == id } }
    public func letters(for colour: Triage.Colour) -> [Letter] { letters.filter { $0.triage.contains(colour) } }
    public func contact(_ id: String) -> Contact? { contacts.first { $0.id == id } }

    /// The checklists that belong to a duty, in the pack's order.
    public func checklists(for duty: String) -> [Checklist] { checklists.filter { $0.usedBy.contains(duty) } }
}
