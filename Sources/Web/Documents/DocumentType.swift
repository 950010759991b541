// SPDX-License-Identifier: MIT

/// The kinds of file that the record takes. Which one a file is, its content says.
enum DocumentType: String, CaseIterable, Sendable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case pdf = "application/pdf"
    case text = "text/plain"

    var isImage: Bool { self == .jpeg || self == .png }

    /// As a header of an answer says it.
    var contentType: String { self == .text ? "text/plain; charset=utf-8" : rawValue }

    /// What the name of a file of this kind ends in; the first is what we call our own.
    var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
        case .png: ["png"]
        case .pdf: ["pdf"]
        case .text: ["txt", "text", "log", "md", "csv"]
        }
    }
}

/// Why a file is not taken.
enum FileRefusal: Error, Hashable {
    case nothingChosen
    case tooLarge
    case kindNotTaken(FileKindNotTaken)
    case damaged(DocumentType)
    case tooManyPixels(millions: Int)
    case namedOtherwise(ending: String)
    case notAPhoto
    case activeContent

    /// In a sentence for whoever chose it.
    var says: String {
        switch self {
        case .nothingChosen: "Choose a file."
        case .tooLarge: "The file is larger than 5 MB. Send a smaller copy of it: most phones offer one when sharing."
        case .kindNotTaken(let kind): kind.says
        case .damaged(let type):
            "The file begins like \(FileRefusal.named(type)) and is not a whole one. Save it again."
        case .tooManyPixels(let millions):
            "The picture would have \(millions) million points, and 40 million are the most. Send a smaller copy of it."
        case .namedOtherwise(let ending): "The file's name ends in .\(ending), and that is not what is in it."
        case .notAPhoto: "A photo is a JPEG or a PNG picture."
        case .activeContent: "The PDF holds a program or another file. Print it to a new PDF, and send that."
        }
    }

    private static func named(_ type: DocumentType) -> String {
        switch type {
        case .jpeg: "a JPEG picture"
        case .png: "a PNG picture"
        case .pdf: "a PDF"
        case .text: "a text"
        }
    }
}

/// What people send that isn't taken, as far as it can be told.
enum FileKindNotTaken: Hashable {
    case heic, otherPicture, archive, markup, program, unknown

    var says: String {
        switch self {
        case .heic:
            "This is an iPhone's own kind of picture (HEIC). Send it as JPEG: Settings, Camera, Formats, Most Compatible."
        case .otherPicture: "This kind of picture is not taken. Save it as JPEG or PNG."
        case .archive: "Zip files, and Word or Excel files, which are such inside, are not taken. Save it as PDF."
        case .markup:
            "Web pages and drawings that can hold programs (HTML, SVG, XML) are not taken. Save it as PDF, PNG or JPEG."
        case .program: "Programs are not taken."
        case .unknown: "This kind of file is not taken: a JPEG or PNG picture, a PDF, or plain text is."
        }
    }
}
