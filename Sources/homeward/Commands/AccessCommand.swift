// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward access`
struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access",
        abstract: "Say who may see what: the rule table, a sharing agreement, an impact assessment.",
        discussion: """
            All three are made from the rules that the program keeps, and need no record.

            Examples:
              homeward access table
              homeward access agreement > sharing-agreement.md
              homeward access dpia > dpia.md
            """,
        subcommands: [AccessTable.self, AccessAgreement.self, AccessImpact.self]
    )
}
