// SPDX-License-Identifier: MIT
import Analysis
import Foundation
import FoundationXML

extension ReturnBuilder {
    /// Reads an XML return, child by child, without holding the whole of it.
    mutating func read(
        xml path: String, named file: String, isLastYear: Bool
    ) throws(ReturnRefusal.Reason) -> [FileRead] {
        guard let stream = InputStream(fileAtPath: path) else {
            throw ReturnRefusal.Reason(file: file, sentence: "The file cannot be read.")
        }
        return try read(xml: XMLParser(stream: stream), named: file, isLastYear: isLastYear)
    }

    mutating func read(
        xml parser: XMLParser, named file: String, isLastYear: Bool
    ) throws(ReturnRefusal.Reason) -> [FileRead] {
        let tables: [Table903] = [
            .header, .episodes, .uasc, .reviews, .oc2, .oc3, .adoption, .placedForAdoption, .previousPermanence,
            .missing,
        ]
        for table in tables { open(table, isLastYear: isLastYear) }
        let collector = XMLCollector(builder: self, file: file, isLastYear: isLastYear)
        parser.delegate = collector
        parser.shouldResolveExternalEntities = false
        let isRead = parser.parse()
        if let sentence = collector.refusal
            ?? (isRead
                ? nil
                : "Line \(parser.lineNumber) is not well-formed XML: "
                    + "the file may have been cut off or saved by a program that changed it.")
        {
            throw ReturnRefusal.Reason(file: file, sentence: sentence)
        }
        self = collector.builder
        return tables.compactMap { table in
            collector.rows[table].map { FileRead(file: file, table: table, rows: $0, isLastYear: isLastYear) }
        }
    }
}

/// A row of an XML return: what stands inside the child, overlaid with what stands inside the row's own element.
private struct XMLSourceRow: SourceRow {
    let table: Table903
    let file: String
    let line: Int?
    let fields: [String: String]

    func capitals(_ column: Int) -> String { fields[table.columns[column]]?.uppercased() ?? "" }
    func extra(_ name: String) -> String { fields[name]?.uppercased() ?? "" }
}

/// Collects the elements of one child at a time and turns them into rows when the child ends.
private final class XMLCollector: NSObject, XMLParserDelegate {
    var builder: ReturnBuilder
    var rows: [Table903: Int] = [:]
    var refusal: String?
    private let file: String
    private let isLastYear: Bool
    private var path: [String] = []
    private var text = ""
    private var isLeaf = false
    private var child: [String: String] = [:]
    private var group: [String: String] = [:]
    private var pending: [(table: Table903, fields: [String: String], line: Int)] = []

    init(builder: ReturnBuilder, file: String, isLastYear: Bool) {
        self.builder = builder
        self.file = file
        self.isLastYear = isLastYear
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if path.isEmpty, name != "EXPSSDA903" {
            refusal = "This XML is not an SSDA903 return: it begins with \(name), not with EXPSSDA903."
            parser.abortParsing()
        }
        path.append(name)
        if path.count > 8 {
            refusal = "Line \(parser.lineNumber) nests deeper than an SSDA903 return does."
            parser.abortParsing()
        }
        if path.count == 2 { (child, pending) = ([:], []) }
        if XMLCollector.groups[name] != nil { group = [:] }
        text = ""
        isLeaf = true
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if text.utf8.count < 4096 { text += string }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        let isInGroup = path.dropLast().last.map { XMLCollector.groups[$0] != nil } ?? false
        if isLeaf, !text.isEmpty {
            let column = XMLCollector.columns[name] ?? name
            if isInGroup { group[column] = text } else { child[column] = text }
        }
        if let table = XMLCollector.groups[name], path.count > 2 {
            pending.append((table, group, parser.lineNumber))
        }
        if path.count == 2 { addRows(line: parser.lineNumber) }
        path.removeLast()
        isLeaf = false
        text = ""
    }

    private static let groups: [String: Table903] = [
        "EPISODE": .episodes, "AMISSING": .missing, "AREVIEW": .reviews, "OC2": .oc2,
        "PERMANENCE": .previousPermanence, "AD_PLACED": .placedForAdoption,
    ]
    private static let columns = ["CHILDID": "CHILD", "PL": "PLACE"]

    private func addRows(line: Int) {
        add(child, to: .header, line: line)
        if child["UASC"] != nil { add(child, to: .uasc, line: line) }
        let all = pending.reduce(into: child) { $0.merge($1.fields) { _, new in new } }
        if all["IN_TOUCH"] != nil { add(all, to: .oc3, line: line) }
        if all["DATE_INT"] != nil { add(all, to: .adoption, line: line) }
        for row in pending { add(child.merging(row.fields) { $1 }, to: row.table, line: row.line) }
    }

    private func add(_ fields: [String: String], to table: Table903, line: Int) {
        rows[table, default: 0] += 1
        builder.add(
            XMLSourceRow(table: table, file: file, line: line, fields: fields), to: table, isLastYear: isLastYear)
    }
}
