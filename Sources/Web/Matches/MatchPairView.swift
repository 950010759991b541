// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Matching
import Partnership
import WorkingTime

/// Two records side by side: what each says, what speaks for and against, who else it may be, and the buttons.
struct MatchPairView {
    let call: Call
    let pair: MatchPair
    let typed: FormFields
    let fault: String?

    private var telling: Telling { Telling(state: call.state, now: call.now) }

    var html: HTML {
        """
        \(ErrorSummary(fault.map { [("reason", $0)] } ?? []).html)<h1>One child or two?</h1>
        <p class="lead">\(pair.first.facts.name), number \(pair.first.id.number), and \(pair.second.facts.name), number \
        \(pair.second.id.number). \(pair.likelihood.html)</p>\(standing)\(contradiction)\(openEpisodes)<div class="matches">\(table)\(reasons)\(rivalsHTML)\(deciding)</div>
        """
    }

    private var standing: HTML {
        guard let decision = pair.decision else { return HTML() }
        let because: HTML = decision.reason.isEmpty ? "" : " \(decision.reason)"
        return Parts.notice(
            """
            <p><b>\(decision.outcome.says)</b>, said \(telling.actor(decision.by)), \(Clock(now: call.now).moment(decision.decidedAt)).\(because) \
            <a href="/matches">Take it back in the list</a> if it was wrong.</p>
            """)
    }

    private var contradiction: HTML {
        guard let key = pair.contradiction else { return HTML() }
        return """
            <div class="notice" role="status"><p><b>\(key.label) is not the same,</b> and one child has only one. Either they are two \
            children, or one of the records is wrong: find out which, and correct it, before they can be joined.</p></div>
            """
    }

    private var openEpisodes: HTML {
        let open = [pair.first, pair.second].compactMap { call.state.openEpisode(of: $0.id) }
        guard open.count == 2 else { return HTML() }
        return Parts.notice(
            """
            <p><b>Both have an episode that is open.</b> Joined, the child is on the board with both until each is ended: nothing that \
            is owed in either is lost.</p>
            """)
    }

    // MARK: What each says

    private var table: HTML {
        let rows = Self.keys.compactMap { label, value -> HTML? in
            let (one, other) = (value(self, pair.first), value(self, pair.second))
            guard one != nil || other != nil else { return nil }
            let verdict: HTML =
                Self.ofTheRecord.contains(label)
                ? HTML()
                : one == nil || other == nil
                    ? Tag("Only one says", .plain).html
                    : one == other ? Tag("The same", .ok).html : Tag("Differs", .soon).html
            return """
                <tr><th scope="row">\(label)</th><td>\(one ?? "–")</td><td>\(other ?? "–")</td><td>\(verdict)</td></tr>
                """
        }
        return """
            <section class="card"><h2>What each record says</h2><div class="wide" role="region" tabindex="0" aria-label="The two records side by side">
            <table><thead><tr><th scope="col">What</th>\(head(pair.first))\(head(pair.second))<th scope="col">Together</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></section>
            """
    }

    private func head(_ child: Child) -> HTML {
        "<th scope=\"col\"><a href=\"/children/\(child.id.number)\">Number \(child.id.number)</a></th>"
    }

    /// What is compared, by its label, and how each record says it.
    private static let keys: [(String, @Sendable (MatchPairView, Child) -> String?)] = [
        ("Name", { $1.facts.name }),
        ("Also called", { $1.facts.knownAs }),
        (
            "Earlier names",
            { _, child in
                let names = child.facts.formerly.compactMap { $0.text(.name) }
                return names.isEmpty ? nil : names.joined(separator: ", ")
            }
        ),
        ("Date of birth", { $0.born($1) }),
        ("Sex", { $0.detail(.sex, of: $1) }),
        ("Home address", { $0.home($1) }),
        (
            "Earlier postcodes",
            { view, child in
                let codes = child.facts.formerly.compactMap { $0.word(.postcode) }
                return view.call.seen(of: child.id).sees(.location) && !codes.isEmpty
                    ? codes.joined(separator: ", ") : nil
            }
        ),
        ("School", { $0.detail(.school, of: $1) }),
        ("Responsible authority", { $0.detail(.responsible, of: $1) }),
        ("NHS number", { $0.detail(.nhsNumber, of: $1) }),
        ("Unique pupil number", { $0.detail(.upn, of: $1) }),
        ("Police reference", { $0.detail(.policeReference, of: $1) }),
        ("Authority’s reference", { $0.detail(.childReference, of: $1) }),
        ("Home Office reference", { $0.detail(.homeOfficeReference, of: $1) }),
        (
            "In the record since",
            { view, child in
                child.history.recorded.first.map { Spoken.fullDate(London.date(of: $0.recordedAt)) }
            }
        ),
        ("Times away", { $0.timesAway($1) }),
    ]

    /// What tells of the record and not of who the child is: nothing speaks for or against there.
    private static let ofTheRecord = ["In the record since", "Times away"]

    private func born(_ child: Child) -> String? {
        guard let born = child.facts.born else { return nil }
        let certainty = child.facts.identity.word(.bornCertainty)
        let settled = certainty.map { $0 == "exact" ? "" : " (settled on, not certain)" } ?? ""
        return Spoken.fullDate(born) + settled
    }

    private func detail(_ key: DetailKey, of child: Child) -> String? {
        guard call.seen(of: child.id).shows(key, of: .childRegistered) else { return nil }
        let identity = child.facts.identity
        return identity.text(key) ?? identity.word(key).map { telling.word($0, of: key) }
    }

    private func home(_ child: Child) -> String? {
        guard call.seen(of: child.id).sees(.location) else { return nil }
        let parts = [child.facts.identity.text(.address), child.facts.postcode].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private func timesAway(_ child: Child) -> String? {
        guard call.seen(of: child.id).sees(.outline) else { return nil }
        let open = call.state.openEpisode(of: child.id) == nil ? "" : ", away now"
        return "\(child.episodes.count)\(open)"
    }

    // MARK: What speaks for it

    private var reasons: HTML {
        if pair.reasons.isEmpty {
            return """
                <section class="card"><h2>What speaks for and against</h2><p>By names, birth dates, homes and numbers the two are not so alike \
                that one would be taken for the other.</p></section>
                """
        }
        let items = pair.reasons.sorted { abs($0.weight) > abs($1.weight) }.map { reason -> HTML in
            "<li>\(reason.sentence) <b>This \(reason.strength).</b></li>"
        }
        return """
            <section class="card"><h2>What speaks for and against</h2><ul>\(items)</ul>
            <p class="small">How much each thing says follows from how rare it is in this register and from how often records of one \
            child differ in it.</p></section>
            """
    }

    // MARK: Who else it may be

    /// Other children, whom the reader may see, for whom one of the two could be taken.
    var rivals: [Child] { others.map(\.child) }

    private var others: [(child: Child, of: Child, isFamily: Bool)] {
        guard let index = call.site.configuration.children else { return [] }
        var found: [(child: Child, of: Child, isFamily: Bool)] = []
        for one in [pair.first, pair.second] {
            for candidate in index.answer(SoughtChild(one), in: call.state, on: call.today, limit: 6).candidates {
                let isFamily = candidate.evidence.hasFamilyNameOnly || candidate.evidence.looksLikeSibling
                guard let number = UInt32(candidate.reference),
                    (isFamily ? LikelyChildren.leastOddsOfFamily : LikelyChildren.leastOdds) < candidate.logOddsAlone,
                    let child = call.state.child(ChildID(number: number)),
                    child.id != pair.first.id, child.id != pair.second.id,
                    !found.contains(where: { $0.child.id == child.id }),
                    call.access.mayCompare(one.id, child.id)
                else { continue }
                found.append((child, one, isFamily))
            }
        }
        return Array(found.prefix(3))
    }

    private var rivalsHTML: HTML {
        let rows = others.map { rival -> HTML in
            let born = rival.child.facts.born.map { ", born \(Spoken.fullDate($0))" } ?? ""
            let family: HTML = rival.isFamily ? Tag("Perhaps a brother or sister", .plain).html : HTML()
            return """
                <li><a href="/children/\(rival.child.id.number)">\(rival.child.facts.name)</a>\(born), number \(rival.child.id.number) \(family)
                <a href="/matches/pair?one=\(rival.of.id.number)&amp;other=\(rival.child.id.number)">compare with \(rival.of.facts.name), \(rival.of.id.number)</a></li>
                """
        }
        if rows.isEmpty { return HTML() }
        return """
            <section class="card"><h2>Who else it may be</h2><ul class="plain">\(rows)</ul></section>
            """
    }

    // MARK: Deciding

    private var deciding: HTML {
        let mayJoin = call.access.mayJoin(pair.first.id, pair.second.id)
        let kept = typed["kept"].isEmpty ? "\(pair.first.id.number)" : typed["kept"]
        let choices = [pair.first, pair.second].map { child -> HTML in
            let number = "\(child.id.number)"
            return """
                <label class="choice"><input type="radio" name="kept" value="\(number)"\(" checked", when: kept == number)> \
                \(child.facts.name), number \(number)</label>
                """
        }
        let joining: HTML =
            mayJoin && pair.contradiction == nil && pair.decision?.outcome != .notSame
            ? """
            <fieldset><legend>If they are one: which name, birth date and number shall the child have?</legend>\(choices)
            <p class="small">What the other record says otherwise stays as an earlier name or address. Whoever works with one of the records will see \
            what is in the other; what is held back in one stays held back.</p></fieldset>
            <p class="submit"><button class="btn" name="do" value="join">They are one child: join the records</button></p>
            """
            : HTML()
        let one: HTML =
            mayJoin
            ? HTML() : "<button class=\"btn\" name=\"do\" value=\"same\">One child: a manager may join them</button> "
        return """
            <section class="card"><h2>What do you say?</h2><form method="post" action="/matches/pair" class="stack">\(Parts.hidden(call))
            <input type="hidden" name="one" value="\(pair.first.id.number)"><input type="hidden" name="other" value="\(pair.second.id.number)">
            <div class="field\(" wrong", when: fault != nil)"><label for="reason">Why: what did you look at, whom did you ask?</label>
            <p class="hint" id="reason-hint">Name no child here: what you write stays when a record is erased.</p>
            \(fault.map { text -> HTML in "<p class=\"error\" id=\"reason-error\">\(text)</p>" })
            <textarea id="reason" name="reason" rows="3" aria-describedby="reason-hint\(" reason-error", when: fault != nil)">\(typed["reason"])</textarea></div>
            \(joining)<p class="submit">\(one)<button class="btn quiet" name="do" value="not-same">They are two children</button> \
            <button class="btn quiet" name="do" value="not-sure">I am not sure</button></p></form></section>
            """
    }
}
