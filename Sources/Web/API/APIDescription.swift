// SPDX-License-Identifier: MIT

import HTTPTypes

/// The description of what programs may ask for (OpenAPI 3.1), made from the operations that the server is run from.
public enum APIDescription {
    /// As it is answered, and kept in `docs/api.json`.
    public static var text: String { value.written }

    static let value: APIValue = .made { page in
        page.text("openapi", "3.1.0")
        page.add("info", info)
        page.list("servers", [.made { $0.text("url", "/") }])
        page.list("security", [.made { $0.list("token", []) }])
        page.add("paths", paths)
        page.add("components", components)
    }

    private static let info = APIValue.made { info in
        info.text("title", "Homeward")
        info.text("version", "1")
        info.text(
            "description",
            """
            What a partner’s own system may ask of a partnership’s record of children who go missing. A program acts in \
            a role for an agency and is shown what a person of that role and agency would be; each look is noted. A \
            child who is hidden from it is answered as one who isn’t there.
            """)
        let licence = APIValue.made { licence in
            licence.text("name", "MIT")
            licence.text("identifier", "MIT")
        }
        info.add("license", licence)
    }

    private static let paths = APIValue.made { paths in
        for path in APIRoutes.operations.map(\.path).uniqued {
            let operations = APIRoutes.operations.filter { $0.path == path }
            paths.add(path, .object(operations.map(member)))
        }
    }

    private static let components = APIValue.made { components in
        let token = APIValue.made { token in
            token.text("type", "http")
            token.text("scheme", "bearer")
            token.text(
                "description", "Made with “homeward client add”, with a role, an agency, scopes and an end.")
        }
        components.add("securitySchemes", .made { $0.add("token", token) })
        let schemas = APIValue.made { schemas in
            for (name, schema) in Schema.components.sorted(by: { $0.key < $1.key }) { schemas.add(name, schema.json) }
            schemas.add("Problem", problem)
        }
        components.add("schemas", schemas)
    }

    private static func member(_ operation: APIOperation) -> APIValue.Member {
        let scope = operation.scope.map { "It needs the scope `\($0.rawValue)`." } ?? "Any token is enough."
        let value = APIValue.made { told in
            told.text("operationId", operation.id)
            told.text("summary", operation.says)
            told.text("description", (operation.tells.isEmpty ? "" : operation.tells + " ") + scope)
            told.text("x-scope", operation.scope?.rawValue)
            told.list("parameters", parameters(operation))
            if let body = operation.body {
                let sent = APIValue.made { sent in
                    sent.flag("required", true)
                    sent.add("content", content("application/json", Schema.named(body).json))
                }
                told.add("requestBody", sent)
            }
            told.add("responses", .object(responses(operation)))
        }
        return APIValue.Member(name: operation.method.rawValue.lowercased(), value: value)
    }

    private static func content(_ type: String, _ schema: APIValue) -> APIValue {
        .made { content in content.add(type, .made { $0.add("schema", schema) }) }
    }

    private static func parameters(_ operation: APIOperation) -> [APIValue] {
        let path = operation.pathNames.map { name -> APIValue in
            let says = name == "duty" ? "The duty’s name in the protocol." : "The \(name)’s number."
            return parameter(name, in: "path", isRequired: true, says, name == "duty" ? .code : .number)
        }
        let query = operation.query.map { parameter($0.name, in: "query", isRequired: false, $0.says, $0.schema) }
        var headers: [APIValue] = []
        if operation.records {
            let says = """
                New for each thing to be recorded; the same with each repeat, for seven days. Only what was recorded keeps it.
                """
            headers.append(
                parameter("Idempotency-Key", in: "header", isRequired: true, says, keyForm))
        }
        switch operation.condition {
        case .must, .may:
            let isRequired = if case .must = operation.condition { true } else { false }
            headers.append(
                parameter(
                    "If-Match", in: "header", isRequired: isRequired,
                    "The ETag of the episode as it was read: where it is otherwise by now, nothing is recorded.",
                    .anyText))
        case .tagged:
            headers.append(
                parameter(
                    "If-None-Match", in: "header", isRequired: false, "An ETag: where it still holds, 304 is answered.",
                    .anyText))
        case .none: break
        }
        return path + query + headers
    }

    private static func parameter(
        _ name: String, in place: String, isRequired: Bool, _ says: String, _ schema: Schema
    ) -> APIValue {
        parameter(name, in: place, isRequired: isRequired, says, schema.json)
    }

    private static func parameter(
        _ name: String, in place: String, isRequired: Bool, _ says: String, _ schema: APIValue
    ) -> APIValue {
        .made { told in
            told.text("name", name)
            told.text("in", place)
            told.flag("required", isRequired)
            told.text("description", says)
            told.add("schema", schema)
        }
    }

    private static let keyForm = APIValue.made { form in
        form.text("type", "string")
        form.number("minLength", 8)
        form.number("maxLength", 100)
        form.text("pattern", "^[!-~]+$")
    }

    private static func responses(_ operation: APIOperation) -> [APIValue.Member] {
        var headers: [APIValue.Member] = []
        if case .tagged = operation.condition { headers.append(header("ETag", "What is seen, as a tag.")) }
        if operation.records {
            headers.append(header("Idempotent-Replayed", "“true” where the same was answered before."))
            headers.append(header("Location", "Where the episode can be read."))
        }
        let given = APIValue.made { given in
            given.text("description", operation.given.says)
            if !headers.isEmpty { given.add("headers", .object(headers)) }
            given.add("content", content("application/json", Schema.named(operation.given.form).json))
        }
        var all = [APIValue.Member(name: String(operation.given.status.code), value: given)]
        if case .tagged = operation.condition {
            let same = APIValue.made { $0.text("description", "It is as it was.") }
            all.append(APIValue.Member(name: "304", value: same))
        }
        let waiting: Set<Int> = [409, 429, 503]
        for (status, kinds) in operation.problems {
            let told = APIValue.made { told in
                let names = kinds.map { "`\($0.rawValue)`: \($0.title)." }
                told.text("description", names.joined(separator: " "))
                if waiting.contains(status) {
                    let wait = header("Retry-After", "Seconds to wait, where waiting helps.")
                    told.add("headers", .object([wait]))
                }
                told.add("content", content("application/problem+json", Schema.named("Problem").json))
            }
            all.append(APIValue.Member(name: String(status), value: told))
        }
        return all
    }

    private static func header(_ name: String, _ says: String) -> APIValue.Member {
        let value = APIValue.made { told in
            told.text("description", says)
            told.add("schema", Schema.anyText.json)
        }
        return APIValue.Member(name: name, value: value)
    }

    /// RFC 9457, with what we add.
    private static let problem: APIValue = .made { problem in
        problem.text("type", "object")
        problem.texts("required", ["type", "title", "status", "detail"])
        let finding = APIValue.made { finding in
            finding.text("type", "object")
            finding.texts("required", ["pointer", "says"])
            let members = APIValue.made { members in
                members.add("pointer", Schema.said("Where (RFC 6901); ?name for a parameter.", .anyText).json)
                members.add("says", Schema.anyText.json)
            }
            finding.add("properties", members)
        }
        let members = APIValue.made { members in
            let types = Problem.Kind.allCases.map { "urn:homeward:problem:\($0.rawValue)" }
            members.add("type", Schema.word(types).json)
            members.add("title", Schema.anyText.json)
            members.add("status", Schema.whole(least: 400, most: 599).json)
            members.add("detail", Schema.said("What is so.", .anyText).json)
            members.add("wayOn", Schema.said("What would satisfy it.", .anyText).json)
            members.add("reference", Schema.said("Of a fault: what the log has it under.", .anyText).json)
            let findings = APIValue.made { findings in
                findings.text("type", "array")
                findings.add("items", finding)
            }
            members.add("findings", findings)
        }
        problem.add("properties", members)
    }
}

extension APIOperation {
    /// What may go wrong, by status.
    var problems: [(status: Int, kinds: [Problem.Kind])] {
        let kinds = Problem.Kind.allCases.filter(mayAnswer)
        return Set(kinds.map { $0.status.code }).sorted().map { status in
            (status, kinds.filter { $0.status.code == status })
        }
    }

    private func mayAnswer(_ kind: Problem.Kind) -> Bool {
        switch kind {
        case .methodNotAllowed: false
        case .scopeIsLacking: scope != nil
        case .notHere: !pathNames.isEmpty || records
        case .notJSON: body != nil
        case .keyIsLacking, .keyUsedOtherwise, .stillAnswering, .standsAgainst, .guardrail: records
        case .notAllowed: true
        case .alreadyReported, .perhapsKnown: body == "Report"
        case .changedMeanwhile: if case .may = condition { true } else { isConditional }
        case .conditionIsLacking: isConditional
        default: true
        }
    }

    private var isConditional: Bool { if case .must = condition { true } else { false } }
}

extension [String] {
    /// Each once, where it stands first.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
