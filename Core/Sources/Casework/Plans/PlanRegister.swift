// SPDX-License-Identifier: MIT

import HashTreeCollections

/// The lines of the plans that are about no child.
public struct PlanRegister: Hashable, Sendable {
    private var lines: TreeDictionary<Int, PlanLine> = [:]

    /// The line that was written at this place in the ledger.
    public func line(_ number: Int) -> PlanLine? { lines[number] }

    /// Every line of a kind, in the order in which they were written, also those that were taken out.
    public func all(_ kind: PlanLine.Kind) -> [PlanLine] {
        lines.values.filter { $0.kind == kind }.sorted { $0.number < $1.number }
    }

    /// The lines about one entry of the register of places or people of concern.
    public func about(_ concern: Int) -> [PlanLine] {
        lines.values.filter { $0.concern == concern }.sorted { $0.number < $1.number }
    }

    /// Takes what is recorded of the partnership; anything but plan lines changes nothing.
    mutating func take(_ event: Event, at position: Position) {
        switch event.word {
        case .planLineWritten:
            guard let line = PlanLine(event, at: position) else { return }
            lines[line.number] = line
        case .planLineChanged, .planLineProgressed, .planLineEnded:
            guard let number = event.details.number(.line) else { return }
            lines[number]?.take(event, at: position)
        default: break
        }
    }
}
