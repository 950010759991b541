// SPDX-License-Identifier: MIT

import Procedures
import Testing

@testable import Exchange

/// A small pack that uses every key and form at least once.
enum SmallPack {
    static let text = """
        id: small
        title: Small
        inForce: { from: 2014-01-01, to: 2040-01-01 }
        sources:
          T: A test
          U: Another
        vocabulary: { categories: [missing, absent], grades: [medium, high], source: T 1 }
        figures: { immediately: 30 minutes, as-soon-as-possible: 24 hours }
        officeHours: { days: [monday, friday], opens: "08:45", closes: "24:00", localChoice: true, source: T 2 }
        fallbacks:
          social-worker: { inHours: mash, outOfHours: edt, source: T 3 }
        covers: { any: [{ age-under: 18 }, { status: care-leaver, age-under: 25 }] }
        questions:
          - { id: ask, asks: "Is it like them?", risk: true, source: T 4 }
        reportItems:
          - { id: wore, says: What they wore., heldBy: [clothing], needsAll: true, lookedAfterOnly: false, source: T 5 }
          - { id: seen, says: Where they were seen., heldByEvents: [sighted], source: "T 5; U" }
        guardrails:
          - id: keep-high
            refuses: { event: risk-graded, as: [medium, low] }
            when: { risk: high, not: { kind: missing-from-education } }
            needs: [superintendent]
            except: [{ by: duty-inspector, mistaken: true, when: { happened: { event: risk-graded, atMost: 1 } } }]
            says: A high risk stays.
            wayOn: Ask a superintendent.
            source: T 6
        duties:
          - id: tell
            who: [social-worker, carer]
            what: Tell the police.
            when: { reported: true, any: [looked-after, { known-risk: any }] }
            once: { out-of-hours: report }
            from: report
            due: immediately
            sooner: [{ when: { age-under: 13 }, due: 10 minutes, from: start }]
            doneBy: { any: [{ event: notified, to: police }, { all: [{ event: visited, given: [found] }, contacted-child] }] }
            counts: whole-episode
            lapses: [{ event: returned, lacks: [harm] }, closed]
            mayWaive: nobody
            mayAgree: [team-manager]
            escalate: { to: team-manager, before: 10 minutes, after: 1 hour }
            localChoice: true
            note: A note.
            source: T 7
          - { id: again, who: supervisor, what: Look again., when: { open: true, risk-at-least: medium, open-longer-than: 2 hours }, every: 4 hours, again: true, doneBy: reviewed, mayWaive: [superintendent, duty-inspector], source: T 8 }
          - { id: talk, who: social-worker, what: Talk., when: back, from: { clock: located-or-returned, plus: 1 hour }, due: 72 hours, doneBy: interview-held, source: T 9 }
          - { id: write, who: interviewer, what: Write., when: returned, from: { duty: talk, at: done, plus: 1 working day }, due: 5 working days, doneBy: findings-shared, source: T 10 }
          - { id: each, who: duty-inspector, what: Keep to it., when: { category-ever: absent }, from: { each: { event: [review-agreed, reviewed], given: [next] } }, due: { stated: next, else: 1 hour }, doneBy: reviewed, source: T 11 }
          - { id: until, who: carer, what: Wait., when: { happened: { event: notified, to: police, within: 24 hours, atLeast: 1 } }, from: { event: notified, which: last, plus: 3 dates }, due: { stated: until, of: { event: agreed } , else: 3 school days }, doneBy: { event: notified, by: police }, source: T 12 }
          - { id: repeat, who: mash, what: Meet., when: { episodes: { kinds: [missing], categories: [absent], atLeast: 2, within: 90 days }, earlier-episodes: 1 }, due: 2 days, doneBy: { event: meeting-held, kind: strategy-meeting }, source: T 13 }
          - { id: discuss, about: child, who: team-manager, what: Discuss., from: { trigger: three }, due: 5 working days, when: { triggered: three }, doneBy: { event: meeting-held }, source: T 13 }
          - { id: letter-to-child, about: child, who: team-manager, what: Write., from: { trigger: top }, due: 5 working days, when: always, doneBy: letter-sent, source: T 13 }
        triggers:
          - { id: three, counts: { kinds: [missing], categories: [missing], atLeast: 3, within: 90 days }, makes: [discuss], source: T 13 }
          - { id: more, for: place, rising: { kinds: [missing], days: 30, atLeast: 2 }, makes: [look], source: T 13 }
          - { id: top, ranking: { kinds: [missing], top: 10, within: 6 months, every: 1 month }, when: looked-after, makes: [letter-to-child], localChoice: true, note: A note., source: T 13 }
        triage:
          within: 12 months
          green: { missingBelow: 2, factorsAtMost: 1 }
          red: { missingOver: 2, seriousFactors: [harm] }
          withAbsences: { redAtLeast: 5 }
          factors: [{ id: harm, says: Harm., risk: [self-harm], source: T 13 }, { id: young, says: Young., condition: { age-under: 13 }, source: T 13 }]
          lacking: amber
          lackingWhen: { not: pen-picture }
          localChoice: true
          note: A note.
          source: T 13
        meetings:
          - id: strategy-meeting
            title: Strategy meeting
            chair: team-manager
            invites: [social-worker, police, the child's school]
            agenda: [{ id: risk, says: What is the risk?, source: T 14 }]
            outcomes: [{ id: plan, says: A plan. }]
            recordForEachChild: true
            every: as often as needed
            source: T 14
        letters:
          - { id: letter, to: parent, says: "We write about {child-name}. {authority-name}", source: T 15 }
        notices:
          - { id: notice, on: { event: reported, to: police }, when: looked-after, to: [social-worker, iro], says: A child is missing., source: T 16 }
        calendar:
          - { id: audit, who: team-manager, what: Look at ten cases., every: 3 months, from: 2015-01-31, doneBy: { event: area-duty-done, duty: audit }, escalate: { to: superintendent, after: 7 days }, localChoice: true, source: T 17 }
          - { id: look, who: team-manager, what: Look at the place., from: { trigger: more }, due: 10 working days, source: T 17 }
        contacts:
          - { id: line, who: A help line, for: Children who are away, says: "0800 000000", source: T 18 }
        information:
          - { id: leaflet, for: [children, parents], title: What happens, says: We listen., source: T 19 }
        checklists:
          - { id: list, title: Risks, usedBy: [tell], items: [{ id: one, says: Age. }, { id: two, says: Health., source: U }], source: T 20 }
        crosswalk:
          - { was: low, now: nothing, note: Not used., source: T 21 }

        """
}

@Suite struct `The small pack of the tests` {
    @Test func `has no fault`() throws {
        let node = try YAMLTree.read(SmallPack.text, file: "small.yaml").get()
        #expect(PackReader.read(node, extending: nil).1.map(\.description) == [])
    }
}
