// SPDX-License-Identifier: MIT

import WorkingTime

/// A first file for an area that begins a protocol of its own, with a scenario that tests it.
public enum StarterPack {
    /// A pack with one duty of its own, and examples of the rest behind `#`.
    public static func pack(
        id: String, title: String, extends parent: ProtocolPack?, inForceFrom date: CivilDate
    ) -> String {
        let quoted = JSON.text(title)
        let extends =
            parent.map { parent in
                """

                # Everything of this protocol holds here too, save what you replace (an item with the same id) or remove.
                extends: \(parent.id)
                """
            } ?? ""
        return """
            # The protocol of … (say whose it is, and who decided on it).
            # A line that begins with # is a note for readers. Indent with blanks, never with tabs.
            # Check it at any time:   homeward protocol check Protocols/\(id).yaml
            id: \(id)
            title: \(quoted)\(extends)

            # From when it is in force, the year first: put the day here that was decided on.
            inForce: { from: \(date) }

            # The papers that its duties come from: a short name for each, and its title. Each item cites one of them.
            sources:
              LP: Local protocol of … of …

            # What somebody owes when a child is missing. Take this one as a pattern.
            duties:
              - id: tell-area-lead
                who: team-manager
                what: Tell the area's lead for missing children.
                when: { open-longer-than: 24 hours }
                from: { clock: start, plus: 24 hours }
                due: 2 hours
                doneBy: { event: notified, to: area-lead }
                localChoice: true
                note: "The paper says promptly; two hours is ours."
                source: "LP 1"

            # What nobody may record, save those whom it names.
            # guardrails:
            #   - id: no-lower-risk-under-thirteen
            #     refuses: { event: risk-graded, as: [medium, low] }
            #     when: { age-under: 13 }
            #     needs: [superintendent]
            #     says: Only a superintendent may grade the risk of a child under thirteen below high.
            #     wayOn: Ask a superintendent to record it, with their reason.
            #     source: "LP 2"

            # What is taken out of the protocol that this one extends, and why.
            # remove:
            #   - { id: a-duty-of-the-other, reason: "Here it is done by … (LP 3)." }

            """
    }

    /// A scenario that the starter pack passes.
    public static func scenario(for id: String) -> String {
        """
        # A story that tests the protocol. Run it:   homeward scenario run Scenarios/\(id)
        title: A girl is away for more than a day, and the area's lead hears of it
        protocol: \(id)
        child: { name: Kezia, born: 2012-03-04, lookedAfter: true, placement: { kind: childrens-home, place: larch-house } }
        events:
          - { at: 2026-05-08T22:10, is: reported, by: carer, to: police, missingSince: 2026-05-08T21:00 }
          - { at: 2026-05-09T21:30, is: notified, by: team-manager, to: area-lead }
        expect:
          - { at: 2026-05-09T20:59, noDuty: tell-area-lead }
          - { at: 2026-05-09T21:10, duty: tell-area-lead, state: owed, due: 2026-05-09T23:00, by: team-manager }
          - { at: 2026-05-09T22:00, duty: tell-area-lead, state: done }

        """
    }
}
