// SPDX-License-Identifier: MIT

/// A table of a source whose own numbers do not agree: shown beside our figures, and not mended.
struct SourceSlip {
    let table: String
    let says: String

    /// What printed shares add up to, as they are printed.
    func adds(_ shares: [String]) -> String {
        let tenths = shares.reduce(0) { sum, share in
            let parts = share.split(separator: ".").compactMap { Int($0) }
            return sum + parts[0] * 10 + (parts.count > 1 ? parts[1] : 0)
        }
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    static let lengths = SourceSlip(table: "Length", says: "The bands add up to 99.3 %.")
    static let overADay = SourceSlip(
        table: "Length", says: "Over 24 hours is printed as 21.5 %; the bands give 31.5 %.")
    static let repeats = SourceSlip(
        table: "How often", says: "The bands hold 410 children of November to April; October to March has 393.")
    static let distances = SourceSlip(
        table: "Distance", says: "The bands meet twice at 10 miles, leave whole miles out, and add up to 99.3 %.")
    static let areas = SourceSlip(table: "Area", says: "The shares add up to 100.5 %.")
    static let careTriage = SourceSlip(
        table: "Triage of children in care", says: "86, 7 and 7.5 % add up to 100.5 %: 9 of 119 is 7.6 %.")
    static let triageBySex = SourceSlip(
        table: "Triage by sex", says: "61 % of 39 boys is no whole number of boys; 24 of them would be 62 %.")
    static let funding = SourceSlip(
        table: "Funding 2015/16", says: "The parts add up to 309,328; 309,327 is printed.")
}
