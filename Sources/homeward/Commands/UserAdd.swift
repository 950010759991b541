// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Foundation
import Ledger
import Web

/// `homeward user add`
struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Give somebody a sign-in, also while the server runs.",
        discussion: """
            Prints a password made for them, which they change at the first sign-in, unless --password-file names a file \
            that holds one they chose. Where the folder has no record yet, one is begun.

            Example:
              homeward user add --data /srv/homeward --email a.hale@eastmoor.example --name "Amira Hale" \\
                --role social-worker --agency eastmoor
            """
    )

    @OptionGroup var data: DataOptions

    @Option(help: "The e-mail address they sign in with.")
    var email: String

    @Option(help: "Their name, as others see it.")
    var name: String

    @Option(help: ArgumentHelp("What they are: carer, social-worker, duty-inspector, interviewer, administrator …"))
    var role: String

    @Option(help: ArgumentHelp("The short name of the agency they work for, such as eastmoor or larch-house."))
    var agency: String?

    @Option(help: ArgumentHelp("A file whose first line is their password.", valueName: "file"))
    var passwordFile: String?

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let role = try RoleName.read(role)
        let folder = RecordFolder(data)
        if try !folder.isFounded { try folder.found(named: "Homeward", at: RealTime.now().secondsSince1970) }
        let password = try givenPassword() ?? GeneratedPassword.make()
        let account: Account
        do {
            account = try await folder.accounts().add(
                email: email, name: name, password: password, role: role, agency: agency.map { AgencyID($0) },
                isTemporary: passwordFile == nil)
        } catch let refusal as AccountRefusal {
            throw CommandFault.refused(refusal.says)
        }
        let isRecorded = try await PersonRecording(folder: folder, account: account).record()
        try answer(account, password, isRecorded)
    }

    private func answer(_ account: Account, _ password: String, _ isRecorded: Bool) throws {
        let made = passwordFile == nil ? password : nil
        if output.isJSON {
            return try Printing.json(
                Answer(email: account.email, worker: account.worker, role: account.role.rawValue, password: made))
        }
        Printing.toStandardOutput("\(account.name) may sign in as \(account.email), \(account.role.spoken).")
        if let made {
            Printing.toStandardOutput(
                "Password: \(made)   (it is shown only now; at the first sign-in, within three days, they choose their own)"
            )
        }
        if !isRecorded {
            Printing.toStandardError(
                "The running server names them as a worker in the record within seconds; they can sign in.")
        }
    }

    private func givenPassword() throws -> String? {
        guard let passwordFile else { return nil }
        guard let bytes = FileManager.default.contents(atPath: passwordFile),
            let line = String(data: bytes, encoding: .utf8)?.split(whereSeparator: \.isNewline).first
        else { throw CommandFault.refused("No password can be read from \(passwordFile).") }
        return String(line)
    }

    private struct Answer: Encodable {
        let email, worker, role: String
        let password: String?
    }
}
