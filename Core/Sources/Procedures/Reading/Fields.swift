// SPDX-License-Identifier: MIT

/// The keys of one mapping, checked against those that are known there.
struct Fields {
    let node: PackNode
    private let values: [String: PackNode]
    private let faults: Faults

    /// Nil, with a fault, where the node is no mapping. Unknown and repeated keys are faults; the rest is read on.
    init?(_ node: PackNode, _ what: String, known: [String], faults: Faults) {
        guard case .mapping(let entries) = node.content else {
            let glued = (node.scalar?.firstIndex(of: ":")).map { _ in " A blank belongs after each colon." } ?? ""
            faults.add(node, "\(what) is written with keys, and here is \(node.kind).\(glued)", allowed: known)
            return nil
        }
        var values: [String: PackNode] = [:]
        for entry in entries {
            let place = entry.place
            if !known.contains(entry.key) {
                faults.unknown(entry.key, "key of \(what)", at: place, among: known)
            } else if values.updateValue(entry.value, forKey: entry.key) != nil {
                faults.add(place, "“\(entry.key)” stands twice in \(what).")
            }
        }
        self.node = node
        self.values = values
        self.faults = faults
    }

    subscript(key: String) -> PackNode? { values[key] }

    /// The value of a key that must be there.
    func need(_ key: String, _ what: String) -> PackNode? {
        if let value = values[key] { return value }
        faults.add(node, "\(what) needs “\(key)”.")
        return nil
    }
}
