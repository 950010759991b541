// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward user`
struct User: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Who may sign in, also while the server runs.",
        discussion: """
            A running server knows of each change within seconds: what somebody had open ends.

            Examples:
              homeward user add --data /srv/homeward --email a.hale@eastmoor.example --name "Amira Hale" \\
                --role social-worker --agency eastmoor
              homeward user disable a.hale@eastmoor.example --data /srv/homeward
            """,
        subcommands: [
            UserAdd.self, UserList.self, UserDisable.self, UserEnable.self, UserChangeRole.self,
            UserResetPassword.self, UserResetSecondFactor.self, UserSessions.self,
        ]
    )
}

/// `homeward user sessions`
struct UserSessions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "Where somebody is signed in.",
        discussion: """
            Example:
              homeward user sessions end a.hale@eastmoor.example --data /srv/homeward
            """,
        subcommands: [UserSessionsEnd.self]
    )
}
