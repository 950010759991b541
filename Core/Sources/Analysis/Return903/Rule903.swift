// SPDX-License-Identifier: MIT

/// The national validation rules that touch the Missing table of an SSDA903 return.
///
/// Each finds what csc-validator-be-903 0.1.17 finds when that rule runs alone. Where its logic is narrower
/// than its title (580 fires only at an eighteenth birthday, 576 is silent about a child who has no row this
/// year), ours is as narrow.
public enum Rule903: String, CaseIterable, Hashable, Sendable {
    case startBlank = "564"
    case startWithoutKind = "565"
    case endWithoutKind = "566"
    case endsBeforeStart = "567"
    case startsAfterYear = "570"
    case endsOutsideYear = "571"
    case overlapsPrevious = "574"
    case openThoughPlacementEnded = "575"
    case openLastYear = "576"
    case openAfterCare = "577"
    case startsAfterCare = "578"
    case missingWhenCareEnded = "580"
    case startsBeforeCare = "581"
    case startsBeforeBirth = "586"
    case startNotADate = "1004"
    case endNotADate = "1005"
    case kindInvalid = "1006"
    case noEpisodes = "1012"
    case notInHeader = "INT04"
    case birthDiffersFromHeader = "INT13"

    /// The tables without which the rule cannot be run. Last year's Missing table is asked of 576 besides.
    public var needs: [Table903] {
        switch self {
        case .openThoughPlacementEnded, .openAfterCare, .startsAfterCare, .missingWhenCareEnded, .startsBeforeCare:
            [.episodes, .missing]
        case .notInHeader, .birthDiffersFromHeader: [.header, .missing]
        case .noEpisodes: [.episodes]
        default: [.missing]
        }
    }

    /// What is wrong, in one line, for a heading.
    public var title: String {
        switch self {
        case .startBlank: "The period has no start date"
        case .startWithoutKind: "There is a start date, but not whether the child was missing or away"
        case .endWithoutKind: "There is an end date, but not whether the child was missing or away"
        case .endsBeforeStart: "The period ends before it starts"
        case .startsAfterYear: "The period starts after the collection year"
        case .endsOutsideYear: "The period ends outside the collection year"
        case .overlapsPrevious: "The period overlaps the one before it, or that one is still open"
        case .openThoughPlacementEnded: "The placement ended and the period did not"
        case .openLastYear: "A period open at the end of last year is not carried on"
        case .openAfterCare: "The period goes on, or lies, outside every period of care"
        case .startsAfterCare: "The period starts outside every period of care"
        case .missingWhenCareEnded: "The child was missing when care ended at 18, and the reason is not E8"
        case .startsBeforeCare: "The period starts in no episode of care"
        case .startsBeforeBirth: "The period starts on or before the date of birth"
        case .startNotADate: "The start is blank or is not a date"
        case .endNotADate: "The end is not a date"
        case .kindInvalid: "The kind is neither M nor A"
        case .noEpisodes: "The child has no episode in this return"
        case .notInHeader: "The child is not in the Header table"
        case .birthDiffersFromHeader: "The date of birth differs from the Header table"
        }
    }

    /// How to put it right.
    public var mend: String {
        switch self {
        case .startBlank:
            "Enter the later of when the child left the placement and when a responsible adult last saw them."
        case .startWithoutKind, .endWithoutKind:
            "Enter M if nobody knew where the child was, A if that was known, or delete the row if it is empty in truth."
        case .endsBeforeStart: "Compare both dates with the case record; day and month may be swapped."
        case .startsAfterYear: "Correct the date, or leave the period for next year's return."
        case .endsOutsideYear:
            "Correct the date. A period that ended before 1 April belongs in last year's return; one that ended after "
                + "31 March is returned this year with its end left blank."
        case .overlapsPrevious:
            "Close the earlier period on the day the child was found or returned, or merge the two into one."
        case .openThoughPlacementEnded:
            "Enter the day the child was found or returned. If the child is still missing, check that the placement "
                + "was ended on the right day."
        case .openLastYear:
            "Return the period again with the start date it had last year, with its end if it has ended."
        case .openAfterCare:
            "End the period on or before the last day of care, or correct the end of the episode."
        case .startsAfterCare:
            "Correct the start, or take the row out: absences outside a period of care are not returned."
        case .missingWhenCareEnded:
            "If the child was still missing at the eighteenth birthday, the reason the episode ceased is E8; "
                + "otherwise correct the end of the missing period."
        case .startsBeforeCare:
            "Correct the start of the period, or the first day of the episode of care it belongs to."
        case .startsBeforeBirth: "Correct the date of birth or the start; the year may be mistyped."
        case .startNotADate, .endNotADate: "Write the date as dd/mm/yyyy, for example 09/07/2026."
        case .kindInvalid: "Enter M if nobody knew where the child was, or A if that was known."
        case .noEpisodes:
            "Add the child's episodes, or take the row out: of a care leaver only the OC3 table is returned."
        case .notInHeader: "Add the child to the Header table, or correct the child identifier."
        case .birthDiffersFromHeader: "Find out which date is right and use it in both tables."
        }
    }
}
