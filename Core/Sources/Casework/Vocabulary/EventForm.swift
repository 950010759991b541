// SPDX-License-Identifier: MIT

/// What one event word means, whose history it belongs to and which details it carries.
public struct EventForm: Sendable {
    /// Whose history the event belongs to.
    public enum Subject: String, Sendable {
        case child
        case episode
        case partnership
    }

    public let word: EventWord
    public let about: Subject
    /// What the event says happened, as a sentence.
    public let says: String
    /// Details without which it is not recorded.
    public let requires: [DetailKey]
    /// Details that it may carry besides. Every event may also carry `narrative` and `reference`.
    public let allows: [DetailKey]
    /// The roles that usually record it: the first is what a scenario means when it names nobody.
    public let usuallyBy: [Role]
    /// The clause it comes from, where there is one.
    public let source: String

    init(
        _ word: EventWord, _ about: Subject, _ says: String, requires: [DetailKey] = [], allows: [DetailKey] = [],
        by usuallyBy: [Role], source: String = ""
    ) {
        self.word = word
        self.about = about
        self.says = says
        self.requires = requires
        self.allows = allows
        self.usuallyBy = usuallyBy
        self.source = source
    }

    /// Whether events of this form may carry `key`.
    public func carries(_ key: DetailKey) -> Bool {
        key == .narrative || key == .reference || requires.contains(key) || allows.contains(key)
            || word == .corrected
    }
}

extension EventWord {
    /// What this word means and which details it carries.
    public var form: EventForm {
        guard let form = EventForm.all[self] else {
            preconditionFailure("each event word has a form; a test walks through them all")
        }
        return form
    }
}

extension EventForm {
    /// Every form by its word.
    public static let all: [EventWord: EventForm] = Dictionary(
        (childForms + preventionForms + accessForms + reportForms + policeForms + awayForms + safeguardingForms
            + returnForms
            + interviewForms + interviewWorkForms + childsOwnForms + afterForms + keepingForms
            + educationForms + partnershipForms + meetingForms + planForms + concernForms + emergencyPlaceForms
            + interviewServiceForms + handOverForms + joiningForms).map { ($0.word, $0) },
        uniquingKeysWith: { first, _ in first }
    )
}
