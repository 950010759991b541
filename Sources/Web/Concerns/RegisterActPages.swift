// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Partnership

/// A form for every act of a register of the partnership: `?act=…` says which, and about which entry.
struct RegisterActPages {
    let register: RegisterActs

    init(_ register: RegisterActs) { self.register = register }

    func show(_ call: Call) async throws -> Response {
        guard let act = try act(call, call.query) else { return .page(chooser(call)) }
        let draft = try await call.site.accounts.draft(register.path, of: call.account)
        let kept = draft.flatMap { $0.fields["act"] == act.word.rawValue && $0.fields["entry"] == act.entry ? $0 : nil }
        return .page(
            page(call, act, typed: call.query.merging(kept?.fields ?? FormFields()), faults: []))
    }

    func record(_ call: Call) async throws -> Response {
        guard let chosen = try act(call, call.form) else {
            return .page(chooser(call), status: .unprocessableContent)
        }
        var (act, faults) = chosen.form.read(call.form, for: .partnership, now: call.now)
        if let number = Int(chosen.entry) { act.details[register.key] = .number(number) }
        if !faults.isEmpty {
            return .page(page(call, chosen, typed: call.form, faults: faults), status: .unprocessableContent)
        }
        let given = act
        return try await call.record([given]) { receipt in
            place(after: receipt, chosen)
        } orShow: { refusal in
            .page(
                page(call, chosen, typed: call.form, faults: [chosen.form.fault(for: refusal)]),
                status: .unprocessableContent)
        }
    }

    private struct Chosen {
        let word: EventWord
        /// The number of the entry that it is about, as typed; empty where it begins one.
        let entry: String
        let name: String
        let form: ActForm
    }

    /// The act that the address or the form names, where it is theirs; nil where it names none. An entry that is not theirs
    /// to read is not there.
    private func act(_ call: Call, _ fields: FormFields) throws(PageFault) -> Chosen? {
        if fields["act"].isEmpty { return nil }
        guard let word = EventWord(rawValue: fields["act"]), register.words.contains(word),
            call.account.role.mayRecord(word)
        else { throw .notFound }
        let entry = fields["entry"].isEmpty ? fields[register.key.name] : fields["entry"]
        var name = ""
        if !RegisterActs.enters(word) {
            guard let found = Int(entry).flatMap({ self.name(of: $0, call) }) else { throw .notFound }
            name = found
        }
        let setting = Choices.Setting(
            state: call.state, pack: call.site.partnership.shelf.standing, role: call.account.role, access: call.access)
        return Chosen(word: word, entry: name.isEmpty ? "" : entry, name: name, form: ActForm(word, in: setting))
    }

    private func name(of number: Int, _ call: Call) -> String? {
        if register.key == .shelter { return call.state.emergencyPlaces[number]?.name }
        return call.state.concerns[number].flatMap { call.access.mayRead($0) ? $0.name : nil }
    }

    private func place(after receipt: Receipt, _ chosen: Chosen) -> String {
        guard register.key == .concern else { return "\(register.home)?recorded=\(chosen.word.rawValue)" }
        let number = Int(chosen.entry) ?? Int(receipt.first.number)
        if chosen.word == .entryOfConcernRestricted { return "\(register.home)?recorded=\(chosen.word.rawValue)" }
        return "\(register.home)/\(number)?recorded=\(chosen.word.rawValue)"
    }

    private func page(_ call: Call, _ chosen: Chosen, typed: FormFields, faults: [FieldFault]) -> HTML {
        let title = ActWords.title(chosen.word)
        let carried: HTML = """
            <input type="hidden" name="act" value="\(chosen.word.rawValue)"><input type="hidden" name="entry" value="\(chosen.entry)">
            """
        var view = ActFormView(
            form: chosen.form, typed: typed, faults: faults, call: call, button: ActWords.button(chosen.word))
        view.carried = carried
        let back =
            register.key == .concern && !chosen.entry.isEmpty ? "\(register.home)/\(chosen.entry)" : register.home
        var crumbs = [("Board", "/"), (register.title, register.home)]
        if back != register.home { crumbs.append((chosen.name, back)) }
        let about: HTML = chosen.name.isEmpty ? HTML() : "<b>\(chosen.name)</b>. "
        let main: HTML = """
            \(Parts.breadcrumbs(crumbs, title))
            <div class="narrow"><h1>\(title)</h1><p class="lead">\(about)\(chosen.word.form.says)
            <span class="small">\(chosen.word.form.source)</span></p>\(view.html)<p><a href="\(back)">Cancel</a></p></div>
            """
        let start = faults.isEmpty ? "" : "Error: "
        return call.page("\(start)\(title)", main, in: register.section, scripts: [StaticFiles.drafts])
    }

    private func chooser(_ call: Call) -> HTML {
        let links = register.words.filter { RegisterActs.enters($0) && call.account.role.mayRecord($0) }
            .map { word -> HTML in
                "<li><a href=\"\(register.path)?act=\(word.rawValue)\">\(ActWords.title(word))</a></li>"
            }
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), (register.title, register.home)], "Record something"))
            <h1>What do you want to record?</h1><ul class="plain">\(links)</ul>
            <p>What is about an entry is recorded from <a href="\(register.home)">the register</a>.</p>
            """
        return call.page("What do you want to record?", main, in: register.section)
    }
}
