// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures
import WorkingTime

/// Which act a form is for, and about whom.
struct ActSetting {
    let form: ActForm
    let subject: Act.Subject
    let child: Child
    let episode: Episode?
    /// The entry that it is about; nil for most acts.
    let entry: Mark?

    /// The act that the path names, which its rule allows; a page that isn't there where it has no place there.
    init(_ call: Call) throws(PageFault) {
        let word = call.word
        child = call.child
        episode = call.subject.episode
        if let episode {
            subject = .episode(episode.id)
            guard word.form.about == .episode else { throw .notFound }
        } else {
            subject = .child(child.id)
            let standsAlone = word.standsAlone && child.episodes.isEmpty
            guard word == .corrected || standsAlone || (word.form.about == .child && word != .childRegistered) else {
                throw .notFound
            }
        }
        let partnership = call.site.partnership
        let pack = episode.map { partnership.pack(for: $0) } ?? partnership.governing(child.id).here
        let setting = Choices.Setting(
            state: call.state, pack: pack, role: call.account.role, access: call.access, child: child.id)
        let entry = try ActSetting.entry(word, call, episode?.history ?? child.history, child.history)
        self.entry = entry
        let seen = call.seen(of: child.id)
        form =
            if word == .corrected, let entry {
                ActForm(correcting: entry.word, in: setting, showing: { seen.shows($0, of: entry.word) })
            } else {
                ActForm(word, in: setting, isAboutEntry: entry != nil)
            }
    }

    /// The entry that the act is about: a correction, or a review of an opening. One that they may not see isn't there.
    private static func entry(
        _ word: EventWord, _ call: Call, _ history: History, _ own: History
    ) throws(PageFault) -> Mark? {
        let number = call.form["what"].isEmpty ? call.query["what"] : call.form["what"]
        let asked = Int64(number).map { Position($0) }
        if let expected = ActForm.aboutEntries[word], let asked {
            let found = (history.recorded + own.recorded).first { $0.position == asked && expected.contains($0.word) }
            guard let found, call.seen(of: call.child.id).shows(found.word) else { throw .notFound }
            return found
        }
        guard ActForm.namesEntry(word) else { return nil }
        let found = asked.flatMap { asked in history.recorded.first { $0.position == asked } }
        guard let found, call.seen(of: call.child.id).shows(found.word) else { throw .notFound }
        let isSuch =
            word == .corrected
            ? found.word != .corrected && !ChildProtection.words.contains(found.word)
                && call.access.mayCorrect(found.position, on: call.child.id)
            : found.word == .glassBroken
        guard isSuch else { throw .notFound }
        return found
    }

    /// The whole entry that the act is about, as it was recorded.
    func original(_ call: Call) async throws -> Event? {
        guard let entry else { return nil }
        for case .event(_, let event) in try await call.told([entry], of: child) { return event }
        return nil
    }

    /// What a form holds before anything is typed.
    func prefilled(_ original: Event?) -> FormFields {
        guard let original, let entry else { return FormFields() }
        var form = form.word == .corrected ? DetailFields.written(original.details) : FormFields()
        form["what"] = String(entry.position.number)
        return form
    }

    /// Of a correction, only what differs from the entry; of anything else, all that was typed.
    func changed(_ typed: FormFields, from original: Event?) -> FormFields {
        guard form.word == .corrected, let original else { return typed }
        let before = DetailFields.written(original.details)
        var changed = typed
        for field in form.fields where ![.reason, .at, .withdrawn].contains(field.key) {
            let names = Set(
                (before.all + typed.all).map(\.name).filter { $0 == field.name || $0.hasPrefix(field.name + ".") })
            if names.allSatisfy({ before.values($0) == typed.values($0) }) { changed.remove { names.contains($0) } }
        }
        return changed
    }

    func place(after receipt: Receipt, _ call: Call) -> String {
        if form.word == .glassBreakReviewed { return "/reviews" }
        if form.word == .childAnswered, let last = child.episodes.last { return interview(of: last) }
        if ChildProtection.words.contains(form.word), call.seen(of: child.id).sees(.audit) {
            return "/children/\(child.id.number)/protection?recorded=\(form.word.rawValue)"
        }
        guard let episode = receipt.episode, form.word.form.about == .episode else {
            return "/children/\(child.id.number)?recorded=\(form.word.rawValue)"
        }
        if ActSetting.belongsToInterview(form.word) { return interview(of: episode) }
        let isOfSchool = call.state.episode(episode)?.facts.isSchoolCase ?? false
        let page = isOfSchool && call.seen(of: child.id).sees(.education) ? "/education" : ""
        return "/episodes/\(episode.number)\(page)?recorded=\(form.word.rawValue)"
    }

    private func interview(of episode: EpisodeID) -> String {
        "/episodes/\(episode.number)/interview?recorded=\(form.word.rawValue)"
    }

    /// Whether one goes back to the interview's own page after it.
    private static func belongsToInterview(_ word: EventWord) -> Bool {
        switch word {
        case .interviewNotAttended, .interviewWrittenForChild, .interviewAudited, .sharingAgreed, .findingRecorded,
            .findingNeedsNoAction, .intelligenceSubmitted, .intelligenceReceived, .intelligenceNotSubmitted:
            true
        default: false
        }
    }

    func page(
        _ call: Call, typed: FormFields, faults: [FieldFault], guardrail: GuardrailRefusal? = nil,
        keptAt: Instant? = nil
    ) async throws -> HTML {
        let telling = Telling(state: call.state, now: call.now)
        let name = child.facts.name
        let back = episode.map { ("/episodes/\($0.id.number)", "Episode") } ?? ("/children/\(child.id.number)", name)
        let title = ActWords.title(form.word)
        let view = ActFormView(
            form: form, typed: typed, faults: faults, guardrail: guardrail, draftKeptAt: keptAt, call: call,
            button: ActWords.button(form.word))
        let home = [("Board", "/"), (name, "/children/\(child.id.number)")]
        let crumbs = episode == nil ? home : home + [(back.1, back.0)]
        let original = try await original(call)
        let subject = original.map { event -> HTML in
            """
            <div class="card quote"><h2>The entry, as it was recorded</h2><p>\(Clock(now: call.now).moment(event.occurredAt)):
            <b>\(EventSentence(event: event, telling: telling).text)</b></p>\(EventDetails(event: event, telling: telling, access: call.access, seen: call.seen(of: child.id)).html)</div>
            """
        }
        let main: HTML = """
            \(Parts.breadcrumbs(crumbs, title))
            <div class="narrow"><h1>\(title)</h1><p class="lead">For \(telling.nameWithAge(child)). \(form.word.form.says)
            <span class="small">\(form.word.form.source)</span></p>\(subject)\(view.html)
            <p><a href="\(back.0)">Cancel</a></p></div>
            """
        return call.page(
            (faults.isEmpty ? "" : "Error: ") + "\(title): \(name)", main, scripts: [StaticFiles.drafts])
    }
}
