// SPDX-License-Identifier: MIT

import Foundation

/// Does to a text what slips, editors, broken disks and ill will do to it.
struct Mangler {
    var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    /// The text with one to three of the things done to it.
    mutating func mangled(_ text: String) -> Data {
        var text = text
        for _ in 0..<[1, 1, 1, 2, 3].pick(&random) { text = changed(text) }
        var bytes = Data(text.utf8)
        guard Int.random(in: 0..<20, using: &random) == 0, !bytes.isEmpty else { return bytes }
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
        return bytes
    }

    private mutating func changed(_ text: String) -> String {
        switch Int.random(in: 0..<90, using: &random) {
        case 0: return String(text.prefix(Int.random(in: 0...text.count, using: &random)))
        case 1: return text.replacing("\n", with: "\r\n")
        case 2: return "\u{FEFF}" + text
        case 3:
            return ["", "\n\n", "# nothing\n", "---\n", "...\n", "~\n", "[]\n", "{}\n", "%YAML 9.9\n---\n"].pick(
                &random)
        case 4: return text + ["---\nid: second\n", "...\nmore\n", "\u{0}", "\t", text].pick(&random)
        case 5: return text.replacing("  ", with: "\t")
        case 6: return text.replacing(":", with: ["", " :", ":\u{A0}", "：", "::"].pick(&random))
        case 7: return text.replacing(#/[0-9]{4}-/#, with: ["0001-", "9999-", "1752-", "2400-", "0000-"].pick(&random))
        case 8: return text.replacing(#/[0-9]+ (hours|minutes|days)/#, with: Self.lengths.pick(&random))
        default: return changedLine(text)
        }
    }

    private mutating func changedLine(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let place = Int.random(in: 0..<lines.count, using: &random)
        let other = Int.random(in: 0..<lines.count, using: &random)
        switch Int.random(in: 0..<15, using: &random) {
        case 0: lines.remove(at: place)
        case 1: lines.insert(lines[other], at: place)
        case 2: lines.insert(lines[place], at: place)
        case 3: lines.swapAt(place, other)
        case 4: lines[place] = String(repeating: " ", count: Int.random(in: 1...5, using: &random)) + lines[place]
        case 5: lines[place] = String(lines[place].drop { $0 == " " })
        case 6: lines[place] = renamed(lines[place])
        case 7: lines[place] = valued(lines[place], from: lines[other])
        case 8: lines[place] = valued(lines[place], from: "x: \(Self.values.pick(&random))")
        case 9: lines[place] = valued(lines[place], from: "x: \(Self.plausible.pick(&random))")
        case 10: lines[place] = lines[place].replacing(#/[0-9]+/#, with: Self.numbers.pick(&random))
        case 11: lines[place] = nested(lines[place])
        case 12: lines[place] = inserted(Self.oddities.pick(&random), into: lines[place])
        case 13: lines[place] = inserted(Self.junk.pick(&random), into: lines[place])
        default: lines[place] = lacking(lines[place])
        }
        return lines.joined(separator: "\n")
    }

    /// One of its keys with a letter changed, or another key's name.
    private mutating func renamed(_ line: String) -> String {
        guard let colon = line.ranges(of: ":").randomElement(using: &random)?.lowerBound else { return line }
        let letters = line[..<colon].reversed().prefix { $0.isLetter || $0 == "-" }.count
        guard letters > 0 else { return line }
        let key = line.index(colon, offsetBy: -letters)..<colon
        var name = Array(line[key])
        switch Int.random(in: 0..<4, using: &random) {
        case 0: name.remove(at: Int.random(in: 0..<name.count, using: &random))
        case 1: name.append(name[0])
        case 2: name = Array(Self.keys.pick(&random))
        default: name.swapAt(0, name.count - 1)
        }
        return line.replacingCharacters(in: key, with: String(name))
    }

    /// One of its values replaced by one of another line.
    private mutating func valued(_ line: String, from other: String) -> String {
        guard let place = line.ranges(of: ": ").randomElement(using: &random)?.upperBound,
            let start = other.ranges(of: ": ").randomElement(using: &random)?.upperBound
        else { return line }
        let end = line[place...].firstIndex { ",{}[]".contains($0) } ?? line.endIndex
        return String(line[..<place] + other[start...] + line[end...])
    }

    private mutating func nested(_ line: String) -> String {
        let depth = [3, 19, 21, 61, 150, 3_000].pick(&random)
        let (opening, closing) = [("[", "]"), ("{ all: [", "] }"), ("{ not: ", " }"), ("- ", ""), ("? ", "")].pick(
            &random)
        let inside = ["reported", "x", ""].pick(&random)
        let deep = String(repeating: opening, count: depth) + inside + String(repeating: closing, count: depth)
        return valued(line, from: "x: \(deep)")
    }

    private mutating func inserted(_ text: String, into line: String) -> String {
        let place = line.index(line.startIndex, offsetBy: Int.random(in: 0...line.count, using: &random))
        return line[..<place] + text + line[place...]
    }

    private mutating func lacking(_ line: String) -> String {
        guard !line.isEmpty else { return line }
        var line = line
        let place = line.index(line.startIndex, offsetBy: Int.random(in: 0..<line.count, using: &random))
        line.remove(at: place)
        return line
    }

    private static let junk = [
        "\"", "'", ":", "{", "}", "[", "]", "-", "\n", " ", "~", "|", ">", "#", "%", "@", "`", ",",
    ]
    private static let numbers = [
        "0", "-1", "9", "99999", "999999999", "9223372036854775807", "18446744073709551616", "1e9", "0x1F",
    ]
    private static let lengths = [
        "0 hours", "99999 days", "99999 minutes", "2000 working days", "2000 school days", "99999 dates",
    ]
    private static let values = [
        "~", "[]", "{}", "null", "yes", "true", "false", "\"\"", "always", "need", "nobody", "99999 days", "5 minutes",
        "2000 working days", "99999 dates", "9999-12-31", "0001-01-01", "9999-12-31T23:59", "0001-01-01T00:00",
        "2015-02-30", "~2015-06-05T22:10", "0001-01-01T00:00/9999-12-31T23:59", "2015-06-05T22:10+14:00", "24:00",
        "{ clock: start, plus: 99999 days }", "{ event: notified, at: until }", "{ each: { event: sighted } }",
        "{ atLeast: 999999999, within: 99999 days }", "{ not: always }", "[always, always]", "!!binary aGk=",
        "!!set {a}",
        "&a [*a]", "*a", "{ <<: *a, b: c }", "|\n  text\n", ">-\n  text\n",
    ]
    private static let plausible = [
        "72 hours", "5 working days", "1 minute", "99999 hours", "need", "start", "report", "returned", "located",
        "missing",
        "absent", "high", "low", "police", "iro", "carer", "reported", "looked-after", "2015-06-05T23:10",
        "9999-12-31T23:59",
        "2015-06-05T22:10/2015-06-07T03:00", "{ event: notified }", "{ duty: tell, at: due }", "1", "2", "true",
        "false",
    ]
    private static let oddities = [
        "\u{0}", "\u{7}", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{202E}", "\u{301}", "é", "👩‍👧‍👦", "\u{10FFFF}", "\t",
        "&anchor ", "*alias",
        "!tag ", "!!int ", "<<: *a", "\\x00", "\u{A0}", "“", "–", "٣", "𝟗",
    ]
    private static let keys = [
        "id", "source", "when", "due", "every", "from", "doneBy", "at", "is", "child", "episode", "all", "any", "not",
        "event",
        "within", "atLeast", "plus", "stated", "else", "expect", "extends", "remove", "covers", "corrected", "what",
        "to",
    ]
}

extension Array {
    fileprivate func pick(_ random: inout SeededRandom) -> Element { self[Int.random(in: indices, using: &random)] }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
