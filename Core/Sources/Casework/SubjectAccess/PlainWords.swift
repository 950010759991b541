// SPDX-License-Identifier: MIT

/// Words of everyday English, so that a capital at the head of a sentence is not taken for a name.
enum PlainWords {
    /// Words within names that are no name by themselves.
    static let smallWords: Set<String> = [
        "de", "la", "le", "van", "von", "der", "den", "bin", "ibn", "el", "al", "of", "the", "child",
    ]

    /// Words that are names as well: they count only where they are written as one.
    static let namesToo: Set<String> = [
        "will", "may", "mark", "grace", "rose", "hope", "faith", "joy", "dawn", "summer", "april", "june", "august",
        "bill", "jack", "rob", "sue", "pat", "art", "max", "ray", "grant", "frank", "dean", "chase", "hunter", "miles",
        "brown", "white", "black", "green", "gray", "grey", "long", "short", "young", "king", "bishop", "cook", "baker",
        "hill", "wood", "woods", "field", "park", "street", "lane", "ford", "day", "night", "winter", "church", "hall",
        "house", "home", "small", "little", "good", "best", "love", "power", "price", "rich", "self", "case", "page",
        "read", "reed", "savage", "sharp", "stone", "west", "north", "east", "drew", "so", "my",
        "sky", "star", "angel", "precious", "peace", "happy", "nice", "do", "see", "say",
    ]

    /// Months that are names as well: a capital alone says nothing.
    static let months: Set<String> = ["april", "may", "june", "august"]

    /// What sentences begin with, and capitalised words that are nobody's name.
    static let common: Set<String> = [
        "a", "about", "address", "after", "again", "all", "also", "although", "an", "and", "another", "any", "anyone",
        "are", "around", "as", "asked", "at", "away", "back", "because", "been", "before", "both", "british", "but",
        "by", "call", "called", "can", "care", "carer", "child", "children", "christmas", "could", "council", "did",
        "does", "during", "each", "easter", "england", "english", "eventually", "every", "everyone", "family", "father",
        "female", "for", "foster", "found", "friend", "friends", "from", "gave", "girl", "given", "got", "gp", "had",
        "has", "have", "having", "he", "her", "here", "hers", "high", "him", "his", "home", "hospital", "house", "how",
        "however", "i", "i'd", "i'll", "i'm", "i've", "if", "in", "informed", "interview", "is", "it", "it's", "its",
        "just", "known", "last", "later", "left", "let", "likes", "low", "male", "manager", "many", "maybe", "medium",
        "met", "missing", "more", "most", "mother", "mum", "dad", "my", "nhs", "no", "nobody", "none", "not", "nothing",
        "now", "of", "officer", "ok", "on", "once", "one", "only", "or", "other", "our", "out", "over", "perhaps",
        "phone", "phoned", "placement", "plan", "police", "pm", "am", "possibly", "present", "probably", "rang", "ring",
        "reported", "returned", "review", "risk", "said", "saw", "says", "school", "seems", "seen", "she", "should",
        "since", "sister", "brother", "social", "some", "somebody", "someone", "spoke", "staff", "still", "stayed",
        "support", "taken", "talked", "tell", "text", "than", "that", "the", "their", "them", "then", "there", "these",
        "they", "they're", "this", "those", "though", "to", "today", "told", "tomorrow", "tonight", "too", "took",
        "uk", "under", "unknown", "until", "up", "us", "used", "usually", "very", "wants", "was", "we", "we're",
        "wears",
        "wearing", "went", "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "without",
        "worker", "works", "would", "yes", "yesterday", "yet", "you", "young", "your",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
