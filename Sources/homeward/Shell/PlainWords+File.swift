// SPDX-License-Identifier: MIT

import Foundation
import Ledger

extension PlainWords {
    /// What comparing the file with its seal came to, in a sentence.
    static func of(_ comparison: FileComparison) -> String {
        switch comparison {
        case .same(let count):
            "Every one of the file’s \(grouped(count)) bytes is as it was when it was sealed."
        case .differs: "The file is not the one that was sealed: see above."
        case .notCompared(.isOpen, _):
            "The file was not compared byte for byte, because another program has it open. Everything that is read was "
                + "examined; not what stands in its unused space. Stop the server and verify again for that."
        case .notCompared(.isNotSealed, _):
            "The file was not compared byte for byte, because it has no seal: it was not closed cleanly, or it is a "
                + "copy made without one. Everything that is read was examined; not what stands in its unused space."
        case .notCompared(.hasNoFile, _): "There is no file to compare."
        }
    }

    private static func grouped(_ count: Int) -> String {
        var text = String(count)
        var place = text.count - 3
        while 0 < place {
            text.insert(",", at: text.index(text.startIndex, offsetBy: place))
            place -= 3
        }
        return text
    }
}
