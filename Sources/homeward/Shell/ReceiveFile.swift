// SPDX-License-Identifier: MIT

import Exchange
import Partnership
import WorkingTime

/// Reads `receive.yaml`: which forces' extracts come in by themselves, and by which way.
struct ReceiveFile {
    private let top: SettingsEntries

    init(_ path: String) throws { top = try SettingsEntries.read(path, known: ["police"]) }

    func sources(index: ChildIndex?) throws -> [Receiving.Source] {
        var sources: [Receiving.Source] = []
        for entry in try top.list("police") {
            let source = try source(entry, index: index)
            guard !sources.contains(where: { $0.extract.force == source.extract.force }) else {
                throw entry.fault("“\(source.extract.force)” stands here twice.")
            }
            sources.append(source)
        }
        return sources
    }

    private func source(_ entry: SettingsEntries, index: ChildIndex?) throws -> Receiving.Source {
        try entry.refuseUnknown(["force", "mapping", "leaveOutFaulty", "folder", "stillForSeconds", "secretFile"])
        let force = try entry.text("force")
        guard !force.isEmpty,
            force.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
        else { throw entry.fault("“force” is the short name of a force: small letters, digits and hyphens.") }
        let isLenient = entry.texts("leaveOutFaulty") ?? ["false"]
        guard let leavesOutFaulty = ["true": true, "false": false][isLenient.joined()] else {
            throw entry.fault("“leaveOutFaulty” is true or false.")
        }
        let extract = ExtractSource(
            force: force, mapping: try MappingFile.read(entry.text("mapping")), leavesOutFaulty: leavesOutFaulty,
            index: index)
        let still = entry.texts("stillForSeconds")?.joined() ?? "20"
        guard let seconds = Int64(still), (0...86_400).contains(seconds) else {
            throw entry.fault("“stillForSeconds” is a number from 0 to 86400.")
        }
        let folder =
            try entry.has("folder")
            ? WatchedFolder(path: entry.text("folder"), stillFor: Elapsed(seconds: seconds)) : nil
        let secret = try entry.has("secretFile") ? entry.secret("secretFile") : nil
        if let secret, secret.utf8.count < 32 { throw entry.fault("The secret has 32 characters or more.") }
        guard folder != nil || secret != nil else {
            throw entry.fault("“folder” or “secretFile” says by which way its extracts come.")
        }
        return Receiving.Source(extract: extract, folder: folder, secret: secret)
    }
}
