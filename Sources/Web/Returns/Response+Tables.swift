// SPDX-License-Identifier: MIT

import Analysis
import HTTPTypes
import Hummingbird
import NIOCore
import TableFiles

extension Response {
    /// Tables to be kept as a file: a workbook where `?as=xlsx` asks for one, else the first as CSV.
    static func table(_ tables: [DataTable], named name: String, _ call: Call) throws -> Response {
        guard call.query["as"] == "xlsx" else {
            return .csv(tables.first?.csv(for: .people) ?? "", named: name)
        }
        return .workbook(try Spreadsheet(tables, madeAt: call.now).bytes(), named: name)
    }

    private static func workbook(_ bytes: [UInt8], named name: String) -> Response {
        let safe = String(name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") })
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                .contentDisposition: "attachment; filename=\"\(safe).xlsx\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
