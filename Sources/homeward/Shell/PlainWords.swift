// SPDX-License-Identifier: MIT

import Casework
import Exchange
import Ledger

/// Says in plain sentences what went wrong and what to do, for every kind of refusal and fault there is.
enum PlainWords {
    static func of(_ error: any Error) -> String {
        switch error {
        case let fault as CommandFault: fault.sentence
        case let fault as LedgerFault: words(for: fault)
        case let refusal as Refusal: refusal.inFull
        case let refusal as ReturnRefusal: refusal.sentence
        default: unforeseen(error)
        }
    }

    private static func words(for fault: LedgerFault) -> String {
        switch fault {
        case .masterKeyMissing, .masterKeyMalformed, .masterKeyCommandFailed, .masterKeyCommandTooSlow, .masterKeyWrong,
            .checkpointKeyMalformed:
            keyWords(for: fault)
        case .permissionsTooOpen(let path, let mode):
            "Others than you may use \(path) (mode \(String(mode, radix: 8))). "
                + "Take that away first: chmod go-rwx \(path)"
        case .notFound(let what): "There is no record at \(what)."
        case .alreadyThere(let path): "\(path) is there already, and nothing is ever written over."
        case .alreadyFounded: "There is a record here already."
        case .inUse(let path):
            "Another program has the record open (\(path)), most likely a running “homeward serve”. Stop it first."
        case .notALedger(let path): "\(path) is not a record of Homeward."
        case .unknownVersion(let version):
            "The record was written by a newer Homeward (form \(version)). Use that one, or a newer one."
        case .diskFull: "The disk is full. Nothing was lost, and nothing of this was stored. Make room and try again."
        case .readOnly: "The disk can only be read from."
        case .permissionDenied(let path): "You may not use \(path). Run this as the user to whom it belongs."
        case .damaged(let what) where what.hasPrefix("the backup"):
            "The backup is damaged, and nothing was put back (\(what.dropFirst("the backup: ".count))). Take another. "
                + "Where this is all there is: --even-if-damaged puts back what can be read."
        case .damaged(let what): "The record is damaged (\(what)). Run “homeward verify” to see where."
        case .storeFailed(let code, let what): "The disk or the database refused: \(what) (\(code))."
        case .unreachable(let place):
            "The database does not answer (\(place)). What was recorded before stands there. Try again, and look at the "
                + "database where it goes on."
        case .mayBeChanged(let why):
            "Whoever signs in at the database could change what is recorded (\(why)), so nothing was opened. Use the role "
                + "that “homeward ledger prepare” was given."
        case .locked: "The record is being written to by another program. Try again in a moment."
        case .overloaded: "Too much is waiting to be written. Try again in a moment."
        case .positionTaken, .needsReload: "Something else was recorded meanwhile. Try again."
        case .payloadTooLarge(let bytes): "One entry of \(bytes) bytes is larger than the record takes."
        case .subjectErased: "This child’s record was lawfully erased; nothing can be added to it."
        }
    }

    private static func keyWords(for fault: LedgerFault) -> String {
        switch fault {
        case .masterKeyMissing(let place):
            "The master key is not there: looked for it in \(place). Without it the record cannot be read. Put it "
                + "back, or say where it is with --master-key-file, --master-key-environment or --master-key-command."
        case .masterKeyMalformed(let place): "What stands in \(place) is not a master key."
        case .masterKeyCommandFailed(let name): "The command “\(name)” did not give a master key."
        case .masterKeyCommandTooSlow(let name):
            "The command “\(name)” gave no master key within \(MasterKeySource.commandLimitInSeconds) seconds."
        case .checkpointKeyMalformed(let path):
            "What stands in \(path) is not a key for checkpoints. Make one: homeward key new checkpoint FILE"
        default:
            "The master key belongs to another record, or was changed since: this one cannot be read with it. "
                + "“homeward key check” says more."
        }
    }

    /// A fault that has no words of its own is named by its kind: never as it describes itself, which may hold names.
    private static func unforeseen(_ error: any Error) -> String {
        "Something went wrong that should not have (\(type(of: error))). Nothing was stored. "
            + "Please report it with what you typed."
    }
}
