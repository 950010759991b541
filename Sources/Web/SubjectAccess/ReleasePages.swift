// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import WorkingTime

/// `/children/{child}/subject-access/{request}/release`: a last look, and then the pack goes out and the answer is
/// recorded with its digest.
enum ReleasePages {
    static let documentKind = "subject-access-pack"

    @Sendable static func show(_ call: Call) async throws -> Response {
        .page(page(call, try await call.accessReview(), faults: []))
    }

    /// Nothing goes out that nobody decided on. What went out is kept under the child's key, so that it can be shown
    /// what it was, for as long as the record is.
    @Sendable static func release(_ call: Call) async throws -> Response {
        let review = try await call.accessReview()
        let child = call.child.id
        guard review.request.answeredAt == nil else { throw PageFault.notFound }
        var faults: [(String, String)] = []
        if !review.review.isComplete {
            let count = Spoken.counted(review.review.undecided.count, "passage")
            faults.append(("sure", "\(count) not decided yet: nothing can be given."))
        }
        if call.form["sure"] != "yes" { faults.append(("sure", "Say that you looked it over.")) }
        if !faults.isEmpty { return .page(page(call, review, faults: faults), status: .unprocessableContent) }
        let bytes = Data(AccessPack(call: call, review: review).html.markup.utf8)
        let digest = SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let held = review.review.heldBack.map {
            "\($0.exemption.rawValue): \($0.withheld) withheld, \($0.boxes) blacked out"
        }
        let result = "Given: \(review.passages.count) passages. " + held.joined(separator: "; ")
        let acts = [
            Act(
                .documentAdded, .child(child), occurredAt: .at(call.now),
                details: [
                    .kind: .word(documentKind), .name: .text("What was given to \(review.request.name)"),
                    .digest: .word(digest), .type: .word("text/html"), .content: .text(bytes.base64EncodedString()),
                    .reference: .word("\(review.request.position)"),
                ]),
            Act(
                .subjectAccessAnswered, .child(child), occurredAt: .at(call.now),
                details: [.result: .text(result), .digest: .word(digest)]),
        ]
        return try await call.once { () async throws(Recording) -> String in
            do {
                _ = try await call.site.partnership.submit(acts, by: call.account.actor)
                try await review.keeping.forget(call)
                return "/children/\(child.number)/subject-access"
            } catch let refusal as Refusal {
                throw .refused(refusal)
            } catch {
                throw .failed(error)
            }
        } orShow: { refusal in
            .page(page(call, review, faults: [("sure", refusal.says)]), status: .unprocessableContent)
        }
    }

    /// What was given, as it was given.
    @Sendable static func pack(_ call: Call) async throws -> Response {
        guard let request = call.accessRequest, request.answeredAt != nil else { throw PageFault.notFound }
        let marks = call.child.history.standing.filter {
            $0.word == .documentAdded && $0.details.word(.kind) == documentKind
                && $0.details.word(.reference) == "\(request.position)"
        }
        for case .event(let event, _) in try await call.site.partnership.whole(marks.map(\.position)) {
            guard let bytes = event.details.text(.content).flatMap({ Data(base64Encoded: $0) }) else { continue }
            // Opened from the disk and not from this site: it is for whoever asked, on paper or as a file.
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/html; charset=utf-8",
                    .contentDisposition:
                        "attachment; filename=\"record-\(call.child.id.number)-\(request.position).html\"",
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        throw PageFault.notFound
    }

    private static func page(_ call: Call, _ review: CallReview, faults: [(control: String, says: String)]) -> HTML {
        let name = call.child.facts.name
        let place = "/children/\(call.child.id.number)/subject-access"
        let open = review.review.undecided.count
        let body = 0 < open ? unread(open, place, review) : ready(call, place, review)
        let main: HTML = """
            \(Parts.breadcrumbs([("Records", "/records"), ("Asked for: \(name)", place)], "Give it"))
            <div class="narrow"><h1>Give the record</h1><p class="lead">To \(review.request.name).</p>\(ErrorSummary(faults).html)\(body)</div>
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + "Give the record: \(name)", main, in: .records)
    }

    private static func unread(_ count: Int, _ place: String, _ review: CallReview) -> HTML {
        """
        <p class="notice">\(Spoken.counted(count, "passage")) not decided yet. Nothing is given that nobody has read.</p>
        <p>\(Parts.button("Go on reading", to: "\(place)/\(review.request.position)"))</p>
        """
    }

    private static func ready(_ call: Call, _ place: String, _ review: CallReview) -> HTML {
        let pack = AccessPack(call: call, review: review)
        return """
            \(pack.heldBack)<section class="card"><h2>What goes out</h2>\(pack.entries)</section>
            <form method="post" action="\(place)/\(review.request.position.number)/release" class="card stack">\(Parts.hidden(call))
            <div class="field"><label class="choice"><input type="checkbox" id="sure" name="sure" value="yes"> I have looked it over, and \(review.request.name) may have it</label></div>
            <p class="submit"><button class="btn">Record that it is given</button></p></form>
            """
    }
}
