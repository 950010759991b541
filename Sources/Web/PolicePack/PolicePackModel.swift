// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures
import WorkingTime

/// Everything that somebody at the door or at the telephone needs of one missing child, on one sheet, with what is not
/// known said as such.
struct PolicePackModel: Sendable {
    /// One line: what it is about, and what is known of it.
    struct Line: Sendable {
        let label: String
        let says: Says
    }

    enum Says: Sendable {
        case known(String)
        /// Nobody has written it down.
        case notKnown
        /// It is not for this reader, whether or not there is anything.
        case notForYou
    }

    let child: Child
    let episode: Episode
    let telling: Telling
    let seen: Seen
    let tags: [Tag]
    let report: Event?
    let checks: Event?
    let answers: Event?
    let classified: Event?
    let graded: Event?
    let penPicture: Event?
    let questions: [RiskQuestion]
    /// The newest places at which the child was seen or looked for.
    let lately: [Event]

    init(_ call: Call, seen: Seen) async throws {
        let (child, episode) = (call.child, call.episode)
        (self.child, self.episode, self.seen) = (child, episode, seen)
        let telling = Telling(state: call.state, now: call.now)
        self.telling = telling
        tags = EpisodeTags.of(episode, child, telling: telling, sees: seen.sees)
        questions = call.site.partnership.pack(for: episode).questions
        let words: Set<EventWord> = [
            .reported, .checksCompleted, .questionsAnswered, .classified, .reclassified, .riskGraded, .sighted,
            .visited,
            .contactedChild,
        ]
        var marks = episode.history.standing.filter { words.contains($0.word) }
        if let picture = child.facts.penPicture { marks.append(picture) }
        var last: [EventWord: Event] = [:]
        var lately: [Event] = []
        for case .event(_, let event) in try await call.told(marks, of: child, as: seen) {
            // The first report holds what was seen; a later one is another account.
            if event.word == .reported, last[.reported] != nil { continue }
            last[event.word] = event
            if [.sighted, .visited, .contactedChild].contains(event.word) { lately.append(event) }
        }
        (report, checks, answers) = (last[.reported], last[.checksCompleted], last[.questionsAnswered])
        (classified, graded) = (last[.reclassified] ?? last[.classified], last[.riskGraded])
        penPicture = last[.penPictureWritten]
        self.lately = lately.suffix(6)
    }

    // MARK: What stands on it

    var identity: [Line] {
        let facts = child.facts
        return [
            line("Date of birth", facts.born.map { "\(Spoken.fullDate($0)) (\(telling.age(child) ?? ""))" }, .born),
            line("Known as", facts.knownAs, .knownAs), line("Sex", facts.identity.word(.sex), .sex),
            line("Ethnicity", facts.identity.word(.ethnicity).map(EthnicityWords.spoken), .ethnicity),
            line("Language", facts.identity.text(.language), .language),
            line("Communication", facts.identity.text(.communicationNeeds), .communicationNeeds),
            text("Looks like", .description, .penPictureWritten, penPicture, or: report),
        ]
    }

    var lastSeen: [Line] {
        let details = report?.details
        let since = episode.facts.missingSince.map { Spoken.moment($0, now: telling.now) }
        return [
            Line(label: "Missing since", says: since.map { .known($0) } ?? .notKnown),
            line("From", telling.agency(named: episode.facts.from), .from),
            line("Last seen", details?.time(.lastSeen).map { Spoken.moment($0, now: telling.now) }, .lastSeen),
            text("Where", .lastSeenAt, .reported, report), text("By whom", .lastSeenBy, .reported, report),
            text("Wearing", .clothing, .reported, report), text("Has with them", .belongings, .reported, report),
            text("What happened", .circumstances, .reported, report),
            text("Said they would", .intentions, .reported, report),
            line("With", details.map { $0.words(.with).joined(separator: ", ") }, .with),
        ]
    }

    var finding: [Line] {
        [
            text("Phones", .phones, .penPictureWritten, penPicture, or: report),
            text("Accounts", .socialAccounts, .penPictureWritten, penPicture),
            text("May be at", .whereTheyMayGo, .penPictureWritten, penPicture, or: report),
            text("May be with", .associates, .penPictureWritten, penPicture, or: report),
            text("Usually", .habits, .penPictureWritten, penPicture),
            text("Gets about by", .travel, .penPictureWritten, penPicture),
        ]
    }

    var safety: [Line] {
        let risks = child.facts.standingRisks.filter { seen.shows(riskOf: $0.kind) }.map { Choices.spoken($0.kind) }
        let named = risks.isEmpty ? nil : Array(Set(risks)).sorted().joined(separator: ", ")
        return [
            Line(label: "Known risks", says: seen.sees(.plans) ? named.map { .known($0) } ?? .notKnown : .notForYou),
            text("Why we worry", .rationale, .reported, report),
            text("Medical", .medical, .penPictureWritten, penPicture, or: report),
            text("What calms them", .whatCalmsThem, .penPictureWritten, penPicture),
            line(
                "Police hold it as", classified?.details.word(.as).map { telling.word($0, of: .as) }, .as),
            text("Because", .rationale, .classified, classified),
            line("Risk", graded?.details.word(.as).map { telling.word($0, of: .as) }, .as),
            text("Because", .rationale, .riskGraded, graded),
        ].filter { line in
            // A reason that nobody wrote to a decision that nobody made needs no line.
            if line.label == "Because", case .notKnown = line.says { return false }
            return true
        }
    }

    var done: [Line] {
        let checked = (checks ?? report)?.details.words(.checked).map { code in
            Choices.checks.first { $0.code == code }?.says ?? code.spaced
        }
        let references = EpisodeTags.reference(of: episode)
        return [
            line("Checked already", checked.map { $0.joined(separator: "; ") }, .checked),
            text("What was found", .result, .checksCompleted, checks),
            line("Police reference", references, .reference),
        ]
    }

    /// Whom to ring: the home or service that has the child, who is allocated, and the authority.
    var ringing: [Line] {
        let state = telling.state
        var lines: [Line] = []
        let place = seen.sees(.location) ? child.facts.placement(on: telling.today)?.place.map { AgencyID($0) } : nil
        let authority = child.facts.responsible
        for (label, id) in [("Lives at", place), ("Responsible", authority)] {
            guard let id else { continue }
            let phones = state.agencies[id]?.details.text(.phones)
            lines.append(
                Line(
                    label: label,
                    says: .known(
                        [telling.agency(id), phones ?? "no number on record"].compactMap(\.self).joined(separator: ", ")
                    )))
        }
        if seen.shows(.allocated) {
            lines += child.facts.allocations.filter { $0.endedAt == nil }.map { allocation in
                Line(
                    label: telling.word(allocation.role, of: .role).capitalisedFirst,
                    says: .known(telling.worker(allocation.worker) ?? allocation.worker))
            }
        }
        if let reporter = report?.by {
            lines.append(Line(label: "Reported by", says: .known(telling.actor(reporter))))
        }
        return lines
    }

    /// The call handler's questions with what was answered; those nobody could answer, too.
    var asked: [(asks: String, says: Says)] {
        guard seen.shows(.questionsAnswered) else { return [] }
        let given = Dictionary(
            (answers?.details.answers(.answers) ?? []).map { ($0.question, $0.answer) }
        ) { _, newer in newer }
        return questions.map { ($0.asks, given[$0.id].map { .known($0) } ?? .notKnown) }
    }

    // MARK: How a line comes about

    /// A line from the state: known, not known, or not for this reader.
    private func line(_ label: String, _ known: String?, _ key: DetailKey) -> Line {
        guard seen.shows(key, of: key.isOfReport ? .reported : .childRegistered) else {
            return Line(label: label, says: .notForYou)
        }
        return Line(label: label, says: known.flatMap { $0.isEmpty ? nil : .known($0) } ?? .notKnown)
    }

    /// A line from an entry's text, or from another's where that one has none.
    private func text(
        _ label: String, _ key: DetailKey, _ word: EventWord, _ event: Event?, or other: Event? = nil
    ) -> Line {
        guard seen.shows(key, of: word) else { return Line(label: label, says: .notForYou) }
        let known = event?.details.text(key) ?? other?.details.text(key)
        return Line(label: label, says: known.flatMap { $0.isEmpty ? nil : .known($0) } ?? .notKnown)
    }
}

extension DetailKey {
    fileprivate var isOfReport: Bool {
        switch self {
        case .from, .lastSeen, .with, .checked, .reference, .as: true
        default: false
        }
    }
}
