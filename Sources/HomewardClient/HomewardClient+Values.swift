// SPDX-License-Identifier: MIT

extension HomewardClient {
    /// What is said of something, under the names of the vocabulary.
    public typealias Details = [String: Detail]

    /// One value of the details.
    public enum Detail: Codable, Hashable, Sendable {
        case text(String)
        case number(Int)
        case flag(Bool)
        case texts([String])
        case numbers([Int])
        case answers([Headed])

        public init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let flag = try? value.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? value.decode(Int.self) {
                self = .number(number)
            } else if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let texts = try? value.decode([String].self) {
                self = .texts(texts)
            } else if let numbers = try? value.decode([Int].self) {
                self = .numbers(numbers)
            } else {
                self = .answers(try value.decode([Headed].self))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            switch self {
            case .text(let text): try value.encode(text)
            case .number(let number): try value.encode(number)
            case .flag(let flag): try value.encode(flag)
            case .texts(let texts): try value.encode(texts)
            case .numbers(let numbers): try value.encode(numbers)
            case .answers(let answers): try value.encode(answers)
            }
        }
    }

    /// A question, by its name in the protocol, and what was answered.
    public struct Headed: Codable, Hashable, Sendable {
        public let question: String
        public let answer: String

        public init(question: String, answer: String) { (self.question, self.answer) = (question, answer) }
    }

    /// Who is missing, and what is known of it.
    public struct Report: Encodable, Hashable, Sendable {
        var child: Int?
        var newChild: Details?
        var isNobodyKnown: Bool?
        public var occurredAt: String?
        public var details: Details

        /// A child whom the record has.
        public init(child: Int, details: Details, occurredAt: String? = nil) {
            (self.child, self.details, self.occurredAt) = (child, details, occurredAt)
        }

        /// A child whom it does not have; `isNobodyKnown` once those were looked at who may be meant.
        public init(newChild: Details, details: Details, isNobodyKnown: Bool = false, occurredAt: String? = nil) {
            (self.newChild, self.details, self.occurredAt) = (newChild, details, occurredAt)
            self.isNobodyKnown = isNobodyKnown
        }
    }

    /// What was recorded, and is on disk.
    public struct Recorded: Decodable, Hashable, Sendable {
        public let child: Int
        public let episode: Int?
        /// Where the last entry stands in the record.
        public let entry: Int
        public let duty: Duty?
    }

    public struct Program: Decodable, Hashable, Sendable {
        public let name, role, endsAt: String
        public let agency: String?
        public let scopes, operations: [String]
        public let mayReport: Bool
        public let requestsAtOnce, requestsPerSecond: Int
    }

    public struct OpenEpisodes: Decodable, Hashable, Sendable {
        public let asOf: String
        /// From where changes go on.
        public let cursor: String
        public let episodes: [EpisodeFacts]
    }

    /// An episode in short; what is not for the program is nil.
    public struct EpisodeFacts: Decodable, Hashable, Sendable {
        public let episode, child: Int
        public let stage: String
        public let name, since, returnedAt, closedAt, category, grade, careKind, reportedAt, locatedAt: String?
        public let nextReview, from: String?
        public let isLocated: Bool?
    }

    /// An episode with what happened in it.
    public struct Episode: Decodable, Hashable, Sendable {
        public let facts: EpisodeFacts
        /// Words that may be recorded of it.
        public let mayRecord: [String]
        public let entries: [Entry]
        /// What was seen, for deciding on it.
        public let tag: String

        private enum Keys: String, CodingKey { case mayRecord, entries }

        public init(from decoder: any Decoder) throws {
            facts = try EpisodeFacts(from: decoder)
            let object = try decoder.container(keyedBy: Keys.self)
            mayRecord = try object.decode([String].self, forKey: .mayRecord)
            entries = try object.decode([Entry].self, forKey: .entries)
            tag = decoder.userInfo[HomewardClient.tagKey] as? String ?? ""
        }
    }

    public struct Entry: Decodable, Hashable, Sendable {
        public let entry: Int
        public let word, occurredAt, recordedAt, role: String
        public let details: Details
    }

    public struct Duties: Decodable, Hashable, Sendable {
        public let asOf: String
        public let duties: [Duty]
        public let isMore: Bool?
    }

    public struct Duty: Decodable, Hashable, Sendable {
        public let child, instance: Int
        public let episode: Int?
        public let duty, what, state, owedBy, recordedAs, source: String
        public let isYours, isLocalChoice: Bool
        public let recordedWith: Details
        public let from, due, endedAt, escalatedTo, agency: String?
        public let why: [String]?
    }

    public struct FoundChild: Decodable, Hashable, Sendable {
        public let child: Int
        public let name, why: String
        /// Whether it is written as in the record.
        public let isSame: Bool
        public let born, sex: String?
        public let openEpisode: Int?
    }

    public struct Child: Decodable, Hashable, Sendable {
        public let child: Int
        public let details: Details
        public let isLookedAfter: Bool
        public let episodes: [EpisodeFacts]?
    }

    public struct Accounts: Decodable, Hashable, Sendable {
        public let episode: Int
        public let accounts: [Entry]
        public let differences: [Difference]
    }

    public struct Difference: Decodable, Hashable, Sendable {
        public let about: String
        public let isOpen: Bool
        public let said: [Said]
        public let settledBy: Int?
    }

    public struct Said: Decodable, Hashable, Sendable {
        public let entry: Int
        public let details: Details
    }

    public struct Changes: Decodable, Hashable, Sendable {
        public let changes: [Change]
        public let next: String
        public let isMore: Bool
    }

    public struct Change: Decodable, Hashable, Sendable {
        public let entry, child: Int
        public let episode: Int?
        public let word, occurredAt, recordedAt, role: String
    }
}
