// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Web
import WorkingTime

/// `homeward client`
struct ClientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Programs that may ask for parts of the record, each with a token of its own.",
        discussion: """
            A program acts in a role for an agency, and is shown what a person of that role and agency would be. What it \
            was shown is noted as a person's looks are.

            Example:
              homeward client add duty-desk --role duty-inspector --agency eastmoor-police \\
                --scope open-episodes:read --days 90 --data /srv/homeward
            """,
        subcommands: [ClientAdd.self, ClientList.self, ClientRevoke.self]
    )
}

/// `homeward client add`
struct ClientAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make a token for a program. It is shown only now.",
        discussion: """
            Example:
              homeward client add duty-desk --role duty-inspector --agency eastmoor-police --scope open-episodes:read
            """)

    @Argument(help: "What the program is called: small letters, digits, hyphens.")
    var name: String

    @Option(help: "In which role it asks.")
    var role: String

    @Option(help: "The short name of the agency for which it asks.")
    var agency: String?

    @Option(help: ArgumentHelp("What it may ask for; may be given several times.", valueName: "scope"))
    var scope: [ClientScope] = []

    @Option(help: ArgumentHelp("For how long.", valueName: "days"))
    var days = 365

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...730).contains(days) else { throw ValidationError("Days are a number from 1 to 730.") }
    }

    func run() async throws {
        let role = try RoleName.read(role)
        let token = try await ClientList.asking(data) { accounts in
            try await accounts.addClient(
                name, role: role, agency: agency.map { AgencyID($0) }, scopes: Set(scope), days: days)
        }
        if output.isJSON { return try Printing.json(["name": name, "token": token]) }
        Printing.toStandardOutput("\(name) may ask for \(days) days with: \(token)   (it is shown only now)")
    }
}

/// `homeward client list`
struct ClientList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the programs that have a token.",
        discussion: """
            Example:
              homeward client list --data /srv/homeward
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let clients = try await Self.asking(data) { try await $0.clients() }
        if output.isJSON { return try Printing.json(clients.map(Row.init)) }
        for client in clients {
            let agency = client.agency.map { " of \($0.name)" } ?? ""
            let state = client.isRevoked ? "revoked" : "until \(Spoken.fullDate(London.date(of: client.endsAt)))"
            Printing.toStandardOutput("\(client.name)  \(client.role.spoken)\(agency)  [\(state)]")
        }
        if clients.isEmpty { Printing.toStandardOutput("No program has a token.") }
    }

    static func asking<Value>(_ data: DataOptions, _ ask: (Accounts) async throws -> Value) async throws -> Value {
        let folder = RecordFolder(data)
        guard try folder.isFounded else { throw folder.notThere }
        do {
            return try await ask(folder.accounts())
        } catch let refusal as ClientRefusal {
            throw CommandFault.refused(refusal.says)
        }
    }

    private struct Row: Encodable {
        let name, role, endsAt: String
        let agency, usedAt: String?
        let scopes: [String]
        let isRevoked: Bool

        init(_ client: Client) {
            (name, role, agency) = (client.name, client.role.rawValue, client.agency?.name)
            (endsAt, usedAt) = (TimeText.write(client.endsAt), client.usedAt.map(TimeText.write))
            (scopes, isRevoked) = (client.scopes.map(\.rawValue).sorted(), client.isRevoked)
        }
    }
}

/// `homeward client revoke`
struct ClientRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Take a program's token away at once.",
        discussion: """
            Example:
              homeward client revoke duty-desk --data /srv/homeward
            """)

    @Argument(help: "What the program is called.")
    var name: String

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await ClientList.asking(data) { try await $0.revokeClient(name) }
        if output.isJSON { return try Printing.json(["name": name]) }
        Printing.toStandardOutput("The token of \(name) is worth nothing from now on.")
    }
}

extension ClientScope: ExpressibleByArgument {}
