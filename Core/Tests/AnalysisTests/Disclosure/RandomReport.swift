// SPDX-License-Identifier: MIT

import WorkingTime

@testable import Analysis

/// A report of several tables over invented episodes: few or many children, bands that are full and bands that are nearly
/// empty, tables that share totals, tables of a part beside those of the whole.
struct RandomReport {
    /// One table as whoever reads the report understands it.
    struct Layout {
        let conditions: [String: String]
        let down: (name: String, bands: [String])
        let across: (name: String, bands: [String])?
        let isRepeats: Bool
    }

    /// All that was taken, in one; and what may be shown of it, where the tables were offered by rank.
    private(set) var publication: Publication
    private var ranked: RankedPublication?
    private(set) var layouts: [Layout] = []
    /// What makes up a whole, as everybody knows: the bands of a dimension, the halves of the period.
    private(set) var wholes: [(name: String, whole: String?, parts: [String], isOfChild: Bool)] = []
    let table: EpisodeTable

    /// As it may be shown: worked out table by table where they were offered by rank, else at once.
    var protected: ProtectedPublication { ranked?.protected ?? publication.protected() }

    init(seed: UInt64) {
        var random = Lot(seed: seed)
        publication = Publication(threshold: [3, 5, 5, 5, 10][random.upTo(5)])
        if random.isLucky(60) { ranked = RankedPublication(threshold: publication.threshold) }
        table = RandomReport.episodes(&random)
        let pool: [Dimension] = [
            .sex, .ethnicity, .kind, .overnight, .lengthHours, .care, .interview, .hour, .safeAndWell, .age, .weekday,
        ]
        var wanted: [Dimension] = []
        for _ in 0..<(2 + random.upTo(3)) {
            let dimension = random.one(of: pool)
            if !wanted.contains(where: { $0.id == dimension.id }) { wanted.append(dimension) }
        }
        for _ in 0..<(1 + random.upTo(5)) { add(random.one(of: wanted), random.one(of: wanted), [:], table.all) }
        if random.isLucky(50) { addRepeats([:], table.all) }
        if random.isLucky(40) {
            let rows = table.rows(EpisodeSelection().within(.sex, "Female"))
            add(random.one(of: wanted), random.one(of: wanted), ["sex": "Female"], rows)
            add(.sex, .sex, [:], table.all)
        }
        if random.isLucky(35) { addHalves(random.one(of: wanted)) }
    }

    private mutating func addHalves(_ dimension: Dimension) {
        let middle = CivilDate(daysSince1970: 20_180)
        let halves = [
            ("first", CivilDate(daysSince1970: 20_000)...middle.previous),
            ("second", middle...middle.adding(days: 400)),
        ]
        for (name, period) in halves {
            add(dimension, dimension, ["period": name], table.rows(EpisodeSelection(period: period)))
        }
        add(dimension, dimension, ["period": "year"], table.all)
        wholes.append(("period", "year", ["first", "second"], false))
    }

    private mutating func add(
        _ down: Dimension, _ across: Dimension, _ conditions: [String: String], _ rows: EpisodeRows
    ) {
        if conditions[down.id] != nil || conditions[across.id] != nil { return }
        var variants = [Crosstab(down, of: table, rows: rows)]
        if down.id != across.id { variants.insert(Crosstab(down, by: across, of: table, rows: rows), at: 0) }
        guard let place = take(variants.map { counted in { $0.add(counted, among: conditions) } }) else { return }
        let counted = variants[place]
        let bands = counted.bands + ["Not known"]
        let columns = counted.columns + ["Not known"]
        note(down.id, bands, isOfChild: ["sex", "ethnicity"].contains(down.id))
        if counted.split != nil { note(across.id, columns, isOfChild: ["sex", "ethnicity"].contains(across.id)) }
        layouts.append(
            Layout(
                conditions: conditions, down: (down.id, bands), across: counted.split.map { ($0.id, columns) },
                isRepeats: false))
    }

    private mutating func addRepeats(_ conditions: [String: String], _ rows: EpisodeRows) {
        let repeats = Repeats(of: table, rows: rows)
        guard take([{ $0.add(repeats, kinds: [.missing, .away], among: conditions) }]) != nil else { return }
        layouts.append(
            Layout(
                conditions: conditions, down: ("repeats", Repeats.bands),
                across: ("", ["Missing", "Away without authorisation"]), isRepeats: true))
        for name in ["repeats missing", "repeats away", "repeats"] { note(name, Repeats.bands, isOfChild: true) }
    }

    /// Which of the variants of one table was taken; nil where none was.
    private mutating func take(_ variants: [RankedPublication.Variant]) -> Int? {
        let declared = variants.map { add -> RankedPublication.Variant in
            {
                $0.declare("period", "year", isMadeUpOf: ["first", "second"])
                add(&$0)
            }
        }
        let isFirst = layouts.isEmpty
        let place = ranked == nil ? 0 : ranked?.offer(declared, evenMostlyHidden: isFirst)?.variant
        if let place { declared[place](&publication) }
        return place
    }

    private mutating func note(_ name: String, _ parts: [String], isOfChild: Bool) {
        if wholes.contains(where: { $0.name == name }) { return }
        wholes.append((name, nil, parts, isOfChild))
    }

    private static func episodes(_ random: inout Lot) -> EpisodeTable {
        let childCount = 3 + random.upTo([8, 30, 90, 160][random.upTo(4)])
        var children: [Int32] = []
        var codes: [CodeColumn: [UInt8]] = [:]
        var numbers: [NumberColumn: [Int32]] = [.began: [], .lengthMinutes: [], .beganAtMinute: []]
        let skew = 1 + random.upTo(3)
        func skewed(_ count: Int, _ random: inout Lot) -> UInt8 {
            if random.isLucky(6) { return CodeColumn.unknown }
            return UInt8((0..<skew).map { _ in random.upTo(count) }.min() ?? 0)
        }
        for child in 0..<childCount {
            let (sex, ethnicity) = (skewed(2, &random), skewed(5, &random))
            var count = 1
            while count < 40, random.isLucky(55) { count += 1 }
            for _ in 0..<count {
                children.append(Int32(child))
                codes[.sex, default: []].append(sex)
                codes[.ethnicity, default: []].append(ethnicity)
                codes[.kind, default: []].append(UInt8(min(skewed(3, &random), 2)))
                codes[.overnight, default: []].append(skewed(2, &random))
                codes[.care, default: []].append(skewed(2, &random))
                codes[.interview, default: []].append(skewed(6, &random))
                codes[.safeAndWell, default: []].append(skewed(3, &random))
                codes[.age, default: []].append(UInt8(random.upTo(18)))
                numbers[.began]?.append(20_000 + Int32(random.upTo(365)))
                numbers[.lengthMinutes]?.append(random.isLucky(5) ? NumberColumn.unknown : Int32(random.upTo(12_000)))
                numbers[.beganAtMinute]?.append(Int32(random.upTo(1_440)))
            }
        }
        return EpisodeTable(children: children, codes: codes, numbers: numbers, names: [:])
    }
}
