// SPDX-License-Identifier: MIT

/// Who someone is when they act or owe something, in the words that procedures use.
public enum Role: String, CaseIterable, Hashable, Sendable {
    case carer
    case fosterCarer = "foster-carer"
    case homeManager = "home-manager"
    case parent
    case child
    case callHandler = "call-handler"
    case attendingOfficer = "attending-officer"
    case supervisor
    case dutyInspector = "duty-inspector"
    case superintendent
    case forceIncidentManager = "force-incident-manager"
    case missingCoordinator = "missing-coordinator"
    case socialWorker = "social-worker"
    case teamManager = "team-manager"
    /// The authority's emergency duty team, who act out of office hours.
    case edt
    /// The multi-agency safeguarding hub.
    case mash
    /// The independent reviewing officer.
    case iro
    case advocate
    case interviewer
    case school
    case educationWelfare = "education-welfare"
    /// The authority's officer for children missing education.
    case cmeOfficer = "cme-officer"
    case health
    case hostAuthority = "host-authority"
    case homeOffice = "home-office"
    case panelChair = "panel-chair"
    case analyst
    /// Sits on the safeguarding board: reads what is published, and no record.
    case boardMember = "board-member"
    /// An elected member of the council: the same.
    case councilMember = "council-member"
    case administrator
    /// Reads the trail of who looked, searched and sent out, and no case content.
    case auditor
    /// Keeps, erases and, to those the record is about, discloses records: retention, legal hold, subject access.
    case recordsManager = "records-manager"

    /// The role as it is said in a sentence: "social worker", "independent reviewing officer".
    public var spoken: String {
        switch self {
        case .edt: "emergency duty team"
        case .mash: "multi-agency safeguarding hub"
        case .iro: "independent reviewing officer"
        case .cmeOfficer: "children missing education officer"
        case .homeOffice: "Home Office"
        case .fosterCarer: "foster carer"
        case .missingCoordinator: "missing-person coordinator"
        case .interviewer: "return interviewer"
        case .homeManager: "home's manager"
        default: rawValue.replacingHyphens
        }
    }

    /// Whether the role belongs to a police force.
    public var isPolice: Bool {
        switch self {
        case .callHandler, .attendingOfficer, .supervisor, .dutyInspector, .superintendent, .forceIncidentManager,
            .missingCoordinator:
            true
        default: false
        }
    }

    /// Whether the role belongs to those who look after the child day to day.
    public var isCarer: Bool {
        switch self {
        case .carer, .fosterCarer, .homeManager: true
        default: false
        }
    }

    /// Whether the role reads published figures and nothing else.
    public var readsPublishedAlone: Bool { self == .boardMember || self == .councilMember }

    /// Whether the role belongs to a children's social care service.
    public var isSocialCare: Bool {
        switch self {
        case .socialWorker, .teamManager, .edt, .mash, .iro: true
        default: false
        }
    }
}

extension String {
    /// The same words with spaces between them.
    public var replacingHyphens: String { String(map { $0 == "-" ? " " : $0 }) }
}
