// SPDX-License-Identifier: MIT

import Matching

/// What is known about names and how findings weigh, from the folder `Names` that an area may edit.
public struct NamesFolder: Sendable {
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// Why the folder cannot be used, in a sentence.
    public struct Refusal: Error, Hashable {
        public let sentence: String
    }

    /// Spellings, equivalent names and particles.
    public func names() throws(Refusal) -> NameKnowledge {
        var rules: [SpellingRules.Rule] = []
        try each("spellings.csv", columns: ["where", "written", "read"]) { fields, line throws(Refusal) in
            guard let place = SpellingRules.Place(rawValue: fields[0]) else {
                let known = SpellingRules.Place.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal(sentence: "spellings.csv, line \(line): “\(fields[0])” is none of \(known).")
            }
            rules.append(SpellingRules.Rule(place: place, written: fields[1], read: fields[2]))
        }
        var classes: [[String]] = []
        try each("equivalents.csv", columns: ["names"]) { fields, _ throws(Refusal) in
            classes.append(fields[0].split(separator: " ").map(String.init))
        }
        if classes.count >= Int(UInt16.max) { throw Refusal(sentence: "equivalents.csv has more than 65,534 lines.") }
        var particles: [String] = []
        try each("particles.csv", columns: ["particle"]) { fields, _ throws(Refusal) in particles.append(fields[0]) }
        return NameKnowledge(spellings: SpellingRules(rules), classes: classes, particles: particles)
    }

    /// The weights that were shipped or trained.
    public func weights() throws(Refusal) -> Weights {
        try Self.weights(file: "\(path)/weights.csv")
    }

    /// The weights of one file.
    public static func weights(file: String) throws(Refusal) -> Weights {
        var named: [(name: String, weight: Float)] = []
        try each(file, columns: ["finding", "weight"]) { fields, line throws(Refusal) in
            guard let weight = Float(fields[1]), weight.isFinite else {
                throw Refusal(sentence: "\(file), line \(line): “\(fields[1])” is no weight.")
            }
            named.append((fields[0], weight))
        }
        guard let weights = Weights(named) else {
            throw Refusal(sentence: "\(file) names a finding that this program does not know; train the weights anew.")
        }
        return weights
    }

    private func each(
        _ name: String, columns: [String], _ take: ([String], Int) throws(Refusal) -> Void
    ) throws(Refusal) {
        try Self.each("\(path)/\(name)", columns: columns, take)
    }

    private static func each(
        _ file: String, columns: [String], _ take: ([String], Int) throws(Refusal) -> Void
    ) throws(Refusal) {
        let rows: [([String], Int)]?
        do throws(CSVFault) {
            rows = try Self.rows(of: file, columns: columns)
        } catch {
            throw Refusal(sentence: "\(file): \(error.sentence)")
        }
        guard let rows else {
            throw Refusal(sentence: "\(file) has not the columns \(columns.joined(separator: ", ")).")
        }
        for (fields, line) in rows { try take(fields, line) }
    }

    private static func rows(of file: String, columns: [String]) throws(CSVFault) -> [([String], Int)]? {
        var reader = try CSVReader(file: file)
        var record = CSVRecord()
        _ = try reader.next(into: &record)
        let heads = (0..<record.count).map { record.text($0) }
        let places = columns.compactMap { heads.firstIndex(of: $0) }
        if places.count < columns.count { return nil }
        var rows: [([String], Int)] = []
        while try reader.next(into: &record) { rows.append((places.map { record.text($0) }, record.line)) }
        return rows
    }
}
