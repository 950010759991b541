// SPDX-License-Identifier: MIT
import Foundation
import Matching
import OtherPrograms
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `The folder Names` {
    private let shipped = NamesFolder(path: Samples.root.appending(path: "Names").path)

    @Test func `knows names of many languages, and has a source on every line`() throws {
        let names = try shipped.names()
        let children = [
            child("a", "Yusuf", "Cabdiraxmaan"), child("b", "Oleksandr", "Kowalska"), child("c", "Khadija", "Hossain"),
        ]
        let register = MatchRegister(children, names: names)
        let matcher = Matcher(register: register, weights: try shipped.weights(), on: nil)
        #expect(matcher.answer(child("", "Joseph", "Abdurahman")).candidates.first?.reference == "a")
        #expect(matcher.answer(child("", "Sasha", "Kovalski")).candidates.first?.reference == "b")
        #expect(matcher.answer(child("", "Kadija", "Husayn")).candidates.first?.reference == "c")
        for file in ["spellings", "equivalents", "particles"] {
            var reader = try CSVReader(file: "\(shipped.path)/\(file).csv")
            var record = CSVRecord()
            var lines = 0
            while try reader.next(into: &record) {
                lines += 1
                #expect(!record.text(record.count - 1).isEmpty, "\(file).csv, line \(record.line)")
            }
            #expect(lines > 20)
        }
    }

    @Test func `is refused with file and line where it is wrong`() throws {
        let folder = try Folder(["spellings.csv": "where,written,read\nbehind,sh,S\n"])
        #expect(throws: NamesFolder.Refusal.self) { try NamesFolder(path: folder.path).names() }
        do {
            _ = try NamesFolder(path: folder.path).names()
        } catch {
            #expect(error.sentence.contains("spellings.csv, line 2"))
        }
        let weights = try Folder(["weights.csv": "finding,weight\nforename.same,much\n"])
        #expect(throws: NamesFolder.Refusal.self) { try NamesFolder(path: weights.path).weights() }
        let unknown = try Folder(["weights.csv": "finding,weight\nforename.blue,1\n"])
        #expect(throws: NamesFolder.Refusal.self) { try NamesFolder(path: unknown.path).weights() }
    }

    private func child(_ reference: String, _ forename: String, _ surname: String) -> SoughtChild {
        var child = SoughtChild(reference: reference)
        (child.forename, child.surname) = (forename, surname)
        return child
    }
}

@Suite struct `A table of children` {
    private func rows(_ text: String) throws -> [ChildrenTable.Row] {
        var rows: [ChildrenTable.Row] = []
        try ChildrenTable.read(CSVReader(bytes: Array(text.utf8))) { rows.append($0) }
        return rows
    }

    @Test func `is read by the names of its columns, in any order`() throws {
        let row = try #require(
            try rows("dob,surname,child_id,given_name,sex\n2014-03-31,Vasari,c1,Torunn,F\n").first)
        #expect(row.child.reference == "c1")
        #expect((row.child.forename, row.child.surname) == ("Torunn", "Vasari"))
        #expect(row.child.born == CivilDate(year: 2014, month: 3, day: 31))
        #expect(row.child.sex == .female)
        #expect(row.truth == nil)
    }

    @Test(arguments: [("20140331", true), ("31/03/2014", true), ("2014-02-30", false), ("soon", false), ("", false)])
    func `takes dates as tables write them`(written: String, isDate: Bool) throws {
        let row = try #require(try rows("child_id,surname,dob\nc1,Vasari,\(written)\n").first)
        #expect((row.child.born != nil) == isDate)
    }

    @Test func `is refused without the columns that name a child`() {
        #expect(throws: CSVFault.self) { try rows("a,b\n1,2\n") }
        #expect(throws: CSVFault.self) { try rows("") }
    }
}

@Suite struct `The labelled sample of children` {
    static let folder = Samples.path("matching/uk_dev")

    @Test(.enabled(if: Samples.found(folder), "skipped: the sample files are not on this machine"))
    func `is answered at least as well as was measured, also for those whom the register doesn't hold`() throws {
        let folder = NamesFolder(path: Samples.root.appending(path: "Names").path)
        var known: Set<String> = []
        var builder = MatchRegister.Builder(names: try folder.names())
        var newest: CivilDate?
        try read("children.csv.gz", atMost: 12_000) { row in
            builder.add(row.child)
            known.insert(row.child.reference)
            newest = [newest, row.child.born].compactMap(\.self).max()
        }
        let matcher = Matcher(register: builder.built(), weights: try folder.weights(), on: newest)
        var questions: [MatchQuality.Question] = []
        try read("queries.csv.gz", atMost: 5_000) { row in
            guard let truth = row.truth, truth.isEmpty || known.contains(truth) else { return }
            questions.append(MatchQuality.Question(matcher.answer(row.child), truth: truth, tags: row.tags))
        }
        let quality = MatchQuality(questions)
        #expect(quality.known > 400)
        #expect(quality.first >= 0.98)
        #expect(quality.foundAtPrecision995 >= 0.93)
        #expect(quality.certainWrong * 500 <= quality.certain)
    }

    private func read(_ name: String, atMost limit: Int, _ take: (ChildrenTable.Row) -> Void) throws {
        let unpacked = try OtherProgram.run(
            "/bin/sh", ["-c", "gzip -dc '\(Self.folder)/\(name)' | head -n \(limit + 1)"])
        try ChildrenTable.read(CSVReader(bytes: Array(unpacked.output.utf8)), take)
    }
}
