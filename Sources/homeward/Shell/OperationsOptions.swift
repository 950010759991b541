// SPDX-License-Identifier: MIT

import ArgumentParser

/// What whoever keeps the machine is told, and how a server ends.
struct OperationsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Answer /healthz, /readyz and /metrics on this port, apart from people’s pages; 0 takes any that is free.",
            valueName: "port"))
    var operationsPort: Int?

    @Option(help: "The address for that. Nobody but the machine’s keepers should reach it.")
    var operationsHost = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            "When told to end, go on answering for so long while /readyz already says no.", valueName: "seconds"))
    var leaveSeconds = 0

    @Option(name: .customLong("log"), help: "Write the log as text, or as json with an object on each line.")
    var logForm = Logs.Form.text

    func validate() throws {
        guard (0...65_535).contains(operationsPort ?? 0) else {
            throw ValidationError("A port is a number from 0 to 65535.")
        }
        guard (0...300).contains(leaveSeconds) else { throw ValidationError("Seconds are a number from 0 to 300.") }
    }
}

extension Logs.Form: ExpressibleByArgument {}
