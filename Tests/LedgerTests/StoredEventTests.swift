// SPDX-License-Identifier: MIT
import Casework
import Foundation
import Ledger
import Testing
import WorkingTime

@Suite struct `A stored event` {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Examples/v1")

    /// Examples are written once, when a word is new (`HOMEWARD_WRITE_EXAMPLES=1`), and then never again.
    private static let writesMissing = ProcessInfo.processInfo.environment["HOMEWARD_WRITE_EXAMPLES"] == "1"

    @Test(arguments: EventWord.allCases)
    func `has a committed example that decodes to the same event for ever`(_ word: EventWord) throws {
        let file = Self.folder.appendingPathComponent("\(word.rawValue).json")
        if Self.writesMissing, !FileManager.default.fileExists(atPath: file.path) {
            try Data(StoredEvent.bytes(of: SampleEvents.event(word)) + [0x0A]).write(to: file)
        }
        let example = Array(try Data(contentsOf: file))
        let reading = try StoredEvent.read(example)
        #expect(reading.unknown.isEmpty)
        #expect(reading.event.word == word)
        #expect(StoredEvent.bytes(of: reading.event) + [0x0A] == example, "the event is written as it was")
    }

    @Test(arguments: EventWord.allCases)
    func `is read back equal, and is JSON to anybody's reader`(_ word: EventWord) throws {
        let event = SampleEvents.event(word)
        let bytes = StoredEvent.bytes(of: event)
        #expect(try StoredEvent.read(bytes).event == event)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(object["v"] as? Int == 1)
        let sorted = try JSONSerialization.data(
            withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        #expect(try StoredEvent.read(Array(sorted)).event == event)
    }

    @Test func `keeps every detail of every type, and every kind of time`() throws {
        var details = Details()
        for key in DetailKey.allCases { details[key] = SampleEvents.value(of: key) }
        let instants: [Int64] = [
            0, -1, 1_777_669_200, -62_135_596_800, 253_402_300_799, 999_999_999_999, -999_999_999_999,
        ]
        var times = instants.map { UncertainTime.at(Instant(secondsSince1970: $0)) }
        times += instants.map { .about(Instant(secondsSince1970: $0)) }
        times += instants.map { .between(Instant(secondsSince1970: $0), Instant(secondsSince1970: 5)) }
        times += [.on(CivilDate(daysSince1970: -719_162)), .on(CivilDate(daysSince1970: 20_575))]
        for time in times {
            let event = Event(
                .noteAdded, occurredAt: time, recordedAt: Instant(secondsSince1970: 9), by: Actor(role: .carer),
                details: details
            )
            #expect(try StoredEvent.read(StoredEvent.bytes(of: event)).event == event)
        }
    }

    @Test func `names fields that this version does not know, and keeps the rest`() throws {
        let text = """
            { "v": 1, "word": "returned", "at": "2026-05-01T21:00:00Z", "recorded": "2026-05-01T21:05:00Z",
              "mood": {"a": [1, -2.5e3, null, true, "x\\u00e9\\ud83c\\udfe0"]},
              "by": {"role": "carer", "shoe": 1}, "child": 5, "details": {"narrative": "caf\\u00e9\\t\\/", "zz": []} }
            """
        let reading = try StoredEvent.read(Array(text.utf8))
        #expect(reading.unknown == ["mood", "by.shoe", "details.zz"])
        #expect(reading.event.child == ChildID(number: 5))
        #expect(reading.event.details.text(.narrative) == "café\t/")
    }

    @Test(arguments: [
        ("", StoredFormFault.notJSON(offset: 0)),
        ("{}", .lacking("v")),
        (#"{"v":2}"#, .unknownVersion(2)),
        (#"{"v":1,"word":"vanished"}"#, .unknownWord("vanished")),
        (#"{"v":1,"by":{"role":"king"}}"#, .unknownRole("king")),
        (#"{"v":1,"by":{}}"#, .lacking("by.role")),
        (#"{"v":1,"at":"yesterday"}"#, .wrongType("at")),
        (#"{"v":1,"child":-1}"#, .wrongType("child")),
        (#"{"v":1,"child":99999999999999999999}"#, .notJSON(offset: 33)),
        (#"{"v":1} {"#, .notJSON(offset: 8)),
        ("{\"x\":" + String(repeating: "[", count: 100_000), .tooDeep),
    ])
    func `is refused with the reason when it is none`(_ text: String, _ fault: StoredFormFault) {
        #expect(throws: fault) { try StoredEvent.read(Array(text.utf8)) }
    }

    @Test func `never crashes the reader, however its bytes are changed`() throws {
        var random = Seeded(seed: 1_043)
        var (readable, refused) = (0, 0)
        for _ in 0..<20_000 {
            let word = EventWord.allCases[Int(random.next() % UInt64(EventWord.allCases.count))]
            var bytes = StoredEvent.bytes(of: SampleEvents.event(word))
            for _ in 0...random.next() % 4 { mutate(&bytes, &random) }
            do throws(StoredFormFault) {
                let reading = try StoredEvent.read(bytes)
                // What is read can be written, and reads the same again.
                #expect(try StoredEvent.read(StoredEvent.bytes(of: reading.event)).event == reading.event)
                readable += 1
            } catch {
                refused += 1
            }
        }
        #expect(0 < readable)
        #expect(0 < refused)
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout Seeded) {
        let place = Int(random.next() % UInt64(max(bytes.count, 1)))
        guard place < bytes.count else { return }
        switch random.next() % 5 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(Array(#"{}[]",:\u0-9e"#.utf8)[Int(random.next() % 13)], at: place)
        case 3: bytes.removeSubrange(place...)
        default: bytes.append(contentsOf: bytes[place...])
        }
    }
}

/// A small seeded generator (SplitMix64), so that a failing run can be run again.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
