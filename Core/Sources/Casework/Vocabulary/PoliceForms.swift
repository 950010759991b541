// SPDX-License-Identifier: MIT

extension EventForm {
    /// What police ask, decide, review and hand over.
    static let policeForms: [EventForm] = [
        EventForm(
            .questionsAnswered, .episode, "The risk questions were asked; what was answered and what could not be.",
            allows: [.answers, .unanswered], by: [.callHandler, .dutyInspector], source: "WMP, risk based questions"
        ),
        EventForm(
            .intelligenceChecked, .episode, "Intelligence checks were made on the child.",
            allows: [.result], by: [.callHandler], source: "WMP"
        ),
        EventForm(
            .deploymentGraded, .episode, "How soon officers go was graded, in the force's own words.",
            requires: [.as, .rationale], by: [.callHandler, .dutyInspector, .supervisor], source: "WMP"
        ),
        EventForm(
            .classified, .episode, "Police decided the category: missing, absent, or a grade under later vocabularies.",
            requires: [.as, .rationale], allows: [.danger], by: [.dutyInspector], source: "WMP; SG ¶27"
        ),
        EventForm(
            .reclassified, .episode, "Police changed the category.",
            requires: [.as, .rationale], by: [.dutyInspector], source: "WMP; SG ¶27"
        ),
        EventForm(
            .disputed, .episode, "The informant and the inspector disagree about the category.",
            requires: [.reason], by: [.carer, .parent, .socialWorker], source: "WMP, escalation"
        ),
        EventForm(
            .decidedByIncidentManager, .episode, "The force incident manager settled a dispute about the category.",
            requires: [.as, .rationale], by: [.forceIncidentManager], source: "WMP, escalation"
        ),
        EventForm(
            .riskGraded, .episode, "The risk to the child was graded.",
            requires: [.as, .rationale], allows: [.mistaken, .authority],
            by: [.attendingOfficer, .supervisor, .dutyInspector, .superintendent], source: "SG ¶23–26; WMP"
        ),
        EventForm(
            .reviewAgreed, .episode, "The next review was agreed, and when the informant will be called back.",
            requires: [.next], allows: [.callBack, .action], by: [.dutyInspector, .supervisor], source: "WMP; SG ¶27"
        ),
        EventForm(
            .reviewed, .episode, "The category and the risk were looked at again.",
            allows: [.result, .next, .rationale, .kind], by: [.dutyInspector, .supervisor], source: "WMP; SG ¶27"
        ),
        EventForm(
            .examinedByCommand, .episode, "Senior command examined the first enquiries and the staffing.",
            allows: [.result], by: [.superintendent, .forceIncidentManager], source: "SG ¶25"
        ),
        EventForm(
            .publicityDecided, .episode, "Publicity was decided on, with whether the family agreed.",
            requires: [.as, .rationale], allows: [.consent, .authority], by: [.dutyInspector], source: "WMP, media"
        ),
        EventForm(
            .policeProtectionStarted, .episode, "Police protection began.", allows: [.place, .reason, .until],
            by: [.attendingOfficer], source: "BI"
        ),
        EventForm(
            .policeProtectionEnded, .episode, "Police protection ended, and how: it lasts 72 hours at most.",
            requires: [.outcome], allows: [.place, .reason],
            by: [.attendingOfficer, .dutyInspector, .socialWorker, .edt], source: "BI, legal powers; SG ¶41"
        ),
        EventForm(
            .orderSought, .episode, "A court order was applied for.",
            requires: [.kind], allows: [.reason], by: [.socialWorker], source: "BI, legal powers"
        ),
        EventForm(
            .orderObtained, .episode, "A court order was obtained.",
            requires: [.kind], allows: [.until], by: [.socialWorker], source: "BI; BI section 50"
        ),
        EventForm(
            .transferOffered, .episode, "Police ownership was offered to another area or force.",
            requires: [.to], allows: [.reason, .agency], by: [.dutyInspector], source: "WMP"
        ),
        EventForm(
            .transferAccepted, .episode, "The offered transfer was accepted: the accepter owns it from now.",
            allows: [.agency], by: [.dutyInspector], source: "WMP"
        ),
        EventForm(
            .transferRefused, .episode, "The offered transfer was refused: the sender owns it still.",
            requires: [.reason], allows: [.agency], by: [.dutyInspector], source: "WMP"
        ),
        EventForm(
            .policeRecordCompleted, .episode, "The police record of the investigation was made in full.",
            allows: [.result], by: [.attendingOfficer], source: "WMP, recording"
        ),
        EventForm(
            .policeRecordClosed, .episode, "Police closed their own record, with its closing code.",
            requires: [.code, .reason], by: [.supervisor, .dutyInspector, .missingCoordinator], source: "WMP"
        ),
        EventForm(
            .recordRestricted, .episode, "Who may see the police record was restricted.",
            requires: [.reason], by: [.dutyInspector], source: "WMP, recording"
        ),
        EventForm(
            .forcibleRemovalReported, .episode,
            "The child was reported as taken by force or against their will: a crime, and not this procedure's.",
            requires: [.rationale], allows: [.to],
            by: [.socialWorker, .carer, .parent, .callHandler, .attendingOfficer], source: "BC 0"
        ),
    ]
}
