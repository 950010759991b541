// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Partnership
import Procedures

/// `/episodes/{episode}/letters`: the protocol's letters, filled in, changed, recorded as sent with their text.
enum LetterPages {
    @Sendable static func list(_ call: Call) async throws -> Response {
        let sent = try await SentLetters(call)
        return .page(call.page("Letters: \(call.child.facts.name)", LetterListView(call: call, sent: sent).html))
    }

    @Sendable static func show(_ call: Call) async throws -> Response {
        guard let model = LetterModel(call) else { throw PageFault.notFound }
        return .page(page(call, model, faults: []))
    }

    /// Fills in, or records as sent. Nothing goes out of this program: it says that somebody sent it.
    @Sendable static func write(_ call: Call) async throws -> Response {
        guard let model = LetterModel(call) else { throw PageFault.notFound }
        if call.form["act"] != "send" { return .page(page(call, model, faults: [])) }
        let faults = faults(model, call)
        if !faults.isEmpty { return .page(page(call, model, faults: faults), status: .unprocessableContent) }
        return try await call.record([model.act(call)]) { receipt in
            "/episodes/\(call.episode.id.number)/letters/sent/\(receipt.last.number)?recorded=letter-sent"
        } orShow: { refusal in
            let fault = FieldFault(control: "text", says: refusal.inFull)
            return .page(page(call, model, faults: [fault]), status: .unprocessableContent)
        }
    }

    private static func faults(_ model: LetterModel, _ call: Call) -> [FieldFault] {
        let values = LetterValues(call: call, pack: model.pack)
        var faults = model.lacking.map { place -> FieldFault in
            let control = model.asked.contains(place) ? LetterValues.prefix + place : "text"
            return FieldFault(
                control: control, says: "Nothing is filled in for {\(place)}: \(values.label(place).lowercased()).")
        }
        if model.text.trimmed.isEmpty { faults.append(FieldFault(control: "text", says: "The letter is empty.")) }
        if LetterModel.mostCharacters < model.text.count {
            faults.append(FieldFault(control: "text", says: "At most \(LetterModel.mostCharacters) characters."))
        }
        if call.form["how"].isEmpty { faults.append(FieldFault(control: "how", says: "Choose how it is sent.")) }
        return faults
    }

    private static func page(_ call: Call, _ model: LetterModel, faults: [FieldFault]) -> HTML {
        call.page(
            (faults.isEmpty ? "" : "Error: ") + "\(model.letter.title): \(call.child.facts.name)",
            LetterView(call: call, model: model, faults: faults).html)
    }

    /// A letter that was sent, as it was sent.
    @Sendable static func showSent(_ call: Call) async throws -> Response {
        let letter = try await sent(call, as: call.seen(of: call.child.id))
        let recorded: HTML =
            call.query["recorded"].isEmpty ? HTML() : Parts.notice("<p><b>Recorded:</b> the letter was sent.</p>")
        let path = "/episodes/\(call.episode.id.number)"
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), (call.child.facts.name, path), ("Letters", "\(path)/letters")], "As it was sent"))
            \(recorded)\(Parts.onPaper("\(path)/letters/sent/\(letter.position.number)/pdf", isTakenOut: call.access.may(.export, .episode, of: call.child.id)))
            <div class="sheet letter-sheet"><p class="small no-paper">\(letter.says)</p><div class="letter">\(Parts.lines(letter.text))</div></div>
            """
        return .page(call.page("Letter: \(call.child.facts.name)", main))
    }

    @Sendable static func pdf(_ call: Call) async throws -> Response {
        let letter = try await sent(call, as: Seen(call.access, of: call.child.id, taking: .export))
        let path = "/episodes/\(call.episode.id.number)/letters/sent/\(letter.position.number)"
        let document = PaperDocument(
            title: "Letter", page: path, body: "<div class=\"letter\">\(HTML(text: letter.text))</div>")
        return try await call.paper(document, named: "letter-\(letter.position.number)")
    }

    private static func sent(_ call: Call, as seen: Seen) async throws -> SentLetters.Sent {
        let number = call.parameters["sent"].flatMap { Int64($0) }
        let all = try await SentLetters(call, as: seen).all
        guard let found = all.first(where: { $0.position.number == number }) else { throw PageFault.notFound }
        return found
    }
}

extension Letter {
    /// "Advice to child"
    var title: String { id.spaced.capitalisedFirst }
}
