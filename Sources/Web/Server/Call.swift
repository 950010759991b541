// SPDX-License-Identifier: MIT

import Casework
import Hummingbird
import Partnership
import WorkingTime

/// One request with all that a handler asks of it.
struct Call: Sendable {
    let site: Site
    let request: Request
    /// What stands at the path's other names. The child, the episode, the draft and the word are not among them: they are
    /// handed over as ``subject``, once the route's rule has allowed it.
    let parameters: [String: String]
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
    /// How far ahead of the clocks that time lies: a page is written a little before it is read.
    let ahead: Elapsed

    var today: CivilDate { London.date(of: now) }
    var path: String { request.uri.path }

    /// Who is signed in. Routes that are open to everybody don't ask.
    var account: Account {
        guard let session else { preconditionFailure("a route for signed-in people is reached by nobody else") }
        return session.account
    }

    /// What they may see and do. What they may do with whom the path names is found once.
    var access: Access { found ?? Access(account.actor, in: state, at: now) }
    private let found: Access?

    init(
        site: Site, request: Request, parameters: [String: String], query: FormFields, form: FormFields,
        session: Session?, formToken: String, address: String, state: State, now: Instant,
        ahead: Elapsed = Elapsed(seconds: 0), subject: RouteSubject = RouteSubject(), route: Route
    ) {
        (self.site, self.request, self.parameters) = (site, request, parameters)
        (self.query, self.form, self.session, self.formToken) = (query, form, session, formToken)
        (self.address, self.state, self.now, self.ahead) = (address, state, now, ahead)
        (self.subject, self.route) = (subject, route)
        let access = session.map { Access($0.account.actor, in: state, at: now) }
        found = subject.child.map { child in access?.focused(on: child.id) } ?? access
    }

    /// Whom the path names, checked. A handler has no other way to them.
    let subject: RouteSubject
    /// The address asked for, and its rule.
    let route: Route

    /// The child whom the path names, or whose episode it names.
    var child: Child {
        guard let child = subject.child else { preconditionFailure("the route's rule names no child") }
        return child
    }

    /// The episode that the path names.
    var episode: Episode {
        guard let episode = subject.episode else { preconditionFailure("the route's rule names no episode") }
        return episode
    }

    /// The kind of event that the path names.
    var word: EventWord {
        guard let word = subject.word else { preconditionFailure("the route's rule names no event") }
        return word
    }

    /// The report in the making that the path names.
    var draft: ReportDraft {
        guard let draft = subject.draft else { preconditionFailure("the route's rule names no draft") }
        return draft
    }

    /// A child who is named elsewhere than in the path, where the visitor may see `part` of them. A hidden child is not
    /// there.
    func child(_ id: ChildID, seeing part: RecordPart) -> Child? {
        let isSeen = access.maySee(part, of: id)
        return state.child(id).flatMap { isSeen ? $0 : nil }
    }

    /// The same call for the handler, with what the rule allowed.
    func given(_ subject: RouteSubject) -> Call { with(session, ahead: ahead, subject) }

    /// The same as if it were made at an instant that lies ahead.
    func at(_ instant: Instant) -> Call {
        if instant == now { return self }
        var session = session
        if let usedAt = session?.usedAt { session?.usedAt = usedAt + (instant - now) }
        return with(session, ahead: instant - now, subject)
    }

    private func with(_ session: Session?, ahead: Elapsed, _ subject: RouteSubject) -> Call {
        Call(
            site: site, request: request, parameters: parameters, query: query, form: form, session: session,
            formToken: formToken, address: address, state: state, now: now + (ahead - self.ahead), ahead: ahead,
            subject: subject, route: route)
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
    /// Nobody could tell afterwards who looked, so that nothing is shown.
    case looksAreNotNoted
    /// What this visitor has seen another process record is not known here yet.
    case isNotHereYet
    /// Not what a browser sends.
    case malformed
    /// Asked under a name that isn't ours.
    case notForUs
    case addressTooLong
    case tooManyRequests(waitSeconds: Int)
}
