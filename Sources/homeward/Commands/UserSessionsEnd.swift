// SPDX-License-Identifier: MIT

import ArgumentParser
import Web

/// `homeward user sessions end`
struct UserSessionsEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Sign somebody out everywhere.",
        discussion: """
            They may sign in again at once; to stop that, disable their sign-in.

            Example:
              homeward user sessions end a.hale@eastmoor.example --data /srv/homeward
            """
    )

    @OptionGroup var whose: WhoseOptions

    func run() async throws {
        try await whose.change { accounts, email in
            try await accounts.endSessions(email)
        } saying: { account in
            "\(account.name) is signed out everywhere within seconds."
        }
    }
}
