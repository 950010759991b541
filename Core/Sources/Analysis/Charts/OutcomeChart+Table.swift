// SPDX-License-Identifier: MIT

extension OutcomeChart {
    /// The same as a table, with every number.
    public var table: HTML {
        let rows = rows.map { row in
            "<tr><th scope=\"row\">\(row.label)</th>\(Self.cells(row.before))\(Self.cells(row.after))</tr>" as HTML
        }
        let heads = ["Owed", "In time", "Late", "Not done", "Other"]
        let head = heads.map { "<th scope=\"col\">\($0)</th>" as HTML }.joined()
        return """
            <table class="figure"><caption>How each duty came out under each</caption><thead><tr><td></td>\
            <th colspan="5" scope="colgroup">\(rules.before)</th><th colspan="5" scope="colgroup">\(rules.after)</th></tr>\
            <tr><td></td>\(head)\(head)</tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private static func cells(_ counts: Counts?) -> HTML {
        guard let counts else { return "<td colspan=\"5\">not owed</td>" }
        return [counts.owed, counts.inTime, counts.late, counts.notDone, counts.other]
            .map { "<td>\($0.grouped)</td>" as HTML }.joined()
    }
}
