// SPDX-License-Identifier: MIT
import Testing
import WorkingTime

@testable import Matching

@Suite struct `The likeness of two words of a name` {
    @Test(arguments: [
        ("Kofi", "KOFI", Likeness.same), ("Yousuf", "Yusof", .speltAlike), ("Kowalska", "Kowalski", .speltAlike),
        ("Xasan", "Hasan", .speltAlike), ("Yusuf", "Joseph", .equivalent), ("Stephen", "Stehpen", .oneSlip),
        ("Rahim", "Rahima", .oneSlip), ("Jamilah", "Jamula", .otherVowel), ("Kwabena", "Kwadela", .twoSlips),
        ("Sebastian", "Seb", .partOf), ("A", "Amina", .initialFits), ("B", "Amina", .initialDiffers),
        ("Amina", "Gregor", .different),
    ]) func `is told from spelling, sound, slips and kinship`(one: String, other: String, likeness: Likeness) throws {
        func form(_ name: String) throws -> NameForm {
            NameForm(try #require(PlainWords.of(name).first), by: SomeNames.knowledge)
        }
        #expect(Likeness.of(try form(one), try form(other)) == likeness)
        #expect(Likeness.of(try form(other), try form(one)) == likeness)
    }
}

@Suite struct `The likeness of two birth dates` {
    @Test(arguments: [
        ((2014, 3, 2), (2014, 3, 2), BirthLikeness.same), ((2014, 3, 2), (2014, 2, 3), .dayAndMonthExchanged),
        ((2014, 3, 12), (2014, 3, 21), .digitOff), ((2014, 3, 2), (2015, 3, 2), .yearBesides),
        ((2014, 1, 1), (2014, 8, 9), .assumedInYear), ((2014, 3, 2), (2024, 3, 2), .yearDigitOff),
        ((2014, 3, 2), (2014, 3, 14), .sameMonth), ((2014, 3, 2), (2009, 11, 30), .different),
    ]) func `is told from its digits`(one: (Int, Int, Int), other: (Int, Int, Int), likeness: BirthLikeness) throws {
        func parts(_ date: (Int, Int, Int)) throws -> BirthParts {
            BirthParts(try #require(CivilDate(year: date.0, month: date.1, day: date.2)).daysSince1970)
        }
        #expect(BirthLikeness.of(try parts(one), isAssumed: false, try parts(other), isAssumed: false) == likeness)
        #expect(BirthLikeness.of(try parts(other), isAssumed: false, try parts(one), isAssumed: false) == likeness)
    }

    @Test func `takes an age by the day it was said on`() throws {
        let day = try #require(CivilDate(year: 2026, month: 11, day: 21))
        let born = BirthParts(try #require(CivilDate(year: 2014, month: 11, day: 22)).daysSince1970)
        #expect(BirthLikeness.of(ageYears: 11, on: day, born) == .ageFits)
        #expect(BirthLikeness.of(ageYears: 12, on: day, born) == .ageOneOff)
        #expect(BirthLikeness.of(ageYears: 15, on: day, born) == .ageDiffers)
    }
}
