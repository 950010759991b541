// SPDX-License-Identifier: MIT

import ArgumentParser
import Demo
import Foundation
import Glibc
import Logging
import Partnership
import Procedures
import Web
import WorkingTime

/// `homeward demo`
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Run an invented partnership with children missing right now.",
        discussion: """
            “Eastmoor” has two authorities, a police force, six children’s homes, schools and a charity that holds \
            return interviews; two years of history; and children missing, absent, away and just back. One record is \
            restricted and was opened last night, of one child it is held back where they live. Nobody in it is real. Prints where it is and a sign-in for each role. Ctrl-C ends it; without --data nothing stays.

            Examples:
              homeward demo
              homeward demo --data ./eastmoor --port 8090
              homeward demo --data ./eastmoor --at 2026-09-14T09:20
            """
    )

    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            "Keep everything in this folder. Without it a temporary one, gone at the end.", valueName: "folder"))
    var folder: String?

    @Option(help: "The port to answer on; 0 takes any that is free. Without it 8080, or any where that is taken.")
    var port: Int?

    @Option(help: "Which of the invented histories: the same number gives the same one.")
    var seed: UInt64 = 1

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp(
            "When it takes place, as clocks in London show it; its clock runs on from there. Without it, now.",
            valueName: "time"))
    var moment: String?

    @Flag(
        name: .customLong("still"),
        help: "Let the time stand still at the moment given with --at: each page then always looks the same.")
    var isStill = false

    @OptionGroup var notices: NoticeOptions
    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let port, !(0...65_535).contains(port) { throw ValidationError("A port is a number from 0 to 65535.") }
        if isStill, moment == nil { throw ValidationError("--still needs --at, the moment at which the time stands.") }
    }

    /// The moment given with `--at`.
    private func start() throws -> Instant? {
        try moment.map { text in
            guard let instant = try? TimeText.instant(text) else {
                throw CommandFault.misused("“\(text)” is not a time: write it as 2026-11-20T23:41.")
            }
            return instant
        }
    }

    func run() async throws {
        if let moment = try start(), !isStill { RealTime.begin(at: moment) }
        let port = port ?? (Serving.isFree(port: 8080) ? 8080 : 0)
        if port != 0, !Serving.isFree(port: port) { throw Serving.portIsTaken(port) }
        let place = try DemoPlace(folder)
        do {
            // Until the server takes it over, Ctrl-C must not leave a folder behind.
            let interruption = Interruption {
                place.leave()
                Glibc.exit(1)
            }
            try await serve(in: place, port: port, log: Logs.start(.error)) { interruption.stop() }
            place.leave()
        } catch {
            place.leave()
            throw error
        }
    }

    private func serve(in place: DemoPlace, port: Int, log: Logger, isReady: () -> Void) async throws {
        let progress = ProgressLine()
        let at = isStill ? try start() : nil
        let clock = at.map(RealTime.standing(at:)) ?? RealTime.clock
        let isNew = try place.begin(at: clock.now())
        let record = try OpenedRecord(
            place.record, protocols: share.folder, standing: "birmingham-2015", clock: clock, log: log)
        if isNew {
            progress.show("Inventing two years of Eastmoor")
            let shelf = record.partnership.shelf
            try await DemoHistory(seed: seed, now: clock.now(), pack: "birmingham-2015")
                .keep(in: record.partnership, under: DutyBook(pack: shelf.standing, calendars: shelf.calendars))
        }
        progress.show("Giving \(Eastmoor.signIns.count) people a sign-in")
        // Everybody in it is invented, and it answers on this machine only.
        let accounts = try record.accounts(cost: .trivial, rules: SignInRules(secondFactor: .nobody))
        let signIns = try await place.signIns(accounts: accounts)
        let childLink = try await place.childLink(in: record.partnership, accounts: accounts)
        progress.end()
        let (isJSON, isKept) = (output.isJSON, folder != nil)
        let notice =
            "This is a demonstration: nobody in it is real, so it asks for no second factor. The sign-ins were printed "
            + "where it was started."
        var configuration = WebConfiguration(port: port, isSecure: false, signInNotice: notice)
        if at != nil { configuration.requestLimits = .none }
        configuration.children = try NamesOptions.shipped()
        isReady()
        // The last two days are news: whoever signs in finds something to see.
        let plan = try notices.plan(folder: place.record.path, address: "http://127.0.0.1:\(port)")
        let beginning = OutboxBeginning(since: clock.now() - .days(2), in: record.partnership.state)
        try await Serving(
            record: record, accounts: accounts, configuration: configuration, log: log, notices: plan,
            noticesFrom: beginning
        ).run { port in
            let announced = DemoAnnouncement(
                address: "http://127.0.0.1:\(port)", signIns: signIns, childLink: childLink)
            announced.print(asJSON: isJSON, isKept: isKept)
        }
        if isKept { await record.close() } else { try? record.store.close() }
    }
}
