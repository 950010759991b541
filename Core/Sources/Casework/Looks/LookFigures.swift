// SPDX-License-Identifier: MIT

import WorkingTime

/// From which figures on a look is listed as unusual: a partnership's own choice. The standard ones are a place to begin.
public struct LookFigures: Hashable, Sendable {
    /// A child about whom nothing was recorded for so many days has nothing going on.
    public var quietDays = 28
    /// So many different children within an hour are many,
    public var manyChildren = 15
    /// where it is also so many times the worker's own usual,
    public var timesUsual = 3
    /// worked out from so many days before.
    public var usualDays = 28
    /// So many looks at one child from outside,
    public var againLooks = 5
    /// on so many different days,
    public var againOnDays = 3
    /// within so many.
    public var againWithinDays = 14
    /// So many refusals with no look that was allowed between them,
    public var refusals = 4
    /// each at most so many minutes after the one before.
    public var refusalMinutes = 60
    /// So many different children
    public var newcomerChildren = 10
    /// within so many hours after the account was added.
    public var newcomerHours = 24
    /// So many searches for one child whom they may not see.
    public var searchesInVain = 2

    public init() {}
}
