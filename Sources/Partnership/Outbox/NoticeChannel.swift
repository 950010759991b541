// SPDX-License-Identifier: MIT

import WorkingTime

/// What is handed to a channel: it says of no child anything but that there is something to see.
public struct OutgoingNotice: Hashable, Sendable {
    /// The same each time that it is tried, so that whoever receives it twice can tell.
    public let key: String
    /// The mail address, the number or the web address; for a file, the worker's short name.
    public let address: String
    public let isUrgent: Bool
    public let madeAt: Instant
    /// Where to sign in and see it.
    public let link: String
    /// Whether it was tried before without a clear answer.
    public let isRepeated: Bool

    public init(key: String, address: String, isUrgent: Bool, madeAt: Instant, link: String, isRepeated: Bool) {
        (self.key, self.address, self.isUrgent, self.madeAt) = (key, address, isUrgent, madeAt)
        (self.link, self.isRepeated) = (link, isRepeated)
    }

    /// In one line.
    public var subject: String {
        isUrgent ? "Homeward: something urgent to see" : "Homeward: something to see"
    }

    /// The whole message.
    public var text: String {
        let first =
            isUrgent
            ? "There is something urgent for you to see in Homeward." : "There is something for you to see in Homeward."
        return "\(first) Sign in: \(link)"
    }
}

/// What came of handing it over.
public enum Carried: Hashable, Sendable {
    /// It was taken, under a reference of the receiver's where it gave one.
    case taken(reference: String)
    /// It will never be taken as it is: a wrong address, a wrong key. Somebody has to mend something.
    case refused(String)
    /// It was not taken, or nobody knows; to be tried again.
    case failed(String)
}

/// Carries notices out of the house. It never throws: what went wrong is an answer, in words that name nobody.
public protocol NoticeChannel: Sendable {
    func carry(_ notice: OutgoingNotice) async -> Carried
}
