// SPDX-License-Identifier: MIT

import Analysis
import Foundation

/// Reads where postcodes lie from the directories that are published: the ONS Postcode Directory or the National Statistics
/// Postcode Lookup, with the names of columns as they were until 2025 or as they are since, and Code-Point Open, which has
/// no header line.
///
/// A directory gives Northern Ireland on another grid and the islands on none: those postcodes are counted and left out, as are
/// postcodes without a position.
public struct PostcodeDirectory: Sendable {
    public private(set) var entries: [PostcodePlaces.Entry] = []
    /// Rows read, in all files.
    public private(set) var rows = 0
    /// Postcodes that lie on another grid, or on none.
    public private(set) var elsewhere = 0
    /// Files that are no directory.
    public private(set) var leftAlone: [String] = []
    public private(set) var findings = Findings(limit: 100)

    public init() {}

    /// Reads files, and the CSV files of folders.
    public static func read(
        _ paths: [String], progress: (String) -> Void = { _ in }
    ) throws(ReturnRefusal) -> PostcodeDirectory {
        var directory = PostcodeDirectory()
        for path in paths {
            for file in try files(at: path) {
                progress((file as NSString).lastPathComponent)
                do throws(CSVFault) {
                    var reader = try CSVReader(file: file)
                    try directory.read(&reader, named: (file as NSString).lastPathComponent)
                } catch {
                    throw ReturnRefusal(file: (file as NSString).lastPathComponent, error.sentence)
                }
            }
        }
        return directory
    }

    private static func files(at path: String) throws(ReturnRefusal) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ReturnRefusal(file: path, "There is no such file or folder.")
        }
        guard isFolder.boolValue else { return [path] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.sorted().filter { $0.lowercased().hasSuffix(".csv") }.map { "\(path)/\($0)" }
    }

    /// Reads one file; one that is no directory is left alone.
    public mutating func read(_ reader: inout CSVReader, named file: String) throws(CSVFault) {
        var record = CSVRecord()
        guard try reader.next(into: &record) else {
            leftAlone.append(file)
            return
        }
        let columns: PostcodeColumns
        if let named = PostcodeColumns(header: (0..<record.count).map { record.text($0) }) {
            columns = named
        } else if Postcode(bytes: record.field(0)) != nil, record.count == 10 {
            columns = .codePointOpen
            take(record, columns, file)
        } else {
            leftAlone.append(file)
            return
        }
        while try reader.next(into: &record) { take(record, columns, file) }
    }

    private mutating func take(_ record: CSVRecord, _ columns: PostcodeColumns, _ file: String) {
        rows += 1
        guard let postcode = Postcode(bytes: record.field(columns.postcode)) else {
            findings.add(
                Finding(
                    file: file, line: record.line, column: nil, value: record.text(columns.postcode),
                    says: "This is no postcode."))
            return
        }
        guard let east = Self.metres(record.field(columns.easting)),
            let north = Self.metres(record.field(columns.northing)), east > 0, north > 0,
            postcode.isOnTheGrid, columns.quality.map({ record.text($0) != "9" && record.text($0) != "90" }) ?? true
        else {
            elsewhere += 1
            return
        }
        let authority = columns.authority.map { record.text($0) }
        entries.append(PostcodePlaces.Entry(postcode, GridPosition(east, north), authority: authority))
    }

    private static func metres(_ bytes: ArraySlice<UInt8>) -> Int32? {
        guard !bytes.isEmpty, bytes.count < 8 else { return nil }
        var value: Int32 = 0
        for byte in bytes where byte != UInt8(ascii: " ") {
            guard byte &- UInt8(ascii: "0") < 10 else { return nil }
            value = value * 10 + Int32(byte - UInt8(ascii: "0"))
        }
        return GridPosition.metres.contains(value) ? value : nil
    }
}

/// Which columns of a directory are what.
struct PostcodeColumns: Hashable {
    let postcode, easting, northing: Int
    let authority: Int?
    /// How exactly the position is known; 9 in one directory and 90 in the other stand for not at all.
    let quality: Int?

    static let codePointOpen = PostcodeColumns(postcode: 0, easting: 2, northing: 3, authority: 8, quality: 1)

    private init(postcode: Int, easting: Int, northing: Int, authority: Int?, quality: Int?) {
        (self.postcode, self.easting, self.northing) = (postcode, easting, northing)
        (self.authority, self.quality) = (authority, quality)
    }

    /// By the names of the columns; nil where the file is no directory.
    init?(header: [String]) {
        let names = header.map { $0.lowercased().filter { !$0.isWhitespace && $0 != "\u{FEFF}" } }
        func place(_ known: [String]) -> Int? {
            known.lazy.compactMap { names.firstIndex(of: $0) }.first
        }
        guard let postcode = place(["pcds", "pcd8", "pcd2", "pcd7", "pcd"]),
            let easting = place(["oseast1m", "east1m"]), let northing = place(["osnrth1m", "north1m"])
        else { return nil }
        (self.postcode, self.easting, self.northing) = (postcode, easting, northing)
        // Since 2025 the name carries the year of the boundaries: lad25cd.
        authority = place(["oslaua", "laua"]) ?? names.firstIndex { $0.wholeMatch(of: /lad\d\dcd/) != nil }
        quality = place(["osgrdind", "gridind"])
    }
}

extension Postcode {
    /// Whether it lies on the national grid of Great Britain: Northern Ireland has a grid of its own, the islands have none.
    fileprivate var isOnTheGrid: Bool { !["BT", "GY", "JE", "IM"].contains(area) }
}
