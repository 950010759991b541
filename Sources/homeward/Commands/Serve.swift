// SPDX-License-Identifier: MIT

import ArgumentParser
import Web

/// `homeward serve`
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a partnership’s record for people’s browsers.",
        discussion: """
            Answers until Ctrl-C or a termination, and then ends cleanly. People have to reach it over TLS: with a \
            certificate of its own, which is read again when it is renewed or on SIGHUP, or through a proxy in front of \
            it; only for trying on this machine leave that out with --without-tls.

            Examples:
              homeward serve --data /srv/homeward --host 0.0.0.0 --port 443 --certificate chain.pem \
                --certificate-key key.pem --host-name record.example.gov.uk
              homeward serve --data /srv/homeward --behind-proxy 10.0.0.5 --host-name record.example.gov.uk
              homeward serve --data ./try --found "Our partnership" --without-tls
            """
    )

    @OptionGroup var data: DataOptions

    @Option(help: "The port to answer on; 0 takes any that is free.")
    var port = 8080

    @Option(help: "The address to answer on.")
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("Begin a new record of this name where the folder has none.", valueName: "name"))
    var found: String?

    @Option(help: ArgumentHelp("The protocol in force where none was adopted.", valueName: "id"))
    var standing = "england-2014"

    @OptionGroup var reach: ReachOptions
    @OptionGroup var signIn: SignInOptions
    @OptionGroup var notices: NoticeOptions
    @OptionGroup var receive: ReceiveOptions
    @OptionGroup var checkpoints: CheckpointOptions
    @OptionGroup var share: ShareOptions
    @OptionGroup var names: NamesOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
    }

    func run() async throws {
        let log = Logs.start()
        let folder = RecordFolder(data)
        guard try found != nil || folder.isFounded else { throw folder.notThere }
        var configuration = try reach.configuration(host: host, port: port)
        configuration.children = try names.index()
        if let found, try !folder.isFounded { try folder.found(named: found, at: RealTime.now().secondsSince1970) }
        let record = try OpenedRecord(folder, protocols: share.folder, standing: standing, log: log)
        if port != 0, host == "127.0.0.1", !Serving.isFree(port: port) { throw Serving.portIsTaken(port) }
        let accounts = try record.accounts(limits: signIn.limits, rules: signIn.rules(folder: folder.path))
        if try await accounts.all().isEmpty {
            Printing.toStandardError(
                "Nobody can sign in yet. Add somebody: homeward user add --data \(folder.path) --email … --role …")
        }
        let renewing = configuration.certificate.map { CertificateRenewing($0, log: log) }
        defer { renewing?.stop() }
        let scheme = configuration.certificate == nil ? "http" : "https"
        let (host, isJSON, name) = (host, output.isJSON, folder.name)
        // Behind a proxy, people reach it over TLS all the same.
        let address =
            reach.hostNames.first.map { (reach.isWithoutTLS ? "http" : "https") + "://\($0)" }
            ?? "\(scheme)://\(host):\(port)"
        let keeping = try checkpoints.keeping(of: record.ledger, log: log)
        let serving = Serving(
            record: record, accounts: accounts, configuration: configuration, log: log,
            notices: try notices.plan(folder: folder.path, address: address),
            receiving: try receive.receiving(folder: folder.path, index: configuration.children),
            checkpoints: keeping)
        try await serving.run { port in
            let address = "\(scheme)://\(host):\(port)"
            if isJSON {
                try? Printing.json(Answer(address: address, partnership: name), isOneLine: true)
            } else {
                Printing.toStandardOutput("\(name) answers at \(address). Ctrl-C ends it.")
            }
        }
        await record.close()
    }

    private struct Answer: Encodable { let address, partnership: String }
}
