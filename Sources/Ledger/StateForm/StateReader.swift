// SPDX-License-Identifier: MIT
import Casework
import WorkingTime

/// Reads a snapshot's content back as a state.
struct StateReader {
    private var bytes: ByteReader
    private let words: WordList<EventWord>
    private let roles: WordList<Role>
    private let keys: WordList<DetailKey>
    private var known: [Details] = []

    static func state(of content: [UInt8]) throws(StateFormFault) -> State {
        var reader = try StateReader(content)
        return try reader.state()
    }

    private init(_ content: [UInt8]) throws(StateFormFault) {
        var bytes = ByteReader(content)
        words = try WordList(&bytes, named: EventWord.init(rawValue:))
        roles = try WordList(&bytes, named: Role.init(rawValue:))
        keys = try WordList(&bytes, named: DetailKey.init(named:))
        self.bytes = bytes
    }

    private mutating func state() throws(StateFormFault) -> State {
        let position = Position(try bytes.signed())
        let events = try list { (reader) throws(StateFormFault) in
            (Position(try reader.bytes.signed()), try reader.event())
        }
        let imported = try list { (reader) throws(StateFormFault) in
            String(decoding: try reader.bytes.raw(), as: UTF8.self)
        }
        var registrars: [ChildID: String] = [:]
        for _ in 0..<(try bytes.count()) { registrars[try childID()] = try bytes.string() }
        let children = try list { (reader) throws(StateFormFault) in try reader.child() }
        let episodes = try list { (reader) throws(StateFormFault) in try reader.episode() }
        guard bytes.isAtEnd else { throw bytes.fault }
        return State(
            children: children,
            episodes: episodes,
            partnershipEvents: events,
            imported: imported,
            registrars: registrars,
            position: position
        )
    }

    private mutating func list<Element>(
        _ element: (inout StateReader) throws(StateFormFault) -> Element
    ) throws(StateFormFault) -> [Element] {
        let count = try bytes.count()
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try element(&self)) }
        return elements
    }

    private mutating func event() throws(StateFormFault) -> Event {
        let content = Array(try bytes.raw())
        guard let reading = try? StoredEvent.read(content) else { throw bytes.fault }
        return reading.event
    }

    private mutating func child() throws(StateFormFault) -> Child {
        let id = try childID()
        let episodes = try list { (reader) throws(StateFormFault) in EpisodeID(number: try reader.small()) }
        let entryCount = Int(truncatingIfNeeded: try bytes.number())
        return Child(id: id, history: try history(), episodes: episodes, entryCount: entryCount)
    }

    private mutating func episode() throws(StateFormFault) -> Episode {
        let id = EpisodeID(number: try small())
        let child = try childID()
        let lookedAfter = try bytes.flag()
        return Episode(id: id, child: child, lookedAfter: lookedAfter, history: try history())
    }

    private mutating func history() throws(StateFormFault) -> History {
        var position: Int64 = 0
        var recorded: Int64 = 0
        return History(
            try list { (reader) throws(StateFormFault) in
                let word = try reader.words.word(&reader.bytes)
                let role = try reader.roles.word(&reader.bytes)
                position &+= try reader.bytes.signed()
                recorded = try reader.instant(near: recorded).secondsSince1970
                let occurred = try reader.time(near: recorded)
                let details = try reader.details()
                let texts = try reader.list { (reader) throws(StateFormFault) in try reader.keys.word(&reader.bytes) }
                return Mark(
                    word,
                    by: role,
                    position: Position(position),
                    occurredAt: occurred,
                    recordedAt: Instant(secondsSince1970: recorded),
                    details: details,
                    texts: TextSet(texts)
                )
            }
        )
    }

    private mutating func details() throws(StateFormFault) -> Details {
        let place = try bytes.number()
        guard place == 0 else {
            guard place <= UInt64(known.count) else { throw bytes.fault }
            return known[Int(place) - 1]
        }
        var details = Details()
        for _ in 0..<(try bytes.count()) {
            let key = try keys.word(&bytes)
            details[key] = try value(of: key)
        }
        known.append(details)
        return details
    }

    private mutating func time(near base: Int64) throws(StateFormFault) -> UncertainTime {
        switch try bytes.number() {
        case 0: return .at(try instant(near: base))
        case 1: return .about(try instant(near: base))
        case 2: return .between(try instant(near: base), try instant(near: base))
        case 3: return .on(try date())
        default: throw bytes.fault
        }
    }

    private mutating func value(of key: DetailKey) throws(StateFormFault) -> DetailValue {
        switch key.holds {
        case .text: return .text(try bytes.string())
        case .word: return .word(try bytes.string())
        case .words: return .words(try list { (reader) throws(StateFormFault) in try reader.bytes.string() })
        case .time: return .time(try time(near: 0))
        case .date: return .date(try date())
        case .number: return .number(Int(try bytes.signed()))
        case .numbers: return .numbers(try list { (reader) throws(StateFormFault) in Int(try reader.bytes.signed()) })
        case .flag: return .flag(try bytes.flag())
        case .answers:
            return .answers(
                try list { (reader) throws(StateFormFault) in
                    Answer(question: try reader.bytes.string(), answer: try reader.bytes.string())
                }
            )
        }
    }

    private mutating func instant(near base: Int64) throws(StateFormFault) -> Instant {
        let seconds = base &+ (try bytes.signed())
        guard StoredTime.range.contains(seconds) else { throw bytes.fault }
        return Instant(secondsSince1970: seconds)
    }

    private mutating func date() throws(StateFormFault) -> CivilDate {
        let days = try bytes.signed()
        guard StoredTime.dayRange.contains(days) else { throw bytes.fault }
        return CivilDate(daysSince1970: Int32(days))
    }

    private mutating func childID() throws(StateFormFault) -> ChildID { ChildID(number: try small()) }

    private mutating func small() throws(StateFormFault) -> UInt32 {
        guard let number = UInt32(exactly: try bytes.number()) else { throw bytes.fault }
        return number
    }
}
