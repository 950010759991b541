// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import WorkingTime

/// Looks as a table for a spreadsheet, in which no cell can be taken for a formula.
struct LookCSV {
    /// No more are taken out at once.
    static let most = 50_000

    private let rows: [[String]]

    init(_ call: Call, _ recorded: [RecordedLook], isOwn: Bool = false) async throws {
        let telling = try await LookTelling(call, isOwn: isOwn)
        rows = recorded.compactMap { each in
            guard case .look(let placed) = each, telling.mayKnow(placed.look) else { return nil }
            let look = telling.told(placed.look)
            return [
                "\(placed.position.number)", TimeText.writeUTC(look.at), look.kind.rawValue, look.by.worker ?? "",
                telling.name(look.by.worker), look.by.role.rawValue, look.by.agency?.name ?? "",
                look.child.map { "\($0.number)" } ?? "", look.episode.map { "\($0.number)" } ?? "",
                look.part?.rawValue ?? "", look.route ?? "", look.words ?? "", look.from ?? "",
            ]
        }
    }

    var text: String {
        let header = [
            "entry", "at", "kind", "worker", "name", "role", "agency", "child", "episode", "part", "route", "words",
            "from",
        ]
        return DataTable("looks", columns: header, rows: rows.map { $0.map { .text($0) } }).csv(for: .people)
    }
}

extension Response {
    /// A table to be kept as a file.
    static func csv(_ text: String, named name: String) -> Response {
        let safe = String(name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") })
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(safe).csv\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

extension Call {
    /// Notes, on disk, that something is taken out of the record.
    func exports(child: ChildID?) async throws {
        let look = Look(
            .exported, by: account.actor, at: site.looks.now, child: child, part: child == nil ? nil : .audit,
            route: route.path)
        try await site.note([look], self, route, isDurable: true)
    }
}
