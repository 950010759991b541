// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

/// `/returns`: what is returned to others. Each table that is taken out is noted for each child in it.
enum ReturnsPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let asked = ReturnsAsked(call)
        let written = call.account.role.writesReturns ? asked.written : nil
        let named = written.map { written in
            written.missing.lacking.map(\.child) + written.check.faults.compactMap { written.child(of: $0) }
        }
        try await call.shows(Set(named ?? []).sorted())
        let title = (asked.faults.isEmpty ? "" : "Error: ") + "Returns"
        return .page(
            call.page(title, ReturnsView(asked: asked, written: written).html, in: .figures),
            status: asked.faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// `?table=` header, episodes or missing.
    @Sendable static func table903(_ call: Call) async throws -> Response {
        let asked = ReturnsAsked(call)
        let named = call.query["table"].isEmpty ? "missing" : call.query["table"]
        guard asked.faults.isEmpty, let written = asked.written,
            let table = ReturnFromRecord.tables.first(where: { $0.rawValue.lowercased() == named })
        else { throw PageFault.notFound }
        let children = table == .missing ? Set(written.missing.rows.map(\.child)) : written.children
        try await call.exports(children: children.sorted())
        return .csv(
            written.table(table).csv(for: .programs), named: "\(table.rawValue)-\(written.missing.year.ending)")
    }

    @Sendable static func annexA(_ call: Call) async throws -> Response {
        let asked = ReturnsAsked(call)
        guard asked.faults.isEmpty else { throw PageFault.notFound }
        let list = asked.list8
        try await call.exports(children: list.children.sorted())
        return try .table([list.table], named: "annex-a-list-8-\(TimeText.write(asked.day))", call)
    }

    @Sendable static func safeguarding(_ call: Call) async throws -> Response {
        let asked = ReturnsAsked(call)
        let written = SafeguardingMissing.table(
            of: call.state, authorities: asked.authorities, includes: asked.mayExport([.identity, .episode]))
        try await call.exports(children: written.children)
        return try .table([written.table], named: "ssd-missing", call)
    }

    /// `?table=` ten-days, deletions or count.
    @Sendable static func pupils(_ call: Call) async throws -> Response {
        let asked = ReturnsAsked(call)
        guard asked.faults.isEmpty else { throw PageFault.notFound }
        let returns = asked.schoolReturns
        let day = TimeText.write(asked.day)
        switch call.query["table"] {
        case "", "ten-days":
            let written = returns.tenDays(at: min(London.endOfDay(asked.day), call.now))
            try await call.exports(children: written.children)
            return try .table([written.table], named: "ten-day-return-\(day)", call)
        case "deletions":
            let written = returns.deletions(in: asked.day.adding(days: -364)...asked.day)
            try await call.exports(children: written.children)
            return try .table([written.table], named: "deletion-return-\(day)", call)
        case "count":
            // Counts name nobody; that they were taken out is noted all the same.
            try await call.exports(child: nil)
            let counted = MissingEducationReturn(returns, on: asked.day)
            return try .table([counted.table], named: "missing-education-\(day)", call)
        default: throw PageFault.notFound
        }
    }
}
