// SPDX-License-Identifier: MIT

/// Names for children who do not exist. Forenames and surnames are put together by chance within a group, so that a
/// name is plausible; nobody's name is meant.
struct InventedNames {
    /// The ethnicity code that the 903 return uses.
    let ethnicity: String
    let language: String
    let girls: [String]
    let boys: [String]
    let surnames: [String]
    let weight: Double

    static func draw(_ random: inout SeededRandom) -> InventedNames {
        random.pick(weighted: groups.map { ($0, $0.weight) })
    }

    static let groups: [InventedNames] = [
        InventedNames(
            ethnicity: "WBRI", language: "English",
            girls: words(
                "Amber Chloë Daisy Ellie Freya Georgia Hallie Isla Jodie Keira Lacey Maisie Niamh Poppy Sky Zoë"),
            boys: words(
                "Alfie Bradley Callum Dylan Ethan Finley Harley Jayden Kai Liam Mason Oscar Riley Theo Tyler Zac"),
            surnames: words(
                "Ashdown Barraclough Calvert Dunmore Ellerby Fenwick Garside Hallam Ibbotson Jessop Kershaw Lomas Marsh "
                    + "Naylor Oldroyd Pickersgill Rowbotham Sugden Thackray Whitlock"),
            weight: 56
        ),
        InventedNames(
            ethnicity: "WIRI", language: "English", girls: words("Aoife Caoimhe Róisín Saoirse"),
            boys: words("Cillian Dáithí Eoin Tadhg"), surnames: words("Ó-Briain Kavanagh O'Dowd McGinty"), weight: 3
        ),
        InventedNames(
            ethnicity: "WROM", language: "Romanes", girls: words("Esmeralda Loretta Rosanna"),
            boys: words("Elijah Nelson Silvester"), surnames: words("Boswell Loveridge Smallwood"), weight: 2
        ),
        InventedNames(
            ethnicity: "WOTH", language: "Polish", girls: words("Agnieszka Kinga Małgorzata Oliwia Zuzanna"),
            boys: words("Bartosz Jakub Łukasz Mikołaj Szymon"),
            surnames: words("Dąbrowska Kowalczyk Piątek Szczepaniak Wójcik"), weight: 6
        ),
        InventedNames(
            ethnicity: "WOTH", language: "Romanian", girls: words("Andreea Ioana Mădălina"),
            boys: words("Andrei Răzvan Ștefan"), surnames: words("Bălan Ionescu Mureșan Țurcanu"), weight: 3
        ),
        InventedNames(
            ethnicity: "APKN", language: "Urdu", girls: words("Aisha Hafsa Iqra Maryam Zainab"),
            boys: words("Bilal Hamza Mohammed Muhammad Yusuf"), surnames: words("Akhtar Hussain Mahmood Qureshi Shah"),
            weight: 8
        ),
        InventedNames(
            ethnicity: "ABAN", language: "Sylheti", girls: words("Fahmida Nusrat Sumaiya"),
            boys: words("Rakib Tanvir Zubair"), surnames: words("Ahmed Begum Chowdhury Miah"), weight: 3
        ),
        InventedNames(
            ethnicity: "BAFR", language: "English", girls: words("Abena Chidinma Kezia Temitope"),
            boys: words("Chukwuemeka Kwabena Olúwaṣeun Tobi"), surnames: words("Addo Adeyemi Mensah Okonkwo Owusu"),
            weight: 4
        ),
        InventedNames(
            ethnicity: "BAFR", language: "Tigrinya", girls: words("Feven Luwam Selam"),
            boys: words("Filmon Tesfalem Yonas"), surnames: words("Gebremedhin Habtemariam Tekle Woldu"), weight: 2
        ),
        InventedNames(
            ethnicity: "BCRB", language: "English", girls: words("Aaliyah Shanice Tianna"),
            boys: words("Jermaine Kyrone Malachi"), surnames: words("Bogle Campbell Grizzle Pinnock"), weight: 3
        ),
        InventedNames(
            ethnicity: "MWBC", language: "English", girls: words("Amaya Jade Naomi Sienna"),
            boys: words("Isaac Jordan Levi Reece"), surnames: words("Blackwood Delaney Marsh Sinclair Tate"), weight: 6
        ),
        InventedNames(
            ethnicity: "OOTH", language: "Pashto", girls: words("Palwasha Spozhmay"),
            boys: words("Gul-Agha Najibullah Zabihullah"), surnames: words("Ahmadzai Noorzai Safi Stanekzai"), weight: 2
        ),
        InventedNames(
            ethnicity: "OOTH", language: "Vietnamese", girls: words("Bích-Thảo Hồng-Nhung"),
            boys: words("Đức-Anh Văn-Nam"), surnames: words("Đặng Nguyễn Phạm Trần"), weight: 1
        ),
        InventedNames(
            ethnicity: "WOTH", language: "Ukrainian", girls: words("Oleksandra Solomiia Yuliia"),
            boys: words("Andrii Oleksandr Volodymyr"), surnames: words("Bondarenko Kovalchuk Shevchuk"), weight: 1
        ),
    ]

    private static func words(_ line: String) -> [String] {
        // A hyphen stands for a space within one name.
        line.split(separator: " ").map { $0.split(separator: "-").joined(separator: " ") }
    }
}
