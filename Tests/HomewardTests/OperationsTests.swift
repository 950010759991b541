// SPDX-License-Identifier: MIT

import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A real server, and what it tells those who keep its machine.
@Suite(.timeLimit(.minutes(3))) struct `A server and its machine` {
    private struct Begun {
        let shop: Workshop
        let server: RunningServer
        /// Where health and figures are answered.
        let machine: String
    }

    private func begin(_ more: [String] = [], environment: [String: String] = [:]) throws -> Begun {
        let shop = try Workshop()
        let added = try shop.run(
            "user", "add", "--data", shop.data, "--email", "june@eastmoor.example", "--name", "June Petty", "--role",
            "administrator")
        #expect(added.code == 0, "\(added.errors)")
        let file = try shop.write("data: \(shop.data)\noperations-port: 0\n", to: "homeward.yaml")
        let server = try RunningServer.begin(["--config", file] + more, in: shop.folder, environment: environment)
        var said = ""
        for _ in 0..<500 where !said.contains("Health and figures") {
            said = String(decoding: FileManager.default.contents(atPath: server.log) ?? Data(), as: UTF8.self)
            usleep(20_000)
        }
        let place = try #require(said.firstMatch(of: /answered at (http:\/\/127\.0\.0\.1:\d+)\./), "\(said)")
        return Begun(shop: shop, server: server, machine: String(place.1))
    }

    private func get(_ address: String) async throws -> (status: Int, text: String) {
        let url = try #require(URL(string: address))
        let (data, response) = try await URLSession.shared.data(for: URLRequest(url: url, timeoutInterval: 30))
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
    }

    @Test func `says that it lives, that it is ready, and what it did, apart from people's pages`() async throws {
        let begun = try begin()
        defer { begun.server.end() }
        _ = try await get("\(begun.server.address)/sign-in")
        #expect(try await get("\(begun.machine)/healthz").text == "ok\n")
        let ready = try await get("\(begun.machine)/readyz")
        #expect(ready.status == 200 && ready.text.hasPrefix("ready: yes\n") && !ready.text.contains("NO"))
        let figures = try await get("\(begun.machine)/metrics")
        #expect(figures.text.contains(#"homeward_requests_total{route="/sign-in",method="GET",status="200"} 1"#))
        for path in ["/metrics", "/readyz"] {
            #expect(try await get(begun.server.address + path).status == 404, "people's addresses don't lead there")
            #expect(try await get(begun.machine + "/sign-in").status == 404)
        }
    }

    @Test func `goes on answering while it says that it leaves`() async throws {
        let begun = try begin(["--leave-seconds", "300"])
        begun.server.process.terminate()
        var status = 200
        for _ in 0..<100 where status == 200 {
            status = try await get("\(begun.machine)/readyz").status
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(status == 503)
        #expect(try await get("\(begun.server.address)/sign-in").status == 200)
        begun.server.kill()
    }

    @Test func `tells what began it once it answers, and when it ends`() async throws {
        let folder = NSTemporaryDirectory() + "hw-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let heard = try Datagrams("\(folder)/notify")
        let begun = try begin(environment: ["NOTIFY_SOCKET": "\(folder)/notify"])
        #expect(heard.next() == "READY=1")
        begun.server.end()
        #expect(heard.next() == "STOPPING=1")
        #expect(begun.server.process.terminationStatus == 0)
    }

    @Test func `writes its log as objects where that is asked for`() async throws {
        let mappings = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Mappings/niche.yaml").path()
        let folder = NSTemporaryDirectory() + "homeward-in-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("nothing\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/odd.csv"))
        let settings = "\(folder)/receive.yaml"
        let watched = "{ force: a, mapping: '\(mappings)', folder: '\(folder)', stillForSeconds: 0 }"
        try Data("police: [ \(watched) ]\n".utf8).write(to: URL(fileURLWithPath: settings))
        let begun = try begin(["--log", "json", "--receive", settings])
        defer { begun.server.end() }
        // A file that is no extract is set aside, and logged.
        var lines: [Substring] = []
        for _ in 0..<600 where lines.isEmpty {
            let log = String(decoding: FileManager.default.contents(atPath: begun.server.log) ?? Data(), as: UTF8.self)
            lines = log.split(separator: "\n").filter { $0.hasPrefix("{") && $0.hasSuffix("}") }
            try await Task.sleep(for: .milliseconds(100))
        }
        #expect(!lines.isEmpty)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
            #expect(object?["level"] == "error" && object?["says"] != nil && object?["at"] != nil, "\(line)")
        }
    }
}

/// A socket to which datagrams are sent.
private final class Datagrams {
    private let socket: Int32

    init(_ path: String) throws {
        socket = Foundation.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        try #require(name.count < MemoryLayout.size(ofValue: address.sun_path))
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(socket) }

    /// The next that comes; nothing where none does.
    func next() -> String {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = recv(socket, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
