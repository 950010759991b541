// SPDX-License-Identifier: MIT

import Casework

/// What the people of the invented partnership write, in plain words that put no blame on a child.
enum Wording {
    static let lastSeen = [
        "In the lounge, watching television", "In their bedroom", "Leaving by the back door", "At the school gate",
        "At the bus stop opposite", "At the corner shop", "In the garden with a phone",
    ]
    static let circumstances = [
        "Went upstairs after a phone call and was not in the room at the next check. The window was open.",
        "Did not come back from school and is not answering calls or messages.",
        "Was upset after contact with family was cancelled, and left without saying where to.",
        "Was to be back by nine. A friend says they parted at the bus station at seven.",
        "Got into a silver car that nobody here knows, at the end of the road.",
        "Had been quiet all day. Left while staff were changing over.",
        "Said they were going to the shop and would be ten minutes.",
    ]
    static let awayCircumstances = [
        "Has stayed at a parent’s address after contact and says they are not coming back tonight. We have spoken to both.",
        "Is at a friend’s home, confirmed with the friend’s mother, and was due back at half past nine.",
        "Rang from an aunt’s landline. The aunt will bring them back tomorrow; this is not agreed.",
    ]
    static let clothing = [
        "Black puffer jacket, grey jogging bottoms, white trainers", "School uniform, navy coat, black rucksack",
        "Red hoodie, blue jeans, black boots", "Green parka, black leggings, pink trainers",
        "Grey tracksuit, black cap", "Denim jacket, long skirt, headscarf",
    ]
    static let belongings = [
        "Phone and charger", "Phone, no charger; bank card", "A rucksack with clothes for a night",
        "Inhaler left behind",
        "No phone: it is on the bed", "Bus pass and about ten pounds",
    ]
    static let intentions = [
        "Told another young person they would be back by morning", "Had said they wanted to see their brother",
        "Said nothing to anybody", "Had looked up trains the day before",
    ]
    static let checks = [
        "Not in the building or the grounds. Phone goes to voicemail. Two friends have not seen them.",
        "House, garden and garage searched. A friend’s mother will ring if they come.",
        "Rooms and grounds searched; phone is switched off; family have not heard.",
    ]
    static let missing = [
        "Whereabouts not known, out of character, and not dressed for the night.",
        "Not where expected and cannot be reached; younger than most who stay out like this.",
        "Nothing explains where they are, and they have not been gone this long before.",
    ]
    static let missingHigh = [
        "Known to be exploited by adults who pick children up by car; whereabouts not known.",
        "Whereabouts not known, and they spoke of hurting themselves this week.",
        "Without medication that is needed tonight, and whereabouts not known.",
    ]
    static let absent = [
        "Staying out past the agreed time with friends who are known; no apparent risk at present.",
        "Texted the home to say they will be late; this has been their pattern on Fridays and no risk is known.",
    ]
    static let reclassified = [
        "Still not back, the phone is now off, and the friend they named has not seen them.",
        "New information: seen getting into an unknown car. There is now a risk of harm.",
    ]
    static let gradedMedium = [
        "Likely to be with friends, but alone at night in an area they do not know well.",
        "Risk of harm if not found by night; nothing points to serious harm.",
        "Has come back safe before; could be approached by older people known to be in the area.",
    ]
    static let gradedHigh = [
        "Exploitation is known, contact with the suspected adults this week, and the phone is off.",
        "Recent self-harm and a message to a friend that reads like goodbye.",
        "Substantial risk of serious harm: needs medication and does not have it.",
    ]
    static let visits = [
        "Nobody in. A neighbour has not seen any young people today.", "Grandmother seen; no contact since Sunday.",
        "Address searched with consent; not there.",
    ]
    static let minutes = [
        "Where the child may be, who has influence, who searches what tonight. Plan agreed; each owner named.",
        "Information from all agencies put together. Two new addresses for police; the home keeps a bed ready.",
    ]
    static let reasons = [
        "Wanted to see their mother and did not think it would be allowed.",
        "Had argued with another young person and needed to be somewhere else.",
        "Was told by older friends to come, and did not feel able to say no.",
        "Would rather not say now. Staff thanked them for coming back.",
    ]
    static let noSafeAndWell = [
        "Seen by an officer on another matter an hour after coming back, safe and well.",
        "Agreed with the home: the child was asleep, and the return interviewer will see them in the morning.",
    ]
    static let declined = [
        "Did not want to talk about it this time.", "Said they had nothing new to say.", "Was busy.",
    ]
    static let notArranged = [
        "Three calls and a visit; the family did not answer.", "Went missing again before a time could be agreed.",
        "Moved to another authority before the appointment; referred on.",
    ]
    static let findings = [
        "Contact with the younger brother every other week, on a day they can count on.",
        "A worker of their own choosing; they named one.", "Help with what is happening at school.",
        "Not to be placed so far from friends.", "Somewhere calm to go when the house is loud.",
    ]
    static let plans = [
        "Contact with family is now weekly and written into the plan.",
        "Curfew talked through and agreed with the child.",
        "Staff drive them back from school on Thursdays.", "A safety plan with code word, made together.",
    ]
}
