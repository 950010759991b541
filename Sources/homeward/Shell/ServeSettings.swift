// SPDX-License-Identifier: MIT

/// What a server may be told in its file of settings, by the environment, or on the command line: under the same names
/// each time. What a command line says counts more than the environment, and that more than the file.
enum ServeSettings {
    struct Setting: Hashable, Sendable {
        enum Kind: Hashable, Sendable { case one, many, flag }

        /// As in the file, and after `--`.
        let name: String
        let kind: Kind
        /// What it says to who reads the file.
        let says: String
        /// What stands there in the file that `config new` writes, behind `#` where `isUsual` is false.
        let example: String
        var isUsual = false
        /// Settings of one group are said together: where one counts more, none of the others is taken from elsewhere.
        var group: String?
        /// Whether whatever reads it looks into the environment by itself.
        var readsEnvironment = false

        var variable: String { "HOMEWARD_" + name.uppercased().replacing("-", with: "_") }
    }

    /// Headings of the file, each with its settings.
    static let parts: [(heading: String, settings: [Setting])] = [
        ("The record", record), ("How people reach it", reach), ("Who signs in", signIn),
        ("What comes in and goes out", exchange), ("Whoever keeps the machine", operations),
    ]

    static let all: [Setting] = parts.flatMap(\.settings)

    static func named(_ name: String) -> Setting? { all.first { $0.name == name } }

    private static let record: [Setting] = [
        Setting(
            name: "data", kind: .one, says: "The folder that holds the record.", example: "/var/lib/homeward",
            isUsual: true, readsEnvironment: true),
        Setting(
            name: "ledger", kind: .one,
            says:
                "The PostgreSQL database that holds the ledgers, where it is not the folder. A password stands in ~/.pgpass, or the whole address in $HOMEWARD_LEDGER.",
            example: "postgres://homeward@db1.example/homeward", readsEnvironment: true),
        Setting(
            name: "master-key-file", kind: .one,
            says: "Where the master key is; without it master.key in the folder. One of three ways.",
            example: "/etc/homeward/master.key", group: "key"),
        Setting(
            name: "master-key-environment", kind: .one, says: "The environment variable that holds it.",
            example: "HOMEWARD_KEY", group: "key"),
        Setting(
            name: "master-key-command", kind: .one,
            says: "A command that prints it, such as one that asks a key service.",
            example: "/usr/local/bin/ask-key-service homeward", group: "key"),
        Setting(
            name: "protocols", kind: .one,
            says: "The folder of protocols, where it is neither the record’s nor the shipped one.",
            example: "/etc/homeward/Protocols"),
        Setting(
            name: "standing", kind: .one, says: "The protocol in force where none was adopted.", example: "england-2014"
        ),
        Setting(
            name: "names", kind: .one, says: "The folder of spellings, equivalent names and weights.",
            example: "/etc/homeward/Names"),
        Setting(name: "weights", kind: .one, says: "Weights of your own.", example: "/etc/homeward/weights.yaml"),
    ]

    private static let reach: [Setting] = [
        Setting(name: "host", kind: .one, says: "The address to answer on.", example: "127.0.0.1", isUsual: true),
        Setting(name: "port", kind: .one, says: "The port to answer on.", example: "8080", isUsual: true),
        Setting(
            name: "host-name", kind: .many,
            says: "The names in people’s address bars. A request for any other is refused.",
            example: "[record.example.gov.uk]", isUsual: true),
        Setting(
            name: "behind-proxy", kind: .many,
            says: "Proxies in front that hold the certificate; addresses or networks. One of three ways.",
            example: "[127.0.0.1]", isUsual: true, group: "reach"),
        Setting(
            name: "certificate", kind: .one, says: "Or the server’s own certificate, with those above it, in PEM.",
            example: "/etc/homeward/chain.pem", group: "reach"),
        Setting(
            name: "certificate-key", kind: .one, says: "Its key; only its owner may read it.",
            example: "/etc/homeward/key.pem", group: "reach"),
        Setting(
            name: "without-tls", kind: .flag, says: "Or neither, for trying on this machine only.", example: "true",
            group: "reach"),
        Setting(
            name: "requests-per-second", kind: .one, says: "What one session may ask for ever.", example: "10"),
    ]

    private static let signIn: [Setting] = [
        Setting(
            name: "second-factor", kind: .one, says: "Who must have one: everybody, whoever-sees-children, or nobody.",
            example: "everybody"),
        Setting(
            name: "idle-minutes", kind: .one, says: "Signs out who does nothing for so long.", example: "60"),
        Setting(
            name: "longest-hours", kind: .one, says: "Signs out whoever signed in so long ago.", example: "13"),
        Setting(
            name: "breached-passwords", kind: .one, says: "The list of breached passwords, as SHA-1 in order.",
            example: "/var/lib/homeward-lists/pwned-passwords.txt"),
        Setting(
            name: "sign-in", kind: .one,
            says: "Where people may sign in elsewhere; without it sign-in.yaml in the folder.",
            example: "/etc/homeward/sign-in.yaml"),
    ]

    private static let exchange: [Setting] = [
        Setting(
            name: "notices", kind: .one, says: "What carries notices; without it notices.yaml in the folder.",
            example: "/etc/homeward/notices.yaml", readsEnvironment: true),
        Setting(
            name: "receive", kind: .one,
            says: "Which extracts come in by themselves; without it receive.yaml in the folder.",
            example: "/etc/homeward/receive.yaml", readsEnvironment: true),
        Setting(
            name: "checkpoints", kind: .one,
            says: "Where a signed checkpoint is left each day; best on another machine.",
            example: "/mnt/elsewhere/checkpoints"),
        Setting(
            name: "checkpoint-key", kind: .one, says: "What signs them.", example: "/etc/homeward/checkpoint.key"),
    ]

    private static let operations: [Setting] = [
        Setting(
            name: "operations-port", kind: .one,
            says: "Where /healthz, /readyz and /metrics are answered; nowhere without it.", example: "9090",
            isUsual: true),
        Setting(
            name: "operations-host", kind: .one,
            says: "The address for that. Nobody but the machine’s keepers should reach it.",
            example: "127.0.0.1"),
        Setting(
            name: "leave-seconds", kind: .one,
            says: "How long a server that is to end goes on answering while /readyz already says no.", example: "5"),
        Setting(
            name: "log", kind: .one, says: "As which the log is written: text, or json with an object on each line.",
            example: "json"),
    ]
}
