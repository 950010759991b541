// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import WorkingTime

/// `/for-you`: what a child sees who was given a link.
///
/// Before the agreed word every link is answered alike: one that stands, one that ended, was withdrawn or locked, one that
/// nobody ever gave. After it the child reads whom they can turn to and what was written for them, may choose whom to talk
/// with, and may write; nothing else of the record is shown.
enum ForYouPages {
    /// Where somebody who leaves quickly is taken: a page that anybody may have open.
    static let elsewhere = "https://www.bbc.co.uk/weather"

    /// Takes the secret out of the address, so that neither history nor a glance at the screen keeps it.
    @Sendable static func enter(_ call: Call) async throws -> Response {
        var response = Response.redirect(to: "/for-you")
        ForYouCookies(call).setSecret(call.parameters["secret"] ?? "", in: &response)
        return response
    }

    @Sendable static func ask(_ call: Call) async throws -> Response {
        .page(ForYouView(call).question(isWrong: false))
    }

    @Sendable static func check(_ call: Call) async throws -> Response {
        let secret = ForYouCookies(call).secret ?? ""
        let word = String(call.form["word"].prefix(200))
        let found = link(of: secret, in: call)
        let checked = try await call.site.accounts.checks(word: word, ofLink: secret)
        if checked.isNowLocked, let found {
            try await record(.linkWithdrawn, found, [.reason: .text("Five wrong words were tried.")], call)
        }
        guard checked.isRight, let found else {
            return .page(ForYouView(call).question(isWrong: true), status: .unprocessableContent)
        }
        try await record(.linkOpened, found, [:], call)
        let token = call.site.visits.begin(found.child, found.link.position, at: call.now)
        var response = Response.redirect(to: "/for-you/page")
        ForYouCookies(call).setVisit(token, in: &response)
        return response
    }

    @Sendable static func show(_ call: Call) async throws -> Response {
        guard visit(call) != nil else { return .redirect(to: "/for-you") }
        return .page(ForYouView(call).home(sent: call.query["sent"]))
    }

    /// Goes on in another language, for as long as a visit lasts.
    @Sendable static func choose(_ call: Call) async throws -> Response {
        var response = Response.redirect(to: visit(call) == nil ? "/for-you" : "/for-you/page")
        ForYouCookies(call).setLanguage(ChildCatalogue.of(call.query["to"]).code, in: &response)
        return response
    }

    /// Ends the visit, forgets the link in this browser, and goes elsewhere.
    @Sendable static func leave(_ call: Call) async throws -> Response {
        let cookies = ForYouCookies(call)
        call.site.visits.end(cookies.visit)
        var response = Response(status: .seeOther, headers: [.location: elsewhere])
        cookies.clear(in: &response)
        response.headers[.clearSiteData] = "\"cache\", \"storage\""
        return response
    }

    struct Found {
        let child: ChildID
        let link: ChildLink
    }

    /// The standing link of this secret.
    private static func link(of secret: String, in call: Call) -> Found? {
        let digest = Secrets.digest(of: secret).inAddress
        for child in call.state.children.values {
            for link in child.facts.protection.links where link.isOpen(at: call.now) && link.kind == ChildLink.wants {
                if Secrets.areEqual(link.digest.utf8, digest.utf8) { return Found(child: child.id, link: link) }
            }
        }
        return nil
    }

    /// The visit, as long as the link stands by which it began.
    static func visit(_ call: Call) -> ForYouVisits.Visit? {
        guard let visit = call.site.visits.visit(ForYouCookies(call).visit, at: call.now) else { return nil }
        let links = call.state.child(visit.child)?.facts.protection.links ?? []
        return links.contains { $0.position == visit.link && $0.isOpen(at: call.now) } ? visit : nil
    }

    private static func record(_ word: EventWord, _ found: Found, _ details: Details, _ call: Call) async throws {
        var details = details
        details[.what] = .number(Int(found.link.position.number))
        let act = Act(word, .child(found.child), occurredAt: .at(call.now), details: details)
        _ = try await call.site.partnership.submitTrusted([act], by: Actor(role: .child))
    }
}

extension ChildLink {
    /// The one thing that a link is for so far: what the child wants known.
    static let wants = "what-i-want-known"
}
