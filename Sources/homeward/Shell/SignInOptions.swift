// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation
import Web
import WorkingTime

/// What a server asks of those who sign in.
struct SignInOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Who must have a second factor: everybody, whoever-sees-children, or nobody.", valueName: "whom"))
    var secondFactor = SecondFactorPolicy.everybody

    @Option(
        help: ArgumentHelp(
            "The list of breached passwords that Have I Been Pwned publishes, as SHA-1 in order.", valueName: "file"))
    var breachedPasswords: String?

    @Option(help: ArgumentHelp("Sign out who does nothing for so long.", valueName: "minutes"))
    var idleMinutes = 60

    @Option(help: ArgumentHelp("Sign out whoever signed in so long ago.", valueName: "hours"))
    var longestHours = 13

    @Option(
        name: .customLong("sign-in"),
        help: ArgumentHelp(
            "Where people may sign in elsewhere. Without it sign-in.yaml in the record's folder, where there is one.",
            valueName: "file"))
    var signInFile: String?

    func validate() throws {
        guard (1...720).contains(idleMinutes) else { throw ValidationError("Minutes are a number from 1 to 720.") }
        guard (1...24).contains(longestHours) else { throw ValidationError("Hours are a number from 1 to 24.") }
    }

    var limits: SessionLimits {
        SessionLimits(idle: .minutes(idleMinutes), absolute: .hours(longestHours))
    }

    /// What is asked, with `sign-in.yaml` in `folder` where no other file is named.
    func rules(folder: String) throws -> SignInRules {
        let usual = "\(folder)/sign-in.yaml"
        let file = signInFile ?? (FileManager.default.fileExists(atPath: usual) ? usual : nil)
        let provider = try file.map(SignInFile.settings)
        do {
            let breached = try breachedPasswords.map { path throws(BreachedListFault) in
                try BreachedPasswords(path: path)
            }
            return SignInRules(secondFactor: secondFactor, breached: breached, provider: provider)
        } catch {
            throw CommandFault.refused(error.says)
        }
    }
}

extension SecondFactorPolicy: ExpressibleByArgument {}
