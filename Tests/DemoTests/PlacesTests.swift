// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Testing

@testable import Demo

@Suite struct `The invented places` {
    @Test(arguments: FoundPlace.all.filter { $0.postcode != nil })
    func `are as far away as is said of them`(place: FoundPlace) throws {
        let middle = try #require(Postcode("EM1 5AA"))
        let there = try #require(place.postcode.flatMap { Postcode($0) })
        let band = DistanceBand(miles: InventedPlaces.places.miles(from: middle, to: there))
        let told: DistanceBand =
            switch place.band {
            case .within5: .within5
            case .within10: .within10
            case .within20: .within20
            case .within40: .within40
            case .within80: .within80
            case .beyond80: .beyond80
            case .notSaid: .notKnown
            }
        #expect(band == told, "\(place.says)")
    }

    @Test func `hold every home of the register, and every child's address`() {
        for home in Eastmoor.homes {
            #expect(Postcode(home.postcode).flatMap { InventedPlaces.places.position(of: $0) } != nil, "\(home.home)")
        }
        for child in Invented.state.children.values {
            guard let postcode = child.facts.postcode.flatMap({ Postcode($0) }) else { continue }
            #expect(InventedPlaces.places.position(of: postcode) != nil, "\(postcode.text)")
        }
    }
}
