// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `The command for notices on their way` {
    @Test func `says where there is nothing yet`() throws {
        let shop = try Workshop()
        let nowhere = try shop.run("outbox", "list", "--data", shop.data)
        #expect(nowhere.code == 1 && nowhere.errors.contains("There is no record"))
        _ = try shop.run(
            "user", "add", "--data", shop.data, "--email", "june@eastmoor.example", "--name", "June Petty", "--role",
            "administrator")
        let early = try shop.run("outbox", "list", "--data", shop.data)
        #expect(early.code == 1 && early.errors.contains("There is no outbox yet"))
        let nothing = try shop.run("outbox", "replay", "--by", "june", "--data", shop.data)
        #expect(nothing.code == 2)
    }

    /// A server refuses to start over settings that can't be meant, and says where they stand.
    @Test(arguments: [
        ("email: { by: pigeon }", "“by: pigeon” is not known here"),
        ("text: { by: sendmail, from: a@b.example }", "There are: notify, file, nothing"),
        ("email: { by: notify, template: t }", "“keyFile” is lacking"),
        ("email: { by: notify, keyFile: KEY, template: t }", "holds no key of GOV.UK Notify"),
        ("webhooks: [ { agency: a, address: 'http://example.org', secretFile: KEY } ]", "must begin with https://"),
        ("letters: { by: notify }", "“letters” is not known here"),
    ]) func `and the server refuses settings that can't be meant`(settings: String, says: String) throws {
        let shop = try Workshop()
        _ = try shop.run(
            "user", "add", "--data", shop.data, "--email", "june@eastmoor.example", "--name", "June Petty", "--role",
            "administrator")
        let key = try shop.write("a secret of more than thirty-two characters\n", to: "key")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        let file = try shop.write(settings.replacingOccurrences(of: "KEY", with: key) + "\n", to: "notices.yaml")
        let answer = try shop.run("serve", "--data", shop.data, "--port", "0", "--without-tls", "--notices", file)
        #expect(answer.code == 1 && answer.errors.contains(says), "\(answer.errors)")
    }

    @Test func `and a secret that others may read is refused`() throws {
        let shop = try Workshop()
        _ = try shop.run(
            "user", "add", "--data", shop.data, "--email", "june@eastmoor.example", "--name", "June Petty", "--role",
            "administrator")
        let key = try shop.write("a secret\n", to: "key")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
        let file = try shop.write("email: { by: notify, keyFile: \(key), template: t }\n", to: "notices.yaml")
        let answer = try shop.run("serve", "--data", shop.data, "--port", "0", "--without-tls", "--notices", file)
        #expect(answer.code == 1 && answer.errors.contains("chmod go-rwx"), "\(answer.errors)")
    }
}
