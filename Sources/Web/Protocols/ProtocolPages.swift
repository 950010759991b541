// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import NIOCore
import Partnership
import Procedures
import WorkingTime

/// `/protocols`: what each area's protocol says, which one is in force, and since when.
enum ProtocolPages {
    @Sendable static func list(_ call: Call) async throws -> Response {
        .page(call.page("Protocol", ProtocolListView(call).html, in: .protocols))
    }

    @Sendable static func show(_ call: Call) async throws -> Response {
        let pack = try call.pack()
        let view = ProtocolView(pack: pack, role: call.chosenRole, call: call)
        let role = call.chosenRole.map { " for the \($0.spoken)" } ?? ""
        return .page(
            call.page(
                pack.title + role, view.html, in: .protocols, printStyles: [call.printStyle(for: pack)]))
    }

    /// The foot of each printed page: a style sheet, since only that can say it and pages carry no style of their own.
    @Sendable static func printStyle(_ call: Call) async throws -> Response {
        let pack = try call.pack()
        let printed = "Printed \(Spoken.fullDate(call.today))"
        let style = """
            @page { size: A4; margin: 15mm 15mm 18mm;
              @bottom-left { content: "\(pack.title.inStyle) (\(pack.id.inStyle))"; font: 8pt sans-serif; color: #465361; }
              @bottom-center { content: "\(printed.inStyle)"; font: 8pt sans-serif; color: #465361; }
              @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif; color: #465361; }
            }

            """
        return Response(
            status: .ok, headers: [.contentType: "text/css; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: style)))
    }
}

extension Call {
    /// The protocol that the path names; a page that isn't there where none has this id.
    func pack(_ name: String = "pack") throws(PageFault) -> ProtocolPack {
        guard let pack = parameters[name].flatMap({ site.partnership.shelf.packs[$0] }) else { throw .notFound }
        return pack
    }

    /// The authority whose protocol concerns the visitor: their own, or that in whose area their agency works.
    var authority: AgencyID? {
        guard let agency = account.agency else { return nil }
        return state.agencies[agency]?.authority ?? agency
    }

    /// What governs an episode that begins now, for the visitor's authority.
    var term: ProtocolTerm { site.partnership.shelf.term(at: now, for: authority, in: state) }

    /// The role that the address asks to see alone.
    fileprivate var chosenRole: Role? { Role(rawValue: query["who"]) }

    func printStyle(for pack: ProtocolPack) -> String { "/protocols/\(FormFields.encode(pack.id))/print.css" }
}

extension String {
    /// As it may stand in quotes in a style sheet.
    fileprivate var inStyle: String {
        String(unicodeScalars.filter { $0 != "\"" && $0 != "\\" && 0x20 <= $0.value }.map(Character.init))
    }
}
