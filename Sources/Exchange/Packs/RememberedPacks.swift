// SPDX-License-Identifier: MIT

import Procedures
import Synchronization

/// The packs of a folder, each read once: for running many scenarios.
public final class RememberedPacks: Sendable {
    private let folder: PackFolder
    private let read = Mutex<[String: Loaded<ProtocolPack>]>([:])

    public init(_ folder: PackFolder) { self.folder = folder }

    /// One pack with everything it inherits, or every fault in it and in those it extends.
    public func load(_ id: String) -> Loaded<ProtocolPack> {
        if let known = read.withLock({ $0[id] }) { return known }
        let loaded = folder.load(id)
        read.withLock { $0[id] = loaded }
        return loaded
    }
}
