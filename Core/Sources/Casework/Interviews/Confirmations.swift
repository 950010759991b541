// SPDX-License-Identifier: MIT

import WorkingTime

/// Who confirmed the words of one language, and when.
public struct CatalogueConfirmation: Hashable, Sendable {
    /// The language's code, such as `ar`.
    public let code: String
    /// What the words were: any change of them is to be confirmed anew.
    public let digest: String
    public let translator: String
    public let at: Instant
}

/// Somebody's training, as it was recorded.
public struct Training: Hashable, Sendable {
    public let worker: String
    public let kind: String
    /// Until when it counts; nil for as long as nobody says otherwise.
    public let until: Instant?
    public let at: Instant

    /// What a return interviewer is trained for. Source: SG ¶32.
    public static let returnInterviews = "return-interviews"
}

extension State {
    /// The confirmation of a language that stands, whatever its words were then.
    public func confirmation(of code: String) -> CatalogueConfirmation? {
        for event in partnershipEvents.reversed() where event.details.word(.code) == code {
            switch event.word {
            case .catalogueDoubted: return nil
            case .catalogueConfirmed:
                return CatalogueConfirmation(
                    code: code, digest: event.details.word(.digest) ?? "",
                    translator: event.details.text(.name) ?? "", at: event.recordedAt)
            default: continue
            }
        }
        return nil
    }

    /// The newest training of a kind that somebody has, where it still counts at `instant`.
    public func training(of worker: String, in kind: String, at instant: Instant) -> Training? {
        let event = partnershipEvents.last { event in
            event.word == .trainingRecorded && event.details.word(.worker) == worker
                && event.details.word(.kind) == kind
        }
        guard let event else { return nil }
        let until = event.details.time(.until)?.earliest
        if let until, until <= instant { return nil }
        return Training(worker: worker, kind: kind, until: until, at: event.occurredAt.earliest)
    }
}
