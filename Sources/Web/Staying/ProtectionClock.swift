// SPDX-License-Identifier: MIT

import Analysis
import WorkingTime

/// The 72 hours of police protection, drawn as a bar that fills. Source: Children Act 1989, section 46(6).
struct ProtectionClock {
    let began: Instant
    let now: Instant

    static let lengthHours = 72
    var end: Instant { began + .hours(Self.lengthHours) }
    var isOver: Bool { end <= now }

    /// "Police protection: 31 hours left"
    var heading: String {
        isOver
            ? "Police protection ran out \(Spoken.elapsed(now - end)) ago"
            : "Police protection: \(Spoken.elapsed(end - now)) left"
    }

    private var passedHours: Double { min(max(Double((now - began).seconds) / 3_600, 0), Double(Self.lengthHours)) }

    var svg: HTML {
        let width = Int((passedHours / Double(Self.lengthHours) * 720).rounded())
        let marks = [0, 24, 48, 72].map { hours -> HTML in
            """
            <line x1="\(20 + hours * 10)" y1="34" x2="\(20 + hours * 10)" y2="42" class="axis"/>\
            <text x="\(20 + hours * 10)" y="60" text-anchor="\(hours == 0 ? "start" : hours == 72 ? "end" : "middle")">\(hours) h</text>
            """
        }
        let says = "\(Int(passedHours)) of 72 hours have passed"
        return """
            <svg class="protection" viewBox="0 0 760 66" role="img" aria-label="\(says)"><rect x="20" y="10" width="720" height="24" class="whole"/>\
            <rect x="20" y="10" width="\(width)" height="24" class="passed"/>\(marks)</svg>
            """
    }
}
