// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Web

/// `homeward user change-role`
struct UserChangeRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change-role",
        abstract: "Give somebody another role, another agency or both.",
        discussion: """
            What they have open ends, and they sign in anew. A running server writes into the record as what they work \
            from now on; what they did before keeps the role that they had.

            Example:
              homeward user change-role a.hale@eastmoor.example --role team-manager --data /srv/homeward
            """
    )

    @OptionGroup var whose: WhoseOptions

    @Option(help: "What they are from now on.")
    var role: String

    @Option(help: "The short name of the agency they work for from now on. Without it the one they have.")
    var agency: String?

    func run() async throws {
        let role = try RoleName.read(role)
        let agency = agency.map { AgencyID($0) }
        try await whose.change { accounts, email in
            try await accounts.changeRole(email, to: role, agency: agency)
        } saying: { account in
            "\(account.name) is \(account.role.spoken)\(account.agency.map { " of \($0.name)" } ?? "") from now on."
        }
    }
}

/// A role as it is typed.
enum RoleName {
    /// The role that somebody who signs in may have. Throws a misuse that lists them.
    static func read(_ text: String) throws -> Role {
        guard let role = Role(rawValue: text), role != .child, role != .parent else {
            throw CommandFault.misused(
                "“\(text)” is not a role. There are: "
                    + Role.allCases.filter { $0 != .child && $0 != .parent }.map(\.rawValue).joined(separator: ", ")
                    + ".")
        }
        return role
    }
}
