// SPDX-License-Identifier: MIT

import Foundation
import Procedures

/// A folder of protocol packs, one YAML file each, named for its id.
public struct PackFolder: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// The ids of the packs that lie here, in order.
    public var ids: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// One pack with everything it inherits, or every fault in it and in those it extends.
    public func load(_ id: String) -> Loaded<ProtocolPack> {
        load(file: "\(path)/\(id).yaml", named: id, under: [])
    }

    /// Every pack of the folder. One with a fault is left out, and its faults are given.
    public func loadAll() -> (packs: [ProtocolPack], faults: [ReadingFault]) {
        let loaded = ids.map { load($0) }
        var seen: Set<ReadingFault> = []
        return (loaded.compactMap(\.value), loaded.flatMap(\.faults).filter { seen.insert($0).inserted })
    }

    /// One file that need not lie in the folder; what it extends does.
    public func load(file: String) -> Loaded<ProtocolPack> {
        let name = URL(fileURLWithPath: file).lastPathComponent
        return load(file: file, named: name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name, under: [])
    }

    /// A pack, the one that it extends, and so on; or every fault in any of them.
    public func chain(_ id: String) -> Loaded<[ProtocolPack]> {
        let loaded = id.hasSuffix(".yaml") ? load(file: id) : load(id)
        guard let pack = loaded.value else { return Loaded(faults: loaded.faults) }
        guard let parent = pack.extends else { return Loaded(value: [pack]) }
        let rest = chain(parent)
        return Loaded(value: rest.value.map { [pack] + $0 }, faults: rest.faults)
    }

    private func load(file: String, named id: String, under: [String]) -> Loaded<ProtocolPack> {
        let node: PackNode
        switch TextFile.tree(file) {
        case .success(let tree): node = tree
        case .failure(let fault): return Loaded(faults: [fault])
        }
        var parent: ProtocolPack?
        if let wanted = PackReader.extends(node) {
            if let fault = unusable(wanted, of: id, under: under, in: node) { return Loaded(faults: [fault]) }
            let loaded = load(file: "\(path)/\(wanted).yaml", named: wanted, under: under + [id])
            guard let value = loaded.value else { return Loaded(faults: loaded.faults) }
            parent = value
        }
        let (pack, faults) = PackReader.read(node, extending: parent)
        if let pack, pack.id != id {
            let says = "The pack's id is “\(pack.id)”, and the file is named for “\(id)”."
            return Loaded(faults: [ReadingFault(file: node.file, line: node.line(of: "id"), says: says)])
        }
        return Loaded(value: pack, faults: faults)
    }

    /// Why a pack cannot extend another: it isn't there, or it extends the first in its turn.
    private func unusable(_ wanted: String, of id: String, under: [String], in node: PackNode) -> ReadingFault? {
        let line = node.line(of: "extends")
        if wanted == id || under.contains(wanted) {
            let round = (under.drop { $0 != wanted } + [id, wanted]).map { "“\($0)”" }
            let says = "\(round.joined(separator: " extends ")): a pack cannot extend itself."
            return ReadingFault(file: node.file, line: line, says: says)
        }
        return ids.contains(wanted) ? nil : unknown(wanted, at: line, of: node.file)
    }

    /// That there is no such pack, at the place that names it.
    func unknown(_ id: String, at line: Int, of file: String) -> ReadingFault {
        ReadingFault(
            file: file, line: line, says: "“\(id)” is no pack in the folder of protocols.", allowed: ids,
            nearest: Spelling.nearest(id, among: ids))
    }
}

/// What was read from a file, or every fault in it.
public struct Loaded<Value: Sendable>: Sendable {
    /// Nil where there is any fault.
    public let value: Value?
    public let faults: [ReadingFault]

    init(value: Value? = nil, faults: [ReadingFault] = []) {
        self.value = faults.isEmpty ? value : nil
        self.faults = faults
    }
}

extension PackNode {
    /// The line on which a key of this mapping stands.
    func line(of key: String) -> Int {
        guard case .mapping(let entries) = content else { return line }
        return entries.first { $0.key == key }?.line ?? line
    }
}
