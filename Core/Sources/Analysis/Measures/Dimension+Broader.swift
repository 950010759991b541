// SPDX-License-Identifier: MIT

extension Dimension {
    // Broader bands of the dimension of the same name, for where there are too few children for the usual ones. A band that
    // both have counts the same.

    static let interviewInTime = Dimension(
        interview.id, interview.title, interview.definition,
        .years(.interview, limits: [1], labels: [InterviewOutcome.heldInTime.rawValue, notInTime]))
    static let interviewInShort = Dimension(
        interview.id, interview.title, interview.definition,
        .years(
            .interview, limits: [1, 2],
            labels: [InterviewOutcome.heldInTime.rawValue, InterviewOutcome.heldLater.rawValue, notHeld]))
    static let notInTime = "Not held within 72 hours"
    static let notHeld = "Not held"

    static let lengthInShort = Dimension(
        lengthHours.id, lengthHours.title, lengthHours.definition,
        .number(.lengthMinutes, limits: [24 * 60], labels: ["Under 24 hours", "24 hours and more"]))
    static let ageInShort = Dimension(
        age.id, age.title, age.definition,
        .years(.age, limits: [10, 16], labels: ["Under 10", "10–15", "16 and over"]))
    static let ageBroad = Dimension(
        age.id, age.title, age.definition, .years(.age, limits: [16], labels: ["Under 16", "16 and over"]))
}
