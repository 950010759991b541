// SPDX-License-Identifier: MIT

/// All the tables of one report that leaves the circle of those who need to know: a board, members, the public.
///
/// Nothing may be shown from which a small count could be worked out, from any of the tables or from several together. So
/// they are put in here first, all of them, and come out as ``ProtectedPublication``.
public struct Publication: Sendable {
    /// Counts of fewer children than this, and not none, are small.
    public let threshold: Int
    var tables: [Table] = []
    var cells: [CellKey: Count] = [:]
    var bounds: [CellKey: EpisodeBounds] = [:]
    var partitions: [Partition] = []

    /// One table as it is laid out: what each of its cells is.
    struct Table: Sendable {
        let title: String
        let bands: [String]
        let columns: [String]
        /// By row and column: the bands and what is not known, then all; likewise across.
        let keys: [[CellKey]]
    }

    /// That the bands of a condition make up a whole.
    struct Partition: Hashable, Sendable {
        let name: String
        /// Nil where the whole is everything without the condition.
        let whole: String?
        let parts: [String]
        /// Whether no child can be in two of the parts, so that children add up as well.
        let partsChildren: Bool
    }

    /// How many episodes each child in a cell can have had: of a band of how often.
    struct EpisodeBounds: Sendable {
        let least: Int
        let most: Int?
    }

    public init(threshold: Int = 5) {
        precondition(threshold >= 2, "a threshold under 2 protects nobody")
        self.threshold = threshold
    }

    static let notKnown = "Not known"

    /// Adds a table. `among` says which episodes it counts, by conditions: a period, an authority; a total without any is
    /// the same number in every table that has the same conditions.
    ///
    /// Gives the number by which the protected table is asked for.
    @discardableResult
    public mutating func add(_ table: Crosstab, among conditions: [String: String] = [:]) -> Int {
        let bands = table.bands + [Publication.notKnown]
        let columns = table.split == nil ? [] : table.columns + [Publication.notKnown]
        note(table.dimension, bands)
        if let split = table.split { note(split, columns) }
        let across: [Int?] = columns.isEmpty ? [nil] : columns.indices.map { $0 } + [nil]
        let keys = (bands.indices.map { Optional($0) } + [nil]).map { band in
            across.map { column in
                var own = conditions
                if let band { own[table.dimension.id] = bands[band] }
                if let column, let split = table.split { own[split.id] = columns[column] }
                let key = CellKey(own)
                keep(key, table.count(band, column))
                return key
            }
        }
        tables.append(Table(title: table.dimension.title, bands: bands, columns: columns, keys: keys))
        return tables.count - 1
    }

    /// Adds the table of how often: a column for each of `kinds`, and one for all of them together.
    @discardableResult
    public mutating func add(
        _ repeats: Repeats, kinds: [AbsenceKind], among conditions: [String: String] = [:]
    ) -> Int {
        let columns: [(name: String, kind: AbsenceKind?)] =
            kinds.map { ("\(Repeats.id) \($0.name)", $0) } + [(Repeats.id, nil)]
        let bands = Repeats.bands
        for column in columns {
            partitions.append(Partition(name: column.name, whole: nil, parts: bands, partsChildren: true))
        }
        var keys = bands.indices.map { band in
            columns.map { column in
                var own = conditions
                if let kind = column.kind { own[Dimension.kind.id] = kind.title }
                own[column.name] = bands[band]
                let key = CellKey(own)
                keep(key, column.kind.map { repeats.byKind[$0.rawValue][band] } ?? repeats.all[band])
                bounds[key] = EpisodeBounds(least: [1, 3, 6, 9, 20][band], most: [2, 5, 8, 19, nil][band])
                return key
            }
        }
        keys.append(
            columns.map { column in
                var own = conditions
                if let kind = column.kind { own[Dimension.kind.id] = kind.title }
                let counts = column.kind.map { repeats.byKind[$0.rawValue] } ?? repeats.all
                let key = CellKey(own)
                keep(key, counts.reduce(Count(), +))
                return key
            })
        tables.append(Table(title: Repeats.title, bands: bands, columns: kinds.map(\.title), keys: keys))
        return tables.count - 1
    }

    /// Says that stretches, areas or other conditions make up a whole: the quarters of a year. Whoever knows both can take
    /// one from the other.
    public mutating func declare(_ condition: String, _ whole: String, isMadeUpOf parts: [String]) {
        let partition = Partition(name: condition, whole: whole, parts: parts, partsChildren: false)
        if !partitions.contains(partition) { partitions.append(partition) }
    }

    private mutating func note(_ dimension: Dimension, _ bands: [String]) {
        let partition = Partition(name: dimension.id, whole: nil, parts: bands, partsChildren: dimension.isOfChild)
        if !partitions.contains(partition) { partitions.append(partition) }
    }

    mutating func keep(_ key: CellKey, _ count: Count) {
        if let held = cells[key] {
            precondition(held == count, "two tables give two numbers for the same: \(key)")
        }
        cells[key] = count
    }
}

/// What a cell counts, by its conditions: the same in every table in which it stands.
struct CellKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    let conditions: [String]

    init(_ conditions: [String: String]) {
        self.conditions = conditions.map { "\($0.key)\u{1F}\($0.value)" }.sorted()
    }

    private init(_ conditions: [String]) { self.conditions = conditions.sorted() }

    /// The same with one condition more, or with another in place of one.
    func with(_ name: String, _ value: String, insteadOf whole: String?) -> CellKey {
        let kept = whole.map { old in conditions.filter { $0 != "\(name)\u{1F}\(old)" } } ?? conditions
        return CellKey(kept + ["\(name)\u{1F}\(value)"])
    }

    /// Whether it has a condition of this name; with the mark that ends a name.
    func has(_ marked: String) -> Bool { conditions.contains { $0.hasPrefix(marked) } }
    func has(_ name: String, _ value: String) -> Bool { conditions.contains("\(name)\u{1F}\(value)") }

    var description: String {
        conditions.map { String($0.map { $0 == "\u{1F}" ? "=" : $0 }) }.joined(separator: ", ")
    }

    static func < (one: CellKey, other: CellKey) -> Bool {
        if one.conditions.count != other.conditions.count { return one.conditions.count < other.conditions.count }
        return one.conditions.lexicographicallyPrecedes(other.conditions)
    }
}

extension Dimension {
    /// Whether it is the same for all of a child's episodes, so that the children of its bands add up.
    var isOfChild: Bool { [Dimension.sex.id, Dimension.ethnicity.id, Dimension.authority.id].contains(id) }
}
