// SPDX-License-Identifier: MIT

import Testing

@testable import Analysis

@Suite struct `A postcode` {
    @Test(arguments: [
        ("b158pz", "B15 8PZ", "B15 8", "B15", "B"), ("E7 5YR", "E7 5YR", "E7 5", "E7", "E"),
        ("SW1A 1AA", "SW1A 1AA", "SW1A 1", "SW1A", "SW"), ("EC1Y8SY", "EC1Y 8SY", "EC1Y 8", "EC1Y", "EC"),
    ]) func `is read however it is written`(text: String, whole: String, sector: String, district: String, area: String)
        throws
    {
        let postcode = try #require(Postcode(text))
        #expect([postcode.text, postcode.sector, postcode.district, postcode.area] == [whole, sector, district, area])
        #expect(Postcode(whole) == postcode)
    }

    @Test(arguments: ["", "B15", "8PZ B15", "B158P", "B15 8P1", "B15 8PZX", "1B5 8PZ", "BB 8PZ", "B15-8PZ", "É15 8PZ"])
    func `is none where it has another shape`(text: String) {
        #expect(Postcode(text) == nil)
    }

    @Test func `stands in the order of its text, district by district`() {
        let sorted = ["B1 1AA", "B1 1AB", "B1 2AA", "B15 8PZ", "B2 1AA", "BA1 1AA"]
        #expect(sorted.compactMap { Postcode($0) }.sorted().map(\.text) == sorted)
    }
}

@Suite struct `Where postcodes lie` {
    private static let places = PostcodePlaces(
        [
            ("EM1 1AA", 400_000, 300_000), ("EM1 1AB", 400_200, 300_000), ("EM1 2AA", 401_000, 300_400),
            ("NV1 6SA", 408_047, 300_000), ("EM1 1AA", 400_100, 300_000),
        ]
        .compactMap { text, east, north in
            Postcode(text).map {
                PostcodePlaces.Entry(
                    $0, GridPosition(Int32(east), Int32(north)), authority: "E080000\(text.first == "E" ? 25 : 26)")
            }
        })

    @Test func `is found, the last entry of a postcode counting`() throws {
        #expect(Self.places.count == 4)
        #expect(Self.places.position(of: try code("EM1 1AA")) == GridPosition(400_100, 300_000))
        #expect(Self.places.authority(of: try code("EM1 2AA")) == "E08000025")
        #expect(Self.places.authority(of: try code("ZZ1 2AA")) == nil)
    }

    @Test func `is the middle of the sector for one that is not there, and nowhere beyond`() throws {
        #expect(Self.places.position(of: try code("EM1 1ZZ")) == GridPosition(400_150, 300_000))
        #expect(Self.places.districtMiddle(of: try code("EM1 9ZZ")) == GridPosition(400_433, 300_133))
        #expect(Self.places.position(of: try code("EM2 1ZZ")) == nil)
    }

    @Test func `is five miles away`() throws {
        let miles = try #require(Self.places.miles(from: try code("EM1 1AB"), to: try code("NV1 6SA")))
        #expect(abs(miles - 7_847 / 1_609.344) < 1e-9)
        #expect(Self.places.miles(from: try code("EM1 1AB"), to: try code("ZZ1 6SA")) == nil)
    }

    @Test func `is refused where the parts do not fit together`() {
        var columns = Self.places.columns
        #expect(PostcodePlaces(columns)?.count == 4)
        columns.postcodes.swapAt(0, 1)
        #expect(PostcodePlaces(columns) == nil)
        columns = Self.places.columns
        columns.eastings[0] = -1
        #expect(PostcodePlaces(columns) == nil)
        columns = Self.places.columns
        columns.authorities[0] = 7
        #expect(PostcodePlaces(columns) == nil)
    }

    @Test(arguments: [
        (0.0, DistanceBand.within5), (5.4, .within5), (5.6, .within10), (10, .within10), (20.4, .within20),
        (40.6, .within80), (80.4, .within80), (81, .beyond80), (-1, .notKnown),
    ]) func `is in one band, whatever the mile`(miles: Double, band: DistanceBand) {
        #expect(DistanceBand(miles: miles) == band)
    }

    private func code(_ text: String) throws -> Postcode { try #require(Postcode(text)) }
}
