// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import WorkingTime

/// `/figures/rows`: the episodes behind one band of a figure, of the children whom the reader may see.
enum FigureRowsPages {
    private static let most = 200

    @Sendable static func show(_ call: Call) async throws -> Response {
        let asked = FiguresAsked(call)
        let id = call.query["figure"].isEmpty ? Dimension.kind.id : call.query["figure"]
        guard asked.faults.isEmpty, let dimension = Dimension.named(id) else { throw PageFault.notFound }
        let table = RecordedAbsences(period: asked.period, authorities: asked.whose).table(of: call.state, at: call.now)
        let episodes = AbsenceFigures(table, year: nil).episodes
        let counted = Crosstab(dimension, of: episodes, rows: episodes.all)
        let labels = counted.bands + ["Not known"]
        let label = call.query["band"].isEmpty ? labels[0] : call.query["band"]
        guard let band = labels.firstIndex(of: label) else { throw PageFault.notFound }
        let behind = counted.rows(band, of: episodes, among: episodes.all).compactMap { episodes.episode(at: $0) }
            .compactMap { call.state.episode($0) }
        let seen = behind.filter {
            call.child($0.child, seeing: .episode) != nil && call.child($0.child, seeing: .identity) != nil
        }
        .sorted { ($0.facts.start ?? call.now) > ($1.facts.start ?? call.now) }
        let shown = Array(seen.prefix(most))
        try await call.shows(Set(shown.map(\.child)).sorted())
        let title = "\(dimension.title): \(labels[band])"
        let main: HTML = """
            \(Parts.breadcrumbs([("Figures", "/figures?\(asked.address)")], "Behind a figure"))<h1>\(title)</h1>
            <p class="lead">Episodes that began \(asked.spoken), as the record holds them now.</p>
            \(told(all: behind.count, seen: seen.count, shown: shown.count))\(list(shown, call))
            <p class="definition">\(dimension.definition)</p>
            """
        return .page(call.page(title, main, in: .figures))
    }

    private static func told(all: Int, seen: Int, shown: Int) -> HTML {
        var says = "\(Spoken.counted(all, "episode")) counted here."
        if seen < all { says += " Of children whom you may not see: \((all - seen).grouped)." }
        if shown < seen { says += " The newest \(shown.grouped) are listed." }
        return "<p>\(says)</p>"
    }

    private static func list(_ episodes: [Episode], _ call: Call) -> HTML {
        if episodes.isEmpty { return HTML() }
        let clock = Clock(now: call.now)
        let rows = episodes.map { episode -> HTML in
            let name = call.state.child(episode.child)?.facts.name ?? ""
            return """
                <tr><td><a href="/episodes/\(episode.id.number)">\(name)</a></td><td>\(episode.facts.start.map { clock.moment($0) })</td>\
                <td>\(AbsenceKind(episode.facts).title)</td><td>\(episode.facts.isOpen ? "Not back" : "Back")</td></tr>
                """
        }
        return """
            <div class="wide" role="region" tabindex="0" aria-label="Episodes"><table><thead><tr><th scope="col">Child</th>\
            <th scope="col">From</th><th scope="col">Kind</th><th scope="col">How it stands</th></tr></thead>\
            <tbody>\(rows)</tbody></table></div>
            """
    }

    /// What leads from a figure to the episodes behind each of its bands; nothing for one that shares out children.
    static func links(_ figure: Figure, _ asked: FiguresAsked) -> HTML {
        guard Dimension.named(figure.id) != nil else { return HTML() }
        let items = (figure.bands + [figure.valueMissing]).filter { $0.all.episodes > 0 }.map { band -> HTML in
            let place =
                "/figures/rows?\(asked.address)&figure=\(FormFields.encode(figure.id))&band=\(FormFields.encode(band.label))"
            return "<li><a href=\"\(place)\">\(band.label) (\(band.all.episodes.grouped))</a></li>"
        }
        return """
            <details class="no-print"><summary>The episodes behind \(figure.title.lowercased())</summary>\
            <ul class="chips">\(items)</ul></details>
            """
    }
}
