// SPDX-License-Identifier: MIT

import Casework
import Demo
import Exchange
import Foundation
import Glibc
import Ledger
import Partnership
import Web
import WorkingTime

/// The folder of a demonstration: one that is kept, or one that is gone at the end.
struct DemoPlace {
    let record: RecordFolder
    private let isTemporary: Bool
    private static let signInsName = "demo-sign-ins.json"

    /// One person who may sign in to the demonstration.
    struct SignIn: Codable, Sendable {
        let role, name, email, password: String
    }

    init(_ folder: String?) throws {
        isTemporary = folder == nil
        let path = try folder ?? Self.temporaryFolder()
        record = RecordFolder(path: path)
    }

    /// Begins the record unless the folder holds a demonstration already; whether it was begun.
    func begin(at now: Instant) throws -> Bool {
        guard try record.isFounded else {
            try record.found(named: Eastmoor.name, at: now.secondsSince1970, quietly: true)
            try OwnerOnlyFile.replace(
                "\(record.path)/\(PostcodeFile.name)", with: PostcodeFile.bytes(of: InventedPlaces.places))
            return true
        }
        guard FileManager.default.fileExists(atPath: signInsPath) else {
            throw CommandFault.refused(
                "\(record.path) holds a record that is no demonstration. Choose another folder; nothing was changed.")
        }
        return false
    }

    /// The people who may sign in, with the passwords made when the demonstration was begun.
    func signIns(accounts: Accounts) async throws -> [SignIn] {
        if let bytes = FileManager.default.contents(atPath: signInsPath) {
            return try JSONDecoder().decode([SignIn].self, from: bytes)
        }
        var made: [SignIn] = []
        for person in Eastmoor.signIns {
            let email = "\(person.id)@eastmoor.example"
            let password = GeneratedPassword.make()
            try await accounts.add(
                email: email, name: person.name, password: password, role: person.role, agency: person.agency,
                worker: person.id)
            made.append(SignIn(role: person.role.rawValue, name: person.name, email: email, password: password))
        }
        try OwnerOnlyFile.replace(signInsPath, with: Array(JSONEncoder().encode(made)))
        return made
    }

    /// A link of the demonstration's child, given anew each time that it starts.
    func childLink(in partnership: Partnership, accounts: Accounts) async throws -> ChildsLink? {
        guard let child = partnership.state.children.values.first(where: { $0.facts.name == Eastmoor.linkedChild })
        else { return nil }
        let made = try await accounts.newLink(word: Eastmoor.agreedWord)
        let now = partnership.now
        let details: Details = [
            .kind: .word("what-i-want-known"), .digest: .word(made.digest), .until: .time(.at(now + .days(7))),
        ]
        let act = Act(.linkGiven, .child(child.id), occurredAt: .at(now), details: details)
        _ = try await partnership.submitTrusted([act], by: Eastmoor.linkGiver)
        return ChildsLink(path: made.path, word: Eastmoor.agreedWord)
    }

    /// What opens the child's own pages.
    struct ChildsLink: Encodable, Sendable {
        let path, word: String
    }

    /// Removes the folder if it was a temporary one.
    func leave() {
        if isTemporary { try? FileManager.default.removeItem(atPath: record.path) }
    }

    private var signInsPath: String { "\(record.path)/\(Self.signInsName)" }

    private static func temporaryFolder() throws -> String {
        var name = Array("\(NSTemporaryDirectory())/homeward-demo-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw LedgerFault.permissionDenied(NSTemporaryDirectory()) }
        return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// Says where the demonstration is and who may sign in.
struct DemoAnnouncement: Encodable, Sendable {
    let address: String
    let signIns: [DemoPlace.SignIn]
    /// Each address that it answers, with the names of its parts in braces: what a test of every page walks.
    let pages = SiteMap.asked
    let childLink: DemoPlace.ChildsLink?

    func print(asJSON isJSON: Bool, isKept: Bool) {
        if isJSON {
            try? Printing.json(self, isOneLine: true)
            return
        }
        let rows = signIns.map { person in
            let role = person.role.padding(toLength: 19, withPad: " ", startingAt: 0)
            return "  \(role)\(person.email.padding(toLength: 34, withPad: " ", startingAt: 0))\(person.password)"
        }
        let childs =
            childLink.map {
                "\nA child's own page, without a sign-in: \(address)\($0.path)\nThe agreed word: \($0.word)\n"
            } ?? ""
        Printing.toStandardOutput(
            """
            Eastmoor is at \(address)

            Sign in as one of these; open several browsers to see them work together:
            \(rows.joined(separator: "\n"))
            \(childs)
            Nobody here is real. Ctrl-C ends it\(isKept ? ", and the folder keeps everything." : "; nothing is kept.")
            """
        )
    }
}
