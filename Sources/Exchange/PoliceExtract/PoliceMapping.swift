// SPDX-License-Identifier: MIT
import Yams

/// Which column of a police extract is what. Forces differ; a mapping is a file that people edit.
public struct PoliceMapping: Sendable {
    /// What a column may be mapped to.
    public enum Part: String, CaseIterable, Hashable, Sendable {
        case reference, child, forename, surname, person, born, sex, ethnicity
        case reported, reportedTime = "reported-time"
        case category
        case began, beganTime = "began-time"
        case ended, endedTime = "ended-time"
        case risk, from, placeFound = "place-found", account
    }

    public enum DayOrder: String, Sendable { case dayFirst = "day-first", yearFirst = "year-first" }

    public let title: String
    public let separator: UInt8
    public let dates: DayOrder
    /// Columns by part, in capitals and without white space around.
    public let columns: [Part: String]
    /// Words of the category column, in capitals, and what they mean.
    public let categories: [String: AbsenceWord]

    public enum AbsenceWord: String, Sendable { case missing, absent, away }

    /// Why a mapping cannot be used: sentences with the key they are about.
    public struct Refusal: Error, Hashable, Sendable {
        public let sentences: [String]
    }

    /// Reads the YAML of a mapping file.
    public init(yaml: String) throws(Refusal) {
        let loaded: Any?
        do { loaded = try Yams.load(yaml: yaml) } catch {
            throw Refusal(sentences: ["The mapping is not YAML that can be read."])
        }
        guard let root = loaded as? [String: Any] else {
            throw Refusal(sentences: ["The mapping must be a list of keys, such as title, columns and categories."])
        }
        var faults: [String] = []
        title = root["title"] as? String ?? "Police extract"
        separator = PoliceMapping.separator(root["separator"], &faults)
        dates = PoliceMapping.order(root["dates"], &faults)
        columns = PoliceMapping.columns(root["columns"], &faults)
        categories = PoliceMapping.categories(root["categories"], &faults)
        for key in root.keys.sorted()
        where !["title", "about", "separator", "dates", "columns", "categories"].contains(key) {
            faults.append("“\(key)” is not a key of a mapping.")
        }
        if !faults.isEmpty { throw Refusal(sentences: faults) }
    }

    private static func separator(_ value: Any?, _ faults: inout [String]) -> UInt8 {
        switch value as? String {
        case nil, "comma": return UInt8(ascii: ",")
        case "semicolon": return UInt8(ascii: ";")
        case "tab": return UInt8(ascii: "\t")
        case let other?:
            faults.append("separator: “\(other)” is not comma, semicolon or tab.")
            return UInt8(ascii: ",")
        }
    }

    private static func order(_ value: Any?, _ faults: inout [String]) -> DayOrder {
        guard let word = value as? String else { return .dayFirst }
        if let order = DayOrder(rawValue: word) { return order }
        faults.append("dates: “\(word)” is not day-first or year-first.")
        return .dayFirst
    }

    private static func columns(_ value: Any?, _ faults: inout [String]) -> [Part: String] {
        guard let pairs = value as? [String: Any] else {
            faults.append("columns: there are none.")
            return [:]
        }
        var columns: [Part: String] = [:]
        for (key, column) in pairs.sorted(by: { $0.key < $1.key }) {
            guard let part = Part(rawValue: key) else {
                faults.append(
                    "columns: “\(key)” is not one of \(Part.allCases.map(\.rawValue).joined(separator: ", ")).")
                continue
            }
            columns[part] = String(describing: column).trimmed.uppercased()
        }
        let namesChild = columns[.child] != nil || columns[.person] != nil || columns[.surname] != nil
        if !namesChild { faults.append("columns: one of child, person or surname must say who the child is.") }
        if columns[.began] == nil, columns[.reported] == nil {
            faults.append("columns: began or reported must say when it was.")
        }
        return columns
    }

    private static func categories(_ value: Any?, _ faults: inout [String]) -> [String: AbsenceWord] {
        guard let value else { return ["MISSING": .missing, "ABSENT": .absent] }
        guard let lists = value as? [String: Any] else {
            faults.append("categories: must give, for missing, absent and away, the words of the extract.")
            return [:]
        }
        var categories: [String: AbsenceWord] = [:]
        for (key, words) in lists.sorted(by: { $0.key < $1.key }) {
            guard let kind = AbsenceWord(rawValue: key) else {
                faults.append("categories: “\(key)” is not missing, absent or away.")
                continue
            }
            for word in words as? [Any] ?? [words] {
                categories[String(describing: word).trimmed.uppercased()] = kind
            }
        }
        return categories
    }
}
