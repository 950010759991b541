// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// The group as a table, and the form for several of its children.
struct TogetherView {
    let call: Call
    let group: TogetherGroup

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }
    private var path: String { "/episodes/\(call.episode.id.number)/together" }

    /// The act of this name, where it may be recorded for anybody here.
    func word(_ name: String) -> EventWord? {
        guard let word = EventWord(rawValue: name), TogetherPages.words.contains(word) else { return nil }
        return offered(for: word).isEmpty ? nil : word
    }

    /// For whom the visitor may record it. Who is back was neither seen nor brought back.
    func offered(for word: EventWord) -> [TogetherGroup.Member] {
        let all = word == .wentTogether ? group.others : group.members
        return all.filter { member in
            guard let episode = member.episode, call.access.mayRecord(word, on: member.child.id) else { return false }
            return switch word {
            case .sighted, .returned: episode.facts.isOpen
            case .located: episode.facts.isOpen && episode.facts.locatedAt == nil
            default: true
            }
        }
    }

    func form(_ word: EventWord) -> ActForm {
        let pack = call.site.partnership.pack(for: call.episode)
        return ActForm(
            word,
            in: Choices.Setting(
                state: call.state, pack: pack, role: call.account.role, access: call.access, child: call.child.id))
    }

    func page(typed: FormFields, faults: [FieldFault]) -> HTML {
        let name = call.access.maySee(.identity, of: call.child.id) ? call.child.facts.name : "The child"
        let title = group.members.count > 1 ? "Away together" : "Who went with them"
        let word = word(typed["act"])
        let told: HTML =
            EventWord(rawValue: call.query["recorded"]).map { word in
                Parts.notice(
                    "<p><b>Recorded for \(call.query["count"]) of them:</b> \(ActWords.title(word)). Each has it on their own record.</p>"
                )
            } ?? HTML()
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), (name, "/episodes/\(call.episode.id.number)")], title))
            \(told)<h1>\(title)</h1><p class="lead">Each child has an episode of their own, with their own clocks. Here are those
            whom you may see; on a child's page, the others are named only to who may see them too.</p>
            \(table)\(word.map { section($0, typed, faults) } ?? choices(faults))
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + title, main, in: .board)
    }

    private var table: HTML {
        let rows = group.members.map { member -> HTML in
            let facts = member.episode?.facts
            let tags =
                member.episode.map { episode in
                    EpisodeTags.of(
                        episode, member.child, telling: telling, sees: call.seen(of: member.child.id).sees
                    ).map(\.html).joined()
                } ?? Tag("No episode recorded", .soon).html
            let link = member.episode.map { "/episodes/\($0.id.number)" } ?? "/children/\(member.child.id.number)"
            return """
                <tr><th scope="row"><a href="\(link)">\(telling.nameWithAge(member.child))</a></th><td>\(tags)</td>
                <td>\(facts?.start.map { clock.moment($0) } ?? "not said")</td><td>\(facts?.returnedAt.map { clock.moment($0) } ?? "not back")</td></tr>
                """
        }
        return """
            <section class="card spaced"><h2>Who they are</h2><div class="wide"><table><thead><tr><th scope="col">Child</th><th scope="col">How it stands</th>
            <th scope="col">Since</th><th scope="col">Back</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private func choices(_ faults: [FieldFault]) -> HTML {
        let links = TogetherPages.words.filter { !offered(for: $0).isEmpty }.map { word -> HTML in
            let says = word == .wentTogether ? "Somebody else went with them" : ActWords.title(word)
            return "<li><a href=\"\(path)?act=\(word.rawValue)#act\">\(says)</a></li>"
        }
        if links.isEmpty { return HTML() }
        return """
            <section class="card spaced" id="act"><h2>Record the same for several of them</h2>\(ErrorSummary(faults.map { ($0.control, $0.says) }).html)
            <ul class="plain">\(links)</ul></section>
            """
    }

    private func section(_ word: EventWord, _ typed: FormFields, _ faults: [FieldFault]) -> HTML {
        let fault: HTML =
            faults.first { $0.control == "child" }.map { fault -> HTML in "<p class=\"error\">\(fault.says)</p>" }
            ?? HTML()
        let chosen = Set(typed.values("child"))
        let boxes = offered(for: word).map { member -> HTML in
            let number = "\(member.child.id.number)"
            let isChosen = chosen.contains(number) || (chosen.isEmpty && typed["once"].isEmpty && word != .wentTogether)
            return """
                <label class="choice"><input type="checkbox" name="child" value="\(number)"\(" checked", when: isChosen)> \
                \(telling.nameWithAge(member.child))</label>
                """
        }
        let legend = word == .wentTogether ? "Who went with them?" : "For whom?"
        var view = ActFormView(form: form(word), typed: typed, faults: faults, call: call, button: "Record it for each")
        view.carried = """
            <input type="hidden" name="act" value="\(word.rawValue)"><fieldset class="field" id="child" tabindex="-1"><legend>\(legend)</legend>\(fault)\
            <div class="choices">\(boxes)</div></fieldset>
            """
        let title = word == .wentTogether ? "Somebody else went with them" : ActWords.title(word)
        return """
            <section class="card spaced narrow"><h2>\(title)</h2>\(view.html)<p><a href="\(path)">Cancel</a></p></section>
            """
    }
}
