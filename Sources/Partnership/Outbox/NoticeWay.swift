// SPDX-License-Identifier: MIT

import WorkingTime

/// By which way a notice reaches somebody.
public enum NoticeWay: String, CaseIterable, Hashable, Sendable {
    /// On the screen of who signs in: always.
    case inbox
    case email
    case text
    /// To an agency's own system.
    case webhook
    /// Nobody here has the role: somebody has to see to it that there is one.
    case nobody

    public var spoken: String {
        switch self {
        case .inbox: "on screen"
        case .email: "email"
        case .text: "text message"
        case .webhook: "the agency’s own system"
        case .nobody: "nobody"
        }
    }
}

/// How somebody wants to be told beside their inbox.
public struct NoticeReach: Hashable, Sendable {
    /// Where email goes; nil where they want none.
    public var email: String?
    /// Where text messages go; nil where they want none.
    public var text: String?
    /// When only what is urgent disturbs them; nil for never.
    public var quietHours: QuietHours?

    public init(email: String? = nil, text: String? = nil, quietHours: QuietHours? = nil) {
        (self.email, self.text, self.quietHours) = (email, text, quietHours)
    }

    /// The address for a way; nil where there is none.
    public func address(_ way: NoticeWay) -> String? {
        switch way {
        case .email: email
        case .text: text
        case .inbox, .webhook, .nobody: nil
        }
    }

    /// The ways beside the inbox.
    public var ways: [NoticeWay] { [.email, .text].filter { address($0) != nil } }
}

/// Where people's addresses are kept. They are asked for each time something is sent, so that a correction counts from
/// then on, and no copy lies with the messages.
public protocol NoticeDirectory: Sendable {
    /// How a worker wants to be told; nil where they have no sign-in, or it was stopped.
    func reach(of worker: String) async throws -> NoticeReach?
}
