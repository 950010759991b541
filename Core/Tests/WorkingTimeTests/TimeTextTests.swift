// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@Suite struct `The text of a time` {
    @Test(arguments: ["2015-06-05", "0001-01-01", "9999-12-31", "2016-02-29"])
    func `gives a date back as it was read`(text: String) throws {
        #expect(TimeText.write(try TimeText.date(text)) == text)
    }

    @Test func `has days first where people write them so`() throws {
        #expect(try TimeText.dayFirstDate("05/06/2015") == day("2015-06-05"))
        #expect(TimeText.writeDayFirst(day("2015-06-05")) == "05/06/2015")
        #expect(throws: TimeTextFault.notADate("5/6/2015")) { try TimeText.dayFirstDate("5/6/2015") }
        #expect(throws: TimeTextFault.noSuchDate("06/13/2015")) { try TimeText.dayFirstDate("06/13/2015") }
    }

    @Test(arguments: [
        "", "2015", "2015-6-5", "2015-06-05 ", " 2015-06-05", "2015/06/05", "15-06-05", "2015-06-0５", "+015-06-05",
        "2015-06-05T", "20150605", "2015‐06‐05",
    ])
    func `refuses what is not written as a date`(text: String) {
        #expect(throws: TimeTextFault.notADate(text)) { try TimeText.date(text) }
    }

    @Test func `tells a date that does not exist from one that is not written`() {
        #expect(throws: TimeTextFault.noSuchDate("2015-02-29")) { try TimeText.date("2015-02-29") }
        #expect(throws: TimeTextFault.noSuchTime("2015-06-05T24:00")) { try TimeText.instant("2015-06-05T24:00") }
        #expect(throws: TimeTextFault.notATime("2015-06-05 22:10")) { try TimeText.instant("2015-06-05 22:10") }
        #expect(throws: TimeTextFault.notATime("2015-06-05T22:10:")) { try TimeText.instant("2015-06-05T22:10:") }
        #expect(throws: TimeTextFault.notATime("2015-06-05T22:10Z")) { try TimeText.localTime("2015-06-05T22:10Z") }
    }

    @Test(arguments: ["2015-06-05T22:10+1", "2015-06-05T22:10+15:00", "2015-06-05T22:10+01:60", "2015-06-05T22:10Zulu"])
    func `refuses an offset that is none`(text: String) {
        #expect(throws: TimeTextFault.notAnOffset(text)) { try TimeText.instant(text) }
    }

    @Test func `reads the same instant with London's offset, another's, Z and none`() {
        let texts = ["2015-06-05T22:10", "2015-06-05T21:10:00Z", "2015-06-05T22:10:00+01:00", "2015-06-05T16:10-05:00"]
        #expect(Set(texts.map(at)) == [at("2015-06-05T22:10:00")])
    }

    @Test func `refuses a London time that never occurs, unless an offset is written`() throws {
        let local = try TimeText.localTime("2015-03-29T01:30")
        #expect(throws: TimeTextFault.self) { try TimeText.instant("2015-03-29T01:30") }
        do throws(TimeTextFault) {
            _ = try TimeText.instant("2015-03-29T01:30")
        } catch {
            guard case .neverOccurs(.neverOccurs(let asked, _, let to)) = error else { throw error }
            #expect(asked == local && to.hour == 2)
        }
        #expect(TimeText.write(at("2015-03-29T01:30:00Z")) == "2015-03-29T02:30:00+01:00")
    }

    @Test(arguments: [
        "2015-10-25T01:30:00+01:00", "2015-10-25T01:30:00+00:00", "~2015-06-05T22:10:00+01:00",
        "2015-10-25T01:30:00+01:00/2015-10-25T01:30:00+00:00", "2015-06-05",
    ])
    func `gives an uncertain time back as it was read`(text: String) throws {
        #expect(TimeText.write(try TimeText.uncertain(text)) == text)
    }

    @Test func `reads how exactly a time is known`() throws {
        let ten = at("2015-06-05T22:10")
        #expect(try TimeText.uncertain("2015-06-05T22:10") == .at(ten))
        #expect(try TimeText.uncertain("~2015-06-05T22:10") == .about(ten))
        #expect(try TimeText.uncertain("2015-06-05T22:10/2015-06-05T23:30") == .between(ten, at("2015-06-05T23:30")))
        #expect(try TimeText.uncertain("2015-06-05") == .on(day("2015-06-05")))
        let backwards = "2015-06-05T23:30/2015-06-05T22:00"
        #expect(throws: TimeTextFault.endsBeforeItStarts(backwards)) { try TimeText.uncertain(backwards) }
        for text in ["~", "~2015-06-05", "/", "2015-06-05T22:00/", "T", "~~2015-06-05T22:10", "about ten"] {
            #expect(throws: TimeTextFault.self) { try TimeText.uncertain(text) }
        }
    }

    @Test func `gives every instant back exactly`() throws {
        var random = SplitMix64(seed: 2_015)
        for _ in 0..<5_000 {
            let instant = random.instant(in: 1900...2200)
            #expect(try TimeText.instant(TimeText.write(instant)) == instant)
            #expect(try TimeText.instant(TimeText.writeUTC(instant)) == instant)
            let later = instant + Elapsed(seconds: Int64.random(in: 0...100_000, using: &random))
            for time in [UncertainTime.at(instant), .about(instant), .between(instant, later)] {
                #expect(try TimeText.uncertain(TimeText.write(time)) == time)
            }
        }
    }

    @Test func `never crashes on altered text`() {
        var random = SplitMix64(seed: 7)
        let alphabet = Array("0123456789-:T/~+Z ４é\u{0}")
        var refused = 0
        for _ in 0..<5_000 {
            var characters = Array("2015-06-05T22:00:00+01:00/2015-06-05T23:30")
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = characters.indices.randomElement(using: &random) ?? 0
                characters[place] = alphabet.randomElement(using: &random) ?? "0"
            }
            do throws(TimeTextFault) {
                let time = try TimeText.uncertain(String(characters))
                #expect(time.earliest <= time.latest)
            } catch {
                refused += 1
            }
        }
        #expect(refused > 2_000)
    }
}
