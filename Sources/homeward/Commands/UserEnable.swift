// SPDX-License-Identifier: MIT

import ArgumentParser
import Web

/// `homeward user enable`
struct UserEnable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Allow somebody’s sign-in again.",
        discussion: """
            They sign in as before, with the same password and the same second factor.

            Example:
              homeward user enable a.hale@eastmoor.example --data /srv/homeward
            """
    )

    @OptionGroup var whose: WhoseOptions

    func run() async throws {
        try await whose.change { accounts, email in
            try await accounts.enable(email)
        } saying: { account in
            "\(account.name) may sign in again as \(account.email)."
        }
    }
}
