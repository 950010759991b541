// SPDX-License-Identifier: MIT

/// Reads `multipart/form-data` (RFC 7578): a few fields and one file, each within its bounds.
struct MultipartForm {
    /// What can't be read, or is more than any form of ours sends.
    struct Fault: Error {}

    private(set) var fields: [(String, String)] = []
    private(set) var file: UploadedFile?

    private static let mostParts = 20
    private static let mostHeadBytes = 2_048
    private static let mostFieldBytes = 32 * 1_024

    init(_ bytes: [UInt8], contentType: String) throws(Fault) {
        let boundary = Array("--\(try MultipartForm.boundary(in: contentType))".utf8)
        guard bytes.starts(with: boundary) else { throw Fault() }
        var place = boundary.count
        for _ in 0..<MultipartForm.mostParts {
            if bytes[place...].starts(with: Array("--".utf8)) { return }
            guard bytes[place...].starts(with: MultipartForm.lineEnd) else { throw Fault() }
            place += 2
            let limit = min(bytes.count, place + MultipartForm.mostHeadBytes)
            guard let headEnd = MultipartForm.find(MultipartForm.blankLine, in: bytes, from: place, to: limit) else {
                throw Fault()
            }
            let end = MultipartForm.find(
                MultipartForm.lineEnd + boundary, in: bytes, from: headEnd + 4, to: bytes.count)
            guard let end else { throw Fault() }
            try take(String(decoding: bytes[place..<headEnd], as: UTF8.self), bytes[(headEnd + 4)..<end])
            place = end + 2 + boundary.count
        }
        throw Fault()
    }

    private mutating func take(_ head: String, _ content: ArraySlice<UInt8>) throws(Fault) {
        let lines = head.split(separator: "\r\n")
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition: form-data;") }),
            !lines.contains(where: { $0.lowercased().hasPrefix("content-transfer-encoding:") }),
            let name = MultipartForm.parameter("name", in: line)
        else { throw Fault() }
        if let fileName = MultipartForm.parameter("filename", in: line) {
            guard file == nil else { throw Fault() }
            file = UploadedFile(name: fileName, bytes: Array(content))
        } else {
            guard content.count <= MultipartForm.mostFieldBytes, let text = String(validating: content, as: UTF8.self)
            else { throw Fault() }
            fields.append((name, text.replacing("\r\n", with: "\n")))
        }
    }

    /// `boundary=` of the content type: 1 to 70 characters of those that one may hold.
    private static func boundary(in contentType: String) throws(Fault) -> String {
        let parts = contentType.split(separator: ";").map { String($0).trimmed }
        guard parts.first?.lowercased() == "multipart/form-data",
            let given = parts.first(where: { $0.lowercased().hasPrefix("boundary=") })?.dropFirst("boundary=".count)
        else { throw Fault() }
        let boundary = given.filter { $0 != "\"" }
        let allowed = boundary.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || Array("'()+_,-./:=?".utf8).contains(byte)
        }
        guard (1...70).contains(boundary.utf8.count), allowed else { throw Fault() }
        return String(boundary)
    }

    /// `name="value"`, as browsers write it: quotes within are percent-encoded.
    private static func parameter(_ name: String, in line: Substring) -> String? {
        for part in line.split(separator: ";").dropFirst() {
            let text = String(part).trimmed
            guard text.lowercased().hasPrefix(name + "=\""), text.hasSuffix("\""), text.count > name.count + 2 else {
                continue
            }
            return String(text.dropFirst(name.count + 2).dropLast())
        }
        return nil
    }

    private static let lineEnd: [UInt8] = [13, 10]
    private static let blankLine: [UInt8] = [13, 10, 13, 10]

    /// Where `wanted` begins first, wholly before `end`.
    private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        guard start + wanted.count <= end else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            wanted.withUnsafeBufferPointer { wanted in
                var place = start
                while place + wanted.count <= end {
                    if buffer[place] == wanted[0], (1..<wanted.count).allSatisfy({ buffer[place + $0] == wanted[$0] }) {
                        return place
                    }
                    place += 1
                }
                return nil
            }
        }
    }
}
