// SPDX-License-Identifier: MIT

extension DutyTimeline {
    /// What each bar and mark means: those that occur.
    public var legend: HTML {
        let fates = DutyBar.Fate.allCases.filter { fate in bars.contains { $0.fate == fate } }
        let items = fates.map { fate in
            """
            <li><svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20">\
            \(DutyMark.drawn(fate, at: 10, 10))</svg> \(fate.name)</li>
            """ as HTML
        }
        return """
            <ul class="legend">\(items)<li>The bar: from when its clock started until it was due</li>\
            <li>Hatched: later than it was due</li></ul>
            """
    }
}
