// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward match`
struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Who is this child? Look for children in a register, and for children it holds twice.",
        discussion: """
            Works on CSV files and stores nothing. Columns are told by their names: child_id (or query_id), forename, \
            middle, surname, known_as, alias_surname, sex, dob, age, house, street, postcode, prev_postcode, nhs_number, \
            upn, case_ref; what is wanting is wanting. A file may be packed with gzip.

            Examples:
              homeward match query children.csv --forename Jacub --surname Hussein --born 2014-03-02
              homeward match evaluate children.csv queries.csv --out ranked.csv
              homeward match duplicates children.csv --out pairs.csv
            """,
        subcommands: [MatchQuery.self, MatchEvaluate.self, MatchDuplicates.self, MatchTrain.self]
    )
}
