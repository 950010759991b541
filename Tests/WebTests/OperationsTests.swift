// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `What whoever keeps the machine is told` {
    private func telling(_ site: TestSite) -> OperationsTelling {
        OperationsTelling(
            condition: site.condition, partnership: site.partnership, looks: site.looks, outbox: site.outbox,
            certificate: nil, version: "1.2.3")
    }

    @Test func `counts answers by the address's pattern, and names nobody`() async throws {
        try await TestSite.run { site in
            let episode = try await site.report(TestSite.kezia)
            let carer = try await site.signedIn(.carer)
            for _ in 0..<3 { #expect(try await carer.get("/children/1").status == 200) }
            _ = try await carer.get("/children/2")
            _ = try await carer.get("/search?q=kezia")
            _ = try await carer.get("/episodes/\(episode.number)")
            _ = try await carer.get("/kezia-adams")
            let program = try await site.program(.carer)
            _ = try await program.ask("KEZIA", "/api/v1/client", nil)
            let page = await telling(site).metrics()
            #expect(
                page.contains(#"homeward_requests_total{route="/children/{child}",method="GET",status="200"} 3"#))
            #expect(
                page.contains(#"homeward_requests_total{route="/children/{child}",method="GET",status="404"} 1"#))
            #expect(page.contains(#"homeward_build_info{version="1.2.3"} 1"#))
            #expect(page.contains("homeward_requests_under_way 0"))
            for word in ["kezia", "adams", "larch", "sky", "carer", "p-", "example"] {
                #expect(!page.lowercased().contains(word), "\(word)")
            }
        }
    }

    @Test func `is in the form that it is said to be in`() async throws {
        try await TestSite.run { site in
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get("/children/1")
            let page = await telling(site).metrics()
            var (types, counts): ([Substring: Substring], [Substring: Double]) = ([:], [:])
            for line in page.split(separator: "\n") {
                if line.hasPrefix("# HELP ") { continue }
                if line.hasPrefix("# TYPE ") {
                    let words = line.split(separator: " ")
                    #expect(types.updateValue(words[3], forKey: words[2]) == nil, "\(line)")
                    continue
                }
                let parts = try #require(
                    line.wholeMatch(of: /([a-z_]+)(\{[a-z]+="[^"\\]*"(?:,[a-z]+="[^"\\]*")*\})? ([0-9.e+-]+)/),
                    "\(line)")
                let family = parts.1.replacing(/_(bucket|sum|count)$/, with: "")
                #expect(types[parts.1] != nil || types[family[...]] == "histogram", "\(line)")
                counts[line.prefix(upTo: parts.3.startIndex)] = Double(parts.3)
            }
            let pages = counts.filter { $0.key.hasPrefix(#"homeward_request_seconds_bucket{kind="page""#) }
            #expect(pages.count == RequestCounts.steps.count + 1)
            #expect(pages.values.max() == counts[#"homeward_request_seconds_count{kind="page"} "#])
            for name in ["process_resident_memory_bytes ", "process_cpu_seconds_total ", "process_open_fds "] {
                #expect(0 < counts[name[...]] ?? 0, "\(name)")
            }
        }
    }

    @Test func `says what does not work, and takes requests for what does`() async throws {
        try await TestSite.run { site in
            let telling = telling(site)
            let carer = try await site.signedIn(.carer)
            let whole = await telling.standing()
            #expect(whole.isReady && whole.isRecording && whole.isNoting)
            try site.breakLooks(true)
            _ = try await carer.get("/children/1")
            try? await site.looks.settle()
            let closed = await telling.standing()
            #expect(closed.isReady && !closed.isNoting && closed.text.contains("noting looks: NO"))
            #expect(await telling.metrics().contains("homeward_noting_looks 0"))
            try site.breakLooks(false)
            site.advance(by: .minutes(2))
            _ = try await carer.get("/children/1")
            #expect(await telling.standing().isNoting)
            site.condition.leave()
            #expect(await telling.standing().isReady == false)
            #expect(await telling.metrics().contains("homeward_ready 0"))
        }
    }
}
