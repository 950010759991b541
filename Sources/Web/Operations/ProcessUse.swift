// SPDX-License-Identifier: MIT

import Foundation
import Glibc

/// What the process uses of the machine, as Linux tells it.
struct ProcessUse: Sendable {
    let residentBytes: Int?
    let processorSeconds: Double?
    let openFiles: Int?
    let mostFiles: Int?
    let startedAt: Double?

    static var now: ProcessUse {
        // The name in brackets may hold anything, so that fields are counted after it.
        let words = (read("/proc/self/stat")?.split(separator: ")").last ?? "").split(separator: " ")
        func field(_ number: Int) -> Double? { words.count > number - 3 ? Double(words[number - 3]) : nil }
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        let boot = read("/proc/stat")?.split(separator: "\n").first { $0.hasPrefix("btime ") }?.split(separator: " ")
            .last
        let began: Double? = boot.flatMap { Double($0) }.flatMap { boot in field(22).map { boot + $0 / ticks } }
        var limit = rlimit()
        let hasLimit = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
        return ProcessUse(
            residentBytes: field(24).map { Int($0) * Int(sysconf(Int32(_SC_PAGESIZE))) },
            processorSeconds: field(14).flatMap { user in field(15).map { (user + $0) / ticks } },
            openFiles: (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.count,
            mostFiles: hasLimit ? Int(clamping: limit.rlim_cur) : nil, startedAt: began)
    }

    func tell(_ page: inout MetricsPage) {
        if let residentBytes {
            page.gauge("process_resident_memory_bytes", "Memory in use.", Double(residentBytes))
        }
        if let processorSeconds {
            page.counter("process_cpu_seconds_total", "Processor time used.", processorSeconds)
        }
        if let openFiles { page.gauge("process_open_fds", "Files and connections open.", Double(openFiles)) }
        if let mostFiles { page.gauge("process_max_fds", "How many may be.", Double(mostFiles)) }
        if let startedAt { page.gauge("process_start_time_seconds", "When it began.", startedAt) }
    }

    private static func read(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
