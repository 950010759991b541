// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation

/// In whose name something is taken out, and where to.
struct ExportOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Who takes it out: the address that they sign in with.", valueName: "email"))
    var email: String

    @Option(
        name: .customLong("out"),
        help: ArgumentHelp("Where to write it: a folder that is empty, or not there yet.", valueName: "folder"))
    var folder: String

    @OptionGroup var data: DataOptions
    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions
}

/// Whose children, where somebody answers for those of several authorities.
struct WhoseChildren: ParsableArguments {
    @Option(help: ArgumentHelp("The short name of the authority whose children.", valueName: "name"))
    var authority: String?
}
