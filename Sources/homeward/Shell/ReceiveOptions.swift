// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation
import Partnership

/// Which extracts come in by themselves.
struct ReceiveOptions: ParsableArguments {
    @Option(
        name: .customLong("receive"),
        help: ArgumentHelp(
            "Which forces’ extracts come in by themselves, into watched folders or handed in by their systems. Without it $HOMEWARD_RECEIVE, else receive.yaml in the record’s folder, where there is one.",
            valueName: "file"))
    var file: String?

    /// What is set up, with `receive.yaml` in `folder` where no other file is named.
    func receiving(folder: String, index: ChildIndex?) throws -> Receiving {
        let environment = ProcessInfo.processInfo.environment["HOMEWARD_RECEIVE"].flatMap { $0.isEmpty ? nil : $0 }
        let usual = "\(folder)/receive.yaml"
        let usualFile = FileManager.default.fileExists(atPath: usual) ? usual : nil
        guard let named = file ?? environment ?? usualFile else { return .nothing }
        return Receiving(sources: try ReceiveFile(named).sources(index: index))
    }
}
