// SPDX-License-Identifier: MIT

/// The commonest passwords of twelve characters and more, as breaches show them, and the words others are made of.
enum CommonPasswords {
    /// Whether the lower-case password is a common one, or a common word dressed with digits and signs.
    static func holds(_ password: String) -> Bool {
        if all.contains(password) { return true }
        let letters = String(password.filter(\.isLetter))
        return stems.contains(letters) || runs.contains { $0.contains(password) }
    }

    /// Digits and keyboard rows that people type in order.
    private static let runs = [
        "0123456789012345678901234567890", "9876543210987654321098765432109", "abcdefghijklmnopqrstuvwxyz",
        "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1q2w3e4r5t6y7u8i9o0p",
        "qazwsxedcrfvtgbyhnujm", "asdfghjklqwertyuiop", "zxcvbnmasdfghjkl", "q1w2e3r4t5y6u7i8o9p0",
    ]

    /// With digits or signs before, within or after, each of these is guessed at once.
    private static let stems: Set<String> = [
        "password", "passwords", "passw", "pssword", "pssw", "passwort", "mypassword", "thepassword",
        "welcome", "welcometo", "letmein", "letmeinnow", "changeme", "changemenow", "administrator", "admin",
        "adminadmin", "qwerty", "qwertyuiop", "qwertyqwerty", "asdfghjkl", "asdfasdfasdf", "zxcvbnm", "iloveyou",
        "iloveyouu", "iloveyouforever", "ilovemyself", "sunshine", "princess", "football", "liverpool",
        "liverpoolfc", "manchester", "manchesterunited", "arsenal", "chelsea", "everton", "rangers", "celtic",
        "birmingham", "london", "england", "summer", "winter", "spring", "autumn", "monday", "friday", "december",
        "january", "charlie", "michael", "jessica", "superman", "batman", "pokemon", "dragon", "monkey", "shadow",
        "master", "freedom", "whatever", "trustno", "starwars", "computer", "internet", "secret", "topsecret",
        "default", "temporary", "temppassword", "newpassword", "yourpassword", "passwordpassword", "testtesttest",
        "testing", "socialwork", "socialworker", "safeguarding", "homeward", "police", "children", "council",
    ]

    private static let all: Set<String> = [
        "correcthorsebatterystaple", "correct horse battery staple", "thequickbrownfox", "abcd1234abcd",
        "abc123abc123", "1234qwerasdf", "1234567890qwerty", "qwerty1234567890", "1qaz2wsx3edc4rfv", "1qazxsw23edc",
        "1qaz!qaz1qaz", "zaq12wsxcde3", "zaq1zaq1zaq1", "qweasdzxc123", "qwe123qwe123", "asd123asd123",
        "a1b2c3d4e5f6", "aa123456789012", "123qweasdzxc", "123123123123", "112233445566", "121212121212",
        "123456123456", "123321123321", "102030405060", "111222333444", "147258369147", "159357159357",
        "987654321987", "google123456", "facebook1234", "samsung12345", "minecraft123", "blink182blink",
        "1234567890ab", "iloveyou1234", "unknownunknown", "nothingnothing", "lovelovelove", "mercedesbenz",
        "theforceawakens", "maytheforcebewithyou", "tobeornottobe", "livelaughlove", "hakunamatata",
    ]
}
