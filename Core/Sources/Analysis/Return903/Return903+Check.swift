// SPDX-License-Identifier: MIT

extension Return903 {
    /// Checks the return with every rule that touches the Missing table, each on its own.
    ///
    /// Every rule is a function of the rows and the year alone, so that no rule can change what another finds.
    /// Without a year the two rules that ask for it are not run.
    public func check(in year: CollectionYear?) -> Check903 {
        let checker = Checker903(of: self, in: year)
        var faults: [Fault903] = []
        var notRun: [(rule: Rule903, lacking: [String])] = []
        for rule in Rule903.allCases {
            let lacking = lacking(for: rule, in: year)
            if lacking.isEmpty {
                faults += checker.faults(by: rule)
            } else {
                notRun.append((rule, lacking))
            }
        }
        return Check903(faults: inOrder(faults), notRun: notRun)
    }

    private func lacking(for rule: Rule903, in year: CollectionYear?) -> [String] {
        var names = rule.needs.filter { !isGiven($0) }.map(\.rawValue)
        if year == nil, rule == .startsAfterYear || rule == .endsOutsideYear { names.append("a collection year") }
        if rule == .openLastYear, missingLastYear == nil { names.append("last year's Missing") }
        return names
    }

    private func isGiven(_ table: Table903) -> Bool {
        switch table {
        case .header: header != nil
        case .episodes: episodes != nil
        case .missing: missing != nil
        default: others[table] != nil
        }
    }

    /// Orders by table, row and rule. Each rule's faults come already in order of row, so equal keys keep it.
    private func inOrder(_ faults: [Fault903]) -> [Fault903] {
        let tables = Dictionary(uniqueKeysWithValues: zip(Table903.allCases, 0...))
        let rules = Dictionary(uniqueKeysWithValues: zip(Rule903.allCases, 0...))
        let keys = faults.indices.map { index in
            let fault = faults[index]
            return (table: tables[fault.table] ?? 0, row: fault.row, rule: rules[fault.rule] ?? 0, index: index)
        }
        return keys.sorted { ($0.table, $0.row, $0.rule, $0.index) < ($1.table, $1.row, $1.rule, $1.index) }
            .map { faults[$0.index] }
    }
}

/// The rows of one return grouped by child, and the rules over them.
struct Checker903 {
    let data: Return903
    let year: CollectionYear?
    let missing: [MissingRow]
    let episodes: [CareRow]
    let spans: [CareSpan]
    let header: [HeaderRow]
    let missingOf: ChildRows
    let episodesOf: ChildRows
    let headerOf: ChildRows

    init(of data: Return903, in year: CollectionYear?) {
        self.data = data
        self.year = year
        missing = data.missing ?? []
        episodes = data.episodes ?? []
        spans = CareSpan.of(episodes)
        header = data.header ?? []
        let count = data.children.count
        missingOf = ChildRows(of: data.childrenOfRows(in: .missing) ?? [], count: count)
        episodesOf = ChildRows(of: data.childrenOfRows(in: .episodes) ?? [], count: count)
        headerOf = ChildRows(of: data.childrenOfRows(in: .header) ?? [], count: count)
    }

    func faults(by rule: Rule903) -> [Fault903] {
        switch rule {
        case .overlapsPrevious: overlaps()
        case .openLastYear: notCarriedOn()
        case .openThoughPlacementEnded, .openAfterCare, .startsAfterCare, .startsBeforeCare: outsideCare(rule)
        case .missingWhenCareEnded: missingAtEighteen()
        case .noEpisodes: withoutEpisodes()
        case .notInHeader, .birthDiffersFromHeader: againstHeader(rule)
        default: rowsAlone(rule)
        }
    }

    func fault(_ rule: Rule903, row: Int, child: ChildNumber, in table: Table903 = .missing, _ says: String) -> Fault903
    {
        Fault903(table: table, row: row, rule: rule, child: data.identifier(of: child), says: says)
    }
}
