// SPDX-License-Identifier: MIT

import Exchange
import Procedures

extension ShareFolders {
    /// A protocol by its id or its file, with the one that it extends, and so on. Refuses what is not there.
    func chain(of name: String) throws -> [ProtocolPack] {
        guard name.hasSuffix(".yaml") || packs.ids.contains(name) else {
            throw CommandFault.refused(
                "There is no protocol “\(name)” in \(protocols). There are: \(packs.ids.joined(separator: ", ")).")
        }
        return try packs.chain(name).valueOrRefusal()
    }

    func pack(_ name: String) throws -> ProtocolPack { try chain(of: name)[0] }
}
