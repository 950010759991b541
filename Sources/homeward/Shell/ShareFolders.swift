// SPDX-License-Identifier: MIT

import Exchange
import Foundation
import Partnership
import Procedures

/// Where the protocols and calendars lie that people edit.
struct ShareFolders {
    let protocols: String
    let calendars: String

    /// Looks in the folder that was named, in `$HOMEWARD_SHARE`, in the record's own folder, beside the program, and
    /// where the command was given; the first that is there counts.
    init(named: String?, record: String?) throws {
        guard let protocols = named ?? Self.first("Protocols", record: record) else {
            throw CommandFault.refused(
                "No protocols were found. Say where they are with --protocols, or set $HOMEWARD_SHARE to the folder "
                    + "that holds Protocols and Calendars.")
        }
        let beside = named.map { "\($0)/../Calendars" }.flatMap { Self.isFolder($0) ? $0 : nil }
        guard let calendars = beside ?? Self.first("Calendars", record: record) else {
            throw CommandFault.refused(
                "Protocols were found in \(protocols), but no calendars. Set $HOMEWARD_SHARE to the folder that holds "
                    + "Protocols and Calendars.")
        }
        guard Self.isFolder(protocols) else { throw CommandFault.refused("There is no folder \(protocols).") }
        (self.protocols, self.calendars) = (protocols, calendars)
    }

    var packs: PackFolder { PackFolder(path: protocols) }

    /// The calendars; refused with every fault in their files.
    func loadCalendars() throws -> Calendars {
        try CalendarFolder.load(calendars).valueOrRefusal()
    }

    /// All protocols, ready to govern; `standing` governs where nothing was adopted.
    func shelf(standing: String) throws -> ProtocolShelf {
        let (packs, faults) = packs.loadAll()
        guard let shelf = ProtocolShelf(packs: packs, calendars: try loadCalendars(), standing: standing) else {
            let known = packs.map(\.id).joined(separator: ", ")
            let faults = faults.map { "\n  \($0)" }.joined()
            throw CommandFault.refused(
                "The protocol “\(standing)” cannot be used. Usable in \(protocols): \(known.isEmpty ? "none" : known)."
                    + faults)
        }
        for fault in faults { Printing.toStandardError("homeward: \(fault)") }
        return shelf
    }

    /// The folder `Names`: what is known about names and how findings weigh.
    static func names(named: String?) throws -> NamesFolder {
        guard let folder = named ?? first("Names", record: nil) else {
            throw CommandFault.refused(
                "No names were found. Say where they are with --names, or set $HOMEWARD_SHARE to the folder that holds "
                    + "Names.")
        }
        return NamesFolder(path: folder)
    }

    private static func first(_ name: String, record: String?) -> String? {
        var places: [String] = []
        if let share = ProcessInfo.processInfo.environment["HOMEWARD_SHARE"], !share.isEmpty {
            places.append("\(share)/\(name)")
        }
        if let record { places.append("\(record)/\(name.lowercased())") }
        places += besideProgram(name)
        places.append(name)
        return places.first(where: isFolder)
    }

    /// Next to the program and upwards from it, and where packages put what belongs to it.
    private static func besideProgram(_ name: String) -> [String] {
        guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
            return []
        }
        var folder = URL(fileURLWithPath: program).deletingLastPathComponent()
        var places = ["\(folder.path)/../share/homeward/\(name)"]
        for _ in 0..<5 where 1 < folder.path.count {
            places.append("\(folder.path)/\(name)")
            folder.deleteLastPathComponent()
        }
        return places
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

extension Loaded {
    /// The value, or a refusal that lists every fault.
    func valueOrRefusal() throws -> Value {
        guard let value else { throw CommandFault.refused(faults.map(\.description).joined(separator: "\n")) }
        return value
    }
}
