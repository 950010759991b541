// SPDX-License-Identifier: MIT

extension AreaOccasion {
    /// What a firing for a place or a group is to the duties of the area; nil for one that is a child's.
    public init?(_ firing: Firing) {
        switch firing.subject {
        case .child: return nil
        case .place(let place):
            self.init(trigger: firing.trigger, at: firing.at, place: place, isUndone: firing.isUndone)
        case .group(let children):
            self.init(trigger: firing.trigger, at: firing.at, children: children, isUndone: firing.isUndone)
        }
    }
}
