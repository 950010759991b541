// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// A child's episodes as marks in the order of time: a red square for missing, a blue diamond for absent, an amber
/// circle for away without authorisation. The shape says what the colour says.
struct EpisodeStrip {
    let episodes: [Episode]
    let now: Instant

    struct Kind: Hashable, Sendable {
        let shape: String
        let says: String
    }

    static func kind(of episode: Episode) -> Kind {
        let facts = episode.facts
        if facts.reportedAt == nil { return Kind(shape: "checks", says: "First checks only") }
        if facts.category.isUnderReview {
            return Kind(shape: "absent", says: "Absent")
        }
        if facts.careKind == .awayWithoutAuthorisation && facts.locatedAt == nil {
            return Kind(shape: "away", says: "Away without authorisation")
        }
        if facts.isSchoolCase || facts.careKind == .missingFromEducation {
            return Kind(shape: "away", says: "Missing from education")
        }
        return Kind(shape: "missing", says: facts.lookedAfter ? "Missing from care" : "Missing from home")
    }

    var html: HTML {
        let shown = episodes.suffix(60)
        let width = max(120, shown.count * 26 + 8)
        let marks = shown.enumerated().map { index, episode in mark(episode, x: 16 + index * 26) }
        let kinds = Set(shown.map { EpisodeStrip.kind(of: $0) }).sorted { $0.says < $1.says }
        let legend = kinds.map { kind -> HTML in
            "<li><svg width=\"26\" height=\"26\" aria-hidden=\"true\">\(shape(kind.shape, x: 13))</svg> \(kind.says)</li>"
        }
        return """
            <div class="wide" role="region" tabindex="0" aria-label="Episodes, drawn"><svg class="strip" width="\(width)" height="34" viewBox="0 0 \(width) 34" role="img"
            aria-label="\(says(Array(shown)))"><line x1="0" y1="31" x2="\(width)" y2="31" class="axis"/>\(marks)</svg></div>
            <ul class="legend">\(legend)</ul>
            """
    }

    private func says(_ shown: [Episode]) -> String {
        let counts = Dictionary(grouping: shown) { EpisodeStrip.kind(of: $0).says }.map {
            "\($0.value.count) \($0.key.lowercased())"
        }
        return
            "\(Spoken.counted(shown.count, "episode")) in the order of time: \(counts.sorted().joined(separator: ", ")). The table below lists them."
    }

    private func mark(_ episode: Episode, x: Int) -> HTML {
        let kind = EpisodeStrip.kind(of: episode)
        let day = episode.facts.start.map { Spoken.fullDate(London.date(of: $0)) } ?? ""
        return "<g><title>\(day): \(kind.says)</title>\(shape(kind.shape, x: x))</g>"
    }

    private func shape(_ name: String, x: Int) -> HTML {
        switch name {
        case "absent": "<path class=\"absent\" d=\"M\(x) 2 l11 11 l-11 11 l-11 -11 z\"/>"
        case "away": "<circle class=\"away\" cx=\"\(x)\" cy=\"13\" r=\"10\"/>"
        case "checks": "<path class=\"checks\" d=\"M\(x - 9) 13 h18\"/>"
        default: "<rect class=\"missing\" x=\"\(x - 10)\" y=\"3\" width=\"20\" height=\"20\"/>"
        }
    }
}
