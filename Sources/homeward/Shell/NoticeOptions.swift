// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Foundation
import Partnership

/// What carries notices out of the house.
struct NoticeOptions: ParsableArguments {
    @Option(
        name: .customLong("notices"),
        help: ArgumentHelp(
            "What carries notices by email, text message and webhook. Without it $HOMEWARD_NOTICES, else notices.yaml in the record’s folder, where there is one; else they are left as files in notices/ there.",
            valueName: "file"))
    var file: String?

    /// What is set up, with `notices.yaml` in `folder` where no other file is named. `address` is where people sign in
    /// where the file doesn't say.
    func plan(folder: String, address: String) throws -> OutboxPlan {
        let environment = ProcessInfo.processInfo.environment["HOMEWARD_NOTICES"].flatMap { $0.isEmpty ? nil : $0 }
        let usual = "\(folder)/notices.yaml"
        let usualFile = FileManager.default.fileExists(atPath: usual) ? usual : nil
        guard let named = file ?? environment ?? usualFile else {
            return try Self.carriedByFiles(folder: folder, address: address)
        }
        return try NoticesFile(named).plan(folder: folder, address: address)
    }

    /// Each email and text message is left as a file.
    static func carriedByFiles(folder: String, address: String) throws -> OutboxPlan {
        let files = try FileChannel(folder: "\(folder)/notices")
        return OutboxPlan(channels: [.email: files, .text: files], address: address)
    }
}
