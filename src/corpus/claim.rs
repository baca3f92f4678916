//! Which figures measure the same thing, and how they stand to each other.
//!
//! Two figures are compared when their unit is the same and they count the same thing: the same head
//! noun with modifiers that do not conflict, or a common head reached through whose figure it is ("the
//! caravan … 3,500 people" and "the caravan … 7,000 strong"). A named modifier ("National Guard troops")
//! sets a figure apart from one without that name; a describing one ("active-duty troops") does not.

use crate::analyze::Analysis;
use crate::base::fold::fold;
use crate::base::{Day, Decimal, Span, day, sort};
use crate::extract::{Bound, Figure, Mention, Status};
use crate::lex::TokenKind;
use crate::lexicon::Lexicon;
use crate::pack::Table;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A figure of a corpus: its article and its index among that article's figures.
pub type FigureRef = (u32, u32);

/// How two figures stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// As stated, they cannot both be true.
    NotBoth,
    /// Different values that can both be true: "more than 3,500" and "more than 7,000".
    BothPossible,
    /// Their intervals share a part.
    Overlap,
    /// The same value.
    Same,
    /// One covers more or less than the other, or is at another stage (asked for, sent).
    OtherScope,
    /// They hold at times far apart.
    OtherTime,
    /// One is a part of the other.
    PartOf,
}

/// Two figures of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Index into [`Group::figures`].
    pub a: usize,
    /// Index into [`Group::figures`].
    pub b: usize,
    /// How they stand to each other.
    pub relation: Relation,
    /// What they share: head nouns and modifiers.
    pub shared: Vec<String>,
}

/// Figures that measure the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// In order of their day, then of article and text.
    pub figures: Vec<FigureRef>,
    /// All pairs that were compared.
    pub pairs: Vec<Pair>,
}

/// Days between two figures past which they are about different times: a season.
const FAR_APART: i32 = 92;
/// Words of a name that two figures must share where one has no head of its own.
const MIN_NAME: usize = 2;
/// Figures of one key past which no more pairs are made: nobody reads them, and pairs are quadratic.
const MAX_KEY: usize = 48;

/// What a figure counts, reduced to what can be compared.
struct Claim {
    at: FigureRef,
    unit: (String, String, u8),
    heads: Vec<String>,
    named: Vec<String>,
    plain: Vec<String>,
    whose: Vec<String>,
    day: Option<Day>,
}

/// Groups the figures of all articles. Only groups that span two articles or more are kept.
#[must_use]
pub fn group(articles: &[Rc<Analysis>]) -> Vec<Group> {
    let claims: Vec<Claim> = articles.iter().zip(0..).flat_map(|(a, id)| claims(a, id)).collect();
    let mut by_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, claim) in claims.iter().enumerate() {
        let named = if claim.named.len() >= MIN_NAME { claim.named.as_slice() } else { &[] };
        for head in claim.heads.iter().chain(&claim.whose).chain(named) {
            let list = by_key.entry(head).or_default();
            if list.len() < MAX_KEY {
                list.push(index);
            }
        }
    }
    let mut root: Vec<usize> = (0..claims.len()).collect();
    let mut edges: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    for list in by_key.values() {
        for (n, &a) in list.iter().enumerate() {
            for &b in &list[n + 1..] {
                if let Some(shared) = compare(&claims[a], &claims[b]) {
                    edges.insert((a.min(b), a.max(b)), shared);
                    let (x, y) = (find(&mut root, a), find(&mut root, b));
                    root[x.max(y)] = x.min(y);
                }
            }
        }
    }
    let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &(a, b) in edges.keys() {
        let set = sets.entry(find(&mut root, a)).or_default();
        set.extend([a, b]);
    }
    let mut groups: Vec<Group> = sets.into_values().filter_map(|set| build(articles, &claims, &edges, set)).collect();
    sort::by_key(&mut groups, |g| (core::cmp::Reverse(reach(g)), g.pairs.iter().map(|p| p.relation).min()));
    groups
}

/// In how many articles a group has figures.
fn reach(group: &Group) -> usize {
    let mut articles: Vec<u32> = group.figures.iter().map(|f| f.0).collect();
    sort::by_key(&mut articles, |a| *a);
    articles.dedup();
    articles.len()
}

fn find(root: &mut [usize], mut at: usize) -> usize {
    while root[at] != at {
        root[at] = root[root[at]];
        at = root[at];
    }
    at
}

fn build(
    articles: &[Rc<Analysis>],
    claims: &[Claim],
    edges: &BTreeMap<(usize, usize), Vec<String>>,
    mut set: Vec<usize>,
) -> Option<Group> {
    sort::by_key(&mut set, |&i| (claims[i].day, claims[i].at));
    set.dedup();
    let mut place: BTreeMap<usize, usize> = BTreeMap::new();
    place.extend(set.iter().enumerate().map(|(n, &i)| (i, n)));
    let pairs: Vec<Pair> = edges
        .iter()
        .filter_map(|((a, b), shared)| {
            let (na, nb) = (*place.get(a)?, *place.get(b)?);
            let relation = relation(articles, &claims[*a], &claims[*b])?;
            Some(Pair { a: na.min(nb), b: na.max(nb), relation, shared: shared.clone() })
        })
        .collect();
    let group = Group { figures: set.iter().map(|&i| claims[i].at).collect(), pairs };
    (reach(&group) > 1 && !group.pairs.is_empty()).then_some(group)
}

/// The claims of one article: its figures that count a thing, boilerplate left out.
fn claims(analysis: &Analysis, article: u32) -> Vec<Claim> {
    let lexicon = Lexicon::embedded();
    let mut claims = Vec::new();
    for (index, (mention, context)) in analysis.found.figures.iter().zip(&analysis.attached.figures).enumerate() {
        let figure = &mention.value;
        let sentence = analysis.document.sentences.get(mention.sentence as usize);
        let block = sentence.and_then(|s| analysis.found.blocks.get(s.block as usize));
        let Some(thing) = figure.thing.filter(|_| block.is_none_or(|b| b.value.is_article())) else { continue };
        let mut words = Words::default();
        words.read(analysis, lexicon, thing.span, thing.head);
        let mut whose = Words::default();
        if let Some(span) = figure.whose {
            whose.read(analysis, lexicon, span, span);
        }
        let as_of = context.as_of.as_ref().and_then(|a| a.days).and_then(|d| d.first.or(d.last));
        claims.push(Claim {
            at: (article, u32::try_from(index).unwrap_or(u32::MAX)),
            unit: (figure.unit.code.clone(), figure.unit.per.clone(), figure.measure as u8),
            heads: words.heads,
            named: words.named,
            plain: words.plain,
            whose: whose.heads.into_iter().chain(whose.plain).chain(whose.named).collect(),
            day: as_of.or_else(|| analysis.day()),
        });
    }
    claims
}

/// The content words of a phrase.
#[derive(Default)]
struct Words {
    heads: Vec<String>,
    named: Vec<String>,
    plain: Vec<String>,
}

impl Words {
    fn read(&mut self, analysis: &Analysis, lexicon: &Lexicon, span: Span, head: Span) {
        let document = &analysis.document;
        for token in document.tokens_in(span) {
            let word = document.word(token);
            let kind = document.token(token).kind;
            if kind != TokenKind::Word || lexicon.has(Table::Stop, word) || lexicon.has(Table::Loose, word) {
                continue;
            }
            let lemma = lemma(word);
            if head.contains(document.token(token).span) {
                // A head without content of its own ("people") says nothing of what is counted.
                if !lexicon.has(Table::Generic, &lemma) {
                    add(&mut self.heads, lemma);
                }
            } else if document.token(token).is_capital() {
                add(&mut self.named, lemma);
            } else {
                add(&mut self.plain, lemma);
            }
        }
    }
}

/// The singular of a regular plural, folded.
#[must_use]
pub fn lemma(word: &str) -> String {
    let word = fold(word);
    if let Some(stem) = word.strip_suffix("ies").filter(|s| s.len() > 2) {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    match word.strip_suffix('s').filter(|s| s.len() > 2 && !s.ends_with(['s', 'u', 'i'])) {
        Some(stem) => stem.to_owned(),
        None => word,
    }
}

/// Puts a word into a set of a few.
fn add(words: &mut Vec<String>, word: String) {
    if !words.contains(&word) {
        words.push(word);
    }
}

/// What two claims share, if they are of the same thing.
fn compare(a: &Claim, b: &Claim) -> Option<Vec<String>> {
    if a.at == b.at || a.unit != b.unit {
        return None;
    }
    let common = |x: &[String], y: &[String]| -> Vec<String> { x.iter().filter(|w| y.contains(w)).cloned().collect() };
    let within = |x: &[String], y: &[String]| x.iter().all(|w| y.contains(w));
    let shared = common(&a.heads, &b.heads);
    if !shared.is_empty() {
        // A name sets apart; where both have names, one must hold the other's.
        let named = within(&a.named, &b.named) || within(&b.named, &a.named);
        let bare = a.named.is_empty() != b.named.is_empty();
        let plain = within(&a.plain, &b.plain) || within(&b.plain, &a.plain);
        let own = !a.named.is_empty() && !b.named.is_empty();
        return (named && !bare && (plain || own))
            .then(|| [shared, common(&a.named, &b.named), common(&a.plain, &b.plain)].concat());
    }
    // Under a general head, a name tells what is counted: "National Guard members", "National Guard troops".
    let general = a.heads.is_empty() != b.heads.is_empty();
    let named = common(&a.named, &b.named);
    if general && named.len() >= MIN_NAME && (within(&a.named, &b.named) || within(&b.named, &a.named)) {
        return Some(named);
    }
    // Through whose it is: a thing that is itself what the other's figure belongs to.
    let of = |x: &Claim, y: &Claim| -> Vec<String> {
        let belongs = |w: &&String| y.heads.contains(w) || (x.heads.is_empty() && y.plain.contains(w));
        x.whose.iter().filter(belongs).cloned().collect()
    };
    let mut linked = of(a, b);
    of(b, a).into_iter().for_each(|w| add(&mut linked, w));
    let only_generic = a.heads.is_empty() || b.heads.is_empty();
    (only_generic && !linked.is_empty()).then_some(linked)
}

fn relation(articles: &[Rc<Analysis>], a: &Claim, b: &Claim) -> Option<Relation> {
    let figure = |claim: &Claim| -> Option<&Mention<Figure>> {
        articles.get(claim.at.0 as usize)?.found.figures.get(claim.at.1 as usize)
    };
    let context = |claim: &Claim| articles.get(claim.at.0 as usize)?.attached.figures.get(claim.at.1 as usize);
    let (fa, fb) = (&figure(a)?.value, &figure(b)?.value);
    let (ca, cb) = (context(a)?, context(b)?);
    if a.at.0 == b.at.0 {
        let part = |c: &crate::analyze::attach::Context, of: u32| c.part_of.is_some_and(|(p, _)| p == of);
        if part(ca, b.at.1) || part(cb, a.at.1) {
            return Some(Relation::PartOf);
        }
    }
    if let (Some(x), Some(y)) = (a.day, b.day)
        && day::between(x, y) > FAR_APART
    {
        return Some(Relation::OtherTime);
    }
    let stage = |s: Status| matches!(s, Status::Actual | Status::Former);
    if a.named != b.named || stage(ca.status) != stage(cb.status) {
        let same = intervals(fa, fb);
        return Some(if same == Relation::NotBoth { Relation::OtherScope } else { same });
    }
    Some(intervals(fa, fb))
}

/// How the values alone stand to each other.
fn intervals(a: &Figure, b: &Figure) -> Relation {
    let ((al, ah), (bl, bh)) = (interval(a), interval(b));
    if a.bound == b.bound && al == bl && ah == bh {
        return Relation::Same;
    }
    let below = |high: Option<Decimal>, low: Option<Decimal>| high.zip(low).is_some_and(|(h, l)| h < l);
    if below(ah, bl) || below(bh, al) {
        return Relation::NotBoth;
    }
    let open = |f: &Figure| matches!(f.bound, Bound::MoreThan | Bound::AtLeast | Bound::LessThan | Bound::AtMost);
    if open(a) || open(b) { Relation::BothPossible } else { Relation::Overlap }
}

/// The values a figure allows. "About" allows a tenth either way: newspapers round to one or two digits.
fn interval(figure: &Figure) -> (Option<Decimal>, Option<Decimal>) {
    match (figure.bound, figure.point) {
        (Bound::Approx, Some(point)) => {
            let tenth = point.scaled(-1);
            let (low, high) = (point.plus(tenth.negated()), point.plus(tenth));
            if point < Decimal::ZERO { (high, low) } else { (low, high) }
        }
        (Bound::Exact, Some(point)) => (Some(point), Some(point)),
        _ => (figure.low, figure.high),
    }
}
