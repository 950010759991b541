// SPDX-License-Identifier: MIT

/// One point on which two protocols differ about an item.
public struct PointDifference: Hashable, Sendable {
    public let aspect: Aspect
    /// What the earlier protocol says, in parts; empty where it says nothing.
    public let before: [String]
    /// What the later one says; empty where it says nothing.
    public let after: [String]
    /// Whether the parts stand side by side, so that one may come or go alone.
    public let isList: Bool

    /// The difference as one sentence: “Now due 72 hours after the child returned; before, 24 hours after …”.
    public var sentence: String { Sentences.sentence(words) }

    private var words: String {
        let (came, went) = (after.filter { !before.contains($0) }, before.filter { !after.contains($0) })
        if before.isEmpty { return fresh(joined(after)) }
        if after.isEmpty { return "\(gone): \(joined(before))" }
        if aspect == .needed { return asked(came, went) }
        guard isList, came.count < after.count || went.count < before.count else {
            return "\(now) \(joined(after)); before, \(joined(before))"
        }
        let steps = [
            came.isEmpty ? "" : "\(also) \(joined(came))", went.isEmpty ? "" : "\(noLonger) \(joined(went))",
        ]
        let said = steps.filter { !$0.isEmpty }
        return said.isEmpty ? "\(aspect.label.lowercased()): in another order" : said.joined(separator: "; ")
    }

    /// What a condition asks for now, and what no longer.
    private func asked(_ came: [String], _ went: [String]) -> String {
        func that(_ parts: [String]) -> String { Sentences.list(parts.map { "that \($0)" }, by: "and") }
        if before == ["in every case"] { return "no longer needed in every case, but only where \(joined(after))" }
        if after == ["in every case"] { return "now needed in every case; before, only where \(joined(before))" }
        switch (came.isEmpty, went.isEmpty) {
        case (true, true): return "needed while: in another order"
        case (false, true): return "now asks besides \(that(came))"
        case (true, false): return "no longer asks \(that(went))"
        case (false, false): return "now asks \(that(came)); before, \(that(went))"
        }
    }

    /// Quoted where it is somebody's own sentence, so that it is clear where it ends.
    private func joined(_ parts: [String]) -> String {
        switch aspect {
        case .what, .note, .text, .wayOn: "“\(parts.joined(separator: " "))”"
        case .agenda, .outcomes, .items: parts.map { "“\($0)”" }.joined(separator: ", ")
        case .source: parts.joined(separator: "; ")
        default: Sentences.list(parts, by: "and")
        }
    }

    private var now: String {
        switch aspect {
        case .what: "it now reads"
        case .owes: "now owed by"
        case .due: "now due"
        case .begins: "now begins only"
        case .done: "now done when"
        case .waivable: "may now be waived by"
        case .agreeable: "may now be agreed away by"
        case .lapses: "now ends without being done when"
        case .source: "the source is now"
        case .chair: "now chaired by"
        case .value: "it is now"
        default: "\(aspect.label.lowercased()): now"
        }
    }

    private var also: String {
        switch aspect {
        case .source: "now also from"
        default: "\(aspect.label.lowercased()): now also"
        }
    }

    private var noLonger: String {
        switch aspect {
        case .source: "no longer from"
        default: "\(aspect.label.lowercased()): no longer"
        }
    }

    private func fresh(_ text: String) -> String {
        switch aspect {
        case .counts: "what counts now: \(text)"
        case .again: "now \(text)"
        case .localChoice: "the figure is now this area's own"
        default: "\(aspect.label.lowercased()), which was not there before: \(text)"
        }
    }

    private var gone: String {
        switch aspect {
        case .counts: "what no longer counts"
        case .localChoice: "no longer a local choice"
        default: "\(aspect.label.lowercased()), no longer there"
        }
    }
}
