// SPDX-License-Identifier: MIT

/// Why the record did not give what was asked for, or recorded nothing (RFC 9457).
public struct HomewardProblem: Error, Decodable, Hashable, Sendable {
    /// What is wrong with one value that was sent.
    public struct Finding: Decodable, Hashable, Sendable {
        /// Where it stands (RFC 6901).
        public let pointer: String
        public let says: String
    }

    public let type: String
    public let title: String
    public let status: Int
    /// What is so.
    public let detail: String
    /// What would satisfy it.
    public let wayOn: String?
    /// Of a fault: what whoever runs the record finds it under.
    public let reference: String?
    public let findings: [Finding]?
    /// The episode that is open already, where the child has been reported.
    public let episode: Int?
    /// The children who may be meant, where a new one was told of.
    public let children: [HomewardClient.FoundChild]?
    /// How long to wait before asking again, where waiting helps.
    public internal(set) var retryAfterSeconds: Int?

    /// The kind without what all of them begin with: `findings`, `guardrail`, `perhaps-known`…
    public var kind: String { String(type.split(separator: ":").last ?? "") }
}
