// SPDX-License-Identifier: MIT
import Casework
import Foundation
import Ledger
import Testing
import WorkingTime

@Suite struct `A stored look` {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Examples/looks-v1")

    /// Examples are written once, when a kind is new (`HOMEWARD_WRITE_EXAMPLES=1`), and then never again.
    private static let writesMissing = ProcessInfo.processInfo.environment["HOMEWARD_WRITE_EXAMPLES"] == "1"

    private static func sample(_ kind: LookKind) -> Look {
        Look(
            kind, by: Actor(worker: "a.worker", role: .socialWorker, agency: AgencyID("eastmoor")),
            at: Instant(secondsSince1970: 1_777_669_200), child: ChildID(number: 1_043), episode: EpisodeID(number: 77),
            part: .identity, route: "/episodes/{episode}", words: "Zoë \"Zo\" 🏠\nby the lock",
            about: "nothing-going-on:a.worker:1043:2026-05-01", from: "10.0.0.7")
    }

    @Test(arguments: LookKind.allCases)
    func `has a committed example that reads the same for ever`(_ kind: LookKind) throws {
        let file = Self.folder.appendingPathComponent("\(kind.rawValue).json")
        if Self.writesMissing, !FileManager.default.fileExists(atPath: file.path) {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(StoredLook.bytes(of: Self.sample(kind)) + [0x0A]).write(to: file)
        }
        let example = Array(try Data(contentsOf: file))
        let look = try StoredLook.read(example)
        #expect(look == Self.sample(kind))
        #expect(StoredLook.bytes(of: look) + [0x0A] == example, "it is written as it was")
    }

    @Test func `leaves out what there is not`() throws {
        let look = Look(.signedIn, by: Actor(role: .administrator), at: Instant(secondsSince1970: 0))
        let text = String(decoding: StoredLook.bytes(of: look), as: UTF8.self)
        #expect(
            text == #"{"at":"1970-01-01T00:00:00Z","by":{"role":"administrator"},"kind":"signed-in","v":1}"#)
        #expect(try StoredLook.read(Array(text.utf8)) == look)
    }

    @Test func `passes over fields of a later version`() throws {
        let text =
            #"{"at":"1970-01-01T00:00:00Z","by":{"role":"carer","z":[1]},"kind":"looked","v":1,"zz":{"a":[null]}}"#
        #expect(try StoredLook.read(Array(text.utf8)).kind == .looked)
    }

    @Test(arguments: [
        ("", StoredFormFault.notJSON(offset: 0)), ("{}", .lacking("v")), (#"{"v":2}"#, .unknownVersion(2)),
        (#"{"v":1,"kind":"stared"}"#, .unknownWord("stared")), (#"{"v":1,"kind":"looked"}"#, .lacking("by")),
        (#"{"v":1,"child":-1}"#, .wrongType("child")), (#"{"v":1} {"#, .notJSON(offset: 8)),
    ])
    func `is refused with the reason when it is none`(_ text: String, _ fault: StoredFormFault) {
        #expect(throws: fault) { try StoredLook.read(Array(text.utf8)) }
    }

    @Test func `is sealed under its child's key, and what fits no child under its month's`() {
        let look = Self.sample(.looked)
        #expect(StoredLook.draft(of: look).subject == .child(1_043))
        #expect(StoredLook.draft(of: look, isChildKnown: false).subject == .partnership)
        let searched = Look(.searched, by: look.by, at: look.at, words: "kez")
        #expect(StoredLook.draft(of: searched).subject.description == "S24317")
        #expect(StoredLook.draft(of: Look(.signedIn, by: look.by, at: look.at)).subject == .partnership)
    }
}
