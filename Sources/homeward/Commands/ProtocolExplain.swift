// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Exchange
import Logging
import Partnership
import Procedures
import WorkingTime

/// `homeward protocol explain`
struct ProtocolExplain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what one duty, trigger or guardrail means, where it comes from, and why it stands as it does.",
        discussion: """
            Without a scenario or an episode: what it says, its clause, and which protocol brought it in. With one: \
            where it stands for the child at that moment, and why.

            Examples:
              homeward protocol explain return-interview --in birmingham-2015
              homeward protocol explain return-interview --in birmingham-2015 --scenario Scenarios/one-night.yaml \\
                --at 2015-06-07T09:00
              homeward protocol explain return-interview --in birmingham-2015 --episode 12 --data /srv/homeward
            """
    )

    @Argument(help: ArgumentHelp("The item’s id in the protocol.", valueName: "item"))
    var item: String

    @Option(name: .customLong("in"), help: ArgumentHelp("The protocol’s id, or its file.", valueName: "protocol"))
    var name: String

    @Option(help: ArgumentHelp("A scenario to look at.", valueName: "file"))
    var scenario: String?

    @Option(help: ArgumentHelp("An episode of the record, by its number.", valueName: "number"))
    var episode: UInt32?

    @Option(name: .customLong("at"), help: ArgumentHelp("The moment, as clocks in London show it.", valueName: "time"))
    var moment: String?

    @OptionGroup var data: DataOptions
    @OptionGroup var share: ShareOptions

    func validate() throws {
        if scenario != nil, episode != nil { throw ValidationError("Say a scenario or an episode, not both.") }
        if scenario != nil, moment == nil { throw ValidationError("A scenario needs a moment: --at 2015-06-05T23:10.") }
    }

    func run() throws {
        let folders = try ShareFolders(named: share.folder, record: nil)
        let chain = try folders.chain(of: name)
        let found = chain[0].sayings(named: item)
        guard !found.isEmpty else {
            let ids = chain[0].sayings.filter { $0.kind != .setting }.map(\.id).filter { $0.contains(item) }
            throw CommandFault.refused(
                "“\(item)” is nothing in \(chain[0].title)."
                    + (ids.isEmpty ? "" : " Did you mean \(ids.prefix(5).joined(separator: ", "))?"))
        }
        for saying in found {
            Printing.toStandardOutput(ProtocolPage.markdown(saying))
            let provenance = Provenance(of: saying.kind, saying.id, in: chain).sentences
            Printing.toStandardOutput((["Where it comes from:"] + provenance).joined(separator: "\n") + "\n")
        }
        guard let cases = try cases() else { return }
        let calendars = try folders.loadCalendars()
        for one in cases {
            let lines = Explained(pack: chain[0], calendars: calendars, subject: one).sentences(of: found)
            Printing.toStandardOutput(([one.name] + lines).joined(separator: "\n") + "\n")
        }
    }

    /// The children and episodes that were asked about; nil where none was.
    private func cases() throws -> [ExplainedSubject]? {
        let at = try moment.map { text in
            guard let instant = try? TimeText.instant(text) else {
                throw CommandFault.misused("“\(text)” is not a time: write it as 2015-06-05T23:10.")
            }
            return instant
        }
        if let scenario, let at {
            let read = try ScenarioFile.load(scenario).valueOrRefusal()
            return read.children.compactMap { child in
                ExplainedSubject(read.state, child: child.id, name: "Child “\(child.key)”", at: at)
            }
        }
        guard let episode else { return nil }
        let (store, ledger) = try RecordFolder(data).openForReading()
        defer { try? store.close() }
        let state = try RecordReader(ledger: ledger, log: Logger(label: "homeward")).read(snapshot: nil)
        guard let found = state.episode(EpisodeID(number: episode)) else {
            throw CommandFault.refused("There is no episode \(episode) in \(data.folder).")
        }
        let subject = ExplainedSubject(
            state, child: found.child, name: "Episode \(episode)", at: at ?? RealTime.now(), episode: found)
        return [subject].compactMap { $0 }
    }
}

/// Whom an explanation is about, and when.
struct ExplainedSubject {
    let name: String
    let state: State
    let child: Child
    let episodes: [Episode]
    /// The one that was asked about, or the newest by then.
    let episode: Episode?
    let at: Instant

    /// Nil for a child who is not in the record.
    init?(_ state: State, child: ChildID, name: String, at: Instant, episode: Episode? = nil) {
        guard let record = state.child(child) else { return nil }
        self.name = "\(name), \(Spoken.time(at)) on \(Spoken.fullDate(London.date(of: at))):"
        self.child = record
        self.state = state
        self.at = at
        episodes = state.episodes(of: child).filter { ($0.history.recorded.first?.clockTime ?? at) <= at }
        self.episode = episode ?? episodes.last
    }
}

/// Why items of a protocol stand as they do for somebody.
struct Explained {
    let pack: ProtocolPack
    let calendars: Calendars
    let subject: ExplainedSubject

    func sentences(of items: [ItemSaying]) -> [String] {
        let lines = items.flatMap(sentences)
        return (lines.isEmpty ? ["Nothing of it depends on one child."] : lines).map { "  \($0)" }
    }

    private func sentences(of item: ItemSaying) -> [String] {
        switch item.kind {
        case .duty: duty(item.id)
        case .guardrail: guardrail(item.id)
        case .trigger: trigger(item.id)
        case .triage: triage
        default: []
        }
    }

    private var areaFirings: [Firing] {
        TriggerBook(pack: pack, calendars: calendars).areaFirings(in: subject.state, at: subject.at)
    }

    private func duty(_ id: String) -> [String] {
        let explanation = DutyBook(pack: pack, calendars: calendars).explanation(
            of: id, for: subject.episode, child: subject.child, others: subject.episodes, areaFirings: areaFirings,
            at: subject.at)
        return explanation?.sentences ?? ["Nothing had happened by then."]
    }

    private func trigger(_ id: String) -> [String] {
        let own = TriggerBook(pack: pack, calendars: calendars)
            .firings(of: subject.child, episodes: subject.episodes, at: subject.at)
        let found = (own + areaFirings).filter { $0.trigger == id && $0.isAbout(subject.child.id) }
        if found.isEmpty { return ["It had not fired by then."] }
        return found.flatMap { firing in
            ["Fired at \(Spoken.time(firing.at)) on \(Spoken.fullDate(London.date(of: firing.at)))."]
                + firing.why.map { "  \($0)" }
                + [firing.isDealtWith ? "  What it made is dealt with." : "  What it made is still to be dealt with."]
        }
    }

    private var triage: [String] {
        let reading = TriageBook(pack: pack, calendars: calendars)
            .reading(of: subject.child, episodes: subject.episodes, at: subject.at)
        guard let reading else { return ["Nothing had happened by then."] }
        return ["\(reading.colour.rawValue); with absences \(reading.colourWithAbsences.rawValue)."]
            + reading.why.map { "  \($0)" }
    }

    private func guardrail(_ id: String) -> [String] {
        let asked = Guardrails(pack: pack, calendars: calendars).asked(
            by: id, of: subject.episode, child: subject.child, others: subject.episodes, at: subject.at)
        guard !asked.isEmpty else { return ["It applies always."] }
        let applies = asked.allSatisfy(\.isSo) ? "It applied then." : "It did not apply then."
        return [applies, "What it asks, and how that stood:"] + asked.map { "  \($0.isSo ? "yes" : "no"): \($0.text)" }
    }
}

extension Firing {
    /// Whether it is about the child, alone or with others.
    fileprivate func isAbout(_ child: ChildID) -> Bool {
        switch subject {
        case .child(let id): id == child
        case .group(let children): children.contains(child)
        case .place: true
        }
    }
}
