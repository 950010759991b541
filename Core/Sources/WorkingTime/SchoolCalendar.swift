// SPDX-License-Identifier: MIT

/// When pupils of a school or an authority are in school, as far as its term dates are known.
///
/// Known from the first term's first date to the last term's last. Elsewhere a school day is a weekday that is
/// not a bank holiday, and every deadline counted that way says so.
public struct SchoolCalendar: Hashable, Sendable {
    /// Earliest first, none overlapping.
    public let terms: [SchoolTerm]

    /// Earliest first.
    public let closures: [SchoolClosure]

    /// Where the dates come from, to show to people.
    public let source: String

    /// Term dates in any order, or nil where two terms overlap.
    public init?(terms: [SchoolTerm], closures: [SchoolClosure] = [], source: String) {
        let sorted = terms.sorted { $0.first < $1.first }
        guard zip(sorted, sorted.dropFirst()).allSatisfy({ $0.last < $1.first }) else { return nil }
        self.terms = sorted
        self.closures = closures.sorted { $0.first < $1.first }
        self.source = source
    }

    private init() {
        terms = []
        closures = []
        source = ""
    }

    /// No term dates at all.
    public static let unknown = SchoolCalendar()

    /// Whether any term dates are known.
    public var isKnown: Bool { !terms.isEmpty }

    /// The dates from the first term's first to the last term's last; nil where no term is known.
    public var knownDates: ClosedRange<CivilDate>? {
        guard let first = terms.first, let last = terms.last else { return nil }
        return first.first...last.last
    }

    /// Whether term dates say for certain if `date` is in term.
    public func isKnown(on date: CivilDate) -> Bool {
        knownDates?.contains(date) == true
    }

    /// Whether nothing is known against `date` being a school day.
    public func isSchoolDay(_ date: CivilDate, in working: WorkingCalendar) -> Bool {
        nonSchoolReason(date, in: working) == nil
    }

    /// Why `date` is no school day: "Saturday", "Sunday", a bank holiday's title, the name of the break or the
    /// closure; nil on a school day, and on every other date for which terms are not known.
    public func nonSchoolReason(_ date: CivilDate, in working: WorkingCalendar) -> String? {
        if let reason = working.nonWorkingReason(date) { return reason }
        guard isKnown(on: date) else { return nil }
        // The last term to begin on or before the date either holds it or is followed by the break that does.
        let term = terms[firstTermIndex(after: date) - 1]
        if date > term.last { return term.breakAfter }
        return closures.first { $0.first <= date && date <= $0.last }?.name
    }

    private func firstTermIndex(after date: CivilDate) -> Int {
        var (low, high) = (0, terms.count)
        while low < high {
            let middle = (low + high) / 2
            if terms[middle].first <= date { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
