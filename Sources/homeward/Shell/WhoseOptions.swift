// SPDX-License-Identifier: MIT

import ArgumentParser
import Web

/// Whose sign-in a command is about.
struct WhoseOptions: ParsableArguments {
    @Argument(help: "The e-mail address that they sign in with.")
    var email: String

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    /// Changes their sign-in and says so in `sentence`.
    func change(
        _ change: (Accounts, String) async throws -> Account, saying sentence: (Account) -> String
    ) async throws {
        let account = try await changed(change)
        if output.isJSON {
            try Printing.json(UserAnswer(account))
        } else {
            Printing.toStandardOutput(sentence(account))
        }
    }

    /// Changes their sign-in; a refusal is said in its own words.
    func changed(_ change: (Accounts, String) async throws -> Account) async throws -> Account {
        let folder = RecordFolder(data)
        guard try folder.isFounded else { throw folder.notThere }
        do {
            return try await change(folder.accounts(), email)
        } catch let refusal as AccountRefusal {
            throw CommandFault.refused(refusal.says)
        }
    }
}

/// Somebody's sign-in, for programs.
struct UserAnswer: Encodable {
    let email, name, worker, role: String
    let agency: String?

    init(_ account: Account) {
        (email, name, worker) = (account.email, account.name, account.worker)
        (role, agency) = (account.role.rawValue, account.agency?.name)
    }
}
