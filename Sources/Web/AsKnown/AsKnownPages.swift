// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

/// `/children/{child}/as-known` and `/episodes/{episode}/as-known`: `?date=…&time=…` say as of when.
enum AsKnownPages {
    @Sendable static func ofChild(_ call: Call) async throws -> Response { try await page(call, nil) }
    @Sendable static func ofEpisode(_ call: Call) async throws -> Response { try await page(call, call.episode) }

    private static func page(_ call: Call, _ episode: Episode?) async throws -> Response {
        let (instant, fault) = asked(call, episode)
        let model = try await AsKnownModel(call, of: episode, at: instant)
        let others = Told.others(in: (model.known + model.learntLater).map { .event($0.entry.mark.position, $0.event) })
        try await call.shows(others.filter { call.child($0, seeing: .identity) != nil })
        let view = AsKnownView(call: call, model: model, typed: call.query, fault: fault)
        let looks = try await view.looks()
        let title = (fault == nil ? "" : "Error: ") + "As it was known"
        return .page(call.page(title, view.html(looks), in: .children))
    }

    /// The instant asked for. Without one: for an episode, when the child came back or else now; for a child, now.
    private static func asked(_ call: Call, _ episode: Episode?) -> (Instant, String?) {
        let usual = min(episode?.facts.returnedAt ?? call.now, call.now)
        guard !call.query["date"].isEmpty else { return (usual, nil) }
        do {
            let day = try TimeFields.date(call.query["date"], orTodayOf: call.now)
            var typed = FormFields([("when.date", TimeText.write(day)), ("when.time", call.query["time"])])
            typed["when.how"] = call.query["time"].isEmpty ? "day" : "at"
            let time = try TimeFields.read("when", in: typed, now: call.now)
            if call.now < time.earliest { return (usual, "That time has not come yet.") }
            return (min(time.latest, call.now), nil)
        } catch {
            if case .says(let text) = error { return (usual, text) }
            return (usual, "Give a date.")
        }
    }
}
