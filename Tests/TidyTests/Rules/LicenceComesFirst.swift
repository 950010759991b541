// SPDX-License-Identifier: MIT
import Testing

private let licence = "SPDX-License-Identifier: MIT"

/// A Swift file names its licence on the first line; a script may have its interpreter there, and then on the second.
func filesWithoutLicence(_ file: SourceFile) -> [Finding] {
    let isScript = file.isUnder("scripts") || file.path == ".ci/run" || file.path.hasSuffix(".py")
    guard file.isSwift || isScript, file.name != "Package.swift" else { return [] }
    if file.isSwift {
        if file.lines.first == "// \(licence)" { return [] }
        return [Finding(file, line: 1, "the first line is to be: // \(licence)")]
    }
    if file.lines.prefix(2).contains("# \(licence)") { return [] }
    return [Finding(file, line: 1, "the first line, or the one after #!, is to be: # \(licence)")]
}

@Suite struct `The licence comes first` {
    @Test func `in every file of Swift and every script`() {
        expectNone(Repository.files.flatMap(filesWithoutLicence))
    }

    @Test func `on its own line`() {
        check("A.swift", "// \(licence)\nlet a = 1", isFound: false)
        check("A.swift", "\n// \(licence)\nlet a = 1", isFound: true)
        check("scripts/a", "#!/bin/sh\n# \(licence)\n", isFound: false)
        check("scripts/a", "#!/bin/sh\n\n# \(licence)\n", isFound: true)
    }

    @Test func `but in a manifest, where the tools version does`() {
        check("Core/Package.swift", "// swift-tools-version: 6.2\n", isFound: false)
    }

    private func check(_ path: String, _ text: String, isFound: Bool) {
        #expect(filesWithoutLicence(SourceFile(path: path, text: text)).isEmpty != isFound)
    }
}
