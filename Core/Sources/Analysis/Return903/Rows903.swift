// SPDX-License-Identifier: MIT

/// A child of one return: a place in its list of children. The blank identifier has a number like any other.
public typealias ChildNumber = Int32

/// One row of the Header table.
public struct HeaderRow: Hashable, Sendable {
    public var child: ChildNumber
    public var sex = ""
    public var born = WrittenDate.blank
    public var ethnicity = ""
    public var upn = ""

    public init(child: ChildNumber) {
        self.child = child
    }
}

/// One row of the Episodes table: one placement under one legal status.
public struct CareRow: Hashable, Sendable {
    public var child: ChildNumber
    /// DECOM: the first day.
    public var began = WrittenDate.blank
    /// DEC: the last day; blank while it goes on.
    public var ended = WrittenDate.blank
    /// RNE: why this episode began.
    public var whyBegan = ""
    /// REC: why this episode ended.
    public var whyEnded = ""
    /// LS.
    public var legalStatus = ""
    /// CIN.
    public var need = ""
    /// PLACE.
    public var placement = ""
    /// PLACE_PROVIDER.
    public var provider = ""
    /// REASON_PLACE_CHANGE.
    public var whyMoved = ""
    public var homePostcode = ""
    public var placementPostcode = ""
    public var urn = ""
    /// PL_LOCATION: `IN` or `OUT` of the authority; empty where the return does not carry it.
    public var location = ""
    /// PL_LA: the authority the placement is in; empty where the return does not carry it.
    public var authority = ""
    /// PL_DISTANCE, in miles as written; empty where the return does not carry it.
    public var distance = ""

    public init(child: ChildNumber) {
        self.child = child
    }
}

/// One row of the Missing table.
public struct MissingRow: Hashable, Sendable {
    public var child: ChildNumber
    public var born = WrittenDate.blank
    /// MISSING as written: `M`, `A`, blank or something else.
    public var kind = ""
    /// MIS_START.
    public var began = WrittenDate.blank
    /// MIS_END; blank while the child is still away.
    public var ended = WrittenDate.blank

    public init(child: ChildNumber) {
        self.child = child
    }
}
