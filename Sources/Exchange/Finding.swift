// SPDX-License-Identifier: MIT

/// Something in a file that could not be taken as it stands, and where it is.
public struct Finding: Hashable, Sendable {
    public let file: String
    /// Counted from 1, the header line counted; nil where the whole file is meant.
    public let line: Int?
    public let column: String?
    /// The value as written.
    public let value: String?
    public let says: String
    /// True where the row or the file, rather than one value, is not what it should be.
    public internal(set) var isAboutShape = false

    public init(file: String, line: Int? = nil, column: String? = nil, value: String? = nil, says: String) {
        self.file = file
        self.line = line
        self.column = column
        self.value = value
        self.says = says
    }
}

/// The findings of one run, up to a number that somebody could still read, and how many there were beyond.
public struct Findings: Sendable {
    public private(set) var listed: [Finding] = []
    public private(set) var beyond = 0
    /// True when a row does not have the shape of its table, so that an import must not go on.
    public private(set) var breaksShape = false
    public let limit: Int

    public init(limit: Int = 10_000) {
        self.limit = limit
    }

    public mutating func add(_ finding: @autoclosure () -> Finding) {
        if listed.count < limit { listed.append(finding()) } else { beyond += 1 }
    }

    public mutating func addBrokenShape(_ finding: @autoclosure () -> Finding) {
        breaksShape = true
        var finding = finding()
        finding.isAboutShape = true
        // Never crowded out by odd values: an import is refused by these.
        if listed.count < limit * 2 { listed.append(finding) } else { beyond += 1 }
    }

    public var count: Int { listed.count + beyond }
}
