// SPDX-License-Identifier: MIT

/// docs/extract.md, made from the schema itself.
public enum ExtractPage {
    public static var markdown: String {
        var lines = [
            "# The analysts' extract", "",
            "<!-- Made from Core/Sources/Analysis/Extract; a test keeps it true. -->", "",
            "`homeward export extract --out FOLDER --as EMAIL` writes what the record holds for those who work figures out:",
            "a folder of CSV files and one SQLite file, `extract.sqlite`, with the same tables. An analyst takes it out in their own",
            "name, and it is noted that they did.", "",
            "Nobody is named in it. There is no name, address, reference number, telephone number or narrative; of a birth date the",
            "year, of a time the date and the hour; words come from closed lists. Of a child whose record is restricted, or from whom",
            "somebody is shielded, no place is given. It is personal data all the same: somebody who knows a child well may",
            "know them again by what happened. Keep it as the record is kept, and publish counts from it only with small ones",
            "suppressed.", "",
            "Keys are pseudonyms: HMAC-SHA256, made with a key that is drawn anew for each extract and kept nowhere, so that two extracts",
            "cannot be laid over one another. With `--keys FILE` the key is kept in that file (made where it is not there), and the",
            "same child has the same key each time. Whoever has the file and the record can tell who is who.", "",
            "Flags are 1 and 0. A column without a value is blank in CSV and NULL in SQLite.", "",
        ]
        for table in ExtractTable.allCases {
            lines += ["## `\(table.rawValue)`", "", table.says, "", "| column | holds | what |", "|---|---|---|"]
            lines += table.columns.map { "| `\($0.name)` | \($0.kind.says) | \($0.says) |" }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}

extension ExtractColumn.Kind {
    /// "a key of `child`"
    var says: String {
        switch self {
        case .key: "key"
        case .reference(let table): "a key of `\(table.rawValue)`"
        case .text: "text"
        case .number: "whole number"
        case .decimal: "number"
        }
    }
}
