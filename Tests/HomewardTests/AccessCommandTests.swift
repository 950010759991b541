// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Procedures
import Testing

@Suite struct `Who may see what, at the command line` {
    @Test(arguments: [
        ("table", AccessPage.markdown), ("agreement", AgreementPage.markdown), ("dpia", ImpactPage.markdown),
    ])
    func `is the page of the repository`(name: String, markdown: String) throws {
        let outcome = try Workshop().run("access", name)
        #expect(outcome.code == 0 && outcome.output.hasPrefix(markdown))
    }

    @Test func `answers as JSON, row by row`() throws {
        let outcome = try Workshop().run("access", "table", "--role", "interviewer", "--json")
        let rows = try #require(outcome.json["rows"] as? [[String: Any]])
        #expect(rows.map { $0["relationship"] as? String } == ["allocated", "holdsInterviewReferral"])
        #expect((rows.first?["parts"] as? [String: [String]])?["interview"] == ["see", "add"])
        let denied = try Workshop().run("access", "table", "--role", "parent", "--json")
        #expect((denied.json["denied"] as? [[String: Any]])?.count == 1)
        for name in ["agreement", "dpia"] {
            #expect(!(try Workshop().run("access", name, "--json").json).isEmpty, "\(name)")
        }
    }

    @Test func `ends with 2 and the roles that there are`() throws {
        let outcome = try Workshop().run("access", "table", "--role", "frog")
        #expect(outcome.code == 2 && outcome.errors.contains("interviewer"))
    }
}
