// SPDX-License-Identifier: MIT

/// The tables of an SSDA903 return, by the names that its rules use.
public enum Table903: String, CaseIterable, Hashable, Sendable {
    case header = "Header"
    case episodes = "Episodes"
    case reviews = "Reviews"
    case uasc = "UASC"
    case oc2 = "OC2"
    case oc3 = "OC3"
    case adoption = "AD1"
    case placedForAdoption = "PlacedAdoption"
    case previousPermanence = "PrevPerm"
    case missing = "Missing"
    case socialWorkers = "SWEpisodes"
    case deprivationOfLiberty = "DoLo"

    /// The columns that make a file this table, in the order in which they are usually written.
    public var columns: [String] {
        Table903.columnsOfAll[self] ?? []
    }

    private static let columnsOfAll = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.written) })

    private var written: [String] {
        switch self {
        case .header: ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"]
        case .episodes:
            [
                "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
                "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN",
            ]
        case .reviews: ["CHILD", "DOB", "REVIEW", "REVIEW_CODE"]
        case .uasc: ["CHILD", "SEX", "DOB", "DUC"]
        case .oc2:
            [
                "CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS",
                "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED",
                "INTERVENTION_OFFERED",
            ]
        case .oc3: ["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"]
        case .adoption:
            ["CHILD", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"]
        case .placedForAdoption: ["CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"]
        case .previousPermanence: ["CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"]
        case .missing: ["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"]
        case .socialWorkers: ["CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"]
        case .deprivationOfLiberty: ["CHILD", "DOB", "DOLO_START", "DOLO_END"]
        }
    }

    /// Columns that some systems add to the table and that are read where they are there.
    public var knownExtras: [String] {
        switch self {
        case .episodes: ["PL_LA", "PL_LOCATION", "PL_DISTANCE"]
        case .header: ["UASC"]
        default: []
        }
    }

    /// The tables in which a child without any episode may not appear (rule 1012).
    static let needEpisodes: [Table903] =
        [.missing, .placedForAdoption, .reviews, .adoption, .previousPermanence, .oc2]
}
