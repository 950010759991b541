// SPDX-License-Identifier: MIT

import Procedures
import Synchronization

/// The packs of a folder, each read once: for running many scenarios.
public final class RememberedPacks: Sendable {
    private let folder: PackFolder
    private let read = Mutex<[String: Loaded<ProtocolPack>]>([:])

    public init(_ folder: PackFolder) { self.folder = folder }

    /// One pack with everything it inherits, or every fault in it and in those it extends. It is named by its id in
    /// the folder, or by a file's path that ends in `.yaml`.
    public func load(_ id: String) -> Loaded<ProtocolPack> {
        if let known = read.withLock({ $0[id] }) { return known }
        let loaded = id.hasSuffix(".yaml") ? folder.load(file: id) : folder.load(id)
        read.withLock { $0[id] = loaded }
        return loaded
    }

    /// That there is no such pack, at the place that names it; nil where there is.
    func unknown(_ id: String, at line: Int, of file: String) -> ReadingFault? {
        if read.withLock({ $0[id] }) != nil || folder.ids.contains(id) { return nil }
        return folder.unknown(id, at: line, of: file)
    }
}
