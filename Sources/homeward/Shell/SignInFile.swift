// SPDX-License-Identifier: MIT

import Casework
import Exchange
import Foundation
import Procedures
import Web

/// Reads `sign-in.yaml`: where people may sign in elsewhere, and what each group there is here.
struct SignInFile {
    private let path: String
    private let top: [String: PackNode]

    static func settings(at path: String) throws -> OpenIDSettings {
        guard let bytes = FileManager.default.contents(atPath: path), let text = String(data: bytes, encoding: .utf8)
        else { throw CommandFault.refused("\(path) can’t be read.") }
        switch YAMLTree.read(text, file: path) {
        case .failure(let fault): throw CommandFault.refused("\(fault)")
        case .success(let tree): return try SignInFile(path: path, top: Self.entries(tree, in: path)).settings()
        }
    }

    private func settings() throws -> OpenIDSettings {
        let known: Set<String> = [
            "name", "issuer", "client", "secretFile", "address", "scopes", "groupsClaim", "groups", "emailsAreTrusted",
            "secondFactor",
        ]
        if let odd = top.first(where: { !known.contains($0.key) }) {
            throw fault(
                odd.value, "“\(odd.key)” is not known here. There are: \(known.sorted().joined(separator: ", ")).")
        }
        let marks = try top["secondFactor"].map { try Self.entries($0, in: path) } ?? [:]
        do {
            return try OpenIDSettings(
                name: try text("name"), issuer: try text("issuer"), clientID: try text("client"),
                clientSecret: try secret(), address: try text("address"),
                scopes: top["scopes"].map(Self.texts) ?? ["openid", "profile", "email"],
                groupsClaim: top["groupsClaim"] == nil ? "groups" : try text("groupsClaim"), groups: try groups(),
                emailsAreTrusted: top["emailsAreTrusted"].map(Self.texts) == ["true"],
                secondFactorMarks: .init(
                    methods: Set(marks["amr"].map(Self.texts) ?? []),
                    contexts: Set(marks["acr"].map(Self.texts) ?? [])))
        } catch let refusal as OpenIDSettingsRefusal {
            throw CommandFault.refused("\(path): \(refusal.says)")
        }
    }

    private func groups() throws -> [OpenIDSettings.GroupRule] {
        guard case .list(let items)? = top["groups"]?.content else { return [] }
        return try items.map { item in
            let rule = try Self.entries(item, in: path)
            guard let group = rule["group"].flatMap(Self.text), let name = rule["role"].flatMap(Self.text) else {
                throw fault(item, "Each group needs “group” and “role”.")
            }
            guard let role = try? RoleName.read(name) else { throw fault(item, "“\(name)” is not a role.") }
            return .init(group: group, role: role, agency: rule["agency"].flatMap(Self.text).map { AgencyID($0) })
        }
    }

    /// The first line of a file that only the server's user may read.
    private func secret() throws -> String? {
        guard top["secretFile"] != nil else { return nil }
        let file = try text("secretFile")
        let mode = (try? FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]) as? Int ?? 0
        guard mode & 0o077 == 0 else {
            throw CommandFault.refused("Others than you may use \(file). Take that away first: chmod go-rwx \(file)")
        }
        guard let bytes = FileManager.default.contents(atPath: file),
            let line = String(data: bytes, encoding: .utf8)?.split(whereSeparator: \.isNewline).first
        else { throw CommandFault.refused("No secret can be read from \(file).") }
        return String(line)
    }

    private func text(_ key: String) throws -> String {
        guard let text = top[key].flatMap(Self.text) else { throw CommandFault.refused("\(path) lacks “\(key)”.") }
        return text
    }

    private func fault(_ node: PackNode, _ says: String) -> CommandFault {
        .refused("\(path), line \(node.line): \(says)")
    }

    private static func entries(_ node: PackNode, in path: String) throws -> [String: PackNode] {
        guard case .mapping(let entries) = node.content else {
            throw CommandFault.refused("\(path), line \(node.line): here stands a list of keys, each with its value.")
        }
        return Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    private static func text(_ node: PackNode) -> String? {
        if case .scalar(let text) = node.content, !text.isEmpty { text } else { nil }
    }

    private static func texts(_ node: PackNode) -> [String] {
        switch node.content {
        case .scalar(let text): [text]
        case .list(let items): items.compactMap(text)
        default: []
        }
    }
}
