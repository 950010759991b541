// SPDX-License-Identifier: MIT

extension Dimension {
    // MARK: Of the child

    public static let age = Dimension(
        "age", "Age at start",
        "Whole years on the start date. A child with episodes at two ages counts in both bands.",
        .years(.age, limits: [1, 5, 10, 16], labels: ["Under 1", "1–4", "5–9", "10–15", "16 and over"]))
    public static let sex = Dimension("sex", "Sex", "As recorded for the child.", .code(.sex))
    public static let ethnicity = Dimension(
        "ethnicity", "Ethnic group",
        "The broad groups of the national statistics. Refused and not yet obtained count as not known.",
        .code(.ethnicity))
    public static let legalStatus = Dimension(
        "legal-status", "Legal status",
        "The section or order that is recorded with the placement or the status that "
            + "held on the start date, as it was written.", .name(.legalStatus))
    public static let careGroup = Dimension(
        "care-group", "Looked after, protected, in need",
        "The first that held on the start date: looked after, on a child protection plan, in need, a care leaver.",
        .code(.careGroup))
    public static let care = Dimension(
        "care", "From care or from home", "From care where the child was looked after when the episode began.",
        .code(.care))
    public static let placement = Dimension(
        "placement", "Placement at the start",
        "The placement of the latest episode of care that began on or before the start and had not ended before it.",
        .code(.placement))
    static let ofChild = [age, sex, ethnicity, careGroup, care, legalStatus, placement]

    // MARK: Where

    public static let area = Dimension(
        "area", "Placed in or out of the authority’s area",
        "The location that the return gives for that placement, or where the record says that the child was placed. Most "
            + "returns as CSV do not carry it; of a child with no placement it is not known.", .code(.area))
    public static let authority = Dimension(
        "authority", "Responsible authority", "The authority responsible for the child, as recorded now.",
        .name(.authority))
    public static let host = Dimension(
        "host", "Host authority", "The authority in whose area the child was placed at the start.", .name(.host))
    public static let establishment = Dimension(
        "establishment", "Home, school or other place",
        "The place on the register that the child went missing from, as reported; else where the child was placed.",
        .name(.establishment))
    public static let district = Dimension(
        "district", "Postcode district of origin",
        "The first half of the postcode of the placement at the start, or of home where there was none.",
        .name(.district))
    public static let sector = Dimension(
        "sector", "Postcode sector of origin", "The same with the digit after it.", .name(.sector))
    public static let foundDistrict = Dimension(
        "found-district", "Postcode district where found", "Of the postcode recorded when the child was located.",
        .name(.foundDistrict))
    public static let foundPlace = Dimension(
        "found-place", "Kind of place where found",
        "Where the child was found at a place on the register of concern, what kind of place it is. What is written in "
            + "words is not counted.", .name(.foundPlace))
    public static let distanceFromPlacement = Dimension(
        "distance-placement", "Distance from the placement",
        distanceDefinition("the placement at the start"),
        .number(
            .milesTenthsFromPlacement, limits: distanceLimits, labels: distanceLabels))
    public static let distanceFromHome = Dimension(
        "distance-home", "Distance from home", distanceDefinition("home"),
        .number(
            .milesTenthsFromHome, limits: distanceLimits, labels: distanceLabels))
    static let ofPlace = [
        area, authority, host, establishment, district, sector, foundDistrict, foundPlace, distanceFromPlacement,
        distanceFromHome,
    ]

    private static let distanceLabels = [
        "0–5 miles", "6–10 miles", "10–20 miles", "21–40 miles", "41–80 miles", "Over 80 miles",
    ]
    // The words leave gaps and overlap; the limits do not: up to and with 5, 10, 20, 40, 80 miles.
    private static let distanceLimits: [Int32] = [51, 101, 201, 401, 801]

    private static func distanceDefinition(_ from: String) -> String {
        "As the crow flies from the postcode of \(from) to the one recorded when the child was located, in tenths of a "
            + "mile rounded down. The bands are those of the return interview service, whose words overlap at 10 and "
            + "leave gaps; here each ends with 5.0, 10.0, 20.0, 40.0 and 80.0 miles. Declined and not recorded count as "
            + "not known. Source: TCS."
    }

    // MARK: The response

    public static let safeAndWell = Dimension(
        "safe-and-well", "Safe and well checks",
        "Of episodes from which the child is back: held, not held with a reason, or nothing recorded. A check that was "
            + "held counts as held, whatever came before. Source: SG ¶29–30.", .code(.safeAndWell))
    public static let risk = Dimension("risk", "Risk as graded", "The grade as the source words it.", .name(.risk))
    static let ofResponse = [safeAndWell, risk]

    // MARK: Return interviews

    public static let interview = Dimension(
        "interviews", "Return interviews",
        "Episodes from which the child is back, by how far the interview has come. An interview that was held counts as "
            + "held, whatever came before it; held within 72 hours is reckoned from the return. Episodes from which the "
            + "child is not back, and absences after which none was offered, owe none and stand under not known. Source: "
            + "SG ¶31–32.", .code(.interview))
    public static let contacted = Dimension(
        "contacted", "Contacted after the return",
        "Of the interviews owed: whether anybody reached the child for it, or went further. Source: TCS.",
        .code(.contacted))
    public static let offered = Dimension(
        "offered", "Interview offered", "Of the interviews owed: whether one was offered, or what follows an offer.",
        .code(.offered))
    public static let accepted = Dimension(
        "accepted", "Interview accepted", "Of those offered: whether the child said yes, or had it.", .code(.accepted))
    public static let declined = Dimension(
        "declined", "Interview declined", "Of those offered: whether it ended with the child saying no.",
        .code(.declined))
    public static let notOffered = Dimension(
        "not-arranged", "Why no interview came about", "The category given when it could not be arranged.",
        .code(.notOffered))
    public static let provider = Dimension(
        "provider", "Interview provider", "The agency to which it was given, or referred.", .name(.provider))
    public static let inNeed = Dimension(
        "in-need", "Referred after the interview",
        "Of the interviews held: whether the child was then referred to social care or the hub, or an assessment was "
            + "decided on. Source: TCS.", .code(.inNeed))
    static let ofInterview = [
        interview, contacted, offered, accepted, declined, notOffered, provider, inNeed,
    ]

    // MARK: After

    public static let onAgenda = Dimension(
        "agenda", "On a panel’s agenda", "Whether the child was put on an agenda on account of the episode.",
        .code(.agenda))
    public static let together = Dimension(
        "together", "With other children",
        "Whether the record names other children who went along, were seen or were "
            + "found with the child.", .code(.together))
    public static let triage = Dimension(
        "triage", "Triage", "The colour by the protocol in force at the return, without absences. Source: TCS.",
        .code(.triage))
    public static let triageWithAbsences = Dimension(
        "triage-with-absences", "Triage, absences counted", "The same colour where absences count as well.",
        .code(.triageWithAbsences))

    public static let knownRisk = Dimension(
        "known-risk", "A risk was known",
        "Whether any risk stood on the child’s record when the episode began. With the "
            + "kind: absences of children with a known vulnerability. Source: TCS.",
        .derived(
            { table in
                zip(table[.risks], table[.care]).map { risks, care in
                    care == CodeColumn.unknown ? 2 : risks == 0 ? 1 : 0
                }
            }, labels: ["A risk was known", "None was"]))
    public static let reportComplete = Dimension(
        "report-complete", "Report complete",
        "Whether the report, the accounts of it and the child’s record hold everything that the protocol asks of a report. "
            + "Source: TCS.",
        .derived(
            { table in
                zip(table[.reportItemsAsked], table[.reportItemsHeld]).map { asked, held in
                    asked == NumberColumn.unknown ? 2 : asked == held ? 0 : 1
                }
            }, labels: ["Complete", "Lacks something"]))

    /// Whether an episode was open at the end of a collection year; by the end of the data where none is given.
    static func open(atEndOf year: CollectionYear?) -> Dimension {
        let day = year.map { "31 March \($0.ending)" } ?? "the end of the data"
        let last = year.map(\.last.daysSince1970) ?? .max
        return Dimension(
            "open", "Open at \(day)",
            "Episodes that started by \(day) and have no end date, or one after it. An end that cannot be read is not "
                + "counted as open.",
            .derived(
                { table in
                    let (began, ended, open) = (table[.began], table[.ended], table[.open])
                    return began.indices.map { row in
                        guard began[row] != NumberColumn.unknown, began[row] <= last else { return 2 }
                        if open[row] == 0 { return 0 }
                        return ended[row] == NumberColumn.unknown ? 2 : last < ended[row] ? 0 : 1
                    }
                }, labels: ["Open", "Over by then"]))
    }
}
