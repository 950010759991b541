// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership

/// `/episodes/{episode}/police-pack`: one sheet for who looks for the child, as a page and as a PDF.
enum PolicePackPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let model = try await PolicePackModel(call, seen: call.seen(of: call.child.id))
        let photo = DocumentsView.photo(of: call.child, model.seen)
        let path = "/episodes/\(call.episode.id.number)"
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), (call.child.facts.name, path)], "Police pack"))
            \(Parts.onPaper("\(path)/police-pack/pdf", isTakenOut: call.access.may(.export, .episode, of: call.child.id)))\(PolicePackView(model: model, photo: photo).sheet)
            """
        return .page(call.page("Police pack: \(call.child.facts.name)", main))
    }

    /// Only what the reader may take out of the record stands in it.
    @Sendable static func pdf(_ call: Call) async throws -> Response {
        let seen = Seen(call.access, of: call.child.id, taking: .export)
        let model = try await PolicePackModel(call, seen: seen)
        let sheet = PolicePackView(model: model, photo: try await photo(call, seen), isTaken: true).sheet
        let page = "/episodes/\(call.episode.id.number)/police-pack"
        let document = PaperDocument(title: "Police pack", page: page, body: sheet)
        return try await call.paper(document, named: "police-pack-\(call.episode.id.number)")
    }

    /// The picture itself, since a PDF fetches nothing.
    private static func photo(_ call: Call, _ seen: Seen) async throws -> HTML {
        guard let photo = ChildDocument.photo(of: call.child, for: seen), let type = photo.type,
            case .event(let event, _)? = try await call.site.partnership.whole([photo.position]).first,
            let content = event.details.text(.content)
        else { return HTML() }
        return """
            <img class="photo" alt="Photo of \(call.child.facts.name)" src="data:\(type.contentType);base64,\(content)">
            """
    }
}

enum PolicePackRoutes {
    static let all: [Route] = [
        .get("/episodes/{episode}/police-pack", .episode(.see, .episode), PolicePackPages.show),
        .get("/episodes/{episode}/police-pack/pdf", .episode(.export, .episode), PolicePackPages.pdf),
    ]
}
