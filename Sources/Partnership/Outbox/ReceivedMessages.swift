// SPDX-License-Identifier: MIT

import Foundation
import WorkingTime

/// Which messages of other systems were taken, so that none counts twice. Of each its number and its digest are kept,
/// and nothing of what it says.
public protocol ReceivedMessages: Sendable {
    /// The SHA-256 of the message that a sender gave this number; nil where none was taken.
    func digest(of message: String, from sender: String) throws -> Data?

    /// Notes that it was taken. A number that is there already stays as it is.
    func note(_ message: String, from sender: String, digest: Data, at instant: Instant) throws
}
