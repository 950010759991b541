// SPDX-License-Identifier: MIT

import Foundation
import Glibc
import Testing

@Suite struct `A change of the master key` {
    /// `HOMEWARD_KEY_KILLS=100` for more.
    private static let kills = ProcessInfo.processInfo.environment["HOMEWARD_KEY_KILLS"].flatMap(Int.init) ?? 6

    @Test func `killed at any instant leaves a record that one of two keys opens, and is finished by doing it again`()
        throws
    {
        let shop = try Workshop()
        let added = try shop.run(
            "user", "add", "--data", shop.data, "--email", "june@eastmoor.example", "--name", "June Petty", "--role",
            "administrator", "--agency", "eastmoor")
        #expect(added.code == 0, "\(added.errors)")
        let first = try shop.run("verify", "--data", shop.data, "--json").json["hash"] as? String
        let begun = ContinuousClock.now
        #expect(try shop.run("key", "rotate", "--data", shop.data).code == 0)
        let whole = begun.duration(to: .now)
        let microseconds =
            Int(whole.components.seconds) * 1_000_000 + Int(whole.components.attoseconds / 1_000_000_000_000)
        var interrupted = 0
        for kill in 0..<Self.kills {
            // Spread over the time that one takes, from its start to a little after its end.
            try rotateKilled(shop, afterMicroseconds: UInt32(microseconds * (kill + 1) / Self.kills))
            let names = try FileManager.default.contentsOfDirectory(atPath: shop.data)
            let keys = names.filter { $0.hasPrefix("master.key") && !$0.hasSuffix(".new") }
            let opening = try keys.filter { name in
                try shop.run("key", "check", "--data", shop.data, "--master-key-file", "\(shop.data)/\(name)").code == 0
            }
            #expect(opening.count == 1, "\(keys) of which \(opening)")
            if names.contains("master.key.next") {
                interrupted += 1
                let told = try shop.run("key", "check", "--data", shop.data)
                #expect(told.output.contains("was begun and not finished"), "\(told.output)\(told.errors)")
                #expect(try shop.run("key", "rotate", "--data", shop.data).code == 0)
            }
            let verified = try shop.run("verify", "--data", shop.data, "--json")
            #expect(verified.json["isSound"] as? Bool == true, "\(verified.output)\(verified.errors)")
            #expect(verified.json["hash"] as? String == first)
        }
        let accounts = try shop.run(
            "user", "add", "--data", shop.data, "--email", "a@eastmoor.example", "--name", "Amira Hale", "--role",
            "social-worker", "--agency", "eastmoor")
        #expect(accounts.code == 0, "\(accounts.errors)")
        print("killed \(Self.kills) times, of which \(interrupted) were in the middle")
    }

    private func rotateKilled(_ shop: Workshop, afterMicroseconds time: UInt32) throws {
        let process = Process()
        process.executableURL = shop.program
        process.arguments = ["key", "rotate", "--data", shop.data]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(time)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
