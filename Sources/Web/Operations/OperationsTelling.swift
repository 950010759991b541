// SPDX-License-Identifier: MIT

import Partnership

/// What whoever keeps the machine is told of a server.
public struct OperationsTelling: Sendable {
    private let condition: ServerCondition
    private let partnership: Partnership
    private let looks: LookBook
    private let outbox: Outbox
    private let certificate: ServerCertificate?
    private let version: String

    /// `certificate` is the server's own, where it has one.
    public init(
        condition: ServerCondition, partnership: Partnership, looks: LookBook, outbox: Outbox,
        certificate: ServerCertificate?, version: String
    ) {
        (self.condition, self.partnership, self.looks) = (condition, partnership, looks)
        (self.outbox, self.certificate, self.version) = (outbox, certificate, version)
    }

    /// What of the server works.
    struct Standing: Hashable, Sendable {
        /// Whether it is about to end.
        let isLeaving: Bool
        /// Whether it knows what other servers record. A server that is alone on its record always does.
        let isCurrent: Bool
        /// Whether something can be recorded.
        let isRecording: Bool
        /// Whether looks are noted. While they are not, records are closed and a missing child can be reported all the same.
        let isNoting: Bool

        /// Whether requests should come to this server rather than to another. A disk or a database that takes nothing is
        /// the same for every server, and recovers with the next that is recorded: a server that were sent nothing would
        /// never learn of it, and nobody could report a child. So that is told, and changes nothing here.
        var isReady: Bool { !isLeaving && isCurrent }

        var text: String {
            func line(_ what: String, _ isSo: Bool) -> String { "\(what): \(isSo ? "yes" : "NO")\n" }
            return line("ready", isReady) + line("staying", !isLeaving) + line("knows what others record", isCurrent)
                + line("recording", isRecording) + line("noting looks", isNoting)
        }
    }

    func standing() async -> Standing {
        var isCurrent = true
        if partnership.isShared {
            do { try await partnership.catchUpAside() } catch { isCurrent = false }
        }
        return Standing(
            isLeaving: condition.isLeaving, isCurrent: isCurrent, isRecording: partnership.isRecording,
            isNoting: looks.run != nil)
    }

    /// In the text format of Prometheus, 0.0.4.
    func metrics() async -> String {
        let standing = await standing()
        var page = MetricsPage()
        page.gauge("homeward_build_info", "Which version runs.", 1, of: [("version", version)])
        page.gauge("homeward_ready", "Whether requests should come to this server.", standing.isReady ? 1 : 0)
        page.gauge("homeward_current", "Whether it knows what others record.", standing.isCurrent ? 1 : 0)
        page.gauge("homeward_recording", "Whether something can be recorded.", standing.isRecording ? 1 : 0)
        page.gauge("homeward_noting_looks", "Whether looks are noted.", standing.isNoting ? 1 : 0)
        page.gauge(
            "homeward_record_position", "The number of the last entry of the record.",
            Double(partnership.state.position.number))
        if let certificate {
            page.gauge(
                "homeward_certificate_ends_seconds", "When the certificate runs out, in seconds since 1970.",
                Double(certificate.endsAtSeconds))
        }
        requests(condition.requests.now, on: &page)
        await messages(on: &page)
        ProcessUse.now.tell(&page)
        return page.text
    }

    private func requests(_ counted: RequestCounts.Counted, on page: inout MetricsPage) {
        page.gauge("homeward_requests_under_way", "Requests not answered yet.", Double(counted.underWay))
        page.head("homeward_requests_total", "counter", "Requests answered, by the address's pattern.")
        for (address, count) in counted.answers.sorted(by: { $0.key < $1.key }) {
            page.line(
                "homeward_requests_total",
                [("route", address.route), ("method", address.method), ("status", "\(address.status)")], Double(count))
        }
        let name = "homeward_request_seconds"
        page.head(name, "histogram", "How long answers took.")
        for (kind, durations) in counted.durations.sorted(by: { $0.key < $1.key }) {
            for (step, count) in zip(RequestCounts.steps, durations.within) {
                page.line("\(name)_bucket", [("kind", kind), ("le", MetricsPage.number(step))], Double(count))
            }
            page.line("\(name)_bucket", [("kind", kind), ("le", "+Inf")], Double(durations.count))
            page.line("\(name)_sum", [("kind", kind)], durations.sumSeconds)
            page.line("\(name)_count", [("kind", kind)], Double(durations.count))
        }
    }

    /// What waits to leave the house. Where the file does not answer, nothing is told of it.
    private func messages(on page: inout MetricsPage) async {
        let outbox = outbox
        guard let counts = try? await partnership.aside({ try outbox.counts() }) else { return }
        page.head("homeward_messages", "gauge", "Messages to receivers outside, by their way and how they stand.")
        for count in counts.sorted(by: { ($0.way.rawValue, $0.state.rawValue) < ($1.way.rawValue, $1.state.rawValue) })
        {
            page.line(
                "homeward_messages", [("way", count.way.rawValue), ("state", count.state.rawValue)], Double(count.count)
            )
        }
    }
}
