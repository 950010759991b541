// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership

/// `/episodes/{episode}` and the part of it that refreshes itself.
enum EpisodePages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        try await call.remembered {
            let model = try await model(call)
            let recorded = EventWord(rawValue: call.query["recorded"]).map { word -> HTML in
                Parts.notice("<p><b>Recorded:</b> \(ActWords.title(word)).</p>")
            }
            let main: HTML = """
                \(recorded)<div data-live="\(call.path)/part">\(EpisodeView(model: model).part)</div>
                <p class="unseen" aria-live="polite" data-live-announce></p>
                """
            return call.page(
                "\(model.child.facts.name): episode \(model.number)", main, scripts: [StaticFiles.live],
                refreshSeconds: 30
            )
        }
    }

    @Sendable static func part(_ call: Call) async throws -> Response {
        try await call.remembered { EpisodeView(model: try await model(call)).part }
    }

    private static func model(_ call: Call) async throws -> EpisodeModel {
        let (episode, child) = (call.episode, call.child)
        let partnership = call.site.partnership
        let told = try await call.told(episode.history.recorded, of: child)
        try await call.shows(Told.others(in: told).filter { call.child($0, seeing: .identity) != nil })
        return EpisodeModel(
            call, episode, child, pack: partnership.pack(for: episode), told: told,
            penPicture: try await ChildPages.penPicture(of: child, call),
            plans: episode.facts.isOpen ? try await call.plansInForce(of: child) : [])
    }
}
