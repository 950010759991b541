// SPDX-License-Identifier: MIT
import Foundation
import OtherPrograms
import Synchronization

/// A real PostgreSQL of the tests' own: begun when the first test asks, in a folder of its own, reached over a socket in
/// that folder and over no network, run by nobody who may do anything else. Ended and removed with the tests, however
/// these end: a process beside them waits for that.
public final class PostgresCluster: Sendable {
    /// Why there is no PostgreSQL to test with: then the tests fail.
    public struct Lacking: Error, CustomStringConvertible {
        public let description: String

        public init(description: String) { self.description = description }
    }

    let folder: String
    private let program: String
    private let count = Atomic<Int>(0)
    /// Held open for as long as the tests run; what is written to it is done there.
    private let life: FileHandle
    private let answers: Mutex<FileHandle>

    private static let begun = Mutex<Result<PostgresCluster, any Error>?>(nil)

    /// The one of this run.
    public static func shared() throws -> PostgresCluster {
        try begun.withLock { begun in
            if let begun { return try begun.get() }
            let made = Result { try PostgresCluster() }
            begun = made
            return try made.get()
        }
    }

    private static let script = #"""
        umask 077
        cd /
        bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
        if [ ! -x "$bin/initdb" ]; then bin=$(dirname "$(command -v initdb)"); fi
        if [ ! -x "$bin/initdb" ]; then echo "lacks PostgreSQL: run make setup"; exit 1; fi
        folder=$(mktemp -d /tmp/homeward-postgres-XXXXXX)
        as() {
            if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"; else "$@"; fi
        }
        finish() {
            as "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1
            rm -rf "$folder"
        }
        trap finish EXIT
        trap 'exit 1' INT TERM HUP
        if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
        as "$bin/initdb" -N -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C >"$folder/begin.log" 2>&1 || {
            echo "initdb failed: $(tail -n 1 "$folder/begin.log")"; exit 1; }
        printf '%s\n' "listen_addresses = ''" "unix_socket_directories = '$folder'" 'max_connections = 300' \
            'shared_buffers = 32MB' 'max_wal_size = 256MB' >>"$folder/data/postgresql.conf"
        as "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/log" -w start >/dev/null 2>&1 || {
            echo "it did not start: $(tail -n 1 "$folder/data/log")"; exit 1; }
        echo "ready $folder $bin"
        while read -r word; do
            if [ "$word" != restart ]; then continue; fi
            as "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/log" -m fast -w restart >/dev/null 2>&1
            echo "restarted $?"
        done
        """#

    private init() throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
        process.arguments = ["/bin/sh", "-c", Self.script]
        process.standardInput = input
        process.standardOutput = output
        // Programs that the tests begin later must not hold this end open.
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try process.run()
        let said = Self.line(from: output.fileHandleForReading)
        let words = said.split(separator: " ").map(String.init)
        guard words.count == 3, words[0] == "ready" else { throw Lacking(description: "PostgreSQL: \(said)") }
        (folder, program) = (words[1], words[2])
        life = input.fileHandleForWriting
        answers = Mutex(output.fileHandleForReading)
    }

    private static func line(from handle: FileHandle) -> String {
        var said = Data()
        while !said.contains(UInt8(ascii: "\n")) {
            let more = handle.availableData
            if more.isEmpty { break }
            said += more
        }
        return String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// A database of its own for one test, with a role that owns it and one that a server would sign in with.
    public func database() throws -> PostgresDatabase {
        let name = "test_\(count.wrappingAdd(1, ordering: .relaxed).newValue)"
        let (owner, application) = ("\(name)_owner", "\(name)_app")
        try sql(
            """
            CREATE ROLE \(owner) LOGIN; CREATE ROLE \(application) LOGIN;
            """, as: "postgres", on: "postgres")
        try sql("CREATE DATABASE \(name) OWNER \(owner)", as: "postgres", on: "postgres")
        return PostgresDatabase(cluster: self, name: name, owner: owner, application: application)
    }

    /// Gives statements to `psql`. Throws where any of them fails.
    @discardableResult
    public func sql(_ statements: String, as role: String, on database: String) throws -> String {
        let outcome = try trying(statements, as: role, on: database)
        guard outcome.code == 0 else { throw Lacking(description: outcome.errors) }
        return outcome.output
    }

    public func trying(_ statements: String, as role: String, on database: String) throws -> OtherProgram.Outcome {
        try OtherProgram.run(
            "\(program)/psql",
            [
                "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", role, "-d", database, "-c",
                statements,
            ], in: "/")
    }

    /// Ends the server and begins it again, as an upgrade would: whoever is signed in is thrown out.
    public func restart() throws {
        let answer = answers.withLock { answers in
            life.write(Data("restart\n".utf8))
            return Self.line(from: answers)
        }
        guard answer == "restarted 0" else { throw Lacking(description: "PostgreSQL: \(answer)") }
    }
}

/// One test's database.
public struct PostgresDatabase: Sendable {
    public let cluster: PostgresCluster
    public let name, owner, application: String

    public var addressOfOwner: String { address(of: owner) }
    /// As a server is given it.
    public var address: String { address(of: application) }

    private func address(of role: String) -> String { "postgres://\(role)@/\(name)?host=\(cluster.folder)" }

    /// Gives statements as somebody who may do everything.
    @discardableResult
    public func change(_ statements: String) throws -> String {
        try cluster.sql(statements, as: "postgres", on: name)
    }

    /// Gives statements as the role that a server signs in with.
    public func trying(_ statements: String) throws -> OtherProgram.Outcome {
        try cluster.trying(statements, as: application, on: name)
    }
}
