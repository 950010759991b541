// SPDX-License-Identifier: MIT

/// How what was said of a child's home stands to what the register holds of it.
public enum HomeLikeness: UInt8, Sendable, CaseIterable {
    case absent
    /// House, street and postcode.
    case same
    /// House and street; the postcode is wanting, cut short or a slip away.
    case houseAndStreet
    /// Street and postcode; another number, a slip away.
    case houseSlip
    /// Street and postcode; quite another number.
    case neighbour
    /// The postcode alone.
    case postcode
    /// House and street, but another postcode.
    case otherPostcode
    /// A postcode that the child lived at before.
    case earlierPostcode
    /// A slip away from such a postcode.
    case earlierPostcodeSlip
    /// A slip away from the postcode.
    case postcodeSlip
    /// The street alone.
    case street
    /// The outward half of the postcode.
    case area
    case elsewhere

    /// Whether the two are of one household, as far as homes can tell.
    public var isHousehold: Bool {
        switch self {
        case .same, .houseAndStreet, .houseSlip, .postcode, .otherPostcode, .earlierPostcode, .earlierPostcodeSlip: true
        default: false
        }
    }
    /// Whether it rests on the postcode, so that its rarity is the postcode's.
    var restsOnPostcode: Bool { isHousehold && self != .houseAndStreet && self != .otherPostcode || self == .neighbour }

    /// Of all pairs of homes the likest; that of an earlier home only where the postcode speaks for it.
    static func of(_ sought: Sought, row: Int, in store: RowStore) -> HomeLikeness {
        var best = HomeLikeness.absent
        for (index, home) in sought.homes.enumerated() where !home.isEmpty {
            for place in store.homes(of: row) {
                let other = store.homes[place]
                if other.isEmpty { continue }
                let isEarlier = index > 0 || place > store.homes(of: row).lowerBound
                let found = of(home, sought.streets[index], other, in: store, isEarlier: isEarlier)
                if best == .absent || found.rawValue < best.rawValue { best = found }
            }
        }
        return best
    }

    private static func of(
        _ one: PlacedHome, _ oneStreet: Letters, _ other: PlacedHome, in store: RowStore, isEarlier: Bool
    ) -> HomeLikeness {
        let isSamePostcode = one.postcode != 0 && one.postcode == other.postcode
        let mayBePostcode =
            isSamePostcode || one.postcode == 0 || other.postcode == 0
            || Slips.isOne(one.postcode, other.postcode)
        let isArea = one.outward != 0 && one.outward == other.outward
        if isEarlier && !(isSamePostcode && oneStreet.isEmpty == false && other.street != 0) {
            if isSamePostcode { return .earlierPostcode }
            let isSlip = one.postcode != 0 && other.postcode != 0 && mayBePostcode
            return isSlip ? .earlierPostcodeSlip : .elsewhere
        }
        let isHouse = one.house != 0 && one.house == other.house
        // A slip in the street is looked for only where something else speaks for the home.
        let isStreet = isStreet(oneStreet, other, in: store, mayBeSlip: isSamePostcode || mayBePostcode || isHouse)
        if isStreet && isHouse {
            if isSamePostcode { return .same }
            let isCut = one.postcode == 0 || other.postcode == 0
            let isCutElsewhere = isCut && one.outward != 0 && other.outward != 0 && !isArea
            return mayBePostcode && !isCutElsewhere ? .houseAndStreet : .otherPostcode
        }
        if isSamePostcode {
            if !isStreet { return .postcode }
            return isNear(one, other) ? .houseSlip : .neighbour
        }
        if isStreet && mayBePostcode && isNear(one, other) { return .houseSlip }
        if one.postcode != 0, other.postcode != 0, mayBePostcode { return .postcodeSlip }
        if isStreet { return .street }
        return isArea ? .area : .elsewhere
    }

    private static func isStreet(_ one: Letters, _ other: PlacedHome, in store: RowStore, mayBeSlip: Bool) -> Bool {
        if one.isEmpty || other.street == 0 { return false }
        let street = store.streets.forms[Int(other.street)].plain
        return one == street || mayBeSlip && abs(one.count - street.count) <= 2 && Slips.between(one, street) <= 2
    }

    private static func isNear(_ one: PlacedHome, _ other: PlacedHome) -> Bool {
        one.houseNumber == other.houseNumber
            || BirthLikeness.isDigitOff(Int(one.houseNumber), Int(other.houseNumber))
            || abs(one.houseNumber - other.houseNumber) <= 2
    }
}
