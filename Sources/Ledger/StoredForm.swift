// SPDX-License-Identifier: MIT
import Casework
public enum StoredForm {
    public static func bytes(of event: Event) -> [UInt8] { [] }
    public static func event(from bytes: [UInt8]) throws -> Event { throw LedgerFault.readOnly }
}
