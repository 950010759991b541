// SPDX-License-Identifier: MIT

import Foundation
import Procedures

/// A folder with a file for each source, named for its short name, that holds a row for each clause.
public struct ClauseFolder: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// The clauses of every source, in the order of the files' names; or every fault in the files.
    public func load() -> Loaded<[ClauseSource]> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let files = names.filter { $0.hasSuffix(".yaml") }.sorted()
        guard !files.isEmpty else {
            return Loaded(faults: [ReadingFault(file: path, line: 1, says: "There are no files of clauses here.")])
        }
        var sources: [ClauseSource] = []
        var faults: [ReadingFault] = []
        for name in files {
            switch TextFile.tree("\(path)/\(name)") {
            case .failure(let fault): faults.append(fault)
            case .success(let node):
                let (source, found) = ClauseReader.read(node)
                faults += found
                guard let source else { continue }
                sources.append(source)
                if source.short != name.dropLast(5) {
                    let says = "The source is “\(source.short)”, and the file is named “\(name)”."
                    faults.append(ReadingFault(file: name, line: node.line(of: "source"), says: says))
                }
            }
        }
        return Loaded(value: sources, faults: faults)
    }
}

extension PackFolder {
    /// The items of each pack's own text, for whoever asks which of them a clause means. A pack that is no YAML is
    /// left out: reading it as a pack says why.
    public func loadItems() -> [PackItems] {
        ids.compactMap { id in
            guard case .success(let node) = TextFile.tree("\(path)/\(id).yaml") else { return nil }
            return PackItems(node)
        }
    }
}
