// SPDX-License-Identifier: MIT
import Analysis
import Foundation
import Testing

@testable import Exchange

/// Mutated files must end in figures or in a sentence, and never in a crash.
@Suite struct `Mutated files` {
    static let count = ProcessInfo.processInfo.environment["HOMEWARD_MUTATIONS"].flatMap(Int.init) ?? 4_000

    @Test func `as CSV are read or refused`() {
        let sources = SmallReturn.files.values.sorted().map { Array($0.utf8) }
        var random = SeededRandom(seed: 903)
        var (read, refused) = (0, 0)
        for index in 0..<Self.count {
            let bytes = mutated(sources[index % sources.count], &random)
            var builder = ReturnBuilder()
            var reader = CSVReader(bytes: bytes, chunkBytes: Int.random(in: 1...64, using: &random))
            do throws(ReturnRefusal.Reason) {
                if try builder.read(csv: &reader, named: "x.csv", isLastYear: index % 5 == 0) != nil { read += 1 }
                _ = builder.data.check(in: CollectionYear(ending: 2018)).faults
                _ = AbsenceFigures(builder.data.absences, year: builder.data.likelyYear).all
            } catch {
                refused += 1
                #expect(!error.sentence.isEmpty)
            }
        }
        #expect(read > 0 && refused > 0)
    }

    @Test func `as XML are read or refused`() {
        let xml = """
            <?xml version="1.0"?><EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID><DOB>05/06/2008</DOB>
            <AMISSING><MISSING>M</MISSING><MIS_START>10/10/2017</MIS_START></AMISSING></HEADER>
            <EPISODE><DECOM>01/06/2016</DECOM><PL>K2</PL></EPISODE></CHILD></EXPSSDA903>
            """
        var random = SeededRandom(seed: 904)
        var (read, refused) = (0, 0)
        for _ in 0..<Self.count {
            var builder = ReturnBuilder()
            let bytes = mutated(Array(xml.utf8), &random)
            var reader = XMLReader(more: FileBytes.source(bytes, chunkBytes: Int.random(in: 1...64, using: &random)))
            do throws(ReturnRefusal.Reason) {
                read += try builder.read(xml: &reader, named: "x.xml", isLastYear: false).isEmpty ? 0 : 1
                _ = builder.data.check(in: nil).faults
            } catch {
                refused += 1
                #expect(!error.sentence.isEmpty)
            }
        }
        #expect(read > 0 && refused > 0)
    }

    @Test func `as mappings and extracts are read or refused`() throws {
        let yaml = try String(contentsOf: Samples.root.appending(path: "Mappings/niche.yaml"), encoding: .utf8)
        var random = SeededRandom(seed: 905)
        var (read, refused) = (0, 0)
        for _ in 0..<(Self.count / 8) {
            do {
                let text = String(decoding: mutated(Array(yaml.utf8), &random), as: UTF8.self)
                var extract = PoliceExtract(mapping: try PoliceMapping(yaml: text))
                var reader = CSVReader(bytes: mutated(Array(PoliceSample.niche.utf8), &random))
                if try extract.read(&reader, named: "x.csv") == nil { read += 1 } else { refused += 1 }
                _ = AbsenceFigures(extract.absences, year: nil).all
            } catch {
                refused += 1
            }
        }
        #expect(read > 0 && refused > 0)
    }

    private func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            let odd: [UInt8] = [0, 10, 13, 34, 44, 47, 60, 62, 38, 32, 0x2D, 0x80, 0xC3, 0xEF, 0xFF, 57]
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes[at] = odd.randomElement(using: &random) ?? 0
            case 2: bytes.insert(odd.randomElement(using: &random) ?? 0, at: at)
            case 3: bytes.removeSubrange(at..<min(at + Int.random(in: 1...30, using: &random), bytes.count))
            case 4: bytes.insert(contentsOf: bytes[at..<min(at + 40, bytes.count)], at: at)
            default: bytes.removeLast(bytes.count - at)
            }
        }
        return bytes
    }
}
