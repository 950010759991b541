// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Foundation
import Matching
import WorkingTime

/// What every command that looks for children in a file needs: names, weights and the day by which an age is understood.
struct MatchOptions: ParsableArguments {
    @OptionGroup var known: NamesOptions

    @Option(
        name: .customLong("on"),
        help: ArgumentHelp(
            "The day by which an age is understood. Without it, the newest birth date in the register.",
            valueName: "date"))
    var date: String?

    func loadNames() throws -> NameKnowledge { try known.loadNames() }

    func loadWeights() throws -> Weights { try known.loadWeights() }

    /// The register of one file, and the day by which ages are understood in it.
    func loadRegister(_ path: String, names: NameKnowledge) throws -> (register: MatchRegister, date: CivilDate?) {
        var builder = MatchRegister.Builder(names: names)
        var newest: CivilDate?
        try MatchFiles.read(path) { row in
            builder.add(row.child)
            if let born = row.child.born { newest = max(newest ?? born, born) }
        }
        return (builder.built(), try said() ?? newest)
    }

    private func said() throws -> CivilDate? {
        guard let date else { return nil }
        let parts = date.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, let day = CivilDate(year: parts[0], month: parts[1], day: parts[2]) else {
            throw CommandFault.misused("“\(date)” is no date like 2026-11-21.")
        }
        return day
    }
}

/// Tables of children as files, also packed with gzip.
enum MatchFiles {
    static func read(_ path: String, _ take: (ChildrenTable.Row) -> Void) throws {
        do throws(CSVFault) {
            try ChildrenTable.read(try reader(path), take)
        } catch {
            throw CommandFault.refused("\(path): \(error.sentence)")
        }
    }

    private static func reader(_ path: String) throws(CSVFault) -> CSVReader {
        if !path.hasSuffix(".gz") { return try CSVReader(file: path) }
        let unpacking = Process()
        unpacking.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        unpacking.arguments = ["gzip", "-dc", "--", path]
        let pipe = Pipe()
        unpacking.standardOutput = pipe
        do { try unpacking.run() } catch { throw CSVFault(.unreadable("gzip does not run"), line: 1) }
        let bytes = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
        unpacking.waitUntilExit()
        guard unpacking.terminationStatus == 0 else { throw CSVFault(.unreadable("gzip cannot unpack it"), line: 1) }
        return CSVReader(bytes: [UInt8](bytes))
    }

    /// Writes lines to a file; refused where that cannot be.
    static func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFault.refused("\(path) cannot be written.")
        }
    }
}
