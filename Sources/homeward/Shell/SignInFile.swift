// SPDX-License-Identifier: MIT

import Casework
import Web

/// Reads `sign-in.yaml`: where people may sign in elsewhere, and what each group there is here.
struct SignInFile {
    private let path: String
    private let top: SettingsEntries

    private static let keys = [
        "name", "issuer", "client", "secretFile", "address", "scopes", "groupsClaim", "groups", "emailsAreTrusted",
        "secondFactor",
    ]

    static func settings(at path: String) throws -> OpenIDSettings {
        try SignInFile(path: path, top: SettingsEntries.read(path, known: keys)).settings()
    }

    private func settings() throws -> OpenIDSettings {
        let marks = try top.entries("secondFactor")
        try marks?.refuseUnknown(["amr", "acr"])
        do {
            return try OpenIDSettings(
                name: try top.text("name"), issuer: try top.text("issuer"), clientID: try top.text("client"),
                clientSecret: try top.has("secretFile") ? top.secret("secretFile") : nil,
                address: try top.text("address"), scopes: top.texts("scopes") ?? ["openid", "profile", "email"],
                groupsClaim: try top.has("groupsClaim") ? top.text("groupsClaim") : "groups", groups: try groups(),
                emailsAreTrusted: top.texts("emailsAreTrusted") == ["true"],
                secondFactorMarks: .init(
                    methods: Set(marks?.texts("amr") ?? []), contexts: Set(marks?.texts("acr") ?? [])))
        } catch let refusal as OpenIDSettingsRefusal {
            throw CommandFault.refused("\(path): \(refusal.says)")
        }
    }

    private func groups() throws -> [OpenIDSettings.GroupRule] {
        try top.list("groups").map { rule in
            try rule.refuseUnknown(["group", "role", "agency"])
            let name = try rule.text("role")
            guard let role = try? RoleName.read(name) else { throw rule.fault("“\(name)” is not a role.") }
            let agency = try rule.has("agency") ? AgencyID(rule.text("agency")) : nil
            return .init(group: try rule.text("group"), role: role, agency: agency)
        }
    }
}
