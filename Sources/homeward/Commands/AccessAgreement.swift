// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Procedures

/// `homeward access agreement`
struct AccessAgreement: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Write the summary for a sharing agreement: which agency is shown what, for what, under which rule.",
        discussion: """
            Put it into the partnership’s own agreement, with names, contact points and signatures.

            Examples:
              homeward access agreement > sharing-agreement.md
              homeward access agreement --json
            """
    )

    @OptionGroup var output: OutputOptions

    func run() throws {
        guard output.isJSON else { return Printing.toStandardOutput(AgreementPage.markdown) }
        try Printing.json(Answer(shares: AgreementPage.shares.map(Answer.Share.init)))
    }

    private struct Answer: Encodable {
        struct Share: Encodable {
            let rule, recipient, purpose, basis: String
            let roles, relationships, parts, from, copies: [String]

            init(_ share: AgreementPage.Share) {
                (rule, recipient) = (share.rule, share.recipient.rawValue)
                (purpose, basis) = (share.purpose, share.basis)
                (roles, relationships) = (share.roles.map(\.rawValue), share.relationships.map(\.rawValue))
                (parts, from) = (share.parts.map(\.rawValue), share.from.map(\.rawValue))
                copies = share.copies.map(\.rawValue)
            }
        }

        let shares: [Share]
    }
}
