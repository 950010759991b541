// SPDX-License-Identifier: MIT

/// A piece of a record that is read, and shown or not, as one: what an entry says in a sentence, or one of its texts.
public struct Passage: Hashable, Sendable {
    /// The entry it comes from.
    public let position: Position
    /// The detail whose text it is; nil for the entry's own sentence with its facts.
    public let key: DetailKey?
    /// "9 June 2015 at 06:10: social worker wrote a note".
    public let heading: String
    public let text: String
    /// What happened, which may be a reason to hold it back as a whole.
    public let word: EventWord
    /// What the program itself puts before a colon at the beginning of a line: "Recorded by". It is nobody's name.
    public let labels: Set<String>

    public init(
        position: Position, key: DetailKey?, heading: String, text: String, word: EventWord, labels: Set<String> = []
    ) {
        (self.position, self.key, self.heading, self.text, self.word) = (position, key, heading, text, word)
        self.labels = labels
    }

    /// The same for the same passage at every look: "412" or "412.narrative".
    public var id: String { key.map { "\(position).\($0.name)" } ?? "\(position)" }
}

/// Words in a passage that may say something about somebody else.
public struct PassageFinding: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case otherChild = "other-child"
        case worker
        /// Somebody whom the record names as a parent, friend, relative or associate of the child.
        case person
        case agency
        /// Capitalised words that are nobody's whom the record knows.
        case name
        case phone
        case email
        case postcode
        case address

        /// "another child": what stands in place of the words where they are blacked out.
        public var says: String {
            switch self {
            case .otherChild: "another child"
            case .worker: "a worker"
            case .person: "another person"
            case .agency: "an agency"
            case .name: "a name"
            case .phone: "a telephone number"
            case .email: "an e-mail address or account"
            case .postcode: "a postcode"
            case .address: "an address"
            }
        }

        /// Whether blacking out is what is proposed. People who act in their work are named: DPA 2018 Sch 2 para 17.
        public var isBlackedOutByDefault: Bool { self != .worker && self != .agency }
    }

    public let kind: Kind
    /// As it is written in the passage.
    public let words: String

    public init(kind: Kind, words: String) { (self.kind, self.words) = (kind, words) }
}
