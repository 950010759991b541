// SPDX-License-Identifier: MIT

/// Why a command does not go on, in sentences for whoever typed it.
struct CommandFault: Error, Hashable {
    let sentence: String
    /// Whether it was asked wrongly, rather than refused.
    let isMisuse: Bool

    /// Something was refused, or is not so.
    static func refused(_ sentence: String) -> CommandFault { CommandFault(sentence: sentence, isMisuse: false) }
    /// It was asked wrongly.
    static func misused(_ sentence: String) -> CommandFault { CommandFault(sentence: sentence, isMisuse: true) }
}
