// SPDX-License-Identifier: MIT

@testable import Procedures

/// A pack with every kind of clock, due, condition and end, for trying them on random records.
enum VariedPack {
    static let pack = Samples.pack(
        duties.joined(separator: ", "),
        "covers: { any: [{ age-under: 18 }, { status: care-leaver, age-under: 25 }] }, "
            + "officeHours: { days: [monday, tuesday, wednesday, thursday, friday], opens: \"08:45\", closes: \"17:15\" }, "
            + "fallbacks: { social-worker: { inHours: team-manager, outOfHours: edt } }, "
            + "triggers: [{ id: three, for: child, counts: { kinds: [missing, unreported, away-without-authorisation], "
            + "atLeast: 2, within: 90 days }, makes: [c1, c2], source: SG 1 }]")

    private static let duties: [String] = [
        "{ id: a1, who: social-worker, what: Do., source: SG 1, when: { open: true, "
            + "out-of-hours: true }, due: 2 hours, doneBy: { event: notified, to: edt }, again: true }",
        "{ id: a2, who: social-worker, what: Do., source: SG 1, when: open, once: out-of-hours, "
            + "due: 3 working days, doneBy: { event: notified, to: edt } }",
        "{ id: a3, who: [social-worker, team-manager], what: Do., source: SG 1, "
            + "when: { open-longer-than: 30 hours }, due: 2 school days, doneBy: reviewed, "
            + "escalate: { to: team-manager, before: 2 hours, after: 3 hours }, "
            + "mayAgree: [social-worker] }",
        "{ id: a4, who: carer, what: Do., source: SG 1, "
            + "when: { happened: { event: contact-attempted, within: 5 hours } }, due: 4 hours, "
            + "doneBy: visited, again: true }",
        "{ id: a5, who: carer, what: Do., source: SG 1, when: { happened: { event: risk-noted, "
            + "atLeast: 2, within: 3 days } }, due: 4 hours, doneBy: strategy-agreed, again: true }",
        "{ id: a6, who: supervisor, what: Do., source: SG 1, when: { reported: true, "
            + "not-yet: { event: concern-raised } }, due: 24 hours, doneBy: located, "
            + "sooner: [{ when: { risk: high }, due: immediately, from: { event: risk-graded, "
            + "as: high } }, { when: out-of-hours, due: 3 hours }], lapses: [{ event: closed }, "
            + "{ event: placement-ended }] }",
        "{ id: a7, who: social-worker, what: Do., source: SG 1, when: open, every: 24 hours, "
            + "from: start, doneBy: [contact-attempted, visited], mayAgree: [social-worker, "
            + "team-manager] }",
        "{ id: a8, who: social-worker, what: Do., source: SG 1, when: always, from: { duty: a3, "
            + "at: due }, due: 5 dates, doneBy: meeting-held }",
        "{ id: a9, who: social-worker, what: Do., source: SG 1, when: always, from: { duty: a6, "
            + "at: done }, due: 1 working day, doneBy: { all: [meeting-held, { any: [visited, "
            + "{ event: notified, to: police }] }] } }",
        "{ id: b1, who: iro, what: Do., source: SG 1, when: { status: child-protection-plan }, "
            + "from: { each: { event: placement-started } }, due: 3 days, "
            + "doneBy: { event: [placement-reviewed, placement-started] } }",
        "{ id: b2, who: iro, what: Do., source: SG 1, when: { any: [{ known-risk: any }, "
            + "{ placed-out-of-area: true }, { allocated: social-worker }] }, "
            + "from: { each: { event: [reviewed, review-agreed, sighted] }, plus: 1 hour }, "
            + "due: { stated: next, else: 2 hours }, doneBy: { event: [reviewed, risk-noted] }, "
            + "mayWaive: nobody }",
        "{ id: b3, who: iro, what: Do., source: SG 1, when: { not: { age-at-least: 16 } }, "
            + "from: { clock: located, plus: 2 working days }, due: as-soon-as-possible, "
            + "doneBy: closed, counts: whole-episode }",
        "{ id: b4, who: iro, what: Do., source: SG 1, when: { all: [{ earlier-episodes: 1 }, "
            + "{ episodes: { kinds: [missing], categories: [absent], atLeast: 2, "
            + "within: 90 days } }] }, due: 1 hour, doneBy: reviewed, again: true, "
            + "escalate: { to: analyst, after: 1 hour } }",
        "{ id: b5, who: iro, what: Do., source: SG 1, when: { category: absent, "
            + "out-of-hours: false }, due: 1 hour, doneBy: reviewed, again: true, mayAgree: [iro] }",
        "{ id: b6, who: iro, what: Do., source: SG 1, when: { looked-after: true, "
            + "pen-picture: true, risk-at-least: medium }, every: 7 days, doneBy: reviewed }",
        "{ id: b7, who: iro, what: Do., source: SG 1, when: { any: [{ stage: [away, located] }, "
            + "{ imminent-risk: true }, { with-others: true }, { unanswered-questions: true }, "
            + "{ risk-learnt-while-absent: true }, { category-ever: missing }, "
            + "{ kind-ever: unreported }] }, due: { stated: at, of: { event: meeting-arranged } }, "
            + "doneBy: meeting-held }",
        "{ id: b8, who: iro, what: Do., source: SG 1, "
            + "when: { looked-after-for-less-than: 400 days }, from: located-or-returned, "
            + "due: 1 working day, doneBy: { any: [{ event: returned, by: police }, { event: visited, "
            + "by: social-care }] } }",
        "{ id: c1, about: child, who: social-worker, what: Do., source: SG 1, "
            + "when: { triggered: three }, from: { trigger: three }, due: 5 working days, "
            + "doneBy: meeting-held, lapses: [closed] }",
        "{ id: c2, about: child, who: iro, what: Do., source: SG 1, when: always, "
            + "from: { trigger: three }, due: 3 days, doneBy: letter-sent, mayAgree: [social-worker] }",
        "{ id: c3, about: child, who: iro, what: Do., source: SG 1, "
            + "when: { any: [{ longest-episode: { atLeast: 20 hours, within: 2 months } }, "
            + "{ category: absent }, { kind: missing }] }, due: 3 days, doneBy: reviewed, again: true }",
        "{ id: c4, about: child, who: iro, what: Do., source: SG 1, "
            + "when: { any: [ { happened: { event: risk-noted } }, with-others, unanswered-questions, "
            + "{ reported-to: police }, { category-ever: missing } ] }, every: 14 days, "
            + "doneBy: [reviewed, visited] }",
        "{ id: c5, about: child, who: iro, what: Do., source: SG 1, "
            + "when: { not-yet: { event: returned }, episodes: { kinds: [missing], atLeast: 2, "
            + "within: 90 days } }, from: { each: { event: [located, placement-started] } }, "
            + "due: 3 days, doneBy: reviewed, lapses: [returned] }",
        "{ id: e1, who: iro, what: Do., source: SG 1, when: { triggered: three, open: true }, "
            + "due: 3 days, doneBy: reviewed, again: true }",
    ]
}
