// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Testing
import WorkingTime

@Suite struct `A stored state` {
    /// A state after a seeded run of events of every word, with some corrections.
    private static func state(children: UInt32 = 12, eventCount: Int = 600) -> State {
        var random = Seeded(seed: 77)
        var state = State()
        for number in 1...eventCount {
            let word = EventWord.allCases[Int(random.next() % UInt64(EventWord.allCases.count))]
            let sample = SampleEvents.event(word)
            let child = UInt32(truncatingIfNeeded: random.next()) % children + 1
            var details = sample.details
            if details[.what] != nil { details[.what] = .number(number - 1) }
            let event = Event(
                word,
                child: sample.child == nil ? nil : ChildID(number: child),
                episode: sample.episode == nil ? nil : EpisodeID(number: child),
                occurredAt: sample.occurredAt,
                recordedAt: sample.recordedAt + Elapsed(seconds: Int64(number)),
                by: sample.by,
                details: details
            )
            state.apply(event, at: Position(Int64(number)))
        }
        return state
    }

    @Test func `comes back the same`() throws {
        let state = Self.state()
        let bytes = StoredState.bytes(of: state)
        let read = try StoredState.read(bytes)
        #expect(read.position == state.position)
        #expect(Array(read.children.values) == Array(state.children.values))
        #expect(Array(read.episodes.values) == Array(state.episodes.values))
        #expect(read.unclosed == state.unclosed)
        #expect(read.agencies == state.agencies)
        #expect(read.workers == state.workers)
        #expect(read.adoptions == state.adoptions)
        #expect(read.registrars == state.registrars)
        #expect(read.partnershipEvents == state.partnershipEvents)
        #expect(read.meetings == state.meetings)
        #expect(read.planLines == state.planLines)
        #expect(read.partnershipPositions == state.partnershipPositions)
        #expect(read.concerns == state.concerns)
        #expect(read.emergencyPlaces == state.emergencyPlaces)
        #expect(read.imported == state.imported)
        #expect(read.erased == state.erased)
        #expect(read.nextChild == state.nextChild)
        #expect(read.nextEpisode == state.nextEpisode)
        #expect(StoredState.bytes(of: read) == bytes)
    }

    @Test func `goes on where it stopped, as if nothing had been stored`() throws {
        var (whole, read) = (Self.state(), try StoredState.read(StoredState.bytes(of: Self.state())))
        for (offset, word) in EventWord.allCases.enumerated() where word != .corrected {
            whole.apply(SampleEvents.event(word), at: Position(Int64(1_000 + offset)))
            read.apply(SampleEvents.event(word), at: Position(Int64(1_000 + offset)))
        }
        #expect(StoredState.bytes(of: read) == StoredState.bytes(of: whole))
    }

    @Test func `never crashes the reader, however its bytes are changed`() throws {
        let whole = StoredState.bytes(of: Self.state(children: 3, eventCount: 40))
        var random = Seeded(seed: 9)
        var refused = 0
        for _ in 0..<2_000 {
            var bytes = whole
            for _ in 0...random.next() % 3 {
                bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            if random.next() % 8 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
            if (try? StoredState.read(bytes)) == nil { refused += 1 }
        }
        #expect(0 < refused)
    }
}
