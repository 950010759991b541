// SPDX-License-Identifier: MIT

import Casework

/// What can go wrong with a ledger, told apart by code. Words for people belong to the caller.
public enum LedgerFault: Error, Hashable, Sendable {
    /// Somebody else appended first; the head is now `head`.
    case positionTaken(head: Position)
    /// An append failed, so what was decided after it is void: take `reload()`, then decide again.
    case needsReload
    /// More is waiting to be written than the ledger will hold in memory.
    case overloaded
    /// One payload is larger than ``EntryDraft/payloadLimitInBytes``.
    case payloadTooLarge(bytes: Int)
    /// The subject's key was lawfully destroyed: nothing more can be kept under it.
    case subjectErased(SubjectID)

    case masterKeyMissing(String)
    case masterKeyMalformed(String)
    case masterKeyCommandFailed(String)
    /// The command that prints the key took longer than ``MasterKeySource/commandLimitInSeconds``.
    case masterKeyCommandTooSlow(String)
    /// Not a key that signs checkpoints.
    case checkpointKeyMalformed(String)
    /// The key does not belong to this ledger.
    case masterKeyWrong
    /// Others than the owner may use the file or directory; `mode` is its permission bits.
    case permissionsTooOpen(path: String, mode: UInt32)

    case notFound(String)
    case alreadyThere(String)
    case alreadyFounded
    /// Another process has the ledger open for writing.
    case inUse(path: String)
    /// The file is no ledger of ours.
    case notALedger(String)
    /// Written by a version that this one does not know.
    case unknownVersion(Int)

    case diskFull
    case readOnly
    case locked
    case permissionDenied(String)
    /// The database does not answer, and did not for as long as it was waited for. What was being appended may stand there.
    case unreachable(String)
    /// Whoever signs in at the database could change what is recorded.
    case mayBeChanged(String)
    /// The store is damaged in a way that stops this act.
    case damaged(String)
    /// Any other failure of the store, with the store's own code.
    case storeFailed(code: Int, String)

    /// A short word for logs and interfaces.
    public var code: String {
        switch self {
        case .positionTaken: "position-taken"
        case .needsReload: "needs-reload"
        case .overloaded: "overloaded"
        case .payloadTooLarge: "payload-too-large"
        case .subjectErased: "subject-erased"
        case .masterKeyMissing: "master-key-missing"
        case .masterKeyMalformed: "master-key-malformed"
        case .masterKeyCommandFailed: "master-key-command-failed"
        case .masterKeyCommandTooSlow: "master-key-command-too-slow"
        case .checkpointKeyMalformed: "checkpoint-key-malformed"
        case .masterKeyWrong: "master-key-wrong"
        case .permissionsTooOpen: "permissions-too-open"
        case .notFound: "not-found"
        case .alreadyThere: "already-there"
        case .alreadyFounded: "already-founded"
        case .inUse: "in-use"
        case .notALedger: "not-a-ledger"
        case .unknownVersion: "unknown-version"
        case .diskFull: "disk-full"
        case .readOnly: "read-only"
        case .locked: "locked"
        case .permissionDenied: "permission-denied"
        case .unreachable: "unreachable"
        case .mayBeChanged: "may-be-changed"
        case .damaged: "damaged"
        case .storeFailed: "store-failed"
        }
    }
}
