// SPDX-License-Identifier: MIT

import WorkingTime

/// The duties of an episode over time: each a bar from its start to its due, a mark where it was done, the part beyond
/// the due hatched, and a line for now.
public struct DutyTimeline: Sendable {
    let id: String
    let bars: [DutyBar]
    let first: Instant
    let last: Instant
    let now: Instant
    let form: YearsChart.Form
    let title: String
    /// Duties for which there was no room, or which begin later.
    public let notDrawn: Int

    /// Draws up to `limit` duties that begin by `end`, in the order of their starts; nil where there is none.
    ///
    /// Times after `end` are cut off there, so that the first hours can be drawn large.
    public init?(
        _ bars: [DutyBar], title: String, now: Instant, until end: Instant? = nil, id: String,
        form: YearsChart.Form = .wide, limit: Int = 40
    ) {
        let inside = bars.filter { bar in end.map { bar.from < $0 } ?? true }
            .sorted { ($0.from, $0.due ?? $0.from, $0.label) < ($1.from, $1.due ?? $1.from, $1.label) }
        guard let earliest = inside.first?.from else { return nil }
        self.bars = Array(inside.prefix(limit))
        notDrawn = bars.count - self.bars.count
        first = earliest
        let latest = self.bars.map { $0.last(by: now) }.max() ?? earliest
        // A chart of no length has no scale.
        last = max(min(latest, end ?? latest), earliest + .minutes(30))
        (self.id, self.now, self.form, self.title) = (id, now, form, title)
    }

    private var left: Double { form == .wide ? 330 : 8 }
    private var right: Double { form.width - 16 }
    private var rowHeight: Double { form == .wide ? 26 : 44 }
    private var bottom: Double { 30 + rowHeight * Double(bars.count) + 4 }

    /// The chart as SVG.
    public var svg: HTML {
        var parts = [DutyTimeline.patterns(id)] + axis
        for (place, bar) in bars.enumerated() { parts += drawn(bar, 30 + rowHeight * Double(place)) }
        if first <= now, now <= last {
            parts.append(Draw.line(x(now), 18, x(now), bottom, ink: Ink.text, width: 2))
            parts.append(Draw.text("now", min(x(now), right - 14), bottom + 14, .middle, size: 12, bold: true))
        }
        return ChartFrame(
            id: "chart-\(id)", title: title, description: said, width: Int(form.width), height: Int(bottom) + 22
        ).drawn(parts.joined())
    }

    private var said: String {
        let counts = DutyBar.Fate.allCases.map { fate in (fate.name, bars.count { $0.fate == fate }) }
            .filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        return "\(bars.count) duties: \(counts.joined(separator: ", ")). The table has each with its times."
    }

    private func x(_ instant: Instant) -> Double {
        let share = Double((instant - first).seconds) / Double((last - first).seconds)
        return left + (right - left) * min(max(share, 0), 1)
    }

    private var axis: [HTML] {
        TimeTicks(from: first, to: last, most: form == .wide ? 8 : 4).ticks.flatMap { tick -> [HTML] in
            [
                Draw.line(x(tick.at), 20, x(tick.at), bottom, ink: Ink.rule),
                Draw.text(
                    tick.label, x(tick.at), 14, form == .narrow && right - x(tick.at) < 30 ? .end : .middle, size: 12,
                    ink: Ink.quiet),
            ]
        }
    }

    private func drawn(_ bar: DutyBar, _ top: Double) -> [HTML] {
        let isWide = form == .wide
        let y = isWide ? top + 5 : top + 20
        let label = DutyTimeline.cut(bar.label, to: isWide ? 46 : 48)
        var parts = [
            Draw.text(label, isWide ? left - 12 : left, isWide ? y + 12 : top + 14, isWide ? .end : .start, size: 13)
        ]
        let due = bar.due ?? bar.last(by: now)
        let (start, end) = (x(bar.from), max(x(due), x(bar.from) + 3))
        parts.append(box(start, y, end - start, bar.fate))
        if let due = bar.due, due < last {
            parts.append(Draw.line(x(due), y - 3, x(due), y + 17, ink: Ink.text, width: 2))
        }
        if let lateTo = bar.fate == .overdue ? now : bar.fate == .doneLate ? bar.ended : nil, due < lateTo {
            parts.append(
                """
                <rect x="\(Draw.at(end))" y="\(Draw.at(y))" width="\(Draw.at(max(x(lateTo) - end, 2)))" height="14" \
                fill="url(#\(id)-late)" stroke="#8a5a00"/>
                """)
        }
        if let ended = bar.ended, ended <= last {
            parts.append(DutyMark.drawn(bar.fate, at: x(ended), y + 7))
        } else if bar.fate == .overdue {
            parts.append(DutyMark.drawn(.overdue, at: x(now), y + 7))
        }
        return parts
    }

    private func box(_ x: Double, _ y: Double, _ width: Double, _ fate: DutyBar.Fate) -> HTML {
        let paint: HTML =
            switch fate {
            case .done, .doneLate: "fill=\"#9db4c4\" stroke=\"#0b3a53\""
            case .owed, .overdue: "fill=\"#ffffff\" stroke=\"#0b3a53\" stroke-width=\"1.6\""
            case .notDone: "fill=\"#ffffff\" stroke=\"#a3160f\" stroke-width=\"2\""
            case .setAside: "fill=\"#ffffff\" stroke=\"#8794a0\" stroke-dasharray=\"4 3\""
            }
        return """
            <rect x="\(Draw.at(x))" y="\(Draw.at(y))" width="\(Draw.at(width))" height="14" \(paint)/>
            """
    }

    private static func cut(_ label: String, to length: Int) -> String {
        guard length < label.count else { return label }
        var cut = ""
        for word in label.split(separator: " ") where cut.count + word.count + 2 <= length {
            // Nothing after the first word that has no room.
            guard label.hasPrefix(cut.isEmpty ? String(word) : "\(cut) \(word)") else { break }
            cut += cut.isEmpty ? String(word) : " \(word)"
        }
        return cut + " …"
    }

    private static func patterns(_ id: String) -> HTML {
        """
        <defs><pattern id="\(id)-late" width="6" height="6" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><rect width="6" height="6" fill="#f6c667"/><rect width="2.4" height="6" \
        fill="#8a5a00"/></pattern></defs>
        """
    }
}

/// The mark at the end of a duty's bar: each fate has a shape of its own.
enum DutyMark {
    static func drawn(_ fate: DutyBar.Fate, at x: Double, _ y: Double) -> HTML {
        switch fate {
        case .done, .doneLate:
            return """
                <circle cx="\(Draw.at(x))" cy="\(Draw.at(y))" r="7" fill="#0b3a53"/>\
                <path d="M\(Draw.at(x - 3.4)) \(Draw.at(y))l2.6 2.8l4.4 -5.4" fill="none" stroke="#ffffff" \
                stroke-width="1.8"/>
                """
        case .overdue, .notDone:
            return """
                <path d="M\(Draw.at(x)) \(Draw.at(y - 8))l8 14h-16Z" fill="#a3160f"/>\
                <path d="M\(Draw.at(x)) \(Draw.at(y - 3.5))v5" stroke="#ffffff" stroke-width="1.8"/>
                """
        case .owed, .setAside:
            return """
                <circle cx="\(Draw.at(x))" cy="\(Draw.at(y))" r="5.5" fill="#ffffff" stroke="#4a5763" \
                stroke-width="1.6"/>
                """
        }
    }
}
