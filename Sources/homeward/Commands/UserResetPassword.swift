// SPDX-License-Identifier: MIT

import ArgumentParser
import Web

/// `homeward user reset-password`
struct UserResetPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-password",
        abstract: "Give somebody a password for once.",
        discussion: """
            Prints it. It holds for three days, and at the first sign-in they choose their own. Make sure first that it \
            is they who ask: see them, or ring the number that you know. What they have open ends.

            Example:
              homeward user reset-password a.hale@eastmoor.example --data /srv/homeward
            """
    )

    @OptionGroup var whose: WhoseOptions

    func run() async throws {
        let password = GeneratedPassword.make()
        let account = try await whose.changed { accounts, email in
            try await accounts.resetPassword(email, to: password)
        }
        if whose.output.isJSON { return try Printing.json(Answer(email: account.email, password: password)) }
        Printing.toStandardOutput(
            """
            \(account.name) signs in once with: \(password)   (it is shown only now)
            It holds for three days; then they choose their own.
            """)
    }

    private struct Answer: Encodable { let email, password: String }
}
