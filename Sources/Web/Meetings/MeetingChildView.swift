// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// One child's part of a meeting: why they are on it, what they said, what came of it, who does what.
struct MeetingChildView {
    let model: MeetingModel
    let part: MeetingModel.Part
    let call: Call
    /// Whether the reader may add to it; never on paper.
    var mayKeep = false
    var isPaper = false

    private var child: Child { part.child }
    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }
    private var kind: String { model.meeting.kind }
    private var number: Int { model.meeting.number }

    var html: HTML {
        let name: HTML =
            isPaper
            ? HTML(text: telling.nameWithAge(child))
            : "<a href=\"/children/\(child.id.number)\">\(telling.nameWithAge(child))</a>"
        return """
            <section class="card child-part" id="child-\(child.id.number)"><h3>\(name)</h3>\(state)\(why)\(plans)\(said)\(outcome)\(actions)\(links)\
            \(HeldBack(seen: part.seen).html)</section>
            """
    }

    private var state: HTML {
        let count = telling.countIn90Days(child)
        let open = call.state.openEpisode(of: child.id)
        let tags = open.map { EpisodeTags.of($0, child, telling: telling, sees: part.seen.sees).map(\.html).joined() }
        return "<p>\(tags)<span class=\"small\">\(Spoken.counted(count, "episode")) in the last 90 days.</span></p>"
    }

    private var why: HTML {
        let fired = part.firings.map { firing -> HTML in
            "<li><b>\(firing.trigger.spaced.capitalisedFirst).</b> \(firing.why.joined(separator: " ")) <span class=\"small\">\(firing.source)</span></li>"
        }
        let reason = part.part.placed.flatMap { part.told[$0.position]?.details.text(.reason) }
        let said: HTML = reason.map { "<li>\(Parts.lines($0))</li>" } ?? HTML()
        if fired.isEmpty, said.isEmpty { return HTML() }
        return "<h4>Why the child is on it</h4><ul class=\"plain\">\(fired)\(said)</ul>"
    }

    private var plans: HTML {
        if part.plans.isEmpty { return HTML() }
        let names = part.plans.map { plan -> HTML in
            let text =
                "\(Choices.spoken(plan.kind)) (version \(plan.version), \(Spoken.moment(plan.written.occurredAt, now: call.now)))"
            return HTML(text: text.capitalisedFirst)
        }
        let link: HTML = isPaper ? HTML() : " <a href=\"/children/\(child.id.number)/plans\">Read them</a>"
        return "<p><b>Plans in force:</b> \(names.joined(separator: "; ")).\(link)</p>"
    }

    /// The child's voice: the letter that asks for it, what was answered, and what came of that.
    private var said: HTML {
        let letters = part.letters.map { letter -> HTML in
            let title = letter.letter.id.spaced.capitalisedFirst
            if let sent = letter.sent {
                return "<li>\(Tag("Sent", .ok).html)\(title), \(clock.moment(sent.occurredAt))</li>"
            }
            guard !isPaper, let episode = part.part.episode, call.access.mayRecord(.letterSent, on: child.id) else {
                return "<li>\(Tag("Not sent", .soon).html)\(title)</li>"
            }
            return """
                <li>\(Tag("Not sent", .soon).html)<a href="/episodes/\(episode.number)/letters/\(FormFields.encode(letter.letter.id))">\(title)</a>
                · <a href="\(part.place)/add/letter-sent?to=child&amp;kind=\(FormFields.encode(letter.letter.id))&amp;meeting=\(number)">It was sent</a></li>
                """
        }
        let answers = part.part.feedback.map { mark -> HTML in
            let text = part.told[mark.position].flatMap { $0.details.text(.narrative) }
            let answered = part.told.values.first {
                $0.word == .feedbackAnswered && $0.details.number(.what) == Int(mark.position.number)
            }
            let told: HTML =
                answered.map { event -> HTML in
                    "<p class=\"small\"><b>What came of it:</b> \(event.details.text(.result).map(Parts.lines)) (\(clock.moment(event.occurredAt)))</p>"
                } ?? tell(mark)
            let quote: HTML =
                text.map { "<p class=\"quote\">“\(Parts.lines($0))”</p>" }
                ?? "<p>What was said is not for your role.</p>"
            return "<li>\(clock.moment(mark.occurredAt)): \(quote)\(told)</li>"
        }
        let wants = part.part.held.flatMap { part.told[$0.position]?.details.text(.wants) }
        let wanted: HTML =
            wants.map { "<li>At the meeting: <p class=\"quote\">“\(Parts.lines($0))”</p></li>" } ?? HTML()
        if letters.isEmpty, answers.isEmpty, wanted.isEmpty { return HTML() }
        return "<h4>What the child says</h4><ul class=\"plain\">\(letters)\(answers)\(wanted)</ul>"
    }

    private func tell(_ mark: Mark) -> HTML {
        guard !isPaper, call.access.mayRecord(.feedbackAnswered, on: child.id) else { return HTML() }
        return """
            <p class="small">\(Tag("Not answered", .soon).html)<a href="\(part.place)/add/feedback-answered?what=\(mark.position.number)">Tell the child what came of it</a></p>
            """
    }

    private var outcome: HTML {
        guard let held = part.part.held else { return HTML() }
        let event = part.told[held.position]
        let minutes = event?.details.text(.minutes)
        let kinds = call.meetingKinds
        let decisions = (event?.details.words(.decisions) ?? []).map { code -> HTML in
            "<li>\(kinds.outcome(code, of: kind))</li>"
        }
        let text: HTML =
            minutes.map { "<p>\(Parts.lines($0))</p>" }
            ?? (part.seen.sees(.minutes)
                ? "<p>No minutes were kept for this child.</p>" : "<p>Minutes are not for your role.</p>")
        let next: HTML = event?.details.time(.next).map { "<p>Next: \(clock.moment($0)).</p>" } ?? HTML()
        let list: HTML = decisions.isEmpty ? HTML() : "<h4>Decided</h4><ul>\(decisions)</ul>"
        return "<h4>Minutes, \(clock.moment(held.occurredAt))</h4>\(text)\(list)\(next)"
    }

    private var actions: HTML {
        if part.part.actions.isEmpty { return HTML() }
        let rows = part.part.actions.inOrderOfNeed.map { action in
            ActionRow(action: action, told: part.told, child: child, call: call, isPaper: isPaper).html
        }
        return "<h4>Actions</h4><ul class=\"duties\">\(rows)</ul>"
    }

    private var links: HTML {
        guard mayKeep, !isPaper else { return HTML() }
        var links: [HTML] = []
        func link(_ word: EventWord, _ query: String, _ says: String) {
            guard call.access.mayRecord(word, on: child.id) else { return }
            let place = word.form.about == .child ? "/children/\(child.id.number)" : part.place
            links.append(
                "<a href=\"\(place)/add/\(word.rawValue)?\(query)\">\(says)<span class=\"unseen\"> for \(child.facts.name)</span></a>"
            )
        }
        let about = "meeting=\(number)"
        link(.feedbackReceived, about, "The child has answered")
        link(.actionAgreed, about, "Agree an action")
        link(.preventionPlanReviewed, "kind=prevention-plan", "Write the plan")
        if part.part.held == nil, part.part.placed != nil {
            link(.takenOffAgenda, "\(about)&kind=\(FormFields.encode(kind))", "Take off the agenda")
        }
        return links.isEmpty ? HTML() : "<p class=\"small no-print\">\(links.joined(separator: " · "))</p>"
    }
}
