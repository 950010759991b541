// SPDX-License-Identifier: MIT

import Casework
import Hummingbird

/// Decides about one request by its route's rule. What no rule allows is refused.
///
/// A child whom the visitor may not see is looked for and asked about in the same way as one who isn't there, and both
/// are answered as a page that isn't there.
struct RouteDeciding: Sendable {
    let call: Call
    let parameters: Parameters

    func decide(_ rule: RouteRule) async throws -> RouteDecision {
        switch rule {
        case .everybody: return .plain(true)
        case .signedIn: return .plain(call.session != nil)
        case .roles(_, let includes): return .plain(call.session.map { includes($0.account.role) } ?? false)
        case .child(let act, let part): return child(act, part)
        case .episode(let act, let part): return episode(act, part)
        case .recordsOnChild(let part): return recording(child(.see, part))
        case .recordsOnEpisode(let part): return recording(episode(.see, part))
        case .opensChild: return opening(child(.see, .existence))
        case .draft: return try await draft()
        // Programs are answered before anybody is looked for in a cookie.
        case .client, .signed: return .plain(false)
        case .both(let first, let second):
            let one = try await decide(first)
            guard one.isAllowed else { return one }
            return one.joined(with: try await decide(second))
        }
    }

    private func number(_ name: String) -> UInt32? { parameters.get(name).flatMap { UInt32($0) } }

    private func child(_ act: RecordAct, _ part: RecordPart) -> RouteDecision {
        let id = number("child").map { ChildID(number: $0) }
        return decision(id.flatMap { call.state.child($0) }, nil, asked: (id, nil), act, part)
    }

    private func episode(_ act: RecordAct, _ part: RecordPart) -> RouteDecision {
        let id = number("episode").map { EpisodeID(number: $0) }
        let episode = id.flatMap { call.state.episode($0) }
        let child = episode.flatMap { call.state.child($0.child) }
        return decision(child, episode, asked: (child?.id, id), act, part)
    }

    private func decision(
        _ child: Child?, _ episode: Episode?, asked: (child: ChildID?, episode: EpisodeID?), _ act: RecordAct,
        _ part: RecordPart
    ) -> RouteDecision {
        // Asked of the table also where there is no such child, so that an answer takes as long.
        let id = child?.id ?? asked.child ?? ChildID(number: 0)
        let isAllowed = call.session != nil && call.access.may(act, part, of: id) && child != nil
        return RouteDecision(
            isAllowed: isAllowed, child: asked.child, episode: asked.episode, act: act, part: part, word: nil,
            subject: isAllowed ? RouteSubject(child: child, episode: episode) : RouteSubject())
    }

    /// Whether the path's word may be recorded where the path says.
    private func recording(_ seen: RouteDecision) -> RouteDecision {
        let word = parameters.get("word").flatMap(EventWord.init(rawValue:))
        var subject = seen.subject
        subject.word = word
        var isAllowed = false
        if seen.isAllowed, let word, let child = subject.child {
            isAllowed = call.access.mayRecord(word, on: child.id)
        }
        return RouteDecision(
            isAllowed: isAllowed, child: seen.child, episode: seen.episode, act: .add, part: seen.part, word: word,
            subject: isAllowed ? subject : RouteSubject())
    }

    /// Whether anything of the record is held back from them that they may open.
    static func mayOpen(_ child: ChildID, _ access: Access) -> Bool { access.mayBreakGlass(child) }

    private func opening(_ known: RouteDecision) -> RouteDecision {
        guard known.isAllowed, let child = known.subject.child, !Self.mayOpen(child.id, call.access) else {
            return known
        }
        return RouteDecision(
            isAllowed: false, child: known.child, episode: nil, act: .see, part: known.part, word: .glassBroken,
            subject: RouteSubject())
    }

    /// A report that was begun by somebody else isn't there, nor one about a child whom its writer may not see any more.
    private func draft() async throws -> RouteDecision {
        guard let session = call.session, let id = parameters.get("draft"),
            let draft = try await ReportDraft(id, of: session.account, in: call.site.accounts)
        else { return .plain(false) }
        guard let about = draft.about else { return .plain(true, RouteSubject(draft: draft)) }
        let child = decision(call.state.child(about), nil, asked: (about, nil), .see, .identity)
        return child.isAllowed ? child.joined(with: .plain(true, RouteSubject(draft: draft))) : child
    }
}

extension RouteDecision {
    /// A decision that is about no child.
    static func plain(_ isAllowed: Bool, _ subject: RouteSubject = RouteSubject()) -> RouteDecision {
        RouteDecision(
            isAllowed: isAllowed, child: nil, episode: nil, act: nil, part: nil, word: nil,
            subject: isAllowed ? subject : RouteSubject())
    }

    /// Both were asked: the second says which child and part, where the first doesn't.
    fileprivate func joined(with other: RouteDecision) -> RouteDecision {
        let isAllowed = isAllowed && other.isAllowed
        return RouteDecision(
            isAllowed: isAllowed, child: other.child ?? child, episode: other.episode ?? episode,
            act: other.act ?? act, part: other.part ?? part, word: other.word ?? word,
            subject: isAllowed ? subject.merging(other.subject) : RouteSubject())
    }
}
