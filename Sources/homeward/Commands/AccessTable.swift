// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Procedures

/// `homeward access table`
struct AccessTable: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "Show the rule table: who may do what with which part of a child’s record.",
        discussion: """
            One row for each role in each relationship to the child, one column for each part; what no row allows is \
            denied.

            Examples:
              homeward access table
              homeward access table --role interviewer --json
            """
    )

    @Option(help: ArgumentHelp("Only the rows of this role, such as “carer”."))
    var role: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let roles = try role.map { [try asked($0)] } ?? Role.allCases
        if output.isJSON { return try Printing.json(Answer(roles)) }
        guard role != nil else { return Printing.toStandardOutput(AccessPage.markdown) }
        Printing.toStandardOutput(roles.map(AccessPage.rows).joined(separator: "\n"))
    }

    private func asked(_ name: String) throws -> Role {
        guard let role = Role(rawValue: name) else {
            throw CommandFault.misused(
                "“\(name)” is no role. There are: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        return role
    }

    private struct Answer: Encodable {
        struct Row: Encodable {
            let role, relationship: String
            /// The acts that are allowed, by the part's name.
            let parts: [String: [String]]
        }

        struct Denied: Encodable { let role, because: String }

        let rows: [Row]
        let denied: [Denied]

        init(_ roles: [Role]) {
            rows = roles.flatMap { role in
                Relationship.allCases.compactMap { relationship in
                    var parts: [String: [String]] = [:]
                    for part in RecordPart.allCases {
                        let acts = AccessRule.acts(role, relationship, part)
                        if !acts.isEmpty { parts[part.rawValue] = acts.map(\.rawValue) }
                    }
                    if parts.isEmpty { return nil }
                    return Row(role: role.rawValue, relationship: relationship.rawValue, parts: parts)
                }
            }
            denied = AccessRule.denied.filter { roles.contains($0.role) }
                .map { Denied(role: $0.role.rawValue, because: $0.because) }
        }
    }
}
