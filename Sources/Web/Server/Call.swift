// SPDX-License-Identifier: MIT

import Casework
import Hummingbird
import Partnership
import WorkingTime

/// One request with all that a handler asks of it.
struct Call: Sendable {
    let site: Site
    let request: Request
    let parameters: Parameters
    let query: FormFields
    /// What was sent; nothing for a page that is only read.
    let form: FormFields
    let session: Session?
    /// What every form on the page carries.
    let formToken: String
    let address: String
    /// The record and the time, taken once so that the whole page agrees.
    let state: State
    let now: Instant

    var today: CivilDate { London.date(of: now) }
    var path: String { request.uri.path }

    /// Who is signed in. Routes that are open to everybody don't ask.
    var account: Account {
        guard let session else { preconditionFailure("a route for signed-in people is reached by nobody else") }
        return session.account
    }

    var access: Access { Access(account.actor, in: state) }

    /// The number under `name` in the path; a page that isn't there where it is none.
    func number(_ name: String) throws(PageFault) -> UInt32 {
        guard let number = parameters.get(name).flatMap({ UInt32($0) }) else { throw .notFound }
        return number
    }

    /// The child that the path names, where the visitor may see `part` of them. A hidden child is not there.
    func child(_ part: RecordPart = .existence) throws(PageFault) -> Child {
        let id = ChildID(number: try number("child"))
        guard let child = state.child(id), access.maySee(part, of: id, on: today) else { throw .notFound }
        return child
    }

    /// The episode that the path names, with its child, where the visitor may see it. A hidden one is not there.
    func episode() throws(PageFault) -> (episode: Episode, child: Child) {
        guard let episode = state.episode(EpisodeID(number: try number("episode"))),
            let child = state.child(episode.child), access.maySee(.episode, of: child.id, on: today)
        else { throw .notFound }
        return (episode, child)
    }
}

/// Why there is no page to show.
enum PageFault: Error, Hashable {
    /// Not there, or not there for this visitor: which of them is not said.
    case notFound
    case methodNotAllowed(allowed: String)
    case forbidden
    /// The form was too old, or did not come from our page.
    case formNotOurs
    case tooLarge
    /// Not what a browser sends.
    case malformed
    /// Asked under a name that isn't ours.
    case notForUs
    case addressTooLong
    case tooManyRequests(waitSeconds: Int)
}
