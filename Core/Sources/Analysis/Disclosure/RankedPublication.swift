// SPDX-License-Identifier: MIT

/// Tables of a publication that are offered one after the other, what matters most first.
///
/// A later table never hides what an earlier one shows. Where it would, or where it would hide most of itself, the next of
/// its variants is tried, each broader than the one before; where none will do, the table is left out.
public struct RankedPublication: Sendable {
    /// Adds one table, and says what makes up what.
    public typealias Variant = (inout Publication) -> Void

    private var publication: Publication
    /// What has been taken so far, as it may be shown.
    public private(set) var protected: ProtectedPublication

    public init(threshold: Int = 5) {
        publication = Publication(threshold: threshold)
        protected = ProtectedPublication(publication)
    }

    /// Takes the first of the variants that will do. Gives its place among them and the number by which the table is asked
    /// for; nil where none does. `evenMostlyHidden` is for what has to be said even where most of it is kept back.
    public mutating func offer(
        _ variants: [Variant], evenMostlyHidden: Bool = false
    ) -> (variant: Int, table: Int)? {
        for (place, add) in variants.enumerated() {
            var next = publication
            add(&next)
            precondition(next.tables.count == publication.tables.count + 1, "a variant is one table")
            let tried = ProtectedPublication(next, after: protected)
            let number = publication.tables.count
            if tried.isWithheld || !(evenMostlyHidden || tried.showsHalf(of: number)) { continue }
            (publication, protected) = (next, tried)
            return (place, number)
        }
        return nil
    }
}
