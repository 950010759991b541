// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What somebody asks to do with a part of a child's record.
enum RecordAct: String, CaseIterable, Hashable, Sendable {
    case see, add, decide, export
}

extension Access {
    func may(_ act: RecordAct, _ part: RecordPart, of child: ChildID, on today: CivilDate) -> Bool {
        switch act {
        case .see, .export: maySee(part, of: child, on: today)
        case .add, .decide: maySee(part, of: child, on: today) && mayRecord(.noteAdded, on: child, today: today)
        }
    }
}
