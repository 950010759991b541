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
            parts: [.existence, .identity, .outline, .episode, .education, .location, .health, .intelligence, .plans],
            mayAdd: true,
            because: "Those who look after a child report them, and know where they are."
        ),
        AccessRule(
            roles: [
                .callHandler, .attendingOfficer, .supervisor, .dutyInspector, .superintendent, .forceIncidentManager,
                .missingCoordinator,
            ],
            relationships: [.policeOfTheArea],
            parts: [.existence, .identity, .outline, .episode, .education, .location, .health, .intelligence, .plans],
            mayAdd: true,
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
            parts: [.existence, .identity, .outline, .episode, .intelligence, .interview], mayAdd: true,
            because: "An interviewer sees the children referred to them."
        ),
        AccessRule(
            roles: [.school], relationships: [.teaches, .registeredTheChild],
            parts: [.existence, .identity, .outline, .education], mayAdd: true,
            because: "A school reports its own pupils, and of an episode sees only what it needs."
        ),
    ]
}
