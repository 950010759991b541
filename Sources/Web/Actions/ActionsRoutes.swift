// SPDX-License-Identifier: MIT

/// What was agreed to be done for children, until it is done.
enum ActionsRoutes {
    static let all: [Route] = [.get("/actions", .casework, ActionListPages.show)]
}
