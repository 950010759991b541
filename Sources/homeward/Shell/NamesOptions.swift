// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Matching
import Partnership

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

    /// The same with what was shipped.
    static func shipped() throws -> ChildIndex {
        let folder = try ShareFolders.names(named: nil)
        do throws(NamesFolder.Refusal) {
            return ChildIndex(names: try folder.names(), weights: try folder.weights())
        } catch {
            throw CommandFault.refused(error.sentence)
        }
    }
}
