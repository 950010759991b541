// SPDX-License-Identifier: MIT

import ArgumentParser
import Web
import WorkingTime

/// `homeward user list`
struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List who may sign in, with their second factor and when they last did.",
        discussion: """
            Example:
              homeward user list --data /srv/homeward
            """
    )

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let folder = RecordFolder(data)
        guard try folder.isFounded else { throw folder.notThere }
        let people = try await folder.accounts().people()
        if output.isJSON { return try Printing.json(people.map(Row.init)) }
        for person in people {
            let account = person.account
            let agency = account.agency.map { ", \($0.name)" } ?? ""
            Printing.toStandardOutput(
                "\(account.email)  \(account.name), \(account.role.spoken)\(agency)  [\(Self.standing(person))]")
        }
        if people.isEmpty { Printing.toStandardOutput("Nobody may sign in yet.") }
    }

    private static func standing(_ person: Person) -> String {
        let last = person.signedInAt.map { instant in
            "last signed in \(Spoken.fullDate(London.date(of: instant))) at \(Spoken.time(instant))"
        }
        return [
            person.isDisabled ? "stopped" : nil, last ?? "never signed in",
            person.hasSecondFactor ? "with second factor" : "no second factor",
            person.hasTemporaryPassword ? "password for once" : nil,
            person.sessionCount > 0 ? "\(person.sessionCount) open" : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }

    private struct Row: Encodable {
        let email, name, worker, role: String
        let agency: String?
        let isDisabled, hasSecondFactor, hasTemporaryPassword: Bool
        let signedInAt: String?
        let openSessions: Int

        init(_ person: Person) {
            let account = person.account
            (email, name, worker) = (account.email, account.name, account.worker)
            (role, agency) = (account.role.rawValue, account.agency?.name)
            (isDisabled, hasSecondFactor) = (person.isDisabled, person.hasSecondFactor)
            (hasTemporaryPassword, openSessions) = (person.hasTemporaryPassword, person.sessionCount)
            signedInAt = person.signedInAt.map(TimeText.write)
        }
    }
}
