//! The form of the embedded packs, shared with `build.rs`: rows of the tables in `data/` and the embedded
//! articles.
//!
//! A table is a file of tab-separated cells with a header line; `#` begins a comment line. Its first
//! column, `forms`, holds the ways the entry is written, parted by `|`. A form in lower case matches in
//! any case; where a form has a capital, the text must have one too ("US" never matches "us").
//!
//! To add a table: one entry in `tables!` below and its file in `data/`, with a line in DATA.md.
//! To add a word: one row of its file.

// By their paths, because `build.rs` takes this file in from another folder.
#[path = "pack/article.rs"]
mod article;
#[path = "pack/lines.rs"]
mod lines;

pub use article::{PackedArticle, PackedFact};
use lines::{read_lines, take_table, write_column};
use serde::{Deserialize, Serialize};

/// What a cell of a table can be read into.
pub trait Cell<'a>: Sized {
    /// Reads the cell, or says what is wrong with it.
    ///
    /// # Errors
    /// A sentence without file and line, which the caller adds.
    fn read(cell: &'a str) -> Result<Self, String>;
    /// Writes it for the pack, shorter where it can be.
    fn pack(&self, out: &mut String);
    /// Reads what [`Cell::pack`] wrote; `None` for anything else.
    fn unpack(cell: &'a str) -> Option<Self>;
}
impl<'a> Cell<'a> for &'a str {
    fn read(cell: &'a str) -> Result<Self, String> {
        Ok(cell)
    }
    fn pack(&self, out: &mut String) {
        out.push_str(self);
    }
    fn unpack(cell: &'a str) -> Option<Self> {
        Some(cell)
    }
}
macro_rules! number_cells { ($($type:ty)*) => { $(
    impl Cell<'_> for $type {
        fn read(cell: &str) -> Result<Self, String> {
            if cell.is_empty() { return Ok(0); }
            cell.parse().map_err(|_| format!("'{cell}' is not a whole number"))
        }
        fn pack(&self, out: &mut String) {
            if *self != 0 { out.push_str(&self.to_string()); }
        }
        fn unpack(cell: &str) -> Option<Self> {
            if cell.is_empty() { Some(0) } else { cell.parse().ok() }
        }
    }
)* } }
number_cells!(u8 i16 i32 i64 u32);
impl Cell<'_> for bool {
    fn read(cell: &str) -> Result<Self, String> {
        match cell {
            "yes" => Ok(true),
            "" | "no" => Ok(false),
            _ => Err(format!("'{cell}' is neither yes nor no")),
        }
    }
    fn pack(&self, out: &mut String) {
        out.push_str(if *self { "y" } else { "" });
    }
    fn unpack(cell: &str) -> Option<Self> {
        Some(!cell.is_empty())
    }
}

/// What stands in the pack for the first value of an enum; the others follow it.
const FIRST: u8 = b'a';

/// Declares an enum whose variants are words in a table's cells.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* $variant),* }
        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The word that stands for it in tables, output and addresses.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }
        impl Cell<'_> for $name {
            fn read(cell: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|v| v.word() == cell)
                    .ok_or_else(|| format!("'{cell}' is none of {}", [$($word),*].join(", ")))
            }
            fn pack(&self, out: &mut String) {
                out.push((FIRST + *self as u8) as char);
            }
            fn unpack(cell: &str) -> Option<Self> {
                let at = cell.bytes().next()?.checked_sub(FIRST)?;
                Self::ALL.get(usize::from(at)).copied()
            }
        }
    };
}

words! {
    /// How firmly a value is stated.
    Bound {
        /// Just this value.
        Exact = "exact",
        /// Near this value.
        Approx = "approx",
        /// Above it.
        MoreThan = "more_than",
        /// It or above.
        AtLeast = "at_least",
        /// Below it.
        LessThan = "less_than",
        /// It or below.
        AtMost = "at_most",
        /// Between two values.
        Range = "range",
        /// A magnitude without a number.
        Vague = "vague",
    }
}
words! {
    /// What kind of thing a name stands for.
    EntityKind {
        /// A person.
        Person = "person",
        /// An organisation, agency, party, team, medium.
        Organisation = "organisation",
        /// A country.
        Country = "country",
        /// A state, province, city, town.
        Settlement = "settlement",
        /// Any other place: region, river, mountain, border.
        Place = "place",
        /// A building, airport, bridge, road.
        Facility = "facility",
        /// A nationality, religion, ethnic or political group.
        Group = "group",
        /// A named act, treaty, court case.
        Law = "law",
        /// A named event.
        Event = "event",
        /// A product, ship, work.
        Product = "product",
    }
}
words! {
    /// Where a qualifier stands.
    Side {
        /// Before the number: "about 20".
        Before = "before",
        /// After it: "20 or more".
        After = "after",
    }
}
words! {
    /// What a number word does in a number.
    NumberKind {
        /// A whole number below a hundred, or "zero".
        Cardinal = "cardinal",
        /// "hundred", "thousand", "million": multiplies what stands before it.
        Scale = "scale",
        /// "dozen", "score": a scale that takes an article ("a dozen", "two dozen").
        Collective = "collective",
        /// "half", "quarter", "third": a part of one.
        Fraction = "fraction",
        /// "first", "21st".
        Ordinal = "ordinal",
        /// "several", "a few", "a couple": an interval by a word.
        Vague = "vague",
    }
}
words! {
    /// What a word makes of the number beside it.
    NumeralCue {
        /// A noun that is numbered: "section 4", "page 12".
        Numbered = "numbered",
        /// The end of a street's name: "Road".
        Street = "street",
        /// What follows a time of day: "p.m.", "UTC".
        Clock = "clock",
        /// A month: the number beside it is a day.
        Month = "month",
        /// A word before a year: "in", "since".
        Year = "year",
        /// A noun of telephone numbers: "tel", "call".
        Phone = "phone",
        /// A scale whose value stands after it: "magnitude".
        Scale = "scale",
        /// A verb that puts its object above a mark: "surpassed".
        Above = "above",
        /// A verb that puts its object below a mark.
        Below = "below",
        /// An adjective of size after a measure: "long", "tall".
        Size = "size",
        /// A word of games, in whose neighbourhood two numbers with a dash are a result.
        Game = "game",
    }
}
words! {
    /// What a word mostly is.
    WordClass {
        /// A verb.
        Verb = "verb",
        /// A noun in the plural without an s.
        Plural = "plural",
        /// An adjective.
        Adjective = "adjective",
        /// A noun that looks like a verb's form or a plural.
        Noun = "noun",
        /// An adverb.
        Adverb = "adverb",
    }
}
words! {
    /// What a unit measures.
    Dimension {
        /// Length and distance.
        Length = "length",
        /// Time.
        Time = "time",
        /// Mass.
        Mass = "mass",
        /// Area.
        Area = "area",
        /// Volume.
        Volume = "volume",
        /// Temperature.
        Temperature = "temperature",
        /// Speed.
        Speed = "speed",
        /// Energy and power.
        Energy = "energy",
        /// Share: percent and the like.
        Share = "share",
        /// Data: bytes.
        Data = "data",
        /// Anything else that is measured.
        Other = "other",
    }
}
words! {
    /// What a word of the calendar names.
    CalendarKind {
        /// A month; its number.
        Month = "month",
        /// A weekday; Monday is 1.
        Weekday = "weekday",
        /// A season; spring is 1.
        Season = "season",
        /// A part of the day; its TIMEX3 code stands in `code`.
        Part = "part",
        /// A unit of calendar time (day, week … century); its ISO letter stands in `code`.
        Unit = "unit",
        /// A fixed or computed holiday; its reckoning stands in `code`.
        Holiday = "holiday",
        /// A word that points from now ("today" 0, "yesterday" -1), or is a TIMEX3 reference in `code`.
        Deictic = "deictic",
        /// "last" -1, "this" 0, "next" 1; `text` in `code` counts from what was last spoken of.
        Shift = "shift",
        /// "early", "late", "end": a part of an interval.
        Edge = "edge",
        /// "several", "few": a number of units that is not told; its digit or X stands in `code`.
        Vague = "vague",
        /// "daily", "annually": a set; its TIMEX3 value stands in `code`.
        Recur = "recur",
        /// "each", "every".
        Every = "every",
        /// "ago" -1, "later" 1; `text` in `code` counts from what was last spoken of.
        Direction = "direction",
        /// "the nineties": the decade's number in its century.
        Decade = "decade",
        /// A time zone; `Z` in `code` for universal time.
        Zone = "zone",
        /// "a.m." 0, "p.m." 12.
        Meridiem = "meridiem",
        /// "BC" -1, "AD" 1.
        Era = "era",
        /// The first words of a year written out: "nineteen" 1900.
        Spelled = "spelled",
        /// A verb form or word that tells the past (-1) or the future (1).
        Tense = "tense",
        /// A noun that "of" with a number counts out: "a crowd of 1900".
        Amount = "amount",
        /// "Q1", "H2": a quarter or half of a year; its ISO letter stands in `code`.
        Piece = "piece",
        /// "o'clock".
        Hour = "hour",
    }
}
words! {
    /// What a verb of speech does.
    SpeechAct {
        /// "said", "told".
        Say = "say",
        /// "asked".
        Ask = "ask",
        /// "wrote", "tweeted".
        Write = "write",
        /// "claimed", "argued".
        Claim = "claim",
        /// "confirmed", "announced".
        Announce = "announce",
        /// "denied".
        Deny = "deny",
        /// "promised", "vowed", "threatened".
        Commit = "commit",
        /// "called for", "urged".
        Urge = "urge",
        /// "believe", "fear", "estimate".
        Think = "think",
    }
}
words! {
    /// What a run of text on a page is, besides an article's body.
    BlockKind {
        /// Running text.
        Body = "body",
        /// The headline.
        Headline = "headline",
        /// A heading inside the article.
        Subheading = "subheading",
        /// The line with place and day.
        Dateline = "dateline",
        /// Who wrote it.
        Byline = "byline",
        /// The summary under the headline.
        Standfirst = "standfirst",
        /// The words under a picture.
        Caption = "caption",
        /// Who took or owns the picture, or which agencies were used.
        Credit = "credit",
        /// Navigation, section labels.
        Menu = "menu",
        /// A link to another article.
        Related = "related",
        /// An advertisement or its marker.
        Advertisement = "advertisement",
        /// A prompt to share or follow.
        Social = "social",
        /// A newsletter or copyright footer.
        Footer = "footer",
        /// A bare web address.
        Address = "address",
        /// What the reader left out.
        Aside = "aside",
    }
}
words! {
    /// Where in a line a cue of boilerplate must stand.
    LinePlace {
        /// The whole line.
        Whole = "whole",
        /// Its beginning.
        Start = "start",
        /// Its end.
        End = "end",
        /// Anywhere.
        Anywhere = "anywhere",
    }
}

words! {
    /// Whether what is counted is so.
    #[derive(Default)]
    Status {
        /// It is, or the text says it is.
        #[default]
        Actual = "actual",
        /// It is intended.
        Planned = "planned",
        /// It is forecast: nobody intends it.
        Expected = "expected",
        /// It is asked for.
        Requested = "requested",
        /// It may be.
        Possible = "possible",
        /// It was, and is no longer.
        Former = "former",
        /// It is denied.
        Denied = "denied",
    }
}
macro_rules! tables {
    ($( $(#[$doc:meta])* $table:ident $rows:ident $row:ident $file:literal {
        $($(#[$fdoc:meta])* $field:ident : $type:ty),* $(,)?
    } )*) => {
        /// Which table a sense stands in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[repr(u8)]
        pub enum Table { $($(#[$doc])* $table),* }
        impl Table {
            /// Every table with its file in `data/`.
            pub const FILES: &'static [(Self, &'static str)] = &[$((Self::$table, $file)),*];
            /// The table's bit in a set of tables.
            #[must_use]
            pub const fn bit(self) -> u64 { 1 << self as u8 }
        }
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq)]
            pub struct $row<'a> {
                /// Ways it is written, parted by `|`; the first is the usual one.
                pub forms: &'a str,
                $($(#[$fdoc])* pub $field: $type),*
            }
            impl<'a> $row<'a> {
                /// The usual form.
                #[must_use]
                pub fn form(&self) -> &'a str { self.forms.split('|').next().unwrap_or("") }
                const HEADER: &'static [&'static str] = &["forms", $(stringify!($field)),*];
                fn read(cells: &[&'a str]) -> Result<Self, String> {
                    let mut cells = cells.iter().copied();
                    Ok(Self {
                        forms: cells.next().unwrap_or(""),
                        $($field: Cell::read(cells.next().unwrap_or(""))
                            .map_err(|e| format!("column {}: {e}", stringify!($field)))?),*
                    })
                }
                /// Writes the cells of all rows, column after column: alike beside alike packs best.
                fn pack(rows: &[Self], out: &mut String) {
                    write_column(rows, out, |row, out| row.forms.pack(out));
                    $(write_column(rows, out, |row, out| row.$field.pack(out));)*
                }
                fn unpack(mut cells: impl Iterator<Item = &'a str>) -> Option<Self> {
                    Some(Self { forms: cells.next()?, $($field: Cell::unpack(cells.next()?)?),* })
                }
            }
        )*
        /// Every table's rows.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Rows<'a> { $($(#[$doc])* pub $rows: Vec<$row<'a>>),* }
        impl<'a> Rows<'a> {
            /// All tables as lines: for each table how many rows it has, then its cells, column after column.
            #[must_use]
            pub fn pack(&self) -> String {
                let mut out = String::new();
                $(
                    out.push_str(&self.$rows.len().to_string());
                    out.push('\n');
                    $row::pack(&self.$rows, &mut out);
                )*
                out
            }
            /// Reads what [`Rows::pack`] wrote; `None` for anything else.
            #[must_use]
            pub fn unpack(packed: &'a str) -> Option<Self> {
                let lines: Vec<&str> = packed.split('\n').collect();
                let mut rest = lines.as_slice();
                Some(Self { $($rows: {
                    let (columns, rows) = take_table(&mut rest, $row::HEADER.len())?;
                    (0..rows)
                        .map(|row| $row::unpack(columns.iter().skip(row).step_by(rows).copied()))
                        .collect::<Option<_>>()?
                }),* })
            }
            /// Reads one table's file, or says which line is wrong and why.
            ///
            /// # Errors
            /// `FILE:LINE: what is wrong`.
            pub fn read(&mut self, table: Table, text: &'a str) -> Result<(), String> {
                match table { $(Table::$table => read_lines($file, text, $row::HEADER, |cells| {
                    $row::read(cells).map(|row| self.$rows.push(row))
                }),)* }
            }
            /// Calls `each` with every form, its table and its row.
            pub fn forms(&self, mut each: impl FnMut(&'a str, Table, u16)) {
                $(for (index, row) in self.$rows.iter().enumerate() {
                    let Ok(index) = u16::try_from(index) else { break };
                    row.forms.split('|').for_each(|form| each(form, Table::$table, index));
                })*
            }
        }
    };
}

tables! {
    /// Number words.
    Number numbers NumberRow "numbers.tsv" {
        /// What the word does in a number.
        kind: NumberKind,
        /// Its value as digits; for vague words the low end.
        value: &'a str,
        /// The high end of a vague word; empty otherwise.
        high: &'a str,
    }
    /// Abbreviated scales that stand glued or close to digits: bn, mn, k.
    Scale scales ScaleRow "scales.tsv" {
        /// The power of ten.
        exponent: i16,
        /// Whether it is so short that it needs a currency before the digits ("$5m", but "5 m").
        money: bool,
    }
    /// Words that say how firmly a number is meant.
    Qualifier qualifiers QualifierRow "qualifiers.tsv" {
        /// What the words make of the value.
        bound: Bound,
        /// Where they stand.
        side: Side,
    }
    /// Units of measure.
    Unit units UnitRow "units.tsv" {
        /// UCUM code, or `%`, `pp` for shares.
        code: &'a str,
        /// The unit as a table of figures names it, singular: "mile", "km"; blank for its first form.
        word: &'a str,
        /// The unit in words, plural; blank for its second form.
        label: &'a str,
        /// What it measures.
        dimension: Dimension,
        /// Whether its forms are too short to stand alone: they need a digit before them ("5 m").
        short: bool,
    }
    /// Currencies.
    Currency currencies CurrencyRow "currencies.tsv" {
        /// ISO 4217 code.
        code: &'a str,
        /// The currency in words, plural; blank for its second form, or before a number for its code's.
        label: &'a str,
        /// Where the form stands to its number.
        side: Side,
        /// Whether its forms are too short to stand alone: they must touch the digits ("R50", "20p").
        short: bool,
    }
    /// Words whose neighbour is not a quantity, or is one in its own way.
    Cue cues CueRow "numeral-cues.tsv" {
        /// What the word makes of the number beside it.
        cue: NumeralCue,
    }
    /// Words that say that a value goes up or down.
    Trend trends TrendRow "trends.tsv" {
        /// Up or down.
        up: bool,
    }
    /// Common words with their class, for finding the noun that a number counts.
    Word words WordRow "words.tsv" {
        /// What the word mostly is.
        class: WordClass,
    }
    /// Months, weekdays, seasons, holidays, units of time, words that point from now.
    Calendar calendar CalendarRow "calendar.tsv" {
        /// What it names.
        kind: CalendarKind,
        /// Its number in its kind.
        number: i32,
        /// A code where the kind has one.
        code: &'a str,
    }
    /// Places: countries, states, cities, regions; linked by their first form.
    Place places PlaceRow "places.tsv" {
        /// What it is.
        kind: EntityKind,
        /// The name of the country or region it lies in; empty where that is not needed.
        within: &'a str,
    }
    /// Words for the people of a place or a group, and what belongs to it.
    Demonym demonyms DemonymRow "demonyms.tsv" {
        /// The name of the place or group that it is linked to.
        name: &'a str,
    }
    /// Well-known organisations, and how they are written; linked by their first form.
    Organisation organisations OrganisationRow "organisations.tsv" {
        /// Whether it is an organisation, a product (a site), an event …
        kind: EntityKind,
    }
    /// Well-known people of public life, where a short form needs its full one; linked by the first.
    Person people PersonRow "people.tsv" {
    }
    /// Given names.
    GivenName given_names GivenNameRow "given-names.tsv" {
        /// `f`, `m` or `x` for both.
        gender: &'a str,
    }
    /// Offices and roles that stand with a name: "President", "press secretary".
    Title titles TitleRow "titles.tsv" {
        /// Whether the title alone ("the president") can stand for its holder.
        alone: bool,
        /// The office whose holder has this one, too: a president is commander in chief.
        with: &'a str,
    }
        /// Who held an office when.
    Term term_rows TermRow "terms.tsv" {
        /// The last word of the office, as it stands before the name.
        title: &'a str,
        /// `FIRST..LAST`, parted by a space.
        terms: &'a str,
        /// Whether the country votes midway through a term, on Election Day.
        midterm: bool,
    }
    /// Nouns that stand for a body named in the text: "the court", "the company".
    Body bodies BodyRow "bodies.tsv" {
        /// Words of a name that the noun can stand for, in small letters, parted by spaces.
        words: &'a str,
        /// Whether it can stand for a body whose name says nothing of its kind.
        any: bool,
    }
    /// Words that end or begin the name of an organisation, facility, law, event.
    Head heads HeadRow "heads.tsv" {
        /// What a capitalised phrase with this word is.
        kind: EntityKind,
        /// `first` (Department of …) or `last` (… Act) or `both`.
        place: &'a str,
    }
    /// Words that English writes with a capital though they name nothing: "Internet", "COVID", "UTC".
    Plain plains PlainRow "plain.tsv" {}
    /// Verbs and nouns of speech, with their inflections as forms.
    Speech speech SpeechRow "speech.tsv" {
        /// What is done.
        act: SpeechAct,
        /// What may follow, as words parted by spaces: see the table's head.
        takes: &'a str,
    }
    /// Things in writing that speak: statements, rulings, studies.
    Document documents DocumentRow "documents.tsv" {
        /// For whom: `issuer`, `body`, `court` or `itself`; `unnamed` for people cited without their names.
        speaks: &'a str,
    }
    /// Words with no meaning of their own: articles, prepositions, conjunctions, pronouns.
    Stop stops StopRow "stops.tsv" {
        /// Word class: `det`, `prep`, `conj`, `pron`, `aux`, `adv`, `neg`, `wh`.
        class: &'a str,
        /// Whether it is a usual first word of a sentence.
        starter: bool,
    }
    /// Abbreviations whose full stop does not end a sentence.
    Abbreviation abbreviations AbbreviationRow "abbreviations.tsv" {}
    /// Nouns that say nothing of what is counted: "people", "number", "total".
    Generic generics GenericRow "generics.tsv" {}
    /// Adjectives that do not change what is counted: "additional", "more", "new".
    Loose loose LooseRow "loose.tsv" {}
    /// Cues of what on a page is not the article.
    Boilerplate boilerplate BoilerplateRow "boilerplate.tsv" {
        /// What the line is.
        kind: BlockKind,
        /// Where in the line the cue stands.
        place: LinePlace,
        /// Whether nothing below such a line belongs to the article.
        ends: bool,
    }
    /// Nouns that news counts, and what each is a kind of.
    Noun nouns NounRow "nouns.tsv" {
        /// The first form of the row that it is a kind of; empty at the top.
        kind: &'a str,
    }
    /// What happens to those that are counted, and the nouns that count it.
    Deed deeds DeedRow "deeds.tsv" {
        /// What is counted where only the deed is named; empty where that is open.
        of: &'a str,
        /// Whether such counts are of one event.
        event: bool,
        /// Whether they are a body's own.
        body: bool,
    }
    /// Words that say whether what is counted is so.
    StatusWord statuses StatusRow "statuses.tsv" {
        /// What they make of it.
        status: Status,
    }
    /// Common nouns that say where: border, city, airport.
    Locality localities LocalityRow "localities.tsv" {}
}

words! {
    /// How a fact about an article is known.
    Known {
        /// The text says so, or the page's data do.
        Stated = "stated",
        /// Set by us.
        Set = "set",
        /// Set by the reader.
        Yours = "yours",
        /// Not known.
        Absent = "absent",
    }
}
