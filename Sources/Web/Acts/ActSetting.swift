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
    /// The entry that a correction is of.
    let corrected: Mark?

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
        let setting = Choices.Setting(state: call.state, pack: pack, role: call.account.role)
        let corrected = try ActSetting.corrected(word, call, episode?.history ?? child.history)
        self.corrected = corrected
        form = corrected.map { ActForm(correcting: $0.word, in: setting) } ?? ActForm(word, in: setting)
    }

    private static func corrected(_ word: EventWord, _ call: Call, _ history: History) throws(PageFault) -> Mark? {
        guard word == .corrected else { return nil }
        let entry = call.form["what"].isEmpty ? call.query["what"] : call.form["what"]
        let found = Int64(entry).flatMap { number in history.recorded.first { $0.position == Position(number) } }
        guard let found, found.word != .corrected else { throw .notFound }
        return found
    }

    /// The whole entry that a correction is of, as it was recorded.
    func original(_ call: Call) async throws -> Event? {
        guard let corrected else { return nil }
        for case .event(_, let event) in try await call.site.told([corrected.position]) { return event }
        return nil
    }

    /// What a form holds before anything is typed.
    func prefilled(_ original: Event?) -> FormFields {
        guard let original, let corrected else { return FormFields() }
        var form = DetailFields.written(original.details)
        form["what"] = String(corrected.position.number)
        return form
    }

    /// Of a correction, only what differs from the entry; of anything else, all that was typed.
    func changed(_ typed: FormFields, from original: Event?) -> FormFields {
        guard let original else { return typed }
        let before = DetailFields.written(original.details)
        var changed = typed
        for field in form.fields where ![.reason, .at, .withdrawn].contains(field.key) {
            let names = Set(
                (before.all + typed.all).map(\.name).filter { $0 == field.name || $0.hasPrefix(field.name + ".") })
            if names.allSatisfy({ before.values($0) == typed.values($0) }) { changed.remove { names.contains($0) } }
        }
        return changed
    }

    func place(after receipt: Receipt) -> String {
        guard let episode = receipt.episode, form.word.form.about == .episode else {
            return "/children/\(child.id.number)?recorded=\(form.word.rawValue)"
        }
        return "/episodes/\(episode.number)?recorded=\(form.word.rawValue)"
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
        let original = try await original(call)
        let subject = original.map { event -> HTML in
            """
            <div class="card quote"><h2>The entry, as it was recorded</h2><p>\(Clock(now: call.now).moment(event.occurredAt)):
            <b>\(EventSentence(event: event, telling: telling).text)</b></p>\(EventDetails(event: event, telling: telling, access: call.access).html)</div>
            """
        }
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), (name, "/children/\(child.id.number)"), (back.1, back.0)], title))
            <div class="narrow"><h1>\(title)</h1><p class="lead">For \(telling.nameWithAge(child)). \(form.word.form.says)
            <span class="small">\(form.word.form.source)</span></p>\(subject)\(view.html)
            <p><a href="\(back.0)">Cancel</a></p></div>
            """
        return call.page(
            (faults.isEmpty ? "" : "Error: ") + "\(title): \(name)", main, scripts: [StaticFiles.drafts])
    }
}
