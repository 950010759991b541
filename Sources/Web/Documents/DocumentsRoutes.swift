// SPDX-License-Identifier: MIT

/// Photos and papers in a child's record. They are added at `/children/{child}/add/document-added`.
enum DocumentsRoutes {
    static let all: [Route] = [
        .get("/children/{child}/documents/{document}", .child(.see, .identity), DocumentPages.give)
    ]
}
