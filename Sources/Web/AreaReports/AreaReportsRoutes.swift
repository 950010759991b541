// SPDX-License-Identifier: MIT

import Analysis
import Casework

/// Reports on the area's figures. Each has an address of its own, so that a rule says who reads it.
enum AreaReportsRoutes {
    static let all: [Route] =
        [
            .get(
                "/figures/reports",
                .roles(because: "Whoever may read any of the reports finds them here.", \.readsReports),
                AreaReportPages.list)
        ] + ReportKind.allCases.flatMap { kind in [page(kind), file(kind)] }

    private static func page(_ kind: ReportKind) -> Route {
        .get("/figures/reports/\(kind.id)", rule(kind)) { try await AreaReportPages.show(kind, $0) }
    }

    private static func file(_ kind: ReportKind) -> Route {
        .get("/figures/reports/\(kind.id)/file", rule(kind)) { try await AreaReportPages.file(kind, $0) }
    }

    private static func rule(_ kind: ReportKind) -> RouteRule {
        .roles(because: kind.purpose) { kind.isRead(by: $0) }
    }
}

extension Role {
    /// Whether any of the area's reports is for them.
    var readsReports: Bool { ReportKind.allCases.contains { $0.isRead(by: self) } }
}
