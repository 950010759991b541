// SPDX-License-Identifier: MIT

import ArgumentParser

/// Where the protocols are, for commands that need them.
struct ShareOptions: ParsableArguments {
    @Option(
        name: .customLong("protocols"),
        help: ArgumentHelp(
            "The folder of protocols. Without it $HOMEWARD_SHARE, the record’s folder, or beside the program.",
            valueName: "folder"))
    var folder: String?
}
