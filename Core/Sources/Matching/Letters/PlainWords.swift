// SPDX-License-Identifier: MIT

/// The words of a written name in plain letters: lower case, without accents, apostrophes or case.
///
/// “Zielińska” and “ZIELINSKA” are one word, “El-Shamī” two, “Ștefan” one. Cyrillic is written in Latin letters as the
/// Ukrainian passport table of 2010 has it.
enum PlainWords {
    static func of(_ text: String) -> [Letters] {
        var words: [Letters] = []
        var word = Letters()
        for scalar in text.unicodeScalars {
            let value = scalar.value
            switch value {
            case 97...122: word.append(UInt8(value - 96))
            case 65...90: word.append(UInt8(value - 64))
            case 0x27, 0x60, 0x2019, 0x2018, 0x02BB, 0x02BC, 0x300...0x36F: continue
            case 0..<0xC0: finish(&word, &words)
            default:
                if let plain = table[value] {
                    word.append(contentsOf: plain)
                } else {
                    finish(&word, &words)
                }
            }
        }
        finish(&word, &words)
        return words
    }

    private static func finish(_ word: inout Letters, _ words: inout [Letters]) {
        if word.isEmpty { return }
        words.append(word)
        word = Letters()
    }

    private static let written: [(plain: String, letters: String)] = [
        ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶаА"),
        ("ae", "æÆ"), ("b", "бБ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďđðĎĐÐдД"),
        ("e", "èéêëēĕėęěẹẻẽếềểễệÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆеЕэЭёЁ"), ("f", "фФ"), ("g", "ĝğġģĜĞĠĢґҐ"), ("h", "ĥħḥḩĤĦḤḨгГ"),
        ("i", "ìíîïĩīĭįıịỉÌÍÎÏĨĪĬĮİỊỈіІиИ"), ("j", "ĵĴ"), ("k", "ķĶкК"), ("kh", "хХ"), ("l", "ĺļľłĹĻĽŁлЛ"),
        ("m", "мМ"), ("n", "ñńņňÑŃŅŇнН"), ("o", "òóôõöøōŏőơọỏốồổỗộớờởỡợÒÓÔÕÖØŌŎŐƠỌỎỐỒỔỖỘỚỜỞỠỢоО"), ("oe", "œŒ"),
        ("p", "пП"), ("r", "ŕŗřŔŖŘрР"), ("s", "śŝşšșṣŚŜŞŠȘṢсС"), ("ss", "ß"), ("t", "ţťŧțṭŢŤŦȚṬтТ"), ("th", "þÞ"),
        ("u", "ùúûüũūŭůűųưụủứừửữựÙÚÛÜŨŪŬŮŰŲƯỤỦỨỪỬỮỰуУ"), ("v", "вВ"), ("w", "ŵŴẁẃẅẀẂẄ"), ("y", "ýÿŷỳỵỷỹÝŸŶỲỴỶỸыЫйЙ"),
        ("z", "źżžẓŹŻŽẒзЗ"), ("zh", "жЖ"), ("ts", "цЦ"), ("ch", "чЧ"), ("sh", "шШ"), ("shch", "щЩ"), ("ii", "їЇ"),
        ("ie", "єЄ"), ("iu", "юЮ"), ("ia", "яЯ"), ("", "ьЬъЪ"),
    ]

    private static let table: [UInt32: Letters] = {
        var table: [UInt32: Letters] = [:]
        for (plain, letters) in written {
            for scalar in letters.unicodeScalars { table[scalar.value] = Letters(codes: plain) }
        }
        return table
    }()
}
