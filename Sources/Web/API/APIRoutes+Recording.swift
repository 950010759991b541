// SPDX-License-Identifier: MIT

import HTTPTypes

extension APIRoutes {
    private static let recorded = APIOperation.Given(
        status: .created, form: "Recorded", says: "It is on disk. The entry’s number says where it stands.")

    /// Whether the program’s role may record it on this child, the record itself asks, and says what would be needed.
    static let recordings: [APIOperation] = [
        APIOperation(
            method: .post, path: "/api/v1/reports", id: "report", scope: .writeReports,
            rule: .signedIn(because: "Whether the program may report this child is asked of the record."),
            says: "Report a child missing.",
            tells: """
                By the child’s number, or with who they are where the record does not have them. Where others in the record \
                may be meant, nothing is recorded and they are named with the reasons. No limit holds a report up.
                """,
            body: "Report", given: recorded, records: true, isNeverHeldUp: true, answer: { try await $0.report() }),
        recording(
            "classification", id: "classify", .writeClassifications, "Decide what police hold the child as.",
            tells:
                "The first decision, or another in its place. The protocol in force may say who decides, and on what.",
            body: "Classification", condition: .must
        ) { try await $0.classify() },
        recording(
            "return", id: "recordReturn", .writeReturns, "Record that the child is back.", body: "Return"
        ) { try await $0.recordReturn() },
        recording(
            "accounts", id: "recordAccount", .writeAccounts, "Send an agency’s own version of the episode.",
            tells: "It stands beside the others as it was told. Where they differ, a person settles what counts.",
            body: "Account"
        ) { try await $0.recordAccount() },
        recording(
            "acknowledgements", id: "acknowledge", .writeDuties, "Say that what was sent has been seen.",
            body: "Acknowledgement"
        ) { try await $0.recordAcknowledgement() },
        recording(
            "duties/{duty}", id: "doDuty", .writeDuties, "Record what discharges a duty.",
            tells: "The duty says as what it is recorded; what is needed beside that is named where it is lacking.",
            body: "DutyDone"
        ) { try await $0.doDuty() },
        recording(
            "entries", id: "recordEntry", .writeEntries, "Record anything else that happened in the episode.",
            tells: "A sighting, a contact, a note, a check: the words are those of the vocabulary of events.",
            body: "Entry"
        ) { try await $0.recordEntry() },
    ]

    private static func recording(
        _ last: String, id: String, _ scope: ClientScope, _ says: String, tells: String = "", body: String,
        condition: APIOperation.Condition = .may, _ answer: @escaping APIOperation.Handler
    ) -> APIOperation {
        APIOperation(
            method: .post, path: "/api/v1/episodes/{episode}/\(last)", id: id, scope: scope,
            rule: .episode(.see, .existence), says: says, tells: tells, body: body, given: recorded,
            condition: condition, records: true, answer: answer)
    }
}
