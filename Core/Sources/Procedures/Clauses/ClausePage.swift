// SPDX-License-Identifier: MIT

/// The page `docs/clause-coverage.md`: clause by clause, what carries it out or why nothing does.
public enum ClausePage {
    public static func markdown(_ table: ClauseTable) -> String {
        var page = """
            # What carries out which clause

            For every paragraph or section of each source: the duty, trigger, guardrail, page or figure that carries it out, or why
            software cannot, or what is still to be built. What stands here is in our own words; the sources say it in theirs. This
            page is made from the files in `docs/clauses` by `homeward protocol clauses`, and a test compares it with the packs.

            | source | clauses | carried out | in part | planned | not for software |
            |---|---|---|---|---|---|

            """
        for source in table.sources {
            let link = "[\(source.short)](#\(source.short.lowercased()))"
            page += line([link] + counts(source.rows))
        }
        page += line(["**all**"] + counts(table.sources.flatMap(\.rows)))
        for source in table.sources { page += section(source, table) }
        return page
    }

    private static func counts(_ rows: [ClauseRow]) -> [String] {
        [String(rows.count)]
            + ClauseRow.Standing.allCases.map { standing in String(rows.count { $0.standing == standing }) }
    }

    private static func section(_ source: ClauseSource, _ table: ClauseTable) -> String {
        var page = "\n## \(source.short)\n\n\(cell(source.title)).\n\n"
        page += "| clause | what it asks | carried out by | why not, or planned |\n|---|---|---|---|\n"
        for row in source.rows {
            let by = row.carriers.map { shown($0, row, source, table) }.joined(separator: ", ")
            let planned = row.planned.map { "*Planned:* \(cell($0))" }
            let rest = [row.whyNot.map(cell), planned].compactMap { $0 }.joined(separator: " ")
            page += line([cell(row.clause), cell(row.about), by, rest])
        }
        return page
    }

    private static func shown(
        _ carrier: ClauseCarrier, _ row: ClauseRow, _ source: ClauseSource, _ table: ClauseTable
    ) -> String {
        let name = "`\(carrier.name)`"
        let spoken = carrier.kind.spoken
        switch carrier.kind {
        case .event: return "\(spoken) [\(name)](events.md)"
        case .command: return "\(spoken) [`homeward \(carrier.name)`](command-line.md)"
        case .page where carrier.name.hasPrefix("docs/"):
            return "\(spoken) [\(name)](\(carrier.name.dropFirst("docs/".count)))"
        case .page, .measure, .refusal, .access: return "\(spoken) \(name)"
        default:
            guard let pack = table.holders(of: carrier, row.clause, source).first else { return "\(spoken) \(name)" }
            return "\(spoken) [\(name)](../Protocols/\(pack).yaml)"
        }
    }

    private static func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

    /// Text that cannot end its cell.
    private static func cell(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ").split(
            separator: "|", omittingEmptySubsequences: false
        )
        .joined(separator: "\\|")
    }
}
