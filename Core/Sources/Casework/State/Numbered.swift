// SPDX-License-Identifier: MIT

/// A number that the record itself gives out, from 1 on, without gaps.
public protocol RecordNumber: Hashable, Sendable {
    var number: UInt32 { get }
    init(number: UInt32)
}

extension ChildID: RecordNumber {}
extension EpisodeID: RecordNumber {}

/// Things kept under their record number: a persistent value that copies one short path when it is changed.
///
/// Numbers are dense, so shelves of shelves of things are quicker and smaller than a hash tree.
public struct Numbered<ID: RecordNumber, Element: Sendable>: Sendable {
    private var shelves: [[[Element?]]] = []
    public private(set) var count = 0
    /// The highest number in use.
    public private(set) var highest: UInt32 = 0

    public init() {}

    public var isEmpty: Bool { count == 0 }

    /// What is kept under `id`.
    public subscript(id: ID) -> Element? {
        guard let place = place(of: id) else { return nil }
        return shelves[place.shelf][place.row][place.slot]
    }

    public func contains(_ id: ID) -> Bool {
        guard let place = place(of: id) else { return false }
        return shelves[place.shelf][place.row][place.slot] != nil
    }

    /// Keeps `element` under `id`, in place of what was kept before.
    public mutating func keep(_ element: Element, at id: ID) {
        makeRoom(for: id)
        let index = Int(id.number)
        let (shelf, row, slot) = (index / 4_096, index / 64 % 64, index % 64)
        if shelves[shelf][row][slot] == nil { count += 1 }
        shelves[shelf][row][slot] = element
        highest = max(highest, id.number)
    }

    /// Changes what is kept under `id` in place; does nothing where nothing is.
    public mutating func change<Result>(_ id: ID, _ body: (inout Element) -> Result) -> Result? {
        guard let place = place(of: id) else { return nil }
        return shelves[place.shelf][place.row][place.slot].change(body)
    }

    /// Forgets what is kept under `id`. The number is not given out again.
    public mutating func forget(_ id: ID) {
        reserve(upTo: id.number)
        guard let place = place(of: id), shelves[place.shelf][place.row][place.slot] != nil else { return }
        shelves[place.shelf][place.row][place.slot] = nil
        count -= 1
    }

    /// Counts the numbers up to `number` as given out.
    public mutating func reserve(upTo number: UInt32) { highest = max(highest, number) }

    private func place(of id: ID) -> (shelf: Int, row: Int, slot: Int)? {
        let index = Int(id.number)
        let (shelf, row, slot) = (index / 4_096, index / 64 % 64, index % 64)
        guard shelf < shelves.count, row < shelves[shelf].count else { return nil }
        return (shelf, row, slot)
    }

    private mutating func makeRoom(for id: ID) {
        let index = Int(id.number)
        let (shelf, row) = (index / 4_096, index / 64 % 64)
        while shelves.count <= shelf { shelves.append([]) }
        while shelves[shelf].count <= row { shelves[shelf].append(Array(repeating: nil, count: 64)) }
    }
}

extension Numbered {
    /// Everything kept, in the order of the numbers.
    public var values: some Sequence<Element> {
        shelves.lazy.flatMap { $0 }.flatMap { $0 }.compactMap { $0 }
    }
}

extension Optional {
    /// Changes what is there; it is taken out meanwhile, so that its storage is not shared and not copied.
    fileprivate mutating func change<Result>(_ body: (inout Wrapped) -> Result) -> Result? {
        guard var value = self else { return nil }
        self = nil
        defer { self = value }
        return body(&value)
    }
}
