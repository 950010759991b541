// SPDX-License-Identifier: MIT

import Casework
import Hummingbird
import Matching
import Partnership
import Procedures
import WorkingTime

extension APICall {
    /// Which children are away now, under the same access table as the board.
    func readOpenEpisodes() async throws -> APIAnswer {
        let shown = call.state.unclosed.compactMap { id -> EpisodeAnswer? in
            guard let episode = call.state.episode(id), episode.facts.isOpen,
                let child = call.child(episode.child, seeing: .outline)
            else { return nil }
            return EpisodeAnswer(episode, child, call.access)
        }.sorted { $0.episode.id < $1.episode.id }
        // Each child's looks are noted as those of a board are.
        try await call.shows(shown.map(\.child.id))
        return APIAnswer(
            .made { told in
                told.time("asOf", call.now)
                told.text("cursor", ChangesCursor(call.state.position).text)
                told.list("episodes", shown.map { APIValue.object($0.facts) })
            })
    }

    func readEpisode() async throws -> APIAnswer {
        let answer = EpisodeAnswer(call.episode, call.child, call.access)
        let told = try await call.told(answer.marks, of: call.child)
        let entries = told.compactMap { entry -> APIValue? in
            guard case .event(let position, let event) = entry else { return nil }
            return APICall.told(position, event)
        }
        let more = APIValue.made { told in
            told.texts("mayRecord", answer.mayRecord.map(\.rawValue))
            told.list("entries", entries)
        }
        return APIAnswer(.object(answer.facts + more.members), tag: answer.tag)
    }

    func readChild() async throws -> APIAnswer {
        let (child, seen) = (call.child, call.seen(of: call.child.id))
        var details = Details()
        for detail in child.facts.identity.all where seen.shows(detail.key, of: .childRegistered) {
            details[detail.key] = detail.value
        }
        let episodes =
            seen.sees(.outline)
            ? call.state.episodes(of: child.id).map { APIValue.object(EpisodeAnswer($0, child, call.access).facts) }
            : nil
        return APIAnswer(
            .made { told in
                told.number("child", child.id.number)
                told.add("details", DetailsForm.write(details))
                told.flag("isLookedAfter", child.facts.isLookedAfter(on: call.today))
                told.add("episodes", episodes.map { APIValue.list($0) })
            })
    }

    /// Whom names, dates and numbers fit, as the guided report finds them, and noted as a search.
    func searchChildren() async throws -> APIAnswer {
        let details = DetailsForm.read(body)
        if details.isEmpty {
            throw Problem.findings([BodyFinding(pointer: "", says: "Say a name, a birth date or a number.")])
        }
        let (finder, likely) = (ChildFinder(call), LikelyChildren(call))
        let numbers = ChildFinder.identifiers.compactMap { details.word($0) }
        let name =
            details.text(.name)
            ?? [DetailKey.forenames, .surname].compactMap { details.text($0) }.joined(separator: " ")
        let born = details.date(.born)
        var same: [Child] = []
        for number in numbers { same += finder.find(number) }
        if !name.isEmpty { same += finder.find(name).filter { born == nil || $0.facts.born == born } }
        if name.isEmpty, let born { same += finder.find(TimeText.write(born)) }
        var known: Set<ChildID> = []
        same = same.filter { known.insert($0.id).inserted }
        let other = likely.of(SoughtChild(details), besides: known)
        var hidden = other.hidden
        for text in numbers + [name] where !text.isEmpty {
            hidden += finder.hidden(text).filter { !hidden.contains($0) }
        }
        let words = ([name] + numbers + [born.map(TimeText.write) ?? ""]).filter { !$0.isEmpty }.joined(separator: " ")
        try await call.searched(words, finding: same.map(\.id) + other.seen.map(\.child.id), hidden: hidden)
        let first = same.prefix(20).map { found($0, isSame: true, why: "") }
        let others = other.seen.map { found($0.child, isSame: false, why: $0.why) }
        return APIAnswer(.made { $0.list("children", first + others) })
    }

    func found(_ child: Child, isSame: Bool, why: String) -> APIValue {
        let open = call.access.maySee(.outline, of: child.id) ? call.state.openEpisode(of: child.id) : nil
        return .made { told in
            told.number("child", child.id.number)
            told.text("name", child.facts.name)
            told.flag("isSame", isSame)
            told.text("why", why)
            told.text("born", child.facts.born.map { TimeText.write($0) })
            told.text("sex", child.facts.identity.word(.sex))
            told.number("openEpisode", open?.id.number)
        }
    }

    /// Each agency's version as it was received, and what they differ on.
    func readAccounts() async throws -> APIAnswer {
        let (found, seen) = (Discrepancies(of: call.episode), call.seen(of: call.child.id))
        let positions = Set(found.accounts.map(\.position))
        let marks = call.episode.history.recorded.filter { positions.contains($0.position) }
        let accounts = try await call.told(marks, of: call.child).compactMap { entry -> APIValue? in
            guard case .event(let position, let event) = entry else { return nil }
            return APICall.told(position, event)
        }
        let differences = found.differences.filter { seen.shows($0.key, of: .accountReceived) }.map(difference)
        return APIAnswer(
            .made { told in
                told.number("episode", call.episode.id.number)
                told.list("accounts", accounts)
                told.list("differences", differences)
            })
    }

    private func difference(_ one: Discrepancies.Difference) -> APIValue {
        let said = one.said.map { said -> APIValue in
            var details = Details()
            // The record's own return is a time, whatever it is compared with.
            if said.value.type == one.key.holds { details[one.key] = said.value }
            return .made { told in
                told.number("entry", said.account.position.number)
                told.add("details", DetailsForm.write(details))
            }
        }
        return .made { told in
            told.text("about", one.key.name)
            told.flag("isOpen", one.isOpen)
            told.list("said", said)
            told.number("settledBy", one.settled?.position.number)
        }
    }

    /// As whom the program asks, and what it may ask for.
    func readProgram() async throws -> APIAnswer {
        let limits = call.site.configuration.requestLimits
        let may = APIRoutes.operations.filter { $0.scope.map(client.scopes.contains) ?? true }
        return APIAnswer(
            .made { told in
                told.text("name", client.name)
                told.text("role", client.role.rawValue)
                told.text("agency", client.agency?.name)
                told.texts("scopes", client.scopes.map(\.rawValue).sorted())
                told.time("endsAt", client.endsAt)
                told.flag("mayReport", call.access.mayRegister)
                told.texts("operations", may.map(\.id))
                told.number("requestsAtOnce", limits.burstOfClient)
                told.number("requestsPerSecond", limits.perSecondOfClient)
            })
    }
}
