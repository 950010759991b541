// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// List 8 of Annex A, the children in care, as an inspection asks for it: everybody looked after on a date or in the
/// twelve months before. Columns that the record does not hold are there, and blank.
///
/// An episode counts where the child was looked after when it began, and it began in the twelve months that end with the
/// date; `absent` is away without authorisation, as in the 903 return.
public struct AnnexAList8: Sendable {
    public let on: CivilDate
    public let table: DataTable
    /// The children in it, in the order of their rows.
    public let children: [ChildID]
    /// Children in care who have no identifier of the authority's.
    public let lacking: [ChildID]

    public init(
        of state: State, on date: CivilDate, authorities: Set<AgencyID>? = nil,
        includes: (ChildID) -> Bool = { _ in true }
    ) {
        on = date
        var rows: [(child: ChildID, reference: String, cells: [DataTable.Cell])] = []
        var lacking: [ChildID] = []
        let year = date.adding(days: -365)...date
        for child in state.children.values {
            guard authorities.map({ child.facts.responsible.map($0.contains) ?? false }) ?? true, includes(child.id),
                let care = CareCourse(CareStay.stays(of: child), in: year)
            else { continue }
            guard let reference = child.facts.identity.word(.childReference), !reference.isEmpty else {
                lacking.append(child.id)
                continue
            }
            let row = ListRow(child: child, reference: reference, care: care, year: year, state: state)
            rows.append((child.id, reference, row.cells))
        }
        rows.sort { ($0.reference, $0.child) < ($1.reference, $1.child) }
        table = DataTable("List 8", columns: Self.columns, rows: rows.map(\.cells))
        children = rows.map(\.child)
        self.lacking = lacking
    }

    /// As the workbook has them, with its curly quotes.
    public static let columns = [
        "Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age",
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))",
        "Does the Child have a Disability",
        "Date Started to be Looked After", "Child's Category of Need",
        "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
        "Start date of current legal status", "Child's Legal Status", "Date of Latest Statutory Review",
        "Date of Last Social Work Visit", "What is the permanence plan for this child?",
        "Date of Last IRO Visit / Contact to the Child", "Date of Last Health Assessment", "Date of Last Dental Check",
        "Number of Placements in the Last 12 months", "Date Ceased to be Looked After",
        "Reason Ceased to be Looked After", "Start Date of Most Recent Placement", "Placement Type",
        "Placement Provider", "Placement postcode", "URN of Placement", "Placement Location", "LA of Placement",
        "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months",
        "Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months",
        "Was the child offered a Return Interview after their last missing episode (Y/N)?",
        "Did the child accept a Return Interview after their last missing episode (Y/N)?", "Allocated Team",
        "Allocated Worker",
    ]
}

/// The periods of care of one child that lie in a stretch of time.
struct CareCourse {
    /// The stays of the newest period of care.
    let newest: [CareStay]
    /// How many periods of care there were in the stretch.
    let periods: Int
    /// How many placements there were in it.
    let placements: Int

    var began: CivilDate { newest[0].began }
    /// Nil while the child is looked after.
    var ended: CivilDate? { newest[newest.count - 1].ended }
    var last: CareStay { newest[newest.count - 1] }

    /// When the present legal status began.
    var legalStatusSince: CivilDate? {
        guard let status = last.legalStatus else { return nil }
        return newest.reversed().prefix { $0.legalStatus == status }.last?.began
    }

    /// Nil where the child was not looked after in it.
    init?(_ stays: [CareStay], in stretch: ClosedRange<CivilDate>) {
        var courses: [[CareStay]] = []
        for stay in stays where stay.began <= stretch.upperBound {
            if let before = courses.last?.last, before.ended.map({ stay.began <= $0 }) ?? true {
                courses[courses.count - 1].append(stay)
            } else {
                courses.append([stay])
            }
        }
        let inStretch = courses.filter { $0.last.map { Self.isIn($0, stretch) } ?? false }
        guard let newest = inStretch.last else { return nil }
        self.newest = newest.map { stay in
            var stay = stay
            if let ended = stay.ended, stretch.upperBound < ended { stay.ended = nil }
            return stay
        }
        periods = inStretch.count
        placements = inStretch.joined().count { $0.placement != nil && Self.isIn($0, stretch) }
    }

    private static func isIn(_ stay: CareStay, _ stretch: ClosedRange<CivilDate>) -> Bool {
        stay.ended.map { stretch.lowerBound <= $0 } ?? true
    }
}
