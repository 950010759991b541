// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Matching
import Partnership
import Web

/// Where it stands what is known about names, and how findings weigh.
struct NamesOptions: ParsableArguments {
    @Option(
        name: .customLong("names"),
        help: ArgumentHelp(
            "The folder of spellings, equivalent names and weights. Without it $HOMEWARD_SHARE, or beside the program.",
            valueName: "folder"))
    var folder: String?

    @Option(help: ArgumentHelp("Weights of your own, as `match train` writes them.", valueName: "file"))
    var weights: String?

    func loadNames() throws -> NameKnowledge {
        let folder = try ShareFolders.names(named: folder)
        do throws(NamesFolder.Refusal) { return try folder.names() } catch {
            throw CommandFault.refused(error.sentence)
        }
    }

    func loadWeights() throws -> Weights {
        do throws(NamesFolder.Refusal) {
            if let weights { return try NamesFolder.weights(file: weights) }
        } catch {
            throw CommandFault.refused(error.sentence)
        }
        let folder = try ShareFolders.names(named: folder)
        do throws(NamesFolder.Refusal) { return try folder.weights() } catch {
            throw CommandFault.refused(error.sentence)
        }
    }

    /// What looks among the children of a record.
    func index() throws -> ChildIndex { ChildIndex(names: try loadNames(), weights: try loadWeights()) }

    /// The same for a server, which answers without it rather than not at all: whoever reports a child must not wait for a
    /// file of names. Where it can't be read, that is said where the server was started, and on its health page.
    func enter(_ configuration: inout WebConfiguration) {
        do {
            configuration.children = try index()
        } catch {
            let why = (error as? CommandFault)?.sentence ?? "The names could not be read."
            configuration.namesFinding = why
            Printing.toStandardError(
                "\(why) It answers all the same: children are found by the same letters, dates and numbers only, and nobody is "
                    + "asked “Is it one of these?”.")
        }
    }
}
