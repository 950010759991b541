// SPDX-License-Identifier: MIT

extension APIRoutes {
    private static let anyProgram = RouteRule.signedIn(
        because: "What is answered is asked of the access table, child by child.")

    static let readings: [APIOperation] = [
        APIOperation(
            method: .get, path: "/api/v1/client", id: "readProgram", scope: nil, rule: anyProgram,
            says: "As whom the program asks, and what it may ask for.",
            given: .init(status: .ok, form: "Program", says: "Its role, agency, scopes and limits."),
            answer: { try await $0.readProgram() }),
        APIOperation(
            method: .get, path: "/api/v1/open-episodes", id: "readOpenEpisodes", scope: .readOpenEpisodes,
            rule: anyProgram, says: "Which children are away now.",
            tells: "With a cursor from which changes go on. What is not for the program’s role is left out.",
            given: .init(status: .ok, form: "OpenEpisodes", says: "The open episodes, in the order of their numbers."),
            answer: { try await $0.readOpenEpisodes() }),
        APIOperation(
            method: .get, path: "/api/v1/changes", id: "readChanges", scope: .readChanges, rule: anyProgram,
            says: "What was recorded since a cursor, in order.",
            tells: """
                Each change says which child and episode it is about and what kind of thing happened; what it says is read \
                from the episode. Keep “next” and ask with it later: it holds for as long as the record does. A child who \
                comes into the program’s sight later brings no earlier changes along: read their episodes. A page may be \
                empty and still have more behind it.
                """,
            query: [
                .init(name: "cursor", schema: .text(most: 60), says: "The “next” of the page before."),
                .init(
                    name: "limit", schema: .whole(least: 1, most: 500),
                    says: "How many at most; 100 where it is left out."),
            ],
            given: .init(status: .ok, form: "Changes", says: "The changes, and where to go on."),
            answer: { try await $0.readChanges() }),
        APIOperation(
            method: .get, path: "/api/v1/duties", id: "readOwnDuties", scope: .readDuties, rule: anyProgram,
            says: "What stands to be done by the program’s role or agency, the soonest first.",
            given: .init(status: .ok, form: "Duties", says: "At most 1,000 of them."),
            answer: { try await $0.readOwnDuties() }),
        APIOperation(
            method: .post, path: "/api/v1/children/search", id: "searchChildren", scope: .searchChildren,
            rule: anyProgram, says: "Whom names, dates and numbers fit, also where they are written in another way.",
            tells: "Each search is noted with its words. Names are sent in the body so that no address holds them.",
            body: "Search",
            given: .init(status: .ok, form: "Found", says: "The same first, then who may be meant, with the reasons."),
            answer: { try await $0.searchChildren() }),
        APIOperation(
            method: .get, path: "/api/v1/children/{child}", id: "readChild", scope: .readChildren,
            rule: .child(.see, .identity), says: "Who a child is, and when they were away.",
            given: .init(status: .ok, form: "Child", says: "As far as the program may see."),
            answer: { try await $0.readChild() }),
        APIOperation(
            method: .get, path: "/api/v1/episodes/{episode}", id: "readEpisode", scope: .readEpisodes,
            rule: .episode(.see, .outline), says: "One episode with what happened in it.",
            tells: "Its ETag is otherwise as soon as anything is that the program sees of it; the others’ is not.",
            given: .init(status: .ok, form: "Episode", says: "The episode, and what may be recorded of it."),
            condition: .tagged, answer: { try await $0.readEpisode() }),
        APIOperation(
            method: .get, path: "/api/v1/episodes/{episode}/duties", id: "readDuties", scope: .readDuties,
            rule: .episode(.see, .outline), says: "Every duty of the episode, and how it stands.",
            given: .init(status: .ok, form: "Duties", says: "What is overdue first."),
            answer: { try await $0.readDuties() }),
        APIOperation(
            method: .get, path: "/api/v1/episodes/{episode}/accounts", id: "readAccounts", scope: .readAccounts,
            rule: .episode(.see, .episode), says: "What each agency says of the episode, and where they differ.",
            given: .init(status: .ok, form: "Accounts", says: "Each account as it was received."),
            answer: { try await $0.readAccounts() }),
    ]
}
