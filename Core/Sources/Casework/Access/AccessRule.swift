// SPDX-License-Identifier: MIT

/// One line of the access table: who, in which relationship to the child, may do what with which parts, and why.
///
/// The table is ``table``; what no line of it allows is denied. A record that is restricted, and where a child is while
/// that is shielded, are held back even from those whom a line allows: ``Access`` takes them off.
public struct AccessRule: Sendable {
    /// Its short name, for tests and documents.
    public let name: String
    public let roles: [Role]
    public let relationships: [Relationship]
    public let see: [RecordPart]
    /// Parts to which they may add what happened, also where they don't see what others wrote there.
    public let add: [RecordPart]
    public let decide: [RecordPart]
    public let export: [RecordPart]
    /// Why the line is there, for the page that explains it.
    public let because: String
    /// What the sharing is for, as a sharing agreement states it.
    public let purpose: String
    /// The duty or power in law that it rests on.
    public let basis: String

    init(
        _ name: String, _ roles: [Role], _ relationships: [Relationship], see: [RecordPart], add: [RecordPart] = [],
        decide: [RecordPart] = [], export: [RecordPart] = [], because: String, purpose: String, basis: String
    ) {
        (self.name, self.roles, self.relationships) = (name, roles, relationships)
        (self.see, self.add, self.decide, self.export) = (see, add, decide, export)
        (self.because, self.purpose, self.basis) = (because, purpose, basis)
    }

    /// The parts that the line allows for an act.
    public func parts(for act: RecordAct) -> [RecordPart] {
        switch act {
        case .see: see
        case .add: add
        case .decide: decide
        case .export: export
        }
    }

    /// What the table lets somebody in a role do with a part for one relationship, in the order of the acts.
    public static func acts(_ role: Role, _ relationship: Relationship, _ part: RecordPart) -> [RecordAct] {
        RecordAct.allCases.filter { grants(role, relationship.ordinal).contains($0, part) }
    }

    /// What the lines give somebody in a role for the relationship of this ordinal: looked up millions of times, so worked out once.
    static func grants(_ role: Role, _ relationship: Int) -> Grants {
        compiled[role.ordinal * width + relationship]
    }

    private static let width = Relationship.allCases.count

    private static let compiled: ContiguousArray<Grants> = {
        var grants = ContiguousArray(repeating: Grants.nothing, count: Role.allCases.count * width)
        for rule in table {
            for role in rule.roles {
                for relationship in rule.relationships {
                    for act in RecordAct.allCases {
                        for part in rule.parts(for: act) {
                            grants[role.ordinal * width + relationship.ordinal].insert(act, part)
                        }
                    }
                }
            }
        }
        return grants
    }()
}
