// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import NIOCore
import Partnership
import Procedures
import WorkingTime

/// `/protocols/{pack}/replay`: what would have been otherwise, had this protocol governed the record's own past.
enum ReplayPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let pack = try call.pack()
        let form = ReplayForm(call, pack)
        let title = "What if it had been \(pack.title)?"
        guard let question = form.question, let before = call.site.partnership.shelf.packs[question.before] else {
            let isFault = call.query.has("from")
            return .page(
                call.page(
                    (isFault ? "Error: " : "") + title, page(pack, title, form.html(showsFaults: isFault)),
                    in: .protocols),
                status: isFault ? .unprocessableContent : .ok)
        }
        let standing = call.site.replays.standing(
            of: question,
            beginning: {
                let replay = Replay(
                    before: before, after: pack, calendars: call.site.partnership.shelf.calendars,
                    period: question.period, now: call.now)
                return (replay, call.state)
            }, now: call.now)
        guard case .done(let result, let asOf) = standing else {
            let part = progress(standing)
            if call.request.headers[.refreshing] != nil { return .page(part) }
            let waiting: HTML = """
                <p class="lead">\(question.says(before: before, after: pack))</p><div id="progress" data-progress>\(part)</div>
                <p class="small">It runs behind everything else. You can leave this page and come back.</p>
                """
            return .page(
                call.page(
                    title, page(pack, title, waiting), in: .protocols, scripts: [StaticFiles.progress],
                    refreshSeconds: 2))
        }
        let view = ReplayView(result: result, asOf: asOf, call: call)
        try await call.shows(view.timelinesSeen.map(\.child))
        let main = page(pack, title, view.html + form.html(showsFaults: false))
        return .page(call.page(title, main, in: .protocols, printStyles: [call.printStyle(for: pack)]))
    }

    private static func progress(_ standing: ReplayDesk.Standing) -> HTML {
        guard case .running(let done, let all) = standing else {
            return "<p>It is about to begin.</p><progress aria-label=\"Replay\"></progress>"
        }
        return """
            <p>\(done.grouped) of \(all.grouped) children</p>
            <progress aria-label="Replay" max="\(max(all, 1))" value="\(done)">\(done.grouped) of \(all.grouped)</progress>
            """
    }

    private static func page(_ pack: ProtocolPack, _ title: String, _ main: HTML) -> HTML {
        """
        \(Parts.breadcrumbs([("Protocol", "/protocols"), (pack.title, "/protocols/\(FormFields.encode(pack.id))")], "Replay"))
        <div class="protocol replay"><h1>\(title)</h1>\(main)</div>
        """
    }
}

extension ReplayDesk.Question {
    func says(before: ProtocolPack, after: ProtocolPack) -> String {
        "The record from \(Spoken.fullDate(period.from)) to \(Spoken.fullDate(period.to.previous)), "
            + "through \(before.title) and through \(after.title)."
    }
}

extension Role {
    /// Whether they decide on the area's protocol or work out its figures.
    var mayReplay: Bool {
        switch self {
        case .teamManager, .superintendent, .missingCoordinator, .panelChair, .analyst, .administrator: true
        default: false
        }
    }
}
