// SPDX-License-Identifier: MIT

import LedgerPostgres

/// What `serve` is told in all: by its command line, by the environment, by its file of settings.
struct SettledServe {
    enum Source: Hashable, CustomStringConvertible {
        case commandLine
        case environment(String)
        case file(line: Int)

        var description: String {
            switch self {
            case .commandLine: "the command line"
            case .environment(let name): "$\(name)"
            case .file(let line): "the file, line \(line)"
            }
        }
    }

    /// One setting as it counts.
    struct Settled {
        let setting: ServeSettings.Setting
        let words: [String]
        let source: Source

        /// As it may be shown: the address of a database may hold a password where it comes from the environment.
        var shown: String { words.map { PostgresPlace($0).map { "\($0)" } ?? $0 }.joined(separator: " ") }
    }

    /// The file that was named; nil where there is none.
    let file: String?
    /// What each setting is, and who says so, in the order of ``ServeSettings``.
    let settled: [Settled]
    /// What the command line would be if it said everything itself.
    let words: [String]

    static let variable = "HOMEWARD_CONFIG"

    /// `given` is what stands after `serve`.
    init(_ given: [String], environment: [String: String]) throws {
        let named = Self.value(of: "config", in: given) ?? environment[Self.variable].flatMap { $0.isEmpty ? nil : $0 }
        file = named
        let settings = try named.map(SettingsFile.init) ?? .none
        let said = Self.names(in: given)
        var settled: [Settled] = []
        let told = ServeSettings.all.filter { environment[$0.variable].map { !$0.isEmpty } ?? false }
        for setting in ServeSettings.all {
            let others = ServeSettings.all.filter { $0.group != nil && $0.group == setting.group }
            if said.contains(setting.name) {
                settled.append(
                    Settled(setting: setting, words: Self.values(of: setting.name, in: given), source: .commandLine))
            } else if others.contains(where: { said.contains($0.name) }) {
                continue
            } else if let text = environment[setting.variable], !text.isEmpty {
                settled.append(
                    Settled(
                        setting: setting, words: try Self.words(text, setting), source: .environment(setting.variable)))
            } else if others.contains(where: told.contains) {
                continue
            } else if let (words, line) = settings.values[setting.name] {
                settled.append(Settled(setting: setting, words: words, source: .file(line: line)))
            }
        }
        self.settled = settled
        words = given + settled.flatMap { Self.arguments($0.setting, $0.words, $0.source) }
    }

    /// What is added to the command line for one setting that it does not have itself.
    private static func arguments(_ setting: ServeSettings.Setting, _ words: [String], _ source: Source) -> [String] {
        switch source {
        case .commandLine: return []
        case .environment where setting.readsEnvironment: return []
        case .environment, .file:
            if setting.kind == .flag { return words == ["true"] ? ["--\(setting.name)"] : [] }
            // A value that begins with a hyphen is no option.
            return setting.kind == .many ? ["--\(setting.name)"] + words : ["--\(setting.name)=\(words[0])"]
        }
    }

    private static func words(_ text: String, _ setting: ServeSettings.Setting) throws -> [String] {
        switch setting.kind {
        case .one: return [text]
        case .many: return text.split { $0 == " " || $0 == "," }.map(String.init)
        case .flag:
            guard ["true", "false"].contains(text) else {
                throw CommandFault.refused("$\(setting.variable) is true or false.")
            }
            return [text]
        }
    }

    private static func names(in words: [String]) -> Set<String> {
        Set(words.filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2).prefix { $0 != "=" }) })
    }

    private static func value(of name: String, in words: [String]) -> String? { values(of: name, in: words).first }

    private static func values(of name: String, in words: [String]) -> [String] {
        var values: [String] = []
        for (place, word) in words.enumerated() {
            if word.hasPrefix("--\(name)=") { values.append(String(word.dropFirst(name.count + 3))) }
            if word == "--\(name)" { values += words[(place + 1)...].prefix { !$0.hasPrefix("--") } }
        }
        return values
    }
}
