// SPDX-License-Identifier: MIT

import Analysis
import GRDB

/// The analysts' extract as one SQLite file, its tables with keys, references and types as the schema has them.
public enum ExtractDatabase {
    /// Writes the file, which must not be there yet.
    public static func write(_ extract: Extract, to path: String, progress: (String) -> Void = { _ in })
        throws(TableFileFault)
    {
        do {
            var configuration = Configuration()
            configuration.journalMode = .default
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            // References are checked once all is there: a date is referred to before its table is written.
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA foreign_keys = OFF")
                try database.inTransaction {
                    for (table, data) in extract.all {
                        progress(table.rawValue)
                        try database.execute(sql: create(table))
                        try insert(data, into: table, database)
                    }
                    return .commit
                }
                guard try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil else {
                    throw TableFileFault.cannotWrite
                }
                try database.execute(sql: "VACUUM")
            }
            try queue.close()
        } catch {
            throw .cannotWrite
        }
    }

    static func create(_ table: ExtractTable) -> String {
        let columns = table.columns.map { column in
            switch column.kind {
            case .key: "\"\(column.name)\" TEXT PRIMARY KEY NOT NULL"
            case .reference(let other):
                "\"\(column.name)\" TEXT REFERENCES \"\(other.rawValue)\"(\"\(other.columns[0].name)\")"
            case .text: "\"\(column.name)\" TEXT"
            case .number: "\"\(column.name)\" INTEGER"
            case .decimal: "\"\(column.name)\" REAL"
            }
        }
        return "CREATE TABLE \"\(table.rawValue)\" (\(columns.joined(separator: ", "))) WITHOUT ROWID"
    }

    private static func insert(_ data: DataTable, into table: ExtractTable, _ database: Database) throws {
        let marks = data.columns.map { _ in "?" }.joined(separator: ", ")
        let statement = try database.makeStatement(sql: "INSERT INTO \"\(table.rawValue)\" VALUES (\(marks))")
        for row in data.rows {
            try statement.setArguments(StatementArguments(row.map(value)))
            try statement.execute()
        }
    }

    private static func value(_ cell: DataTable.Cell) -> (any DatabaseValueConvertible)? {
        switch cell {
        case .number(let number): number
        case .decimal(let number): number
        case .blank: nil
        case .text, .date, .time: cell.written
        }
    }
}
