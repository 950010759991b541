// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Partnership

/// `/children/{child}/add/document-added`: a photo or a paper comes into a child's record; and
/// `/children/{child}/documents/{document}`: it is given to who may see it.
enum DocumentPages {
    /// So many stand in one record and no more: a record is no archive, and nobody can fill the disk through it.
    static let mostOfOneChild = 200

    @Sendable static func show(_ call: Call) async throws -> Response {
        .page(DocumentForm(call: call, faults: []).page)
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        do {
            let act = try act(call)
            return try await call.record([act]) { _ in
                "/children/\(call.child.id.number)?recorded=document-added"
            } orShow: { refusal in
                refused(call, FieldFault(control: "file", says: refusal.inFull))
            }
        } catch let fault as FormFault {
            return refused(call, fault.fault)
        }
    }

    private struct FormFault: Error { let fault: FieldFault }

    private static func refused(_ call: Call, _ fault: FieldFault) -> Response {
        .page(DocumentForm(call: call, faults: [fault]).page, status: .unprocessableContent)
    }

    private static func act(_ call: Call) throws -> Act {
        guard let kind = DocumentKind(rawValue: call.form["kind"]) else {
            throw FormFault(fault: FieldFault(control: "kind", says: "Choose what it is."))
        }
        guard call.child.history.recorded.count(where: { $0.word == .documentAdded }) < mostOfOneChild else {
            throw FormFault(
                fault: FieldFault(
                    control: "file", says: "This record holds \(mostOfOneChild) documents already, which is the most."))
        }
        let title = String(call.form["name"].replacing("\n", with: " ").prefix(120))
        do throws(FileRefusal) {
            guard let file = call.form.file else { throw .nothingChosen }
            let inspected = try FileInspector.inspect(file)
            if kind == .photo, !inspected.type.isImage { throw .notAPhoto }
            let content = Data(inspected.bytes)
            return Act(
                .documentAdded, .child(call.child.id), occurredAt: .at(call.now),
                details: [
                    .kind: .word(kind.rawValue), .name: .text(title.isEmpty ? kind.says : title),
                    .type: .word(inspected.type.rawValue),
                    .digest: .word(SHA256.hash(data: content).map { String(format: "%02x", $0) }.joined()),
                    .content: .text(content.base64EncodedString()),
                ])
        } catch {
            throw FormFault(fault: FieldFault(control: "file", says: error.says))
        }
    }

    /// Pictures are shown where they stand; anything else is kept by the reader as a file. Neither can run anything.
    @Sendable static func give(_ call: Call) async throws -> Response {
        let number = call.parameters["document"].flatMap { Int64($0) }
        let found = ChildDocument.all(of: call.child, for: call.seen(of: call.child.id)).first {
            $0.position.number == number
        }
        guard let found, case .event(let event, _)? = try await call.site.partnership.whole([found.position]).first,
            let type = event.details.word(.type).flatMap(DocumentType.init(rawValue:)),
            let content = event.details.text(.content).flatMap({ Data(base64Encoded: $0) }),
            FileInspector.isStill(type, Array(content))
        else { throw PageFault.notFound }
        let name = "homeward-\(call.child.id.number)-\(found.position.number).\(type.endings[0])"
        var headers: HTTPFields = [
            .contentType: type.contentType,
            .contentDisposition: "\(type.isImage ? "inline" : "attachment"); filename=\"\(name)\"",
        ]
        headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'; sandbox"
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: content)))
    }
}

/// What a document in a child's record is.
enum DocumentKind: String, CaseIterable, Sendable {
    case photo, letter, plan, consent, drawing, other

    var says: String {
        switch self {
        case .photo: "A photo of the child, for those who look for them"
        case .letter: "A letter or an e-mail"
        case .plan: "A plan or an assessment"
        case .consent: "A consent or an agreement"
        case .drawing: "Something the child wrote or drew"
        case .other: "Something else"
        }
    }
}

/// A document as the state knows it: everything but its content.
struct ChildDocument: Sendable {
    let position: Position
    let mark: Mark

    var kind: DocumentKind { mark.details.word(.kind).flatMap(DocumentKind.init(rawValue:)) ?? .other }
    var name: String { mark.details.text(.name) ?? kind.says }
    var type: DocumentType? { mark.details.word(.type).flatMap(DocumentType.init(rawValue:)) }

    /// Those that the reader may see, the newest last. What a child looks like belongs to who they are; everything else
    /// to the part that the event belongs to.
    static func all(of child: Child, for seen: Seen) -> [ChildDocument] {
        child.history.standing.compactMap { mark in
            guard mark.word == .documentAdded else { return nil }
            let document = ChildDocument(position: mark.position, mark: mark)
            return document.kind == .photo
                ? (seen.sees(.identity) ? document : nil) : (seen.shows(mark.word) ? document : nil)
        }
    }

    /// The newest photo of the child, for who may see it.
    static func photo(of child: Child, for seen: Seen) -> ChildDocument? {
        all(of: child, for: seen).last { $0.kind == .photo && $0.type?.isImage == true }
    }

    func address(of child: ChildID) -> String { "/children/\(child.number)/documents/\(position.number)" }
}
