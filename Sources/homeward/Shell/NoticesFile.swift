// SPDX-License-Identifier: MIT

import Casework
import Exchange
import Partnership

/// Reads `notices.yaml`: what carries email, what carries text messages, and which agencies' systems are told.
struct NoticesFile {
    private let top: SettingsEntries

    init(_ path: String) throws {
        top = try SettingsEntries.read(path, known: ["address", "email", "text", "webhooks"])
    }

    func plan(folder: String, address: String) throws -> OutboxPlan {
        var channels: [NoticeWay: any NoticeChannel] = [:]
        channels[.email] = try top.entries("email").flatMap { try channel($0, .email, folder) }
        channels[.text] = try top.entries("text").flatMap { try channel($0, .text, folder) }
        var webhooks: [AgencyID: any NoticeChannel] = [:]
        for entry in try top.list("webhooks") {
            try entry.refuseUnknown(["agency", "address", "secretFile"])
            let channel = WebhookChannel(
                address: try entry.text("address"), secret: try entry.secret("secretFile"), clock: RealTime.now)
            guard let channel else {
                throw entry.fault(
                    "“address” must begin with https://, or lead to this machine itself; the secret has 32 characters or more."
                )
            }
            webhooks[AgencyID(try entry.text("agency"))] = channel
        }
        var place = try top.has("address") ? top.text("address") : address
        if place.hasSuffix("/") { place = String(place.dropLast()) }
        return OutboxPlan(channels: channels, webhooks: webhooks, address: place)
    }

    private func channel(
        _ entry: SettingsEntries, _ way: NoticeWay, _ folder: String
    ) throws -> (any NoticeChannel)? {
        switch try entry.text("by") {
        case "notify":
            try entry.refuseUnknown(["by", "keyFile", "template", "address"])
            guard let key = NotifyKey(try entry.secret("keyFile")) else {
                throw entry.fault("“keyFile” holds no key of GOV.UK Notify: a name, the service’s id and the secret.")
            }
            let base = try entry.has("address") ? entry.text("address") : "https://api.notifications.service.gov.uk"
            let channel = NotifyChannel(
                way == .email ? .email : .text, key: key, template: try entry.text("template"), base: base,
                clock: RealTime.now)
            guard let channel else {
                throw entry.fault("“address” must begin with https://, or lead to this machine itself.")
            }
            return channel
        case "sendmail" where way == .email:
            try entry.refuseUnknown(["by", "from", "command"])
            let command = try entry.has("command") ? entry.text("command") : "/usr/sbin/sendmail"
            return SendmailChannel(command: command, from: try entry.text("from"))
        case "file":
            try entry.refuseUnknown(["by", "folder"])
            return try FileChannel(folder: entry.has("folder") ? entry.text("folder") : "\(folder)/notices")
        case "nothing": return nil
        case let other:
            let ways = way == .email ? "notify, sendmail, file, nothing" : "notify, file, nothing"
            throw entry.fault("“by: \(other)” is not known here. There are: \(ways).")
        }
    }
}
