// SPDX-License-Identifier: MIT

import Casework

/// A report that who looks after a child owes after an episode. Source: Birmingham fostering and residential paper.
enum EstablishmentReportKind: String, CaseIterable, Sendable {
    /// Of a children's home.
    case regulation40 = "regulation-40"
    /// Of a fostering service.
    case schedule7 = "schedule-7"

    var title: String {
        switch self {
        case .regulation40: "Regulation 40 report"
        case .schedule7: "Schedule 7 report"
        }
    }

    var says: String {
        switch self {
        case .regulation40: "What a children’s home reports when a child it cares for was missing."
        case .schedule7: "What a fostering service reports when a child it cares for was missing."
        }
    }

    /// Who signs, beside who wrote it.
    var signers: String {
        switch self {
        case .regulation40: "the service manager and the assistant director"
        case .schedule7: "the assistant head of service"
        }
    }

    /// The kinds under which a signed report stands in the record.
    var words: Set<String> { [rawValue, "\(rawValue)-report"] }

    /// The placement in which it is owed.
    var placement: String {
        switch self {
        case .regulation40: "childrens-home"
        case .schedule7: "foster-care"
        }
    }
}
