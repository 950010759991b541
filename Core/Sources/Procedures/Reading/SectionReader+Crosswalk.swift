// SPDX-License-Identifier: MIT

import Casework

extension SectionReader {
    private static let words: [String] = {
        var words = PoliceCategory.allCases.map(\.rawValue).filter { $0 != PoliceCategory.unclassified.rawValue }
        for grade in RiskGrade.allCases where !words.contains(grade.rawValue) { words.append(grade.rawValue) }
        return words
    }()

    /// Which word of the pack's own vocabulary an earlier word compares with. A line is known by its earlier word.
    func crosswalk(_ node: PackNode?) -> [CrosswalkLine] {
        guard let node else { return [] }
        guard case .list(let list) = node.content else {
            if case .nothing = node.content { return [] }
            faults.add(node, "“crosswalk” is a list of words with what they compare with, and here is \(node.kind).")
            return []
        }
        var seen: Set<String> = []
        return list.compactMap { item in
            let known = ["was", "now", "note", "source"]
            guard let fields = Fields(item, "a line of the crosswalk", known: known, faults: faults) else { return nil }
            let was = fields.need("was", "a line of the crosswalk")
                .flatMap { faults.word($0, "category or grade", among: Self.words) }
            let now = fields.need("now", "a line of the crosswalk")
                .flatMap { faults.word($0, "category or grade", among: Self.words + ["nothing"]) }
            let source = fields.need("source", "a line of the crosswalk").flatMap { items.readSource($0) }
            if let was, !seen.insert(was).inserted { faults.add(item, "“\(was)” stands twice in this crosswalk.") }
            guard let was, let now, let source else { return nil }
            return CrosswalkLine(was: was, now: now == "nothing" ? nil : now, note: note(fields), source: source)
        }
    }
}
