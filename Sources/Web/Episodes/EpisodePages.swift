// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership

/// `/episodes/{episode}` and the part of it that refreshes itself.
enum EpisodePages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        try await call.remembered { call in
            let (model, others) = try await Self.model(call)
            let recorded = EventWord(rawValue: call.query["recorded"]).map { word -> HTML in
                Parts.notice("<p><b>Recorded:</b> \(ActWords.title(word)).</p>")
            }
            let main: HTML = """
                \(recorded)<div data-live="\(call.path)/part">\(EpisodeView(model: model).part)</div>
                <p class="unseen" aria-live="polite" data-live-announce></p>
                """
            let page = call.page(
                "\(model.child.facts.name): episode \(model.number)", main, scripts: [StaticFiles.live],
                refreshSeconds: 30)
            return WrittenPage(page, naming: others)
        }
    }

    @Sendable static func part(_ call: Call) async throws -> Response {
        try await call.remembered { call in
            let (model, others) = try await Self.model(call)
            return WrittenPage(EpisodeView(model: model).part, naming: others)
        }
    }

    /// What the page says, and the other children whom it names.
    private static func model(_ call: Call) async throws -> (EpisodeModel, [ChildID]) {
        let (episode, child) = (call.episode, call.child)
        let (told, penPicture) = try await call.toldWithPenPicture(episode.history.recorded, of: child)
        let others = Told.others(in: told).filter { call.child($0, seeing: .identity) != nil }
        let model = EpisodeModel(
            call, episode, child, pack: call.site.partnership.pack(for: episode, in: call.state), told: told,
            penPicture: penPicture, plans: episode.facts.isOpen ? try await call.plansInForce(of: child) : [])
        return (model, others.sorted())
    }
}
