// SPDX-License-Identifier: MIT

import HashTreeCollections
import WorkingTime

/// The looks of the last months, short: who, when, whose record, what kind.
///
/// A value: whoever works through it keeps the looks as they were, and nobody who notes a look waits for them.
public struct LookMarks: Sendable {
    /// Each child's own, in the order of the chain; under 0 what is about no one child.
    private var byChild: TreeDictionary<UInt32, [LookMark]> = [:]
    private var actors: [Actor] = []
    private var places: [Actor: UInt32] = [:]
    /// How many looks there are.
    public private(set) var count = 0
    /// The newest dismissal of each entry of the list of unusual looks.
    public private(set) var dismissals: TreeDictionary<String, PlacedLook> = [:]

    /// What one look takes, in bytes, beside the room that an array keeps for growing.
    public static let bytesPerLook = MemoryLayout<LookMark>.stride

    public init() {}

    /// Takes the next look of the chain.
    public mutating func take(_ look: Look, at position: Position) {
        let mark = LookMark(look, by: place(of: look.by), at: position)
        byChild[look.child?.number ?? 0, default: []].append(mark)
        count += 1
        if look.kind == .dismissed, let about = look.about { dismissals[about] = PlacedLook(look, at: position) }
    }

    /// The looks at one child's record, in the order of the chain.
    public func of(_ child: ChildID) -> [PlacedLook] { (byChild[child.number] ?? []).map(placed) }

    /// How many people opened the child's record from `start` on. Who only looked at who had looked saw nothing of it.
    public func readerCount(of child: ChildID, since start: Instant) -> Int {
        readerCount(of: [child], since: start)
    }

    /// The same of several records that are shown as one child: nobody is counted twice.
    public func readerCount(of records: [ChildID], since start: Instant) -> Int {
        var seen: Set<String> = []
        for child in records {
            for mark in (byChild[child.number] ?? []).reversed() {
                if mark.at < start { break }
                guard mark.kind.opensRecord, mark.part != .audit else { continue }
                if let worker = actors[Int(mark.actor)].worker { seen.insert(worker) }
            }
        }
        return seen.count
    }

    /// What one worker looked at, in the order of the chain.
    public func by(_ worker: String) -> [PlacedLook] {
        let own = Set(actors.indices.filter { actors[$0].worker == worker }.map { UInt32($0) })
        return all { own.contains($0.actor) }
    }

    /// Every look in a stretch of time, in the order of the chain.
    public func within(_ span: Range<Instant>) -> [PlacedLook] { all { span.contains($0.at) } }

    /// Every look, in the order of the chain.
    public var everything: [PlacedLook] { all { _ in true } }

    /// Lets go of what did not reach the disk: looks after `position`.
    public mutating func forget(after position: Position) {
        for (child, marks) in byChild where marks.last.map({ position < $0.position }) ?? false {
            let kept = marks.filter { $0.position <= position }
            count -= marks.count - kept.count
            byChild[child] = kept.isEmpty ? nil : kept
        }
        dismissals = dismissals.filter { $0.value.position <= position }
    }

    /// Lets go of a child whose record was lawfully erased.
    public mutating func forget(_ child: ChildID) {
        guard let held = byChild.removeValue(forKey: child.number) else { return }
        count -= held.count
        dismissals = dismissals.filter { $0.value.look.child != child }
    }

    /// Lets go of looks before `instant`; they can still be read from the chain.
    public mutating func forget(before instant: Instant) {
        for (child, marks) in byChild {
            let kept = marks.drop { $0.at < instant }
            if kept.count == marks.count { continue }
            count -= marks.count - kept.count
            byChild[child] = kept.isEmpty ? nil : Array(kept)
        }
        dismissals = dismissals.filter { instant <= $0.value.look.at }
    }

    private mutating func place(of actor: Actor) -> UInt32 {
        if let known = places[actor] { return known }
        let place = UInt32(actors.count)
        actors.append(actor)
        places[actor] = place
        return place
    }

    private func all(_ isMeant: (LookMark) -> Bool) -> [PlacedLook] {
        var found: [LookMark] = []
        for (_, marks) in byChild { found += marks.filter(isMeant) }
        return found.sorted { $0.position < $1.position }.map(placed)
    }

    private func placed(_ mark: LookMark) -> PlacedLook {
        PlacedLook(
            Look(mark.kind, by: actors[Int(mark.actor)], at: mark.at, child: mark.child, part: mark.part),
            at: mark.position)
    }
}
