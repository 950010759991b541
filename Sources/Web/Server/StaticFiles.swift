// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The style sheet and the scripts, compiled into the program, each under a name that changes with its content.
enum StaticFiles {
    struct File: Sendable {
        let address: String
        let type: String
        let bytes: [UInt8]
    }

    static let style = file("style", "css", "text/css; charset=utf-8", PackageResources.style_css)
    static let live = file("live", "js", "text/javascript; charset=utf-8", PackageResources.live_js)
    static let drafts = file("drafts", "js", "text/javascript; charset=utf-8", PackageResources.drafts_js)
    static let finder = file("finder", "js", "text/javascript; charset=utf-8", PackageResources.finder_js)

    static let leave = file("leave", "js", "text/javascript; charset=utf-8", PackageResources.leave_js)
    static let progress = file("progress", "js", "text/javascript; charset=utf-8", PackageResources.progress_js)
    static let session = file("session", "js", "text/javascript; charset=utf-8", PackageResources.session_js)

    private static let all: [String: File] = Dictionary(
        [style, live, drafts, finder, progress, session, leave].map { ($0.address, $0) },
        uniquingKeysWith: { first, _ in first })

    @Sendable static func show(_ call: Call) async throws -> Response {
        guard let file = all[call.path] ?? fixed(call) else { throw PageFault.notFound }
        return Response(
            status: .ok,
            headers: [.contentType: file.type, .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    private static func fixed(_ call: Call) -> File? {
        call.site.configuration.fixedBodies[call.path].map { bytes in
            File(address: call.path, type: "text/plain; charset=utf-8", bytes: bytes)
        }
    }

    private static func file(_ name: String, _ ending: String, _ type: String, _ bytes: [UInt8]) -> File {
        let digest = Data(SHA256.hash(data: Data(bytes)).prefix(9)).inAddress
        return File(address: "/static/\(name)-\(digest).\(ending)", type: type, bytes: bytes)
    }
}
