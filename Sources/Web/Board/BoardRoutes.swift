// SPDX-License-Identifier: MIT

/// The first page, and what keeps it fresh.
enum BoardRoutes {
    static let all: [Route] = [
        .get(
            "/", .signedIn(because: "Every role has a first page; the board shows whom the access table shows."),
            BoardPages.show),
        .get("/board/part", .casework, BoardPages.part),
        .get("/changes", .casework, Changes.stream),
    ]
}
