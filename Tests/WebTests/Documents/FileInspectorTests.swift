// SPDX-License-Identifier: MIT

import Foundation
import Testing

@testable import Web

@Suite struct `A file` {
    @Test func `is what its content says`() {
        check("photo.jpg", SampleFiles.jpeg(), is: .jpeg)
        check("photo.JPEG", SampleFiles.jpeg(frame: 0xC2, scans: 10), is: .jpeg)
        check("photo.png", SampleFiles.png(), is: .png)
        check("letter.pdf", SampleFiles.pdf, is: .pdf)
        check("note.txt", Array("Her aunt rang at eleven. Zoë 🏠\r\n\tSecond line".utf8), is: .text)
        check("", SampleFiles.png(), is: .png)
    }

    @Test func `is refused where its name says something else`() {
        check("photo.exe", SampleFiles.jpeg(), fails: .namedOtherwise(ending: "exe"))
        check("photo.jpg", SampleFiles.png(), fails: .namedOtherwise(ending: "jpg"))
        check("page.html", Array("plain words".utf8), fails: .namedOtherwise(ending: "html"))
    }

    @Test func `of no kind that is taken is refused in words that help`() {
        check("a.zip", Array("PK\u{3}\u{4}".utf8), fails: .kindNotTaken(.archive))
        check("a.docx", Array("PK\u{3}\u{4}word/".utf8), fails: .kindNotTaken(.archive))
        check("a.gz", [0x1F, 0x8B, 8], fails: .kindNotTaken(.archive))
        check("a.doc", [0xD0, 0xCF, 0x11, 0xE0], fails: .kindNotTaken(.archive))
        check("a.heic", Array("\0\0\0\u{18}ftypheic".utf8), fails: .kindNotTaken(.heic))
        check("a.gif", Array("GIF89a".utf8), fails: .kindNotTaken(.otherPicture))
        check("a.webp", Array("RIFF\0\0\0\0WEBPVP8 ".utf8), fails: .kindNotTaken(.otherPicture))
        check(
            "a.svg", Array("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".utf8),
            fails: .kindNotTaken(.markup))
        check("a.txt", Array("hello <HTML><script>alert(1)</script>".utf8), fails: .kindNotTaken(.markup))
        check("a.txt", Array("\u{FEFF}<?xml version='1.0'?>".utf8), fails: .kindNotTaken(.markup))
        check("a.exe", Array("MZ\0\0".utf8), fails: .kindNotTaken(.program))
        check("a.sh", Array("#!/bin/sh".utf8), fails: .kindNotTaken(.program))
        check("a.txt", [0x41, 0, 0x42], fails: .kindNotTaken(.unknown))
        check("a.txt", [0xFF, 0xFE, 0x41, 0], fails: .kindNotTaken(.unknown))
        check("", [], fails: .nothingChosen)
        check("a.png", SampleFiles.png() + Array(repeating: 0, count: UploadedFile.mostBytes), fails: .tooLarge)
    }

    @Test func `that would fill a reader's memory is refused by its head`() {
        check("a.png", SampleFiles.png(width: 65_000, height: 65_000), fails: .tooManyPixels(millions: 4_225))
        check(
            "a.png", SampleFiles.png(width: 2_147_483_647, height: 2_147_483_647),
            fails: .tooManyPixels(millions: 4_611_686_014_133))
        check("a.jpg", SampleFiles.jpeg(width: 65_535, height: 65_535), fails: .tooManyPixels(millions: 4_295))
        check("a.jpg", SampleFiles.jpeg(width: 8_000, height: 5_000), is: .jpeg)
        check("a.jpg", SampleFiles.jpeg(width: 8_000, height: 5_001), fails: .tooManyPixels(millions: 41))
        check("a.jpg", SampleFiles.jpeg(scans: 65), fails: .damaged(.jpeg))
    }

    @Test func `loses what it says of places, devices and times, and all that follows the picture`() throws {
        let bomb = Array("Comment\0\0".utf8) + Array(repeating: 0x78, count: 60_000)
        let texts = ["tEXt", "zTXt", "iTXt", "iCCP", "eXIf", "acTL"].map {
            ($0, Array(SampleFiles.secretPlace.utf8) + bomb)
        }
        for bytes in [SampleFiles.jpeg(), SampleFiles.png(extra: texts)] {
            let kept = try FileInspector.inspect(UploadedFile(name: "", bytes: bytes)).bytes
            let text = String(decoding: kept, as: UTF8.self)
            #expect(!text.contains("GPS") && !text.contains("0770900123") && !text.contains("script"))
            #expect(kept.count < 400)
            #expect(
                try FileInspector.inspect(UploadedFile(name: "", bytes: kept)).bytes == kept,
                "cleaned once, it stays so")
        }
    }

    @Test func `keeps only which way up a picture is`() throws {
        for orientation in UInt8(1)...8 {
            let kept = try FileInspector.inspect(
                UploadedFile(name: "", bytes: SampleFiles.jpeg(orientation: orientation))
            ).bytes
            let note = Data(kept).range(of: Data("Exif\0\0MM".utf8))
            #expect((note == nil) == (orientation == 1))
            if let note { #expect(kept[note.lowerBound + 6 + 19] == orientation) }
        }
        let odd = try FileInspector.inspect(UploadedFile(name: "", bytes: SampleFiles.jpeg(orientation: 99))).bytes
        #expect(Data(odd).range(of: Data("Exif".utf8)) == nil)
    }

    @Test func `with a program in it is refused where that can be seen`() {
        for word in ["/JavaScript", "/JS (app.alert(1))", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA"] {
            check("a.pdf", Array("%PDF-1.4\n<< \(word) >>\n%%EOF".utf8), fails: .activeContent)
        }
        check("a.pdf", SampleFiles.pdf + Array("PK\u{5}\u{6}".utf8), fails: .activeContent)
        check("a.pdf", Array("%PDF-1.4 and no end".utf8), fails: .damaged(.pdf))
    }

    @Test(arguments: 0..<4) func `that is spoilt anywhere is refused or cleaned, and never breaks anything`(seed: Int) {
        var dice = SeededDice(seed: UInt64(seed) + 90)
        for original in [SampleFiles.jpeg(), SampleFiles.png(extra: [("tRNS", [1, 2])])] {
            for _ in 0..<800 {
                var bytes = original
                for _ in 0..<Int.random(in: 1...4, using: &dice) {
                    let place = Int.random(in: 0..<bytes.count, using: &dice)
                    switch Int.random(in: 0..<3, using: &dice) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
                    case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &dice)))
                    default: bytes.insert(contentsOf: bytes[..<min(bytes.count, 30)], at: place)
                    }
                    if bytes.isEmpty { bytes = [0] }
                }
                guard let kept = try? FileInspector.inspect(UploadedFile(name: "", bytes: bytes)), kept.type.isImage
                else { continue }
                #expect(FileInspector.isStill(kept.type, kept.bytes))
            }
        }
    }

    private func check(_ name: String, _ bytes: [UInt8], is type: DocumentType) {
        #expect((try? FileInspector.inspect(UploadedFile(name: name, bytes: bytes)).type) == type, "\(name)")
    }

    private func check(_ name: String, _ bytes: [UInt8], fails refusal: FileRefusal) {
        #expect(throws: refusal, "\(name)") { try FileInspector.inspect(UploadedFile(name: name, bytes: bytes)) }
        #expect(refusal.says.hasSuffix("."))
    }
}
