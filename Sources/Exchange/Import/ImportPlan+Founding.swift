// SPDX-License-Identifier: MIT

import Casework

extension ImportPlan {
    /// The plan with an act before it, such as the one that adds the authority; nothing where it changes nothing.
    public func preceded(by act: Act?) -> ImportPlan {
        guard let act, !changesNothing else { return self }
        var plan = self
        plan.acts.insert(act, at: 0)
        return plan
    }
}
