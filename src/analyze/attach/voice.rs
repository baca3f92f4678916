//! Whose voice a quote is: the speaker as written, taken to the name or the description behind it.

use super::{Page, Voice};
use crate::base::fold::fold;
use crate::base::{Rule, Span, sort};
use crate::extract::{EntityKind, NameForm};
use crate::lex::{SentenceId, TokenId, TokenKind};
use crate::pack::Table;
use core::ops::Range;

/// A name.
pub const NAME: Rule = Rule { name: "voice/name", why: "The speaker is named." };
/// Two names.
pub const NAMES: Rule = Rule { name: "voice/names", why: "Several speakers are named together." };
/// A description of somebody named.
pub const OFFICE: Rule =
    Rule { name: "voice/office", why: "The office or description belongs to somebody named in the text." };
/// A description of nobody named.
pub const DESCRIPTION: Rule = Rule {
    name: "voice/description",
    why: "The text does not name the speaker; the description is kept as it is written.",
};
/// A document.
pub const DOCUMENT: Rule =
    Rule { name: "voice/document", why: "A report, statement or page speaks for the body or person that issued it." };
/// A pronoun.
pub const PRONOUN: Rule =
    Rule { name: "voice/pronoun", why: "The pronoun stands for the speaker or person named last who fits it." };
/// Words without a cue.
pub const CARRIED: Rule = Rule { name: "voice/carried", why: "The words go on from the speaker before." };

/// A quote's voice, and where a pronoun's speaker is named.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    /// The voice.
    pub voice: Voice,
    /// The name that a pronoun stands for.
    pub named: Option<Span>,
}

/// What a pronoun asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    He,
    She,
    It,
    They,
}

/// A speaker already met.
#[derive(Clone)]
struct Heard {
    voice: Voice,
    span: Span,
    sentence: SentenceId,
    person: bool,
    plural: bool,
}

/// A pronoun reaches back over so many sentences …
const REACH: SentenceId = 4;
/// … and so many names.
const NAMES_BACK: usize = 30;

/// One voice for each quote.
pub fn voices(page: &Page<'_>) -> Vec<Spoken> {
    let mut order: Vec<usize> = (0..page.found.quotes.len()).collect();
    // In the order of the speakers, so that a pronoun finds who spoke before it.
    let place = |q: &usize| page.found.quotes.get(*q).map_or(0, |m| m.value.speaker.map_or(m.span.start, |s| s.start));
    sort::by_key(&mut order, |q| (place(q), *q));
    let mut voices = vec![Spoken::default(); page.found.quotes.len()];
    let mut heard: Option<Heard> = None;
    for index in order {
        let Some(mention) = page.found.quotes.get(index) else { continue };
        let Some(speaker) = mention.value.speaker else {
            // Words without a cue: only where they follow closely.
            if let (Some(before), Some(spoken)) = (&heard, voices.get_mut(index))
                && before.sentence + REACH >= mention.sentence
            {
                spoken.voice = Voice { rule: Some(&CARRIED), ..before.voice.clone() };
                spoken.named = Some(before.span);
            }
            continue;
        };
        let tokens = page.document.tokens_in(speaker);
        let (spoken, person, plural) = resolve(page, &tokens, heard.as_ref());
        if !spoken.voice.canonical.is_empty() {
            heard = Some(Heard {
                voice: spoken.voice.clone(),
                span: spoken.named.unwrap_or(speaker),
                sentence: page.document.sentence_of(tokens.start),
                person,
                plural,
            });
        }
        if let Some(slot) = voices.get_mut(index) {
            *slot = spoken;
        }
    }
    voices
}

/// The voice of a phrase, whether it is a person's, and whether it is of several.
fn resolve(page: &Page<'_>, tokens: &Range<TokenId>, heard: Option<&Heard>) -> (Spoken, bool, bool) {
    if tokens.len() == 1
        && let Some(asked) = pronoun(page, tokens.start)
    {
        return stands_for(page, tokens.start, asked, heard);
    }
    let tokens = without_article(page, tokens);
    let head = head(page, &tokens);
    let named = |rule: &'static Rule, entity: u32| {
        let entity_of = page.linked.entities.get(entity as usize);
        let voice = Voice {
            entity: Some(entity),
            canonical: entity_of.map_or_else(String::new, |e| e.name.clone()),
            rule: Some(rule),
        };
        let person = entity_of.is_some_and(|e| e.kind == EntityKind::Person);
        (Spoken { voice, named: None }, person, false)
    };
    let names = names_in(page, &tokens);
    // "Gray and Lee", "Acme, which …, and Globex"
    let full: Vec<usize> = names.iter().copied().filter(|n| is_name(page, *n) && entity(page, *n).is_some()).collect();
    if full.len() == 2
        && joined(page, &full)
        && full.iter().any(|n| covers(page, *n, head))
        && !within_one(page, &tokens)
    {
        let text =
            |n: &usize| entity(page, *n).and_then(|e| page.linked.entities.get(e as usize)).map(|e| e.name.clone());
        let canonical: Vec<String> = full.iter().filter_map(text).collect();
        let voice = Voice {
            entity: full.first().and_then(|n| entity(page, *n)),
            canonical: canonical.join("; "),
            rule: Some(&NAMES),
        };
        return (Spoken { voice, named: None }, false, true);
    }
    // The head is a name, or an office or description of one.
    if let Some(entity) = names.iter().find(|n| covers(page, **n, head)).and_then(|n| entity(page, *n)) {
        let name = page.names.at(head).is_some_and(|n| is_name(page, n));
        return named(if name { &NAME } else { &OFFICE }, entity);
    }
    if let Some(entity) = holder(page, &tokens, head).or_else(|| body(page, &tokens, head)) {
        return named(&OFFICE, entity);
    }
    // "the Acme report", "a statement by Gray", "Gray's letter"
    if page.is_any(head, DOCUMENTS)
        && let Some(entity) = full.first().and_then(|n| entity(page, *n))
    {
        return named(&DOCUMENT, entity);
    }
    let canonical = text(page, &tokens);
    let plural = page.word(head).ends_with('s') || page.is_any(head, &["people", "police"]);
    let voice = Voice { entity: None, canonical, rule: Some(&DESCRIPTION) };
    (Spoken { voice, named: None }, false, plural)
}

/// Things that speak for whoever issued them.
const DOCUMENTS: &[&str] = &[
    "report",
    "reports",
    "data",
    "statement",
    "release",
    "website",
    "site",
    "survey",
    "figures",
    "account",
    "summary",
    "advisory",
    "bulletin",
    "letter",
    "tweet",
    "post",
    "blog",
    "memo",
    "announcement",
    "notice",
    "page",
    "article",
    "editorial",
    "poll",
    "analysis",
    "review",
    "forecast",
    "tally",
    "count",
    "statistics",
    "numbers",
    "memoir",
    "memoirs",
    "story",
    "spokesperson's",
    "feed",
    "broadcast",
    "email",
    "e-mail",
    "dispatch",
];

/// Whether nothing but a comma and "and" stands between two names.
fn joined(page: &Page<'_>, names: &[usize]) -> bool {
    let mention = |n: Option<&usize>| n.and_then(|n| page.found.names.get(*n));
    let (Some(a), Some(b)) = (mention(names.first()), mention(names.last())) else { return false };
    let between = a.tokens.1 + 1..b.tokens.0;
    between.len() <= 3
        && between.clone().any(|t| page.is_any(t, &["and", "&"]))
        && between.clone().all(|t| page.is_any(t, &["and", "&", ",", "the"]))
}

/// A body named before whose name holds the noun of "the court", "the ministry", "police".
fn body(page: &Page<'_>, tokens: &Range<TokenId>, head: TokenId) -> Option<u32> {
    let the = tokens.start.checked_sub(1).is_some_and(|t| page.is_any(t, &["the", "their", "its"]));
    let word = fold(page.word(head));
    if word.len() < 4 || !(the || word == "police") || tokens.end - tokens.start > 3 || page.is_any(head, DOCUMENTS) {
        return None;
    }
    let end = page.found.names.partition_point(|n| n.tokens.0 < tokens.start);
    (0..end).rev().take(NAMES_BACK * 2).find_map(|index| {
        let id = entity(page, index)?;
        let thing = page.linked.entities.get(id as usize)?;
        let fits = thing.kind == EntityKind::Organisation && fold(&thing.name).split(' ').any(|w| w == word);
        fits.then_some(id)
    })
}

fn pronoun(page: &Page<'_>, token: TokenId) -> Option<Asked> {
    let word = page.word(token);
    let is = |forms: &[&str]| forms.iter().any(|f| word.eq_ignore_ascii_case(f));
    if is(&["he", "him", "his"]) {
        Some(Asked::He)
    } else if is(&["she", "her"]) {
        Some(Asked::She)
    } else if is(&["it", "its", "which", "that"]) {
        Some(Asked::It)
    } else if is(&["they", "them", "their", "both"]) {
        Some(Asked::They)
    } else {
        None
    }
}

/// Who a pronoun stands for.
fn stands_for(page: &Page<'_>, at: TokenId, asked: Asked, heard: Option<&Heard>) -> (Spoken, bool, bool) {
    let sentence = page.document.sentence_of(at);
    let person = matches!(asked, Asked::He | Asked::She);
    let fits = |h: &&Heard| {
        sentence <= h.sentence + REACH * 2
            && match asked {
                Asked::He | Asked::She => h.person && gender_fits(page, h.voice.entity, asked),
                Asked::It => !h.person && !h.plural,
                Asked::They => !h.person,
            }
    };
    let before = heard.filter(fits);
    let named = nearest(page, at, asked);
    // The later of the two; a name that begins its sentence over a speaker in the same one.
    let by_name = match (&named, before) {
        (Some((_, _, s)), Some(h)) => *s > h.sentence,
        (Some(_), None) => true,
        _ => false,
    };
    if let Some((entity, span, _)) = named.filter(|_| by_name) {
        let canonical = page.linked.entities.get(entity as usize).map_or_else(String::new, |e| e.name.clone());
        let voice = Voice { entity: Some(entity), canonical, rule: Some(&PRONOUN) };
        return (Spoken { voice, named: Some(span) }, person, asked == Asked::They);
    }
    match before {
        Some(h) => {
            let voice = Voice { rule: Some(&PRONOUN), ..h.voice.clone() };
            (Spoken { voice, named: Some(h.span) }, h.person, h.plural)
        }
        None => (Spoken::default(), false, false),
    }
}

/// The name that a pronoun can stand for: the first that fits in its own sentence, else in the one before,
/// and so on; names that come first are subjects.
fn nearest(page: &Page<'_>, at: TokenId, asked: Asked) -> Option<(u32, Span, SentenceId)> {
    let sentence = page.document.sentence_of(at);
    let end = page.found.names.partition_point(|n| n.tokens.0 < at);
    let mut best: Option<(u32, Span, SentenceId)> = None;
    for index in (0..end).rev().take(NAMES_BACK) {
        let Some(mention) = page.found.names.get(index) else { break };
        if mention.sentence + REACH < sentence || best.is_some_and(|(_, _, s)| mention.sentence < s) {
            break;
        }
        let Some(id) = entity(page, index) else { continue };
        let Some(thing) = page.linked.entities.get(id as usize) else { continue };
        let fits = match asked {
            Asked::He | Asked::She => thing.kind == EntityKind::Person && gender_fits(page, Some(id), asked),
            Asked::It | Asked::They => thing.kind == EntityKind::Organisation,
        };
        // "Gray's house": the owner is not what the sentence is about, unless nobody else is.
        let owner = page.document.token(mention.tokens.1 + 1).kind == TokenKind::Possessive;
        // "In a talk with Gray, she said": whom one speaks with or of is somebody else.
        let tied = mention.sentence == sentence
            && mention
                .tokens
                .0
                .checked_sub(1)
                .is_some_and(|t| page.is_any(t, &["with", "to", "of", "by", "for", "from", "against"]));
        if tied {
            continue;
        }
        if fits && mention.value.form == NameForm::Name && !(owner && best.is_some()) {
            best = Some((id, mention.span, mention.sentence));
        }
    }
    best
}

/// Whether the given name speaks against the pronoun.
fn gender_fits(page: &Page<'_>, entity: Option<u32>, asked: Asked) -> bool {
    let name = entity.and_then(|e| page.linked.entities.get(e as usize)).map_or("", |e| e.name.as_str());
    let first = name.split(' ').next().unwrap_or("");
    let row = page.lexicon.find(Table::GivenName, first).map(usize::from);
    let gender = row.and_then(|r| page.lexicon.rows.given_names.get(r)).map_or("x", |r| r.gender);
    match asked {
        Asked::He => gender != "f",
        Asked::She => gender != "m",
        _ => true,
    }
}

fn entity(page: &Page<'_>, name: usize) -> Option<u32> {
    page.linked.entity_of.get(name).copied().flatten()
}

fn is_name(page: &Page<'_>, name: usize) -> bool {
    page.found.names.get(name).is_some_and(|n| n.value.form == NameForm::Name)
}

fn covers(page: &Page<'_>, name: usize, token: TokenId) -> bool {
    page.found.names.get(name).is_some_and(|n| n.tokens.0 <= token && token <= n.tokens.1)
}

/// The names that begin in the phrase, in order.
fn names_in(page: &Page<'_>, tokens: &Range<TokenId>) -> Vec<usize> {
    let first = page.found.names.partition_point(|n| n.tokens.0 < tokens.start);
    let end = page.found.names.partition_point(|n| n.tokens.0 < tokens.end);
    (first..end).collect()
}

/// Whether one name covers the whole phrase.
fn within_one(page: &Page<'_>, tokens: &Range<TokenId>) -> bool {
    page.names.at(tokens.start).and_then(|n| page.found.names.get(n)).is_some_and(|n| n.tokens.1 + 1 >= tokens.end)
}

fn without_article(page: &Page<'_>, tokens: &Range<TokenId>) -> Range<TokenId> {
    let article = page.is_any(tokens.start, &["the", "a", "an", "that", "this", "these", "those"]);
    let named = page.names.at(tokens.start).is_some();
    if article && !named && tokens.len() > 1 { tokens.start + 1..tokens.end } else { tokens.clone() }
}

/// The head of the phrase: its last word before the first preposition that is no part of a name.
fn head(page: &Page<'_>, tokens: &Range<TokenId>) -> TokenId {
    let mut at = tokens.start;
    let mut head = tokens.start;
    while at < tokens.end {
        if let Some(name) = page.names.at(at).and_then(|n| page.found.names.get(n)) {
            head = name.tokens.1;
            at = name.tokens.1.max(at) + 1;
            continue;
        }
        let word = page.document.token(at);
        if at > tokens.start && (matches!(page.class(at), "prep" | "wh" | "conj") || page.is_any(at, &["who", "that"]))
        {
            break;
        }
        if matches!(word.kind, TokenKind::Word) {
            head = at;
        }
        if matches!(page.word(at), "," | "(") {
            break;
        }
        at += 1;
    }
    head
}

/// Somebody named whose office the phrase says: "the president" where the text has "President Gray"; the
/// one met last where several have it.
fn holder(page: &Page<'_>, tokens: &Range<TokenId>, head: TokenId) -> Option<u32> {
    let the = tokens.start.checked_sub(1).is_some_and(|t| page.is_any(t, &["the"]));
    if !the {
        return None;
    }
    let word = fold(page.word(head));
    let mut best: Option<(TokenId, u32)> = None;
    let end = page.found.names.partition_point(|n| n.tokens.0 < tokens.start);
    for index in (0..end).rev().take(NAMES_BACK * 2) {
        let Some(id) = entity(page, index) else { continue };
        let Some(thing) = page.linked.entities.get(id as usize) else { continue };
        let role = |span: &Span| fold(page.document.slice(*span)).split(' ').any(|w| w == word);
        if thing.kind == EntityKind::Person && thing.roles.iter().any(role) {
            let at = page.found.names.get(index).map_or(0, |n| n.tokens.0);
            best = best.max(Some((at, id)));
            break;
        }
    }
    best.map(|(_, id)| id)
}

/// The words of a phrase with single spaces, the first letter a capital where it stands alone.
fn text(page: &Page<'_>, tokens: &Range<TokenId>) -> String {
    let span = page.document.span(tokens.start, tokens.end.saturating_sub(1));
    let mut text = String::new();
    for word in page.document.slice(span).split_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    // The letters in brackets are another form of the name.
    if let Some(at) = text.find(" (").filter(|_| text.ends_with(')')) {
        text.truncate(at);
    }
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => text,
    }
}
