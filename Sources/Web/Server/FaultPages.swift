// SPDX-License-Identifier: MIT

import Analysis
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1

/// Answers what went wrong with a page that says what to do, and a number under which the log holds the rest.
struct FaultPages: RouterMiddleware {
    typealias Context = WebContext

    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let response: Response
        do {
            response = try await next(request, context)
        } catch let fault as PageFault {
            response = answer(fault, to: request)
        } catch let fault as HTTPError {
            response =
                fault.status == .notFound ? answer(notFound(request), to: request) : unexpected(fault, request, context)
        } catch is HTTPParserError {
            response = answer(.malformed, to: request)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            response = unexpected(error, request, context)
        }
        // Paths hold numbers only; queries may hold a name that was searched for, and are not logged.
        site.log.debug(
            "answered",
            metadata: [
                "method": "\(request.method)", "route": "\(context.endpointPath ?? "none")",
                "status": "\(response.status.code)",
            ])
        return response
    }

    /// There is no such address, or it is asked with a method that nobody has heard of.
    private func notFound(_ request: Request) -> PageFault {
        guard !WebServer.routedMethods.contains(request.method), request.method != .head,
            let allowed = Routes.allowed(at: request.uri.path)
        else { return .notFound }
        return .methodNotAllowed(allowed: allowed)
    }

    /// A number under which the log holds what is not told.
    private static func reference() -> String { String(Secrets.token().filter(\.isLetter).prefix(8)).uppercased() }

    private func answer(_ fault: PageFault, to request: Request) -> Response {
        guard APIRoutes.contain(request.uri.path) else { return page(for: fault) }
        let problem = Problem(fault)
        site.log.info("a program was refused", metadata: ["kind": "\(problem.kind.rawValue)"])
        return problem.response()
    }

    private func page(for fault: PageFault) -> Response {
        switch fault {
        case .notFound:
            return told(
                .notFound, "This page is not here",
                "It may have moved, or it may not be for you to see. Check the address, or go back to the board.")
        case .methodNotAllowed(let allowed):
            var response = told(.methodNotAllowed, "This page can't be used like that", "Go back to the board.")
            response.headers[.allow] = allowed
            return response
        case .forbidden:
            return told(.forbidden, "This is not for your role", "Ask somebody whose role it is.")
        case .formNotOurs:
            return told(
                .forbidden, "The form could not be accepted",
                "It was open for too long, or you signed in again meanwhile. Go back, reload the page and send it again."
            )
        case .looksAreNotNoted:
            return told(
                .serviceUnavailable, "Records are closed for the moment",
                "Homeward cannot note who looks at records just now, so records are closed. Your administrator has been told in the log.",
                wayOn: """
                    <p>If you look after a child who is missing, <a href="/report">report them</a>: that still works, and so does
                    recording what is done for a child. If a child is in danger now, ring <b>999</b>.</p>
                    """)
        case .isNotHereYet:
            var response = told(
                .serviceUnavailable, "Not everything is here yet",
                "What you recorded a moment ago is kept, but this server has not read it yet. Try again in a few seconds."
            )
            response.headers[.retryAfter] = "2"
            return response
        case .tooLarge:
            // What was sent is not read any more, so nothing can follow it on this connection.
            var response = told(
                .contentTooLarge, "That is too much at once",
                "A file may have 5 MB at most, and what is typed half a megabyte. Send a smaller copy of the file, or shorten what you wrote."
            )
            response.headers[.connection] = "close"
            return response
        case .malformed, .notForUs, .addressTooLong, .tooManyRequests:
            return refusedAtTheGate(fault)
        }
    }

    private func refusedAtTheGate(_ fault: PageFault) -> Response {
        var response: Response
        switch fault {
        case .notForUs:
            response = told(
                .misdirectedRequest, "This address is not ours",
                "You asked under a name that this site doesn’t go by. Use the address that you were given.")
        case .addressTooLong:
            response = told(.uriTooLong, "The address is too long", "Go back, and look for something shorter.")
        case .tooManyRequests(let seconds):
            response = told(
                .tooManyRequests, "Too many requests at once",
                "Wait a moment and try again. To report a child missing, go straight on: that is never held up.")
            response.headers[.retryAfter] = "\(seconds)"
            return response
        default:
            response = told(.badRequest, "That was not understood", "Go back to the board.")
        }
        response.headers[.connection] = "close"
        return response
    }

    private func unexpected(_ error: any Error, _ request: Request, _ context: WebContext) -> Response {
        let reference = FaultPages.reference()
        site.log.error(
            "a page failed",
            metadata: [
                "reference": "\(reference)", "route": "\(context.endpointPath ?? "none")",
                "fault": "\(String(reflecting: type(of: error)))", "says": "\(error)",
            ])
        if APIRoutes.contain(request.uri.path) {
            return Problem(.fault, "Nothing that was acknowledged is lost.", "Tell whoever runs this the reference.")
                .response(reference: reference)
        }
        return told(
            .internalServerError, "Something went wrong here",
            "Nothing that you saw as recorded is lost. Try again; if it happens again, tell your administrator the number \(reference)."
        )
    }

    private func told(
        _ status: HTTPResponse.Status, _ heading: String, _ text: String, wayOn: HTML = HTML()
    ) -> Response {
        let body: HTML = """
            <h1>\(heading)</h1><p class="lead">\(text)</p>\(wayOn)<p><a class="btn" href="/">To the board</a></p>
            """
        return .page(Shell(title: heading, main: body).html, status: status)
    }
}
