// SPDX-License-Identifier: MIT

/// What somebody's agency, or they themselves, are to a child.
public enum Relationship: String, CaseIterable, Hashable, Sendable {
    case responsibleAuthority
    case hostAuthority
    case allocated
    case runsThePlacement
    case policeOfTheArea
    case teaches
    case holdsInterviewReferral
    /// They entered the child into the record, so they may go on with their own report.
    case registeredTheChild
}

/// A part of a child's record that is seen, or not, as a whole.
public enum RecordPart: String, CaseIterable, Hashable, Sendable {
    /// That there is a record.
    case existence
    /// Names, birth date, description, photo.
    case identity
    /// What happened, and who owes what.
    case episode
    /// Where the child lives, is, or may be.
    case location
    case health
    /// What the child said to the interviewer.
    case interview
    /// Decisions about plans and placements.
    case plans
}

/// One line of the access table: who, in which relationship, may see which parts, and may add to them.
public struct AccessRule: Sendable {
    public let roles: Set<Role>
    public let relationships: Set<Relationship>
    public let parts: Set<RecordPart>
    public let mayAdd: Bool
    /// Why the rule is there, for the page that explains it.
    public let because: String

    /// The whole table. What no line allows is denied.
    public static let table: [AccessRule] = [
        AccessRule(
            roles: [.carer, .fosterCarer, .homeManager], relationships: [.runsThePlacement, .registeredTheChild],
            parts: [.existence, .identity, .episode, .location, .health, .plans], mayAdd: true,
            because: "Those who look after a child report them, and know where they are."
        ),
        AccessRule(
            roles: [
                .callHandler, .attendingOfficer, .supervisor, .dutyInspector, .superintendent, .forceIncidentManager,
                .missingCoordinator,
            ],
            relationships: [.policeOfTheArea],
            parts: [.existence, .identity, .episode, .location, .health, .plans], mayAdd: true,
            because: "Police look for any child reported in their area."
        ),
        AccessRule(
            roles: [.socialWorker, .teamManager, .edt, .mash, .iro],
            relationships: [.responsibleAuthority, .hostAuthority, .allocated],
            parts: Set(RecordPart.allCases), mayAdd: true,
            because: "The responsible and the host authority safeguard the child."
        ),
        AccessRule(
            roles: [.interviewer], relationships: [.holdsInterviewReferral],
            parts: [.existence, .identity, .episode, .interview], mayAdd: true,
            because: "An interviewer sees the children referred to them."
        ),
        AccessRule(
            roles: [.school], relationships: [.teaches, .registeredTheChild],
            parts: [.existence, .identity], mayAdd: true,
            because: "A school reports its own pupils, and of an episode sees only what it needs."
        ),
    ]
}
