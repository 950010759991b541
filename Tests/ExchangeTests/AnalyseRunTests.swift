// SPDX-License-Identifier: MIT
import Analysis
import Foundation
import Testing

@testable import Exchange

@Suite struct `Analysing a return` {
    @Test func `counts episodes and children side by side`() throws {
        let folder = try Folder(SmallReturn.files)
        let result = try AnalyseRun(paths: [folder.path]).run()
        #expect(result.year?.ending == 2018)
        #expect(
            result.figures.byKind.bands.map(\.all) == [
                Count(episodes: 3, children: 2), Count(episodes: 1, children: 1),
            ])
        #expect(result.figures.openAtEnd.bands[0].all == Count(episodes: 1, children: 1))
        #expect(result.figures.length.bands.map(\.all.episodes) == [1, 1, 0, 1, 0, 0])
        #expect(result.figures.length.valueMissing.all.episodes == 1)
        #expect(result.figures.repeats.bands.map(\.all.children) == [1, 1, 0, 0, 0])
        #expect(result.check.faults == [])
        #expect(!result.hasFaults)
    }

    @Test func `knows the placement at the start`() throws {
        let folder = try Folder(SmallReturn.files)
        let result = try AnalyseRun(paths: [folder.path], year: 2018).run()
        let named = Dictionary(
            uniqueKeysWithValues: result.figures.figure(.placement).bands.map { ($0.label, $0.all.episodes) })
        #expect(named[PlacementKind.childrensHome.rawValue] == 3)
        #expect(named[PlacementKind.kinship.rawValue] == 1)
    }

    @Test func `prints JSON with episodes, children and faults`() throws {
        let folder = try Folder(SmallReturn.files)
        try folder.write(Array(SmallReturn.missing.replacing("M,01/05", with: "X,01/05").utf8), to: "c.csv")
        let json = try AnalyseRun(paths: [folder.path], year: 2018).run().json
        let root = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(root["episodes"] as? [String: Int] == ["missing": 2, "away": 1, "unstated": 1, "all": 4])
        #expect(root["children"] as? [String: Int] == ["missing": 1, "away": 1, "unstated": 1, "all": 2])
        let fault = try #require((root["faults"] as? [[String: Any]])?.first)
        #expect(Set(fault.keys) == ["table", "row", "rule", "child", "says", "mend"])
        #expect(fault["table"] as? String == "Missing")
        #expect(fault["row"] as? Int == 3)
        #expect(fault["rule"] as? String == "1006")
        #expect(fault["child"] as? String == "102")
    }

    @Test func `lets nothing from a file become markup`() throws {
        let folder = try Folder(SmallReturn.files)
        let evil = "<script>alert(1)</script>"
        try folder.write(Array(SmallReturn.missing.replacing("102,01", with: evil + ",01").utf8), to: "c.csv")
        let html = try AnalyseRun(paths: [folder.path], year: 2018).run().html
        #expect(!html.uppercased().contains("<SCRIPT"))
        #expect(html.contains("&lt;SCRIPT&gt;"))
    }

    @Test func `reads last year's return from a folder inside, or from where it is told`() throws {
        let open = "CHILD,DOB,MISSING,MIS_START,MIS_END\n102,01/02/2010,M,20/03/2017,\n"
        let folder = try Folder(SmallReturn.files.merging(["prev/x.csv": open]) { $1 })
        #expect(try AnalyseRun(paths: [folder.path], year: 2018).run().check.faults.map(\.rule) == [.openLastYear])
        let (this, last) = (try Folder(SmallReturn.files), try Folder(["y.csv": open]))
        let run = AnalyseRun(paths: [this.path], year: 2018, previous: last.path)
        #expect(try run.run().check.faults.map(\.row) == [3])
    }

    @Test func `lists odd values by file, line and column, and goes on`() throws {
        let folder = try Folder(SmallReturn.files)
        try folder.write(Array(SmallReturn.missing.replacing("10/10/2017", with: "*DUMMY*").utf8), to: "c.csv")
        let findings = try AnalyseRun(paths: [folder.path], year: 2018).run().findings.listed
        #expect(findings.map(\.line) == [2])
        #expect(findings.map(\.column) == ["MIS_START"])
        #expect(findings.map(\.value) == ["*DUMMY*"])
    }

    @Test func `reads an XML return as the same tables`() throws {
        let xml = """
            <?xml version="1.0"?><EXPSSDA903><CHILD><HEADER><CHILDID>101</CHILDID><SEX>M</SEX><DOB>05/06/2008</DOB>
            <AMISSING><MISSING>M</MISSING><MIS_START>10/10/2017</MIS_START><MIS_END/></AMISSING>
            <AMISSING><MISSING>A</MISSING><MIS_START>20/10/2017</MIS_START><MIS_END>21/10/2017</MIS_END></AMISSING>
            </HEADER><EPISODE><DECOM>01/06/2016</DECOM><PL>K2</PL><DEC/></EPISODE></CHILD></EXPSSDA903>
            """
        let folder = try Folder(["return.xml": xml])
        let result = try AnalyseRun(paths: [folder.path], year: 2018).run()
        #expect(result.figures.byKind.bands.map(\.all.episodes) == [1, 1])
        #expect(result.check.faults.map { "\($0.rule.rawValue) \($0.row)" } == ["574 1"])
        #expect(result.figures.figure(.placement).bands.first { $0.all.episodes > 0 }?.label == "Children’s home")
    }
}
