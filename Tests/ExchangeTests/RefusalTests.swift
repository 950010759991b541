// SPDX-License-Identifier: MIT
import Analysis
import Foundation
import Testing

@testable import Exchange

@Suite struct `A return that cannot be read` {
    @Test func `has a document type whose entities could grow`() throws {
        try check(nil, whole: Data("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>".utf8), named: "r.xml", says: "no document type")
    }

    @Test func `has half a file: an import says where it breaks off`() throws {
        let half = String(SmallReturn.missing.prefix(SmallReturn.missing.count - 20))
        let loaded = try LoadedReturn.load([try Folder(["m.csv": half]).path])
        #expect(loaded.findings.breaksShape)
        let broken = loaded.findings.listed.first(where: \.isAboutShape)
        #expect(broken?.file == "m.csv")
        #expect(broken?.line == 5)
        #expect(broken?.says.contains("The line ends after 4 of 5 columns") == true)
    }

    @Test func `has a wrong encoding`() throws {
        try check("é,01/01/2010".data(using: .windowsCP1252), says: "not UTF-8 (in Windows-1252 it is “é”)")
        try check(nil, whole: "CHILD,DOB".data(using: .utf16), says: "UTF-16")
    }

    @Test func `lacks a column: names the nearest table and what is lacking`() throws {
        let text = SmallReturn.missing.replacing("MIS_END", with: "MIS_STOP")
        try check(
            nil, whole: Data(text.utf8), says: "nearest to the Missing table, but it lacks MIS_END and has MIS_STOP")
    }

    @Test func `has a column twice`() throws {
        let text = SmallReturn.missing.replacing("MIS_END", with: "MIS_END,DOB")
        try check(nil, whole: Data(text.utf8), says: "The column DOB is there more than once")
    }

    @Test func `is a workbook, a page, a picture, or nothing`() throws {
        try check(nil, whole: Data("PK\u{3}\u{4}...".utf8), says: "Excel workbook")
        try check(nil, whole: Data("<!DOCTYPE html>".utf8), says: "web page")
        try check(nil, whole: Data(), says: "empty")
    }

    @Test func `is something else altogether`() throws {
        try check(nil, whole: Data("name,colour\nbox,red\n".utf8), says: "No table of an SSDA903 return was found")
    }

    @Test func `has a quotation mark that is never closed`() throws {
        try check(Data("\"101,05/06/2008,M,10/10/2017,\n".utf8), says: "Line 2, column 1 opens a quotation mark")
    }

    @Test func `is XML that breaks off, or another XML`() throws {
        try check(
            nil, whole: Data("<EXPSSDA903><CHILD><HEADER>".utf8), named: "r.xml",
            says: "HEADER is not closed: the file may have been cut off")
        try check(nil, whole: Data("<html></html>".utf8), named: "r.xml", says: "not an SSDA903 return")
    }

    @Test func `is not there`() {
        let refusal = #expect(throws: ReturnRefusal.self) { try AnalyseRun(paths: ["/nowhere/at/all"]).run() }
        #expect(refusal?.sentence.contains("no such file") == true)
    }

    @Test func `an extra column is said and left out, and stops an import`() throws {
        let text = SmallReturn.missing.split(separator: "\n").map { $0 + ",x" }.joined(separator: "\n")
        let loaded = try LoadedReturn.load([try Folder(["m.csv": text]).path])
        #expect(loaded.data.missing?.count == 4)
        #expect(loaded.findings.listed.first?.says.contains("no column X") == true)
        #expect(loaded.findings.breaksShape)
    }

    private func check(
        _ row: Data?, whole: Data? = nil, named name: String = "m.csv", says: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let folder = try Folder()
        let head = Data("CHILD,DOB,MISSING,MIS_START,MIS_END\n".utf8)
        try folder.write(Array(whole ?? head + (row ?? Data())), to: name)
        let refusal = #expect(throws: ReturnRefusal.self, sourceLocation: sourceLocation) {
            try AnalyseRun(paths: [folder.path], year: 2018).run()
        }
        #expect(refusal?.sentence.contains(says) == true, "\(refusal?.sentence ?? "")", sourceLocation: sourceLocation)
    }
}
