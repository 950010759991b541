// SPDX-License-Identifier: MIT

extension Publication {
    /// Adds counts that share out a whole and are no dimension of the table: cases, or done and not done.
    ///
    /// Each child is taken to be possibly in several of the parts. With no parts it is one number by itself.
    @discardableResult
    mutating func add(
        _ title: String, id: String, parts: [(label: String, count: Count)], whole: Count,
        among conditions: [String: String]
    ) -> Int {
        if !parts.isEmpty {
            let partition = Partition(name: id, whole: nil, parts: parts.map(\.label), partsChildren: false)
            if !partitions.contains(partition) { partitions.append(partition) }
        }
        func key(_ label: String?) -> CellKey {
            var own = conditions
            own[id] = label
            return CellKey(own)
        }
        let keys = (parts.map { (Optional($0.label), $0.count) } + [(nil, whole)]).map { label, count in
            keep(key(label), count)
            return [key(label)]
        }
        tables.append(Table(title: title, bands: parts.map(\.label), columns: [], keys: keys))
        return tables.count - 1
    }

    /// Adds the table of how often in broad bands: those with up to two, and those with more.
    @discardableResult
    mutating func add(broad repeats: Repeats, among conditions: [String: String]) -> Int {
        let labels = ["1–2", "3 and more"]
        partitions.append(Partition(name: Repeats.id, whole: nil, parts: labels, partsChildren: true))
        let counts = [repeats.all[0], repeats.all[1...].reduce(Count(), +)]
        var keys: [[CellKey]] = []
        for (label, (count, limits)) in zip(labels, zip(counts, [(1, Int?.some(2)), (3, nil)])) {
            let key = CellKey(conditions.merging([Repeats.id: label]) { $1 })
            keep(key, count)
            bounds[key] = EpisodeBounds(least: limits.0, most: limits.1)
            keys.append([key])
        }
        keep(CellKey(conditions), counts[0] + counts[1])
        tables.append(
            Table(title: Repeats.title, bands: labels, columns: [], keys: keys + [[CellKey(conditions)]]))
        return tables.count - 1
    }
}
