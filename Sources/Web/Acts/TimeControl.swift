// SPDX-License-Identifier: MIT

import Analysis
import WorkingTime

/// The controls for a time: how exactly it is known, a date, a time of day, and for "between" the other end.
struct TimeControl {
    enum Kind { case past, pastOrNow, ahead }

    let name: String
    let typed: FormFields
    let kind: Kind
    let now: Instant

    func html(legend: HTML, fault: HTML) -> HTML {
        """
        <fieldset class="field time\(" wrong", when: !fault.isEmpty)" id="\(name)" tabindex="-1"><legend>\(legend)</legend>\(fault)\
        <div class="choices inline">\(ways.map(way))</div>\
        <div class="when"><label>Date <input type="date" name="\(name).date" value="\(date)"></label>\
        <label>Time <input type="time" name="\(name).time" value="\(typed["\(name).time"])"></label></div>\(until)</fieldset>
        """
    }

    private var chosen: String {
        let typed = typed["\(name).how"]
        if !typed.isEmpty { return typed }
        return kind == .pastOrNow ? "now" : "at"
    }

    /// Today is offered for a time that has been; a time ahead is not guessed.
    private var date: String {
        let typed = typed["\(name).date"]
        return typed.isEmpty && kind != .ahead ? TimeText.write(London.date(of: now)) : typed
    }

    private var ways: [(String, String)] {
        switch kind {
        case .pastOrNow:
            [
                ("now", "Just now"), ("at", "At"), ("about", "About"), ("between", "Between"),
                ("day", "Only the day is known"),
            ]
        case .past: [("at", "At"), ("about", "About"), ("between", "Between"), ("day", "Only the day is known")]
        case .ahead:
            [
                ("at", "At"), ("in-30", "In 30 minutes"), ("in-60", "In 1 hour"), ("in-120", "In 2 hours"),
                ("in-240", "In 4 hours"),
                ("day", "By the end of a day"),
            ]
        }
    }

    private func way(_ way: (String, String)) -> HTML {
        """
        <label class="choice small-choice"><input type="radio" name="\(name).how" value="\(way.0)"\(" checked", when: way.0 == chosen)> \(way.1)</label>
        """
    }

    private var until: HTML {
        if kind == .ahead { return HTML() }
        return """
            <div class="until"><span>and</span><label>Date <input type="date" name="\(name).date2" value="\(typed["\(name).date2"])"></label>\
            <label>Time <input type="time" name="\(name).time2" value="\(typed["\(name).time2"])"></label></div>
            """
    }
}
