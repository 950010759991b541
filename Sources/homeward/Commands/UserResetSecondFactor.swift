// SPDX-License-Identifier: MIT

import ArgumentParser
import Web

/// `homeward user reset-second-factor`
struct UserResetSecondFactor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-second-factor",
        abstract: "Take somebody’s second factor away, when their phone is lost.",
        discussion: """
            Make sure first that it is they who ask: see them, or ring the number that you know. They set up another at the next sign-in.

            Example:
              homeward user reset-second-factor a.hale@eastmoor.example --data /srv/homeward
            """
    )

    @OptionGroup var whose: WhoseOptions

    func run() async throws {
        try await whose.change { accounts, email in
            try await accounts.resetSecondFactor(email)
        } saying: { account in
            "\(account.name) sets up a second factor at the next sign-in. The recovery codes they had are worth nothing."
        }
    }
}
