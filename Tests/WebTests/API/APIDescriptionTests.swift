// SPDX-License-Identifier: MIT

import Foundation
import Testing

@testable import Web

@Suite struct `The description of what programs may ask for` {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// `HOMEWARD_RENEW_PAGES=1` writes it anew.
    @Test func `stands in docs/api.json as the server answers it`() async throws {
        let file = Self.root.appending(path: "docs/api.json")
        if ProcessInfo.processInfo.environment["HOMEWARD_RENEW_PAGES"] == "1" {
            try Data(APIDescription.text.utf8).write(to: file)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(kept == APIDescription.text, "renew it with HOMEWARD_RENEW_PAGES=1")
        try await TestSite.run { site in
            let answer = try await TestProgram(site: site, token: nil).get("/openapi.json")
            #expect(answer.status == 200 && answer.text == kept && answer.header("content-type") == "application/json")
        }
    }

    @Test func `names a form for everything that is sent and answered`() throws {
        for operation in APIRoutes.operations {
            for form in [operation.body, operation.given.form].compactMap(\.self) {
                #expect(Schema.components[form] != nil, "\(operation.id): \(form)")
            }
        }
        let text = APIDescription.text
        for match in text.matches(of: /#\/components\/schemas\/(\w+)/) {
            let name = String(match.output.1)
            #expect(Schema.components[name] != nil || name == "Problem", "\(name)")
        }
        #expect(Set(APIRoutes.operations.map(\.id)).count == APIRoutes.operations.count)
    }

    @Test func `is told of in docs/api.md, each operation, scope and problem`() throws {
        let page = try String(contentsOf: Self.root.appending(path: "docs/api.md"), encoding: .utf8)
        for operation in APIRoutes.operations {
            #expect(page.contains("`\(operation.method.rawValue) \(operation.path)`"), "\(operation.path)")
        }
        for scope in ClientScope.allCases { #expect(page.contains("`\(scope.rawValue)`"), "\(scope.rawValue)") }
        for kind in Problem.Kind.allCases {
            #expect(page.contains("| `\(kind.rawValue)` | \(kind.status.code) |"), "\(kind.rawValue)")
        }
    }
}
