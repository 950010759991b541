// SPDX-License-Identifier: MIT

import Analysis

/// Where the invented partnership's postcodes would lie: the first of each sector, on a grid on which nothing is drawn. The
/// places where children are found are as far from Eastmoor's middle as their bands say.
public enum InventedPlaces {
    public static let places = PostcodePlaces(entries)

    private static let middle = GridPosition(500_000, 400_000)

    /// Area and district with how far it is from the middle in miles, and in which direction, in sixteenths of a turn.
    private static let districts: [(name: String, miles: Double, sixteenth: Int, authority: String)] = [
        ("EM1", 1, 0, "eastmoor"), ("EM2", 2, 4, "eastmoor"), ("EM3", 3, 8, "eastmoor"), ("EM4", 3, 12, "eastmoor"),
        ("NV1", 8, 2, "northvale"), ("NV2", 9, 3, "northvale"), ("NV3", 8, 4, "northvale"), ("NV4", 9, 5, "northvale"),
        ("SV6", 16, 6, "sandhaven"),
        ("WV1", 32, 10, "westhaven"), ("KV9", 63, 14, "kingsbarrow"), ("ZV4", 130, 0, "far-off"),
    ]

    private static var entries: [PostcodePlaces.Entry] {
        districts.flatMap { district in
            (0...9).compactMap { sector -> PostcodePlaces.Entry? in
                Postcode("\(district.name) \(sector)AA").map {
                    PostcodePlaces.Entry(
                        $0, position(district.miles, district.sixteenth, sector), authority: district.authority)
                }
            }
        }
    }

    /// A sector lies up to half a mile beside its district's middle.
    private static func position(_ miles: Double, _ sixteenth: Int, _ sector: Int) -> GridPosition {
        let steps: [(east: Double, north: Double)] = [(1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7)]
        let step = steps[sixteenth / 2 % 4]
        let sign: Double = sixteenth < 8 ? 1 : -1
        let metres = miles * 1_609.344
        let beside = Double(sector - 5) * 160
        return GridPosition(
            middle.easting + Int32(sign * metres * step.east - beside * step.north),
            middle.northing + Int32(sign * metres * step.north + beside * step.east))
    }
}
