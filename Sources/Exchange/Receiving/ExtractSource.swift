// SPDX-License-Identifier: MIT

import Partnership

/// A force whose extracts come in by themselves, with how they are read.
public struct ExtractSource: Sendable {
    /// The short name of the force.
    public let force: String
    private let mapping: PoliceMapping
    private let leavesOutFaulty: Bool
    private let index: ChildIndex?

    /// Rows that cannot be recorded are left out and listed where `leavesOutFaulty`; otherwise one of them stops the
    /// whole extract. `index` finds children who are written in another way.
    public init(force: String, mapping: PoliceMapping, leavesOutFaulty: Bool = false, index: ChildIndex? = nil) {
        (self.force, self.mapping, self.leavesOutFaulty, self.index) = (force, mapping, leavesOutFaulty, index)
    }

    /// What came of an extract.
    public enum Brought: Sendable {
        /// It could be read: with faults that stop it nothing was recorded, and without new rows nothing changed.
        case read(ImportReport, wasStored: Bool)
        /// It is no such extract: why, in a sentence.
        case notRead(String)
    }

    /// Brings in the extract in a file, as `homeward import police` does. Throws where the record could not be written to.
    public func bring(file path: String, into partnership: Partnership) async throws -> Brought {
        var extract = PoliceExtract(mapping: mapping)
        do throws(ReturnRefusal) { try extract.read(file: path) } catch { return .notRead(error.sentence) }
        return try await bring(extract, into: partnership)
    }

    /// Brings in the extract that the bytes are.
    public func bring(_ bytes: [UInt8], named name: String, into partnership: Partnership) async throws -> Brought {
        var extract = PoliceExtract(mapping: mapping)
        do throws(ReturnRefusal) { try extract.read(bytes, named: name) } catch { return .notRead(error.sentence) }
        return try await bring(extract, into: partnership)
    }

    private func bring(_ extract: PoliceExtract, into partnership: Partnership) async throws -> Brought {
        let source = PoliceImport(
            extract, force: force, now: partnership.now, leavesOutFaulty: leavesOutFaulty, index: index)
        let done = try await ImportPlan.carriedOut(on: partnership) { source.plan(in: $0) }
        return .read(done.report, wasStored: done.wasStored)
    }
}
