// SPDX-License-Identifier: MIT

import Casework
import Crypto
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `A password` {
    @Test(arguments: [
        ("short", PasswordRefusal.tooShort), ("Password1234!", .tooCommon), ("qwertyuiopasdf", .tooCommon),
        ("aaaaaaaaaaaaaa", .tooCommon), ("123456789012", .tooCommon), ("night.porter-2015", .holdsTheEmailAddress),
    ])
    func `is refused for what is easily guessed`(password: String, refusal: PasswordRefusal) {
        #expect(PasswordRefusal.of(password, email: "night.porter@larch.example") == refusal)
    }

    @Test func `needs no capitals, digits or signs`() {
        #expect(PasswordRefusal.of("harbour lantern otter", email: "night@larch.example") == nil)
    }

    @Test func `is kept as a salted hash that says what it cost`() async throws {
        let hasher = try PasswordHasher(cost: .trivial)
        let (first, second) = (try await hasher.hash("harbour lantern"), try await hasher.hash("harbour lantern"))
        #expect(first != second)
        #expect(first.hasPrefix("scrypt$16$8$1$"))
        #expect(try await hasher.matches("harbour lantern", hash: first))
        #expect(try await hasher.matches("harbour lanterns", hash: first) == false)
        #expect(try await hasher.matches("harbour lantern", hash: nil) == false)
    }
}

@Suite struct `A draft` {
    @Test func `is opened by nobody else and for no other form`() throws {
        let key = SymmetricKey(size: .bits256)
        let fields = FormFields([("narrative", "Her aunt rang.")])
        let sealed = try DraftSeal.seal(fields, user: 7, name: "/episodes/1/add/note-added", under: key)
        #expect(!sealed.contains(Data("aunt".utf8)))
        #expect(DraftSeal.open(sealed, user: 7, name: "/episodes/1/add/note-added", under: key) == fields)
        #expect(DraftSeal.open(sealed, user: 8, name: "/episodes/1/add/note-added", under: key) == nil)
        #expect(DraftSeal.open(sealed, user: 7, name: "/episodes/2/add/note-added", under: key) == nil)
        #expect(
            DraftSeal.open(sealed, user: 7, name: "/episodes/1/add/note-added", under: SymmetricKey(size: .bits256))
                == nil)
    }
}

@Suite struct `What a form carries` {
    @Test func `is read as it was typed`() {
        let form = FormFields(encoded: "a=caf%C3%A9+au+lait&b=1&b=2&c=line%0D%0Atwo&d=100%25&e")
        #expect(form["a"] == "café au lait")
        #expect(form.values("b") == ["1", "2"])
        #expect(form["c"] == "line\ntwo")
        #expect(form["d"] == "100%")
        #expect(form.has("e") && form["e"].isEmpty)
    }

    @Test func `loses a box that was unticked on the page that holds it`() {
        let before = FormFields(encoded: "checked=phone&checked=friends&name=A")
        let after = before.merging(FormFields(encoded: "holds=checked&once=x&checked=phone"))
        #expect(after.values("checked") == ["phone"])
        #expect(after["name"] == "A" && !after.has("once") && !after.has("holds"))
    }
}

@Suite struct `A time on a form` {
    private let now = Instant(secondsSince1970: 1_433_540_460)  // Friday 5 June 2015, 22:41

    private func check(_ typed: String, _ written: String) throws {
        let time = try TimeFields.read("t", in: FormFields(encoded: typed), now: now)
        #expect(TimeText.write(time) == written)
    }

    @Test func `is kept as exactly as it is known`() throws {
        try check("t.how=now", "2015-06-05T22:41:00+01:00")
        try check("t.how=at&t.date=2015-06-05&t.time=22:10", "2015-06-05T22:10:00+01:00")
        try check("t.how=about&t.date=5/6/2015&t.time=2210", "~2015-06-05T22:10:00+01:00")
        try check(
            "t.how=between&t.date=2015-06-05&t.time=21.40&t.time2=22:10",
            "2015-06-05T21:40:00+01:00/2015-06-05T22:10:00+01:00")
        try check("t.how=day&t.date=2015-06-05", "2015-06-05")
        try check("t.how=in-60", "2015-06-05T23:41:00+01:00")
    }

    @Test func `that never was is refused`() {
        for typed in [
            "t.how=at&t.date=2015-06-31&t.time=10:00", "t.how=at&t.date=2015-06-05&t.time=25:00",
            "t.how=at&t.date=2015-03-29&t.time=01:30",
        ] {
            #expect(throws: TimeFields.Fault.self) {
                try TimeFields.read("t", in: FormFields(encoded: typed), now: now)
            }
        }
    }

    @Test func `comes back as it was written`() throws {
        for text in ["2015-06-05T22:10", "~2015-06-05T22:10", "2015-06-05T21:40/2015-06-05T22:10", "2015-06-05"] {
            let time = try TimeText.uncertain(text)
            var form = FormFields()
            TimeFields.write(time, as: "t", into: &form)
            #expect(try TimeFields.read("t", in: form, now: now) == time)
        }
    }
}
