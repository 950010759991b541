// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Partnership
import WorkingTime

extension World {
    /// What whoever sent something knows afterwards.
    enum Reply {
        case kept
        case refused(Refusal)
        /// No answer, or a fault: it may stand there or not.
        case unknown
    }

    /// Sends an act to a process. The message may get lost, and so may its answer.
    func send(_ act: Act, by actor: Actor, to server: Server, under number: Int) async throws -> Reply {
        let fate = random.number(0...199)
        if fate == 0 {
            told.trace("lost")
            return .unknown
        }
        var act = act
        act.details[.narrative] = .text(Self.mark(number))
        do {
            let receipt = try await server.partnership.submit([act], by: actor)
            told.acknowledged += 1
            told.trace("kept \(receipt.last)")
            sent[number, default: Sent()].acknowledged += 1
            guard receipt.last <= server.partnership.state.position else {
                throw violation("\(act.word) was acknowledged at \(receipt.last) and is not published")
            }
            if fate == 1 {
                told.trace("unheard")
                return .unknown
            }
            return .kept
        } catch let refusal as Refusal {
            told.refused[refusal.name, default: 0] += 1
            told.trace(refusal.name)
            return .refused(refusal)
        } catch let fault as LedgerFault {
            told.unknown += 1
            told.trace(fault.code)
            sent[number, default: Sent()].unknown += 1
            return .unknown
        }
    }

    /// What a message is known by in the ledger.
    static func mark(_ number: Int) -> String { "message \(number)." }

    func nextNumber() -> Int { sent.count + 1 }

    /// Whether somebody who looks into the child's record, at whichever process, finds the message there.
    func isFound(_ number: Int, of child: ChildID) async -> Bool {
        for server in servers {
            _ = try? server.partnership.catchUp()
            let state = server.partnership.state
            guard let events = try? await server.partnership.whole(state.positions(of: child)) else { continue }
            for case .event(let event, _) in events where event.details.text(.narrative) == Self.mark(number) {
                return true
            }
        }
        return false
    }
}
