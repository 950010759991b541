// SPDX-License-Identifier: MIT
import Analysis

extension ReturnBuilder {
    /// Reads an XML return, child by child, without holding the elements of more than one.
    mutating func read(
        xml reader: inout XMLReader, named file: String, isLastYear: Bool
    ) throws(ReturnRefusal.Reason) -> [FileRead] {
        let tables: [Table903] = [
            .header, .episodes, .uasc, .reviews, .oc2, .oc3, .adoption, .placedForAdoption, .previousPermanence,
            .missing,
        ]
        for table in tables { open(table, isLastYear: isLastYear) }
        var collector = XMLCollector(file: file, isLastYear: isLastYear)
        do throws(XMLReader.Fault) {
            while let piece = try reader.next() {
                try collector.take(piece, line: reader.line, into: &self)
            }
        } catch {
            throw ReturnRefusal.Reason(file: file, sentence: "Line \(error.line) of the XML: \(error.says).")
        }
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
private struct XMLCollector {
    let file: String
    let isLastYear: Bool
    var rows: [Table903: Int] = [:]
    private var path: [String] = []
    private var text = ""
    private var isLeaf = false
    private var child: [String: String] = [:]
    private var group: [String: String] = [:]
    private var pending: [(table: Table903, fields: [String: String], line: Int)] = []

    init(file: String, isLastYear: Bool) {
        (self.file, self.isLastYear) = (file, isLastYear)
    }

    mutating func take(
        _ piece: XMLReader.Piece, line: Int, into builder: inout ReturnBuilder
    ) throws(XMLReader.Fault) {
        switch piece {
        case .start(let name):
            if path.isEmpty, name != "EXPSSDA903" {
                throw XMLReader.Fault(
                    line: line, says: "this is not an SSDA903 return: it begins with \(name), not with EXPSSDA903")
            }
            path.append(name)
            if path.count == 2 { (child, pending) = ([:], []) }
            if XMLCollector.groups[name] != nil { group = [:] }
            (text, isLeaf) = ("", true)
        case .text(let piece):
            text += piece
        case .end(let name):
            end(name, line: line, into: &builder)
        }
    }

    private static let groups: [String: Table903] = [
        "EPISODE": .episodes, "AMISSING": .missing, "AREVIEW": .reviews, "OC2": .oc2,
        "PERMANENCE": .previousPermanence, "AD_PLACED": .placedForAdoption,
    ]
    private static let columns = ["CHILDID": "CHILD", "PL": "PLACE"]

    private mutating func end(_ name: String, line: Int, into builder: inout ReturnBuilder) {
        let isInGroup = path.dropLast().last.map { XMLCollector.groups[$0] != nil } ?? false
        if isLeaf, !text.isEmpty {
            let column = XMLCollector.columns[name] ?? name
            if isInGroup { group[column] = text } else { child[column] = text }
        }
        if let table = XMLCollector.groups[name], path.count > 2 { pending.append((table, group, line)) }
        if path.count == 2 { addRows(line: line, to: &builder) }
        path.removeLast()
        (text, isLeaf) = ("", false)
    }

    private mutating func addRows(line: Int, to builder: inout ReturnBuilder) {
        add(child, .header, line, to: &builder)
        if child["UASC"] != nil { add(child, .uasc, line, to: &builder) }
        let all = pending.reduce(into: child) { $0.merge($1.fields) { _, new in new } }
        if all["IN_TOUCH"] != nil { add(all, .oc3, line, to: &builder) }
        if all["DATE_INT"] != nil { add(all, .adoption, line, to: &builder) }
        for row in pending { add(child.merging(row.fields) { $1 }, row.table, row.line, to: &builder) }
    }

    private mutating func add(
        _ fields: [String: String], _ table: Table903, _ line: Int, to builder: inout ReturnBuilder
    ) {
        rows[table, default: 0] += 1
        builder.add(
            XMLSourceRow(table: table, file: file, line: line, fields: fields), to: table, isLastYear: isLastYear)
    }
}
