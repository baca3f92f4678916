//! Words that report: which of them stand in the text as verbs, and how.

use super::Reader;
use crate::base::fold::is_one;
use crate::extract::BlockKind;
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{SpeechAct, Table};

/// A reporting word.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    /// Its first token, and the last: "called for".
    pub first: TokenId,
    /// Its last token.
    pub last: TokenId,
    /// The first token of its verb group, auxiliaries and adverbs included: "has also argued".
    pub group: TokenId,
    /// What is done.
    pub act: SpeechAct,
    /// What may follow.
    pub takes: &'static str,
    /// How the verb stands.
    pub form: Form,
}

/// How a cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With a subject: "she said", "has argued".
    Finite,
    /// "saying": its subject is the main verb's.
    Participle,
    /// "to say": its subject is the main verb's.
    Infinitive,
    /// "estimated by": the speaker comes after it.
    PassiveBy,
    /// "according to".
    Source,
}

impl Cue {
    /// Whether this may follow.
    pub fn takes(&self, what: &str) -> bool {
        self.takes.split(' ').any(|t| t == what)
    }
}

/// All cues of the article outside quotation marks, in order.
pub fn cues(reader: &Reader<'_>) -> Vec<Cue> {
    let scope = reader.scope;
    let mut cues = Vec::new();
    let mut at = 0;
    while at < scope.document.len() {
        let hit = if reader.in_quotes(at) { None } else { scope.hits.longest(at, Table::Speech) };
        let Some((len, row)) = hit else {
            at += 1;
            continue;
        };
        let row = scope.lexicon.rows.speech.get(row);
        if let Some(row) = row.filter(|_| scope.block_kind(at).is_article())
            && let Some((group, form)) = form(reader, at, at + len - 1, row.takes)
        {
            cues.push(Cue { first: at, last: at + len - 1, group, act: row.act, takes: row.takes, form });
        }
        at += len;
    }
    cues
}

/// How a reporting word stands; `None` where it is no verb here.
fn form(reader: &Reader<'_>, first: TokenId, last: TokenId, takes: &str) -> Option<(TokenId, Form)> {
    let scope = reader.scope;
    if takes == "mind" {
        return None;
    }
    let start = reader.sentence(first).start;
    if takes == "source" {
        // "per hour" is a rate, "per Reuters" a source.
        // A capital inside the sentence is a name: "coach Per Lind said".
        let named = first > start && scope.token(first).is_capital();
        // "Per the health ministry, 28 had left", but "Per the request, both left"
        let body = |t: TokenId| scope.has(t, Table::Body) || scope.is_any(t, "police report study data");
        let opens = first == start && scope.is(last + 1, "the") && (last + 2..last + 5).any(body);
        let rate = scope.is(first, "per") && (!scope.token(last + 1).is_capital() && !opens || named);
        return (!rate).then_some((first, Form::Source));
    }
    if scope.token(first).is_capital() && first > start && scope.block_kind(first) != BlockKind::Headline {
        return None; // A word of a name: "the United States".
    }
    let word = scope.word(first).to_ascii_lowercase();
    let ing = word.ends_with("ing");
    if scope.token(first).glued && first > start && scope.is(first - 1, "-") {
        return None; // "so-called", "much-hailed".
    }
    if scope.is(last + 1, "by") && !reader.is_time(last + 2) && (word.ends_with('d') || word.ends_with('n')) {
        return Some((first, Form::PassiveBy));
    }
    // Back over adverbs and auxiliaries.
    let (mut group, mut be, mut aux, mut modal) = (first, false, false, false);
    while group > start && !reader.in_quotes(group - 1) {
        let before = group - 1;
        match reader.class(before) {
            "aux" => {
                be |= !aux && is_be(scope.word(before));
                modal |= scope.is_any(before, MODALS);
                aux = true;
            }
            _ if reader.is_adverb(before) => {}
            // "has since said"
            "prep" if scope.is(before, "since") && before > start && reader.class(before - 1) == "aux" => {}
            _ => break,
        }
        group = before;
    }
    // "was told", "is expected": nobody is named who does it.
    if be && !ing {
        return None;
    }
    // "may declare a strike", "will call for talks": nobody has done it yet.
    if modal && ["object", "about", "to", "name", "quote"].iter().any(|what| takes.split(' ').any(|t| t == *what)) {
        return None;
    }
    if group == start {
        return verb_first(reader, first, last, ing)
            .then_some((group, if ing { Form::Participle } else { Form::Finite }));
    }
    let before = group - 1;
    let token = scope.token(before);
    // "21 confirmed cases"
    let number = token.kind == TokenKind::Number || scope.has(before, Table::Scale);
    if !aux && number && word.ends_with('d') && reader.is_content(last + 1) {
        return None;
    }
    // "the total reported cases"
    if !aux && word.ends_with('d') && scope.is_any(before, "total only first") && reader.is_content(last + 1) {
        return None;
    }
    let glued_noun = matches!(reader.class(before), "det") || token.kind == TokenKind::Possessive;
    let owner = matches!(scope.word(before), "his" | "her" | "their" | "its" | "my" | "our" | "your");
    if !aux
        && (glued_noun || owner)
        && !ing
        && !(scope.is_any(before, "that this these those all some another both most many few"))
    {
        return None; // "the claim", "Smith's reports", "his stated aim"
    }
    if scope.is(before, "to") && !aux {
        return (!ing).then_some((group, Form::Infinitive));
    }
    if ing && !aux {
        let clause = reader.in_quotes(before)
            || scope.is_sign(before, ",—–-)")
            || matches!(reader.class(before), "conj" | "prep");
        let noun = glued_noun || owner;
        return (!noun && (clause || content_follows(reader, last + 1))).then_some((group, Form::Participle));
    }
    if reader.class(before) == "prep" && !aux {
        return None; // "in reports", "of claims"
    }
    // A past in -d is no noun; "demand" and "brand" are base forms.
    if !aux
        && takes.ends_with(" noun")
        && (!word.ends_with('d') || word.ends_with("and"))
        && is_nounlike(reader, before, last, &word)
    {
        return None;
    }
    Some((group, Form::Finite))
}

/// Verbs by which what follows is not done yet.
const MODALS: &str = "may might will would shall should can could must cannot won't wouldn't";

/// Forms of "to be" and "to get".
fn is_be(word: &str) -> bool {
    is_one(word, "is are was were be been being am isn't aren't wasn't weren't")
}

/// A verb may begin a sentence as a participle ("Saying that …") or before its subject after a quote.
fn verb_first(reader: &Reader<'_>, first: TokenId, last: TokenId, ing: bool) -> bool {
    let after_quote = first > 0 && reader.in_quotes(first - 1) && reader.scope.token(first).case == Case::Lower;
    after_quote || ing && content_follows(reader, last + 1)
}

/// Whether what follows begins a reported clause: "that", a quotation, a colon, a pronoun, an article, a name.
pub fn content_follows(reader: &Reader<'_>, at: TokenId) -> bool {
    let scope = reader.scope;
    reader.in_quotes(at)
        || scope.is_any(at, "that how whether why what : there")
        || matches!(reader.class(at), "det" | "pron")
        || scope.token(at).is_capital()
        || scope.token(at).kind == TokenKind::Number
        || reader.is_amount(at)
        || scope.is(at, "only") && reader.is_amount(at + 1)
}

/// A form that is a noun as often as a verb ("reports", "claims", "call") is one unless a subject stands
/// before it that agrees with it, and something after it that it can report.
fn is_nounlike(reader: &Reader<'_>, before: TokenId, last: TokenId, word: &str) -> bool {
    let scope = reader.scope;
    // "Gray, however, fears": the subject stands before the aside.
    let aside = scope.is(before, ",") && before > 2 && reader.is_adverb(before - 1) && scope.is(before - 2, ",");
    let before = if aside { before - 3 } else { before };
    if word.ends_with("ing") {
        return false;
    }
    // "he notes", and after quoted words "Gray notes."
    let ends = scope.is_sign(last + 1, ".,:");
    if reader.class(before) == "pron" || ends && scope.token(before).is_capital() {
        return false;
    }
    // "…, scientists report, …", "…, government figures show."
    let plural = scope.word(before).ends_with('s') || scope.is_any(before, PLURALS);
    let comma = (1..=2).find(|back| before >= *back && !reader.is_content(before - back));
    let comma = comma.is_some_and(|back| scope.is(before - back, ","));
    if ends && plural && !word.ends_with('s') && comma {
        return false;
    }
    let next_is_verb = reader.class(last + 1) == "aux" || scope.has(last + 1, Table::Speech);
    let subject_before = match reader.class(before) {
        "pron" => true,
        // "lists the plane and states it flew"
        "conj" => matches!(reader.class(last + 1), "pron") || scope.is(last + 1, "that"),
        "" if word.ends_with('s') => scope.token(before).is_capital() || !scope.word(before).ends_with('s'),
        "" => scope.word(before).ends_with('s') || scope.is_any(before, PLURALS),
        // "One site, Example, claims": the subject stands before the aside.
        _ if scope.is(before, ",") => super::subject::left(reader, last).is_some(),
        _ => false,
    };
    let adjective = reader.class(before).is_empty()
        && scope.token(before).case == Case::Lower
        && !word.ends_with('s')
        && !scope.word(before).ends_with('s')
        && !scope.is_any(before, PLURALS);
    // "Activists claim fires are common"
    let opens =
        before == reader.sentence(before).start && scope.word(before).ends_with('s') && reader.is_content(last + 1);
    next_is_verb || adjective || !subject_before || !opens && !content_follows(reader, last + 1)
}

/// Nouns that are plural without an s.
pub const PLURALS: &str = "people police men women many some others most children data media";
