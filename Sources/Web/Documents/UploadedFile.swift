// SPDX-License-Identifier: MIT

/// A file as a browser sent it. What it says of itself, its name and its type, is not believed.
struct UploadedFile: Hashable, Sendable {
    let name: String
    let bytes: [UInt8]

    /// No file is larger.
    static let mostBytes = 5 * 1_024 * 1_024
    /// Room for the fields that come with it.
    static let mostFormBytes = mostBytes + 64 * 1_024
}
