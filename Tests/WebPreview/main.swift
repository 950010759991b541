// SPDX-License-Identifier: MIT

import Casework
import Crypto
import Demo
import Exchange
import Foundation
import Ledger
import LedgerSQLite
import Logging
import Partnership
import Procedures
import Web
import WorkingTime

// Serves the demonstration's partnership for the browser tests of the web alone, with the demo's own contract:
// `WebPreview demo --data DIR --port N --json`.
setvbuf(stdout, nil, _IOLBF, 0)
let arguments = CommandLine.arguments
func option(_ name: String) -> String? {
    arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}
let directory = option("--data") ?? NSTemporaryDirectory() + "preview-\(UUID().uuidString)"
let port = Int(option("--port") ?? "") ?? 8080
let realTime: @Sendable () -> Instant = { Instant(secondsSince1970: Int64(Date().timeIntervalSince1970)) }

try OwnerOnlyFile.makeDirectory(directory)
let key = MasterKey.random()
let store = try SQLiteLedgerStore.create(in: directory)
let ledger = try Ledger.found(in: store, masterKey: key, foundedAt: realTime().secondsSince1970 - 70_000_000)
let packs = PackFolder(path: "Protocols").loadAll()
for fault in packs.faults { FileHandle.standardError.write(Data("\(fault)\n".utf8)) }
guard let calendars = CalendarFolder.load("Calendars").value,
    let shelf = ProtocolShelf(packs: packs.packs, calendars: calendars, standing: "birmingham-2015")
else { fatalError("the protocols and calendars are in the working directory") }
let partnership = try Partnership(
    name: "Eastmoor", ledger: ledger, shelf: shelf, clock: PartnershipClock(now: realTime))
try await DemoHistory(seed: 1, now: realTime(), pack: "birmingham-2015").keep(in: partnership)

let accounts = try Accounts(
    path: directory + "/accounts.sqlite", masterKey: SymmetricKey(size: .bits256), cost: .trivial, clock: realTime)
let password = "harbour lantern otter"
var people: [String] = []
for person in Eastmoor.signIns {
    let email = "\(person.id)@eastmoor.example"
    try await accounts.add(
        email: email, name: person.name, password: password, role: person.role, agency: person.agency, worker: person.id
    )
    people.append(
        "{\"role\":\"\(person.role.rawValue)\",\"name\":\"\(person.name)\",\"email\":\"\(email)\",\"password\":\"\(password)\"}"
    )
}
let signIns = people.joined(separator: ",")
let server = WebServer(
    partnership: partnership, accounts: accounts,
    configuration: WebConfiguration(
        port: port, isSecure: false, signInNotice: "A demonstration: everybody in it is invented."),
    onRunning: { port in print("{\"address\":\"http://127.0.0.1:\(port)\",\"signIns\":[\(signIns)]}") })
signal(SIGINT) { _ in exit(0) }
try await server.run()
