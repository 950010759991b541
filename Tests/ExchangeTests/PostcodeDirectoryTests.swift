// SPDX-License-Identifier: MIT

import Analysis
import Testing

@testable import Exchange

/// Invented postcodes in the shapes of the published directories: no row of theirs is here.
@Suite struct `A directory of postcodes` {
    private static let before2025 = """
        pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,lat,long,pfa
        "EM1 1AA","EM1  1AA","EM1 1AA",198001,,E1,E1,"E08000025",E1,E1,0,"400100","0300000",1,52.1,-1.9,E23000014
        "NV16SA","NV1  6SA","NV1 6SA",198001,199912,E1,E1,"E08000026",E1,E1,0,408047,300000,1,52.1,-1.9,E23000014
        "BT1 1AA","BT1  1AA","BT1 1AA",198001,,N1,N1,"N09000003",N1,N1,0,333900,374100,1,54.6,-5.9,N24000001
        "EM9 9ZZ","EM9  9ZZ","EM9 9ZZ",198001,,E1,E1,"E08000025",E1,E1,0,,,9,,,
        "NOWHERE","NOWHERE","NOWHERE",198001,,E1,E1,"E08000025",E1,E1,0,1,1,1,,,

        """
    private static let since2025 = """
        pcd7,pcd8,pcds,dointr,doterm,lad26cd,east1m,north1m,gridind,lat,long,pfa23cd
        EM1 1AA,EM1  1AA,EM1 1AA,198001,,E08000025,400100,300000,1,52.1,-1.9,E23000014
        NV1 6SA,NV1  6SA,NV1 6SA,198001,,E08000026,408047,300000,1,52.1,-1.9,E23000014

        """
    private static let codePoint =
        "\"EM1 1AA\",10,400100,300000,\"E92000001\",\"E1\",\"E1\",\"\",\"E08000025\",\"E05000001\"\r\n"
        + "\"NV1 6SA\",10,408047,300000,\"E92000001\",\"E1\",\"E1\",\"\",\"E08000026\",\"E05000001\"\r\n"
        + "\"EM9 9ZZ\",90,0,0,\"E92000001\",\"E1\",\"E1\",\"\",\"E08000025\",\"E05000001\"\r\n"

    @Test(arguments: [before2025, since2025, codePoint])
    func `is read whichever names its columns have`(text: String) throws {
        let folder = try Folder(["directory.csv": text, "other.csv": "a,b\n1,2\n", "empty.csv": ""])
        let directory = try PostcodeDirectory.read([folder.path])
        let places = PostcodePlaces(directory.entries)
        #expect(places.count == 2)
        #expect(directory.leftAlone == ["empty.csv", "other.csv"])
        let (first, second) = (try #require(Postcode("EM1 1AA")), try #require(Postcode("NV1 6SA")))
        #expect(places.position(of: first) == GridPosition(400_100, 300_000))
        #expect(places.authority(of: second) == "E08000026")
        let miles = try #require(places.miles(from: first, to: second))
        #expect(abs(miles - 4.938) < 0.001)
    }

    @Test func `leaves out what lies on another grid or nowhere, and lists what is no postcode`() throws {
        let directory = try PostcodeDirectory.read([try Folder(["d.csv": Self.before2025]).path])
        #expect(directory.rows == 5 && directory.elsewhere == 2)
        #expect(directory.findings.listed.map(\.line) == [6])
    }

    @Test func `is kept and read again as it was, and damaged not at all`() throws {
        let entries = (0..<2_000).compactMap { number -> PostcodePlaces.Entry? in
            let letters = ["A", "B", "D", "E", "F"]
            let text = "EM\(number % 40 + 1) \(number % 10)\(letters[number / 40 % 5])\(letters[number / 200 % 5])"
            return Postcode(text).map {
                PostcodePlaces.Entry(
                    $0, GridPosition(400_000 + Int32(number), 300_000),
                    authority: number % 7 == 0 ? nil : "E0\(number % 7)")
            }
        }
        let places = PostcodePlaces(entries)
        let bytes = PostcodeFile.bytes(of: places)
        #expect(PostcodeFile.places(from: bytes)?.columns == places.columns)
        #expect(bytes.count < places.count * 18 + 100)
        var random = SeededRandom(seed: 5)
        for _ in 0..<500 {
            var damaged = bytes
            damaged[Int(random.next() % UInt64(bytes.count))] ^= UInt8(1 + random.next() % 255)
            #expect(PostcodeFile.places(from: damaged) == nil)
            #expect(PostcodeFile.places(from: Array(bytes.prefix(Int(random.next() % UInt64(bytes.count))))) == nil)
        }
    }

    @Test func `without any table is refused with its name`() {
        #expect(throws: ReturnRefusal.self) { try PostcodeDirectory.read(["/nowhere/at-all.csv"]) }
    }
}
