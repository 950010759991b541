// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A real server that takes extracts by both ways, and is killed in between.
@Suite(.timeLimit(.minutes(3))) struct `Extracts that come in by themselves` {
    private static let secret = "a secret that both of us hold, and nobody else"
    private static let head =
        "OccurrenceNumber,PersonURN,PersonName,DOB,Sex,EthnicityCode,ReportedDateTime,OccurrenceType,"
        + "MissingFromDateTime,FoundDateTime,RiskGrading,LastSeenLocation,FoundLocation,Summary\n"
    private static let row =
        "45001,P1,\"Doe, Ada\",2010-05-06,Female,W1,2025-07-09 22:15,Missing person,2025-07-09 21:00,"
        + "2025-07-10T05:30:00,High,Larch House,Park,\n"
    private static let other =
        "45002,P2,\"Roe, Bo\",2011-05-06,Male,W1,2025-07-09 22:15,Missing person,2025-07-09 21:00,"
        + "2025-07-10T05:30:00,High,Larch House,Park,\n"

    private func begun() throws -> (shop: Workshop, words: [String], folder: String) {
        let shop = try Workshop()
        let added = try shop.run(
            "user", "add", "--data", shop.data, "--email", "june@eastmoor.example", "--name", "June Petty", "--role",
            "administrator")
        #expect(added.code == 0, "\(added.errors)")
        let secret = try shop.write(Self.secret + "\n", to: "in.secret")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)
        let folder = "\(shop.folder)/nightly"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let mapping = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Mappings/niche.yaml").path()
        let settings = try shop.write(
            """
            police:
              - { force: eastmoor-police, mapping: '\(mapping)', secretFile: \(secret), folder: \(folder), stillForSeconds: 0 }

            """, to: "receive.yaml")
        return (shop, ["--data", shop.data, "--receive", settings], folder)
    }

    private func hand(
        _ text: String, as message: String, to server: RunningServer, force: String = "eastmoor-police",
        by secret: String = secret
    ) async throws -> (status: Int, json: [String: Any]) {
        let seconds = Int64(Date().timeIntervalSince1970)
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("\(seconds).\(message).\(text)".utf8), using: SymmetricKey(data: Data(secret.utf8)))
        let url = try #require(URL(string: "\(server.address)/receive/\(force)"))
        var request = URLRequest(url: url, timeoutInterval: 30)
        request.httpMethod = "POST"
        request.httpBody = Data(text.utf8)
        request.setValue("text/csv", forHTTPHeaderField: "Content-Type")
        request.setValue(message, forHTTPHeaderField: "Homeward-Message")
        let signature = "t=\(seconds),v1=" + code.map { String(format: "%02x", $0) }.joined()
        request.setValue(signature, forHTTPHeaderField: "Homeward-Signature")
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        return (status, (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:])
    }

    @Test func `are taken once when a force's system hands them in`() async throws {
        let (shop, words, _) = try begun()
        var server = try RunningServer.begin(words, in: shop.folder)
        let first = try await hand(Self.head + Self.row, as: "night-1", to: server)
        #expect(first.status == 200 && first.json["changed"] as? Bool == true, "\(first)")
        #expect((first.json["counts"] as? [String: Int])?["childrenNew"] == 1)
        #expect(try await hand(Self.head + Self.row, as: "night-1", to: server).status == 409)
        server.kill()
        server = try RunningServer.begin(words, in: shop.folder)
        #expect(try await hand(Self.head + Self.row, as: "night-1", to: server).status == 409)
        let again = try await hand(Self.head + Self.row, as: "night-2", to: server)
        #expect(again.status == 200 && again.json["changed"] as? Bool == false)
        #expect(try await hand(Self.head + Self.other, as: "night-1", to: server).status == 422)
        #expect(try await hand(Self.head + Self.other, as: "night-3", to: server, by: Self.secret + "!").status == 401)
        #expect(try await hand(Self.head + Self.other, as: "night-3", to: server, force: "other").status == 404)
        #expect(try await hand("nothing\n", as: "night-3", to: server).status == 422)
        let url = try #require(URL(string: "\(server.address)/receive/eastmoor-police"))
        let (_, response) = try await URLSession.shared.data(from: url)
        #expect((response as? HTTPURLResponse)?.statusCode == 405)
        server.end()
        #expect(try count(shop) == 1)
    }

    @Test func `are taken once from a watched folder, or set aside with why`() async throws {
        let (shop, words, folder) = try begun()
        try Data((Self.head + Self.row).utf8).write(to: URL(fileURLWithPath: "\(folder)/night.csv"))
        try Data("nothing\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/odd.csv"))
        var server = try RunningServer.begin(words, in: shop.folder)
        try await until("both are settled") {
            try names("\(folder)/done").count == 2 && names("\(folder)/refused").count == 2
        }
        server.kill()
        let report = try text(in: "\(folder)/done", ending: "night.csv.txt")
        #expect(report.hasPrefix("Imported.") && report.contains("1 children new"), "\(report)")
        let why = try text(in: "\(folder)/refused", ending: "odd.csv.txt")
        #expect(why.contains("which the header line lacks"), "\(why)")
        // The same once more under another name, with a child who is new.
        try Data((Self.head + Self.row + Self.other).utf8).write(to: URL(fileURLWithPath: "\(folder)/again.csv"))
        server = try RunningServer.begin(words, in: shop.folder)
        try await until("it is settled") { try names("\(folder)/done").count == 4 }
        #expect(try names("\(folder)/taken").isEmpty && names(folder) == ["done", "refused", "taken"])
        server.end()
        #expect(try text(in: "\(folder)/done", ending: "again.csv.txt").contains("1 in the record already"))
        #expect(try count(shop) == 2)
    }

    @Test(arguments: [
        ("police: [ { force: eastmoor-police, mapping: MAPPING } ]", "by which way its extracts come"),
        ("police: [ { force: Eastmoor Police, mapping: MAPPING, folder: . } ]", "small letters"),
        ("police: [ { force: a, mapping: /nowhere.yaml, folder: . } ]", "There is no mapping"),
        ("police: [ { force: a, mapping: MAPPING, folder: ., stillForSeconds: soon } ]", "a number from 0"),
        ("officers: []", "“officers” is not known here"),
    ]) func `are refused where the settings can't be meant`(settings: String, says: String) throws {
        let (shop, words, _) = try begun()
        let mapping = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Mappings/niche.yaml").path()
        _ = try shop.write(
            settings.replacingOccurrences(of: "MAPPING", with: "'\(mapping)'") + "\n", to: "receive.yaml")
        let answer = try shop.run(words: ["serve", "--port", "0", "--without-tls"] + words)
        #expect(answer.code == 1 && answer.errors.contains(says), "\(answer.errors)")
    }

    /// How many children of the two extracts the record knows, by asking what importing both again would find.
    private func count(_ shop: Workshop) throws -> Int {
        let file = try shop.write(Self.head + Self.row + Self.other, to: "both.csv")
        let mapping = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Mappings/niche.yaml").path()
        let asked = try shop.run(
            "import", "police", file, "--mapping", mapping, "--force", "eastmoor-police", "--data", shop.data,
            "--dry-run", "--json")
        let counts = asked.json["counts"] as? [String: Int] ?? [:]
        #expect(asked.code == 0, "\(asked.errors)")
        return 2 - (counts["childrenNew"] ?? 2)
    }

    private func names(_ folder: String) throws -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
    }

    private func text(in folder: String, ending: String) throws -> String {
        let name = try #require(try names(folder).first { $0.hasSuffix(ending) })
        return try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }

    /// A minute is far longer than any of it takes.
    private func until(_ what: Comment, _ isSo: () async throws -> Bool) async throws {
        for _ in 0..<300 {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(200))
        }
        Issue.record(what)
    }
}
