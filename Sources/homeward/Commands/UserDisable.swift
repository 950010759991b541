// SPDX-License-Identifier: MIT

import ArgumentParser
import Web

/// `homeward user disable`
struct UserDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Stop somebody’s sign-in at once.",
        discussion: """
            What they did stays in the record under their name. What they have open ends within seconds.

            Example:
              homeward user disable a.hale@eastmoor.example --data /srv/homeward
            """
    )

    @OptionGroup var whose: WhoseOptions

    func run() async throws {
        try await whose.change { accounts, email in
            try await accounts.disable(email)
        } saying: { account in
            "\(account.name) can no longer sign in, and what they had open ends within seconds."
        }
    }
}
