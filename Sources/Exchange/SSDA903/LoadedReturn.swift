// SPDX-License-Identifier: MIT
import Analysis
import Foundation

/// An SSDA903 return read from disk, with everything that was odd about it.
public struct LoadedReturn: Sendable {
    public var data: Return903
    public var findings: Findings
    /// The files that were read, in the order in which they were.
    public var files: [FileRead]
    /// Files that are no part of a return and were left alone.
    public var leftAlone: [String]

    /// Reads folders of CSV files, single CSV files or an XML return.
    ///
    /// Tables are told by their columns. In a folder that holds CSV tables an XML file is left alone; a folder
    /// `prev` inside it, or `previous`, is last year's return. Throws where no file is a table, or where one is
    /// nearly a table or cannot be read: figures from half a return would mislead.
    public static func load(
        _ paths: [String], previous: String? = nil, progress: @escaping (String) -> Void = { _ in }
    ) throws(ReturnRefusal) -> LoadedReturn {
        var loader = ReturnLoader(progress: progress)
        for path in paths { loader.read(path, isLastYear: false) }
        if let previous { loader.read(previous, isLastYear: true) }
        return try loader.finish()
    }
}

/// Walks the paths, and gathers what was read and what could not be.
private struct ReturnLoader {
    let progress: (String) -> Void
    var builder = ReturnBuilder()
    var files: [FileRead] = []
    var leftAlone: [String] = []
    var reasons: [ReturnRefusal.Reason] = []

    init(progress: @escaping (String) -> Void) {
        self.progress = progress
    }

    mutating func read(_ path: String, isLastYear: Bool) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            reasons.append(.init(file: path, sentence: "There is no such file or folder."))
            return
        }
        isFolder.boolValue ? readFolder(path, isLastYear: isLastYear) : readFile(path, isLastYear: isLastYear)
    }

    func finish() throws(ReturnRefusal) -> LoadedReturn {
        if !reasons.isEmpty { throw ReturnRefusal(reasons) }
        if !files.contains(where: { !$0.isLastYear }) {
            throw ReturnRefusal(
                file: leftAlone.first ?? "The folder",
                "No table of an SSDA903 return was found: looked for CSV files by their columns, such as "
                    + Table903.missing.columns.joined(separator: ",") + ", and for an XML return.")
        }
        return LoadedReturn(data: builder.data, findings: builder.findings, files: files, leftAlone: leftAlone)
    }

    private mutating func readFolder(_ path: String, isLastYear: Bool) {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
        let tables = names.filter { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") }
        let returns = names.filter { $0.lowercased().hasSuffix(".xml") && !$0.hasPrefix(".") }
        let before = files.count
        for name in tables { readFile(path + "/" + name, isLastYear: isLastYear) }
        if files.count > before || !tables.isEmpty && returns.isEmpty {
            leftAlone += returns
        } else if returns.count > 1 {
            reasons.append(
                .init(file: path, sentence: "There are \(returns.count) XML files here; say which one is the return."))
        } else {
            for name in returns { readFile(path + "/" + name, isLastYear: isLastYear) }
        }
        if !isLastYear, let previous = names.first(where: { ["prev", "previous"].contains($0.lowercased()) }) {
            readFolder(path + "/" + previous, isLastYear: true)
        }
    }

    private mutating func readFile(_ path: String, isLastYear: Bool) {
        let name = (path as NSString).lastPathComponent
        progress(name)
        do throws(ReturnRefusal.Reason) {
            if name.lowercased().hasSuffix(".xml") {
                var reader = XMLReader(more: try openBytes(path, name))
                files += try builder.read(xml: &reader, named: name, isLastYear: isLastYear)
                return
            }
            var reader = CSVReader(more: try openBytes(path, name))
            guard let file = try builder.read(csv: &reader, named: name, isLastYear: isLastYear) else {
                leftAlone.append(name)
                return
            }
            noteReplacement(by: file)
            files.append(file)
        } catch {
            reasons.append(error)
        }
    }

    private func openBytes(_ path: String, _ name: String) throws(ReturnRefusal.Reason) -> FileBytes.Source {
        do throws(CSVFault) {
            return try FileBytes.source(path)
        } catch {
            throw ReturnRefusal.Reason(file: name, sentence: error.sentence)
        }
    }

    private mutating func noteReplacement(by file: FileRead) {
        guard let index = files.firstIndex(where: { $0.table == file.table && $0.isLastYear == file.isLastYear })
        else { return }
        let earlier = files.remove(at: index)
        let finding = Finding(
            file: earlier.file,
            says: "Both this and \(file.file) are the \(file.table.rawValue) table; only \(file.file) was used.")
        // Of the tables that an import records, it can't be said which of two is meant.
        if [.header, .episodes, .missing].contains(file.table) {
            builder.findings.addBrokenShape(finding)
        } else {
            builder.findings.add(finding)
        }
    }
}
