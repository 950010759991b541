// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward config new`
struct ConfigNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Print a file of settings to begin with: every setting that there is, with what it means.",
        discussion: """
            Example:
              homeward config new > /etc/homeward/homeward.yaml
            """
    )

    func run() { Printing.toStandardOutput(Self.text) }

    static var text: String {
        let head = """
            # What the server is told: homeward serve --config FILE, or $\(SettledServe.variable).
            # Each setting has the name of the option of “homeward serve”. In the environment it is HOMEWARD_ with the name
            # in capitals, as HOMEWARD_HOST_NAME. The command line counts more than the environment, and that more than this.
            # “homeward config check --config FILE” says what is settled, by whom, and whether it can be used.
            # No secret stands here: keys and passwords are in files of their own.

            """
        let parts = ServeSettings.parts.map { part in
            let settings = part.settings.map { setting in
                "# \(setting.says)\n\(setting.isUsual ? "" : "#")\(setting.name): \(setting.example)\n"
            }
            return "\n# --- \(part.heading) ---\n\n" + settings.joined(separator: "\n")
        }
        return head + parts.joined()
    }
}
