// SPDX-License-Identifier: MIT

/// Something to read for children, parents, carers, schools or professionals.
public struct InformationSheet: Hashable, Sendable {
    public let id: String
    public let readers: [Reader]
    public let title: String
    public let says: String
    public let note: String?
    public let source: String

    public enum Reader: String, CaseIterable, Hashable, Sendable {
        case children
        case parents
        case carers
        case schools
        case professionals
    }
}
