// SPDX-License-Identifier: MIT
import Foundation

/// A folder of files made for one test; all of them are removed when the tests end.
struct Folder {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = Folder.root + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(Array(text.utf8), to: name) }
    }

    private static let root: String = {
        atexit { try? FileManager.default.removeItem(atPath: Folder.place) }
        return Folder.place + "/"
    }()

    private static var place: String {
        NSTemporaryDirectory() + "homeward-tests-\(ProcessInfo.processInfo.processIdentifier)"
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = path + "/" + name
        let parent = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: file))
    }
}

/// A small return that breaks no rule.
enum SmallReturn {
    static let header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n101,M,05/06/2008,WBRI,,,\n102,F,01/02/2010,APKN,,,\n"
    static let episodes = """
        CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
        101,01/06/2016,S,C2,N1,U4,PR1,01/09/2017,X1,CARPL,B15 8PZ,E7 5YR,1465167
        101,01/09/2017,P,C2,N1,K2,PR4,,,,B15 8PZ,E7 5YR,1465168
        102,01/04/2017,S,V2,N1,U1,PR1,,,,B15 8PZ,,

        """
    static let missing = """
        CHILD,DOB,MISSING,MIS_START,MIS_END
        101,05/06/2008,M,10/10/2017,11/10/2017
        101,05/06/2008,A,20/12/2017,20/12/2017
        101,05/06/2008,M,30/03/2018,
        102,01/02/2010,M,01/05/2017,06/05/2017

        """
    static let files = ["a.csv": header, "b.csv": episodes, "c.csv": missing]
}

/// SplitMix64: the same sequence for the same seed everywhere.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// An extract in the shape that `Mappings/niche.yaml` maps.
enum PoliceSample {
    static let niche = #"""
        OccurrenceNumber,PersonURN,PersonName,DOB,Sex,EthnicityCode,ReportedDateTime,OccurrenceType,\#
        MissingFromDateTime,FoundDateTime,RiskGrading,LastSeenLocation,FoundLocation,Summary
        45001,P1,"Doe, Ada",2010-05-06,Female,W1,2025-07-09 22:15,Missing person,2025-07-09 21:00,\#
        2025-07-10T05:30:00,High,Larch House,Park,"Said ""back at 9"""
        45002,P1,"Doe, Ada",2010-05-06,Female,W1,2025-08-01 10:00,Absent person,,,Low,Larch House,,
        45003,P2,"Roe, Bo",2012-02-30,M,W1,2025-08-02 10:00,Found property,2025-08-02,,Low,Home,,

        """#
}
