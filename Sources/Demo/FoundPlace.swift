// SPDX-License-Identifier: MIT

/// A place where somebody is found in the invented partnership, with how far it is from Eastmoor's middle.
///
/// Eastmoor's postcodes begin with EM and Northvale's with NV: neither is a real area, and nor are the others.
public struct FoundPlace: Hashable, Sendable {
    /// How far, in the bands that Birmingham published.
    public enum Band: String, CaseIterable, Hashable, Sendable {
        case within5, within10, within20, within40, within80, beyond80, notSaid
    }

    public let says: String
    public let postcode: String?
    public let band: Band

    /// The band that a postcode of the invented partnership lies in.
    public static func band(of postcode: String?) -> Band {
        all.first { $0.postcode == postcode }?.band ?? .notSaid
    }

    static func draw(_ random: inout SeededRandom) -> FoundPlace {
        let band = random.pick(weighted: Shares.foundMiles)
        return random.pick(all.filter { $0.band == band })
    }

    static let all: [FoundPlace] = [
        FoundPlace(says: "Eastmoor railway station", postcode: "EM1 1AA", band: .within5),
        FoundPlace(says: "the retail park on Mill Lane", postcode: "EM1 4RP", band: .within5),
        FoundPlace(says: "a friend's home on the Coppice estate", postcode: "EM2 6QT", band: .within5),
        FoundPlace(says: "Priory Park, by the skate ramps", postcode: "EM1 3PP", band: .within5),
        FoundPlace(says: "an older relative's flat", postcode: "EM3 2HL", band: .within5),
        FoundPlace(says: "a takeaway on Harbour Road", postcode: "EM4 7HR", band: .within5),
        FoundPlace(says: "an address already known to police", postcode: "EM2 9WB", band: .within5),
        FoundPlace(says: "Northvale bus station", postcode: "NV1 2BS", band: .within10),
        FoundPlace(says: "a parent's address in Northvale", postcode: "NV3 8DL", band: .within10),
        FoundPlace(says: "a friend's address in Northvale", postcode: "NV2 5KW", band: .within10),
        FoundPlace(says: "the beach car park at Sandhaven", postcode: "SV6 1CP", band: .within20),
        FoundPlace(says: "a former foster carer's home in Sandhaven", postcode: "SV6 4LN", band: .within20),
        FoundPlace(says: "the coach station in Westhaven", postcode: "WV1 1CS", band: .within40),
        FoundPlace(says: "a hotel by the motorway at Kingsbarrow", postcode: "KV9 3MH", band: .within80),
        FoundPlace(says: "a flat in a city over a hundred miles away", postcode: "ZV4 2FD", band: .beyond80),
        FoundPlace(says: "would not say", postcode: nil, band: .notSaid),
    ]
}
