// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// The form for recording one act: its fields, made from the vocabulary of events.
struct ActForm: Sendable {
    let word: EventWord
    let fields: [ActField]

    /// `isAboutEntry`: the address names the entry that the act is about, so that nobody is asked for its number.
    init(_ word: EventWord, in setting: Choices.Setting, isAboutEntry: Bool = false) {
        self.word = word
        let form = word.form
        let hidden = ActForm.hidden(word).union(isAboutEntry ? [.what] : []).union(setting.hidden)
        var keys: [(DetailKey, Bool)] = form.requires.map { ($0, true) } + form.allows.map { ($0, false) }
        if word != .noteAdded { keys.append((.narrative, false)) }
        if !form.requires.contains(.reference) && !form.allows.contains(.reference) { keys.append((.reference, false)) }
        fields = ActForm.inOrder(keys, word).filter { !hidden.contains($0.0) }
            .map { ActField($0.0, of: word, isRequired: $0.1, in: setting) }
    }

    /// What is most needed of what is not required stands first, so that it is not folded away.
    private static func inOrder(_ keys: [(DetailKey, Bool)], _ word: EventWord) -> [(DetailKey, Bool)] {
        let first: [DetailKey] = word == .childRegistered ? [.born, .responsible, .address, .postcode] : [.concern]
        let wanted = first.filter { key in keys.contains { $0.0 == key && !$0.1 } }
        return keys.filter(\.1) + wanted.map { ($0, false) }
            + keys.filter { key, isRequired in !isRequired && !wanted.contains(key) }
    }

    /// A correction of an entry: those of its own fields that its writer may see, none of them needed.
    init(correcting corrected: EventWord, in setting: Choices.Setting, showing isShown: (DetailKey) -> Bool) {
        word = .corrected
        let form = corrected.form
        let hidden = ActForm.hidden(corrected).union(setting.hidden).union([
            .reason, .at, .withdrawn, .narrative, .reference,
        ])
        let own =
            [ActField(.reason, of: .corrected, isRequired: true, in: setting)]
            + [DetailKey.withdrawn, .at].map { ActField($0, of: .corrected, isRequired: false, in: setting) }
        fields =
            own
            + (form.requires + form.allows).filter { !hidden.contains($0) && isShown($0) }
            .map { ActField($0, of: corrected, isRequired: false, in: setting) }
    }

    /// When it happened, which every act says.
    static let occurredName = "occurred"

    /// Reads what was typed into an act, or tells what is wrong with it.
    func read(_ form: FormFields, for subject: Act.Subject, now: Instant) -> (act: Act, faults: [FieldFault]) {
        var faults: [FieldFault] = []
        var details = DetailFields.read(fields, in: form, now: now, faults: &faults)
        if word == .questionsAnswered, details[.answers] == nil, details[.unanswered] == nil {
            faults.append(
                FieldFault(
                    control: "answers", says: "Answer at least one question, or say that it could not be answered"))
        }
        let asksEntry = fields.contains { $0.key == .what }
        if !asksEntry, word.form.carries(.what), let entry = Int(form["what"]) {
            details[.what] = .number(entry)
        }
        for key in ActForm.carried where word.form.carries(key) {
            if key.holds == .number, let number = Int(form[key.name]) { details[key] = .number(number) }
            let words = form.values(key.name)
            if key.holds == .words, !words.isEmpty { details[key] = .words(words) }
        }
        var occurredAt = UncertainTime.at(now)
        do {
            occurredAt = try TimeFields.read(ActForm.occurredName, in: form, now: now)
        } catch .says(let text) {
            faults.append(FieldFault(control: ActForm.occurredName, says: text))
        } catch {
            // Nothing was said, as of a form without that question: it happens now.
        }
        return (Act(word, subject, occurredAt: occurredAt, details: details), faults)
    }

    /// The control beside which a refusal belongs.
    func fault(for refusal: Refusal) -> FieldFault {
        let says = refusal.inFull
        let key = refusal.detail
        if let key, fields.contains(where: { $0.key == key }) { return FieldFault(control: key.name, says: says) }
        return FieldFault(control: key == .at ? ActForm.occurredName : "act", says: says)
    }

    /// Whether it is about an entry of the record, which the form's address names.
    static func namesEntry(_ word: EventWord) -> Bool { word == .corrected || word == .glassBreakReviewed }

    /// Whether it may be about an entry, which the page that leads to the form names.
    static func mayNameEntry(_ word: EventWord) -> Bool {
        switch word {
        case .actionAgreed, .findingNeedsNoAction, .intelligenceReceived, .intelligenceSubmitted,
            .intelligenceNotSubmitted, .interviewAudited, .childAnswered, .childCorrected:
            true
        default: false
        }
    }
    /// Details that the address brings along: which meeting, which line, which triggers.
    static let carried: [DetailKey] = [.meeting, .line, .triggers]

    /// The entries that an act may be about where its address names one: an action, what a child said.
    static let aboutEntries: [EventWord: Set<EventWord>] = [
        .actionDone: [.actionAgreed], .actionChased: [.actionAgreed], .actionChanged: [.actionAgreed],
        .actionDropped: [.actionAgreed], .feedbackAnswered: [.feedbackReceived, .childWrote],
    ]
    /// Details that the system or another control fills in.
    private static func hidden(_ word: EventWord) -> Set<DetailKey> {
        var hidden: Set<DetailKey> = [.digest, .importReference, .unanswered, .withChildren, .rows, .content, .type]
        hidden.formUnion(carried)
        if ActForm.namesEntry(word) || ActForm.mayNameEntry(word) { hidden.insert(.what) }
        if word == .interviewHeld { hidden.formUnion([.kind, .episodes]) }
        if word.isOfConcern { hidden.insert(.concern) }
        if word.isOfEmergencyPlaces { hidden.insert(.shelter) }
        return hidden
    }
}
