// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import WorkingTime

/// `/children/{child}/subject-access`: the requests for one record, and a form for the next.
enum SubjectAccessPages {
    /// As whom somebody may ask.
    static let kinds: [(code: String, says: String)] = [
        ("the-child", "The child or young person themselves"),
        ("parental-responsibility", "Somebody with parental responsibility, for the child"),
        ("representative", "A solicitor, advocate or other representative with the child's authority"),
    ]

    @Sendable static func show(_ call: Call) async throws -> Response { .page(page(call, faults: [])) }

    /// Records that somebody asked, once it is known who they are.
    @Sendable static func request(_ call: Call) async throws -> Response {
        let (details, received, faults) = read(call)
        guard faults.isEmpty, let received else {
            return .page(page(call, faults: faults), status: .unprocessableContent)
        }
        let child = call.child
        return try await call.once { () async throws(Recording) -> String in
            do {
                let act = Act(.subjectAccessRequested, .child(child.id), occurredAt: .on(received), details: details)
                _ = try await call.site.partnership.submit([act], by: call.account.actor)
                return "/children/\(child.id.number)/subject-access"
            } catch let refusal as Refusal {
                throw .refused(refusal)
            } catch {
                throw .failed(error)
            }
        } orShow: { refusal in
            .page(page(call, faults: [("name", refusal.inFull)]), status: .unprocessableContent)
        }
    }

    /// Two months more, where the request is complex and the person is told so within the first month.
    @Sendable static func extend(_ call: Call) async throws -> Response {
        guard let request = call.accessRequest, request.answeredAt == nil, !request.isExtended else {
            throw PageFault.notFound
        }
        let reason = call.form["reason"]
        if reason.isEmpty {
            let fault = ("reason", "Say why more time is needed, and that the person was told.")
            return .page(page(call, faults: [fault]), status: .unprocessableContent)
        }
        let due = AnswerDue.lastDay(
            from: London.date(of: request.requestedAt), isExtended: true, calendar: call.workingDays)
        let child = call.child.id
        return try await call.once { () async throws(Recording) -> String in
            do {
                let act = Act(
                    .subjectAccessExtended, .child(child), occurredAt: .at(call.now),
                    details: [
                        .what: .number(Int(request.position.number)), .due: .time(.on(due)), .reason: .text(reason),
                    ])
                _ = try await call.site.partnership.submit([act], by: call.account.actor)
                return "/children/\(child.number)/subject-access"
            } catch let refusal as Refusal {
                throw .refused(refusal)
            } catch {
                throw .failed(error)
            }
        } orShow: { refusal in
            .page(page(call, faults: [("reason", refusal.says)]), status: .unprocessableContent)
        }
    }

    private static func read(_ call: Call) -> (Details, CivilDate?, [(control: String, says: String)]) {
        let form = call.form
        var faults: [(String, String)] = []
        let received = try? TimeText.date(form["received"])
        if form["name"].isEmpty { faults.append(("name", "Say who asks.")) }
        if !kinds.contains(where: { $0.code == form["kind"] }) { faults.append(("kind", "Say as whom they ask.")) }
        if let received {
            if call.today < received { faults.append(("received", "This date has not come yet.")) }
        } else {
            faults.append(("received", "Give the date on which it came, and on which it was known who asks."))
        }
        if form["identity"].isEmpty {
            faults.append(
                ("identity", "Say how it was made sure who asks: a record given to somebody else can't be taken back."))
        }
        guard faults.isEmpty, let received else { return ([:], nil, faults) }
        let due = AnswerDue.lastDay(from: received, isExtended: false, calendar: call.workingDays)
        return (
            [
                .name: .text(form["name"]), .kind: .word(form["kind"]), .due: .time(.on(due)),
                .narrative: .text("Identity: \(form["identity"])"),
            ], received, []
        )
    }

    private static func page(_ call: Call, faults: [(control: String, says: String)]) -> HTML {
        let child = call.child
        let main: HTML = """
            \(Parts.breadcrumbs([("Records", "/records")], "Asked for: \(child.facts.name)"))
            <div class="narrow"><h1>Who asked for this record</h1><p class="lead">\(child.facts.name), number \(child.id.number).
            What is given goes out once somebody has read every passage.</p>\(ErrorSummary(faults).html)
            \(SubjectAccessView(call).list)\(SubjectAccessView(call).form(faults))</div>
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + "Asked for: \(child.facts.name)", main, in: .records)
    }
}

extension Call {
    /// The request that the path names, on this child's record.
    var accessRequest: SubjectAccess? {
        let number = parameters["request"].flatMap { Int64($0) }
        return child.facts.protection.subjectAccess.first { $0.position.number == number }
    }

    var workingDays: WorkingCalendar { site.partnership.shelf.calendars.working }
}
