// SPDX-License-Identifier: MIT
/// Why stored bytes are no event.
public enum StoredFormFault: Error, Hashable, Sendable {
    /// No JSON from this byte on.
    case notJSON(offset: Int)
    /// Nested deeper than any form of ours.
    case tooDeep
    case unknownVersion(Int)
    case unknownWord(String)
    case unknownRole(String)
    /// A field that every event has is not there.
    case lacking(String)
    /// A field holds another kind of value than it must.
    case wrongType(String)
}
