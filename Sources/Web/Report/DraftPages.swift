// SPDX-License-Identifier: MIT

import Hummingbird
import WorkingTime

/// `/drafts`: what somebody is typing, sent now and then by the page, kept for them alone.
enum DraftPages {
    @Sendable static func keep(_ call: Call) async throws -> Response {
        let name = call.form["draft"]
        guard isOurs(name) else { throw PageFault.notFound }
        let before = try await call.site.accounts.draft(name, of: call.account)?.fields
        // A report's draft begins with its child; one that was sent meanwhile is not begun anew by late typing.
        if name.hasPrefix(ReportDraft.prefix), before == nil { return .text("") }
        var kept = (before ?? FormFields()).merging(call.form)
        kept.remove { $0 == "do" }
        let at = try await call.site.accounts.keep(kept, as: name, for: call.account)
        return .text(Spoken.time(at))
    }

    private static func isOurs(_ name: String) -> Bool {
        let known = [ReportDraft.prefix, "/episodes/", "/children/"].contains { name.hasPrefix($0) }
        return known && name.utf8.count <= 120
    }
}
