//! Names by rules: runs of capitalised words, cut into names with the help of the tables.

use super::super::{Cover, Scope};
use super::evidence::Evidence;
use super::guess::Guess;
use super::{credit, gazetteer, head, title};
use crate::base::Rule;
use crate::extract::{EntityKind, Role};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::Table;

/// A given name with what follows it.
pub const GIVEN: Rule = Rule { name: "name/given-name", why: "A given name with capitalised words after it." };
/// A name after a title.
pub const TITLED: Rule =
    Rule { name: "name/after-title", why: "Capitalised words right after an office or form of address." };
/// A person by what is said of the name.
pub const PERSON: Rule = Rule {
    name: "name/person-by-context",
    why: "Capitalised words that speak, have an age, or look like a full name.",
};
/// A place by its preposition.
pub const PLACE: Rule = Rule { name: "name/place-by-context", why: "A capitalised word after a preposition of place." };
/// An acronym.
pub const ACRONYM: Rule = Rule { name: "name/acronym", why: "A word in capitals inside a text that is not." };
/// An organisation or thing by elimination.
pub const THING: Rule =
    Rule { name: "name/capitals", why: "Capitalised words inside a sentence that no other rule explains." };

/// Small words that stand inside names of organisations, laws and places.
const INSIDE: &str = "of and & for the on in de la del to des du against";
/// Small words that stand inside names of people.
pub const PARTICLES: &str = "wa dela della dalla zu abu de la del der den van von bin bint ibn al el da dos du di ben \
    ul y le ter ten";
/// Forms of address, which are not part of the name.
pub const ADDRESS: &str = "mr mr. mrs mrs. ms ms. miss dr dr. st. mx mx.";
/// What follows a name's last part.
const SUFFIXES: &str = "jr jr. sr sr. ii iii iv vi vii viii xiv xvi";
/// Prepositions after which an unknown single name is a place.
const PLACE_PREPOSITIONS: &str = "in near at from outside around across towards toward";
/// Words after which a phrase in capitals is a thing spoken of, not a name.
pub const DETERMINERS: &str = "this that these those our my your his her their its no any every";
/// The longest name in tokens.
const MAX_NAME: TokenId = 12;

/// All names of a document by rules, in order, never overlapping.
pub fn find(scope: &Scope<'_>, evidence: &Evidence) -> Vec<Guess> {
    let dates = Cover::new(&scope.found.timexes, scope.document.len());
    let mut names = Vec::new();
    for sentence in &scope.document.sentences {
        let (start, end) = (sentence.tokens.start, sentence.tokens.end);
        if let Some(credit) = credit::read(scope, start, end) {
            names.extend(credit);
            continue;
        }
        let mut at = start;
        while at < end {
            if dates.at(at).is_some() || is_calendar(scope, at) {
                at += 1;
                continue;
            }
            let stop = run(scope, &dates, at, end);
            if stop == at {
                at += 1;
                continue;
            }
            Segment { scope, evidence, start, names: &mut names }.cut(at, stop);
            at = stop;
        }
    }
    names
}

/// Whether a single token is a month or a weekday.
fn is_calendar(scope: &Scope<'_>, token: TokenId) -> bool {
    scope.hits.at(token).iter().any(|h| h.sense.table == Table::Calendar && h.len == 1)
        && scope.token(token).is_capital()
        && !scope.hits.at(token).iter().any(|h| h.sense.table == Table::GivenName)
}

fn is_cased(scope: &Scope<'_>, token: TokenId) -> bool {
    let t = scope.token(token);
    t.kind == TokenKind::Word && matches!(t.case, Case::Title | Case::Upper | Case::Mixed)
}

/// The end of the run of name-like tokens that begins at `at`; `at` if none does.
fn run(scope: &Scope<'_>, dates: &Cover, at: TokenId, end: TokenId) -> TokenId {
    let small = !is_cased(scope, at);
    if small && !scope.hits.at(at).iter().any(|h| h.len > 1 && is_table(h.sense.table)) {
        return at;
    }
    let mut stop = at + 1;
    while stop < end && dates.at(stop).is_none() {
        let token = scope.token(stop);
        let word = scope.word(stop);
        if is_cased(scope, stop) {
            stop += 1;
        } else if token.kind == TokenKind::Number
            && (token.glued || scope.token(stop - 1).kind == TokenKind::Word)
            && !counts(scope, stop)
        {
            // "G20", "Falcon 9": kept in the run, and in the name only where a table or a head says so.
            stop += 1;
        } else if matches!(word, "-" | "–" | "/" | "&") && stop + 1 < end {
            let glued = token.glued && scope.token(stop + 1).glued;
            if !(glued && is_cased(scope, stop + 1)
                || word == "&" && is_cased(scope, stop + 1)
                || inner_hyphen(scope, stop))
            {
                break;
            }
            stop += 1;
        } else if token.kind == TokenKind::Word && (scope.is_any(stop, INSIDE) || scope.is_any(stop, PARTICLES)) {
            let next = (stop + 1..end.min(stop + 4))
                .find(|t| !(scope.is_any(*t, INSIDE) || scope.is_any(*t, PARTICLES) || scope.is(*t, "-")));
            match next {
                Some(next) if is_cased(scope, next) => stop = next,
                _ => break,
            }
        } else if token.glued && token.kind == TokenKind::Word && scope.is(stop - 1, "-") {
            stop += 1;
        } else {
            break;
        }
    }
    // A small beginning is only the table's name.
    if small && stop == at + 1 { at } else { stop }
}

/// Whether a number stands for itself: "in New York 20 people".
fn counts(scope: &Scope<'_>, at: TokenId) -> bool {
    let numerals = &scope.found.numerals;
    let index = numerals.partition_point(|n| n.tokens.0 < at);
    numerals.get(index).is_some_and(|n| n.tokens.0 == at && n.value.role == Role::Number)
}

/// "Mazar-i-Sharif", "al-Qaeda": a hyphen, a small particle, and capitals again.
fn inner_hyphen(scope: &Scope<'_>, hyphen: TokenId) -> bool {
    scope.token(hyphen).glued
        && scope.token(hyphen + 1).glued
        && scope.token(hyphen + 1).span.len() <= 3
        && scope.is(hyphen + 2, "-")
        && is_cased(scope, hyphen + 3)
}

const fn is_table(table: Table) -> bool {
    matches!(table, Table::Place | Table::Organisation | Table::Person | Table::Demonym)
}

/// One run being cut.
struct Segment<'a, 'n> {
    scope: &'a Scope<'a>,
    evidence: &'a Evidence,
    /// The sentence's first token.
    start: TokenId,
    names: &'n mut Vec<Guess>,
}

impl Segment<'_, '_> {
    fn cut(&mut self, first: TokenId, stop: TokenId) {
        let scope = self.scope;
        let mut at = first;
        // Whether an office or form of address stands right before.
        let mut titled = false;
        while at < stop {
            if !is_cased(scope, at) && !scope.hits.at(at).iter().any(|h| h.len > 1 && is_table(h.sense.table)) {
                at += 1;
                continue;
            }
            let known = gazetteer::at(scope, self.evidence, at).filter(|g| g.last < stop);
            // "The", "Three": the capital is the sentence's.
            if known.is_none() && self.is_plain_opener(at) {
                at += 1;
                continue;
            }
            let office = title::at(scope, at)
                .filter(|len| known.is_none_or(|g| g.last + 1 < at + len || g.kind == EntityKind::Group));
            if let Some(headed) = head::at(scope, self.evidence, at, stop, known.as_ref()) {
                at = headed.last + 1;
                self.names.push(headed);
                titled = false;
            } else if let Some(len) = office.filter(|_| !self.is_person_word(at, stop)) {
                self.inside(at, at + len);
                at += len;
                titled = true;
            } else if scope.is_any(at, ADDRESS) {
                at += 1;
                titled = true;
            } else if let Some(known) = known.filter(|g| !self.goes_on_as_person(g, stop, titled)) {
                // "Mayor of London Ann Lee": the holder follows the place.
                titled &= self.is_domain(at);
                at = self.suffixed(known);
            } else if let Some(person) = self.person(at, stop, titled) {
                at = person.last + 1;
                self.names.push(person);
                titled = false;
            } else {
                at = self.unknown(at, stop);
                titled = false;
            }
        }
    }

    /// Whether a function word or number word has a capital only because a sentence begins with it.
    fn is_plain_opener(&self, at: TokenId) -> bool {
        let scope = self.scope;
        scope.token(at).case == Case::Title
            && (scope.has(at, Table::Stop) || scope.has(at, Table::Number))
            && !scope.has(at, Table::GivenName)
    }

    /// Names inside an office: "White House press secretary", "Secretary of Homeland Security".
    fn inside(&mut self, first: TokenId, end: TokenId) {
        let mut at = first;
        while at < end {
            let known =
                gazetteer::at(self.scope, self.evidence, at).filter(|g| g.last < end && g.kind != EntityKind::Facility);
            match known {
                Some(known) => {
                    at = known.last + 1;
                    self.names.push(known);
                }
                None => at += 1,
            }
        }
    }

    /// Takes a table's name in, with "Jr." after a person's.
    fn suffixed(&mut self, known: Guess) -> TokenId {
        let mut known = known;
        if known.kind == EntityKind::Person && self.scope.is_any(known.last + 1, SUFFIXES) {
            known.last += 1;
            known.known = "";
        }
        self.names.push(known);
        known.last + 1
    }

    /// Whether a word that could be a title is a given name or surname here: "Duke Ellington", "Stephen King".
    fn is_person_word(&self, at: TokenId, stop: TokenId) -> bool {
        self.scope.has(at, Table::GivenName) && at + 1 < stop && is_cased(self.scope, at + 1)
    }

    /// Whether the table's word is only the beginning of a person's name: "Jordan Smith", "President Lula Costa".
    fn goes_on_as_person(&self, known: &Guess, stop: TokenId, titled: bool) -> bool {
        let next = known.last + 1;
        if known.first != known.last || next >= stop || !is_cased(self.scope, next) || !self.is_free(next) {
            return false;
        }
        let given = self.scope.has(known.first, Table::GivenName);
        match known.kind {
            EntityKind::Person => false,
            EntityKind::Group => false,
            _ => given || titled && !self.is_domain(known.first),
        }
    }

    /// Whether "of" or "for" ties what begins here to an office before it.
    fn is_domain(&self, at: TokenId) -> bool {
        at > self.start && self.scope.is_any(at - 1, "of for")
    }

    /// Whether a capitalised word begins nothing that a table knows.
    fn is_free(&self, at: TokenId) -> bool {
        title::at(self.scope, at).is_none()
            && !self.scope.hits.at(at).iter().any(|h| is_table(h.sense.table) && h.sense.table != Table::Person)
            && self.scope.token(at).kind == TokenKind::Word
    }

    /// A person: a given name with more, or capitals after a title.
    fn person(&self, at: TokenId, stop: TokenId, titled: bool) -> Option<Guess> {
        let scope = self.scope;
        if !is_cased(scope, at) {
            return None;
        }
        let given = scope.has(at, Table::GivenName) || scope.word(at).ends_with('.') && scope.token(at).span.len() == 2;
        if !given && !titled {
            return None;
        }
        if titled && scope.has(at, Table::Stop) {
            return None;
        }
        let last = self.person_end(at, stop);
        if last == at && !titled {
            return None;
        }
        let rule = if titled { &TITLED } else { &GIVEN };
        Some(Guess { first: at, last, kind: EntityKind::Person, known: "", cut: (0, 0), rule })
    }

    /// The last token of a person's name that begins at `at`.
    fn person_end(&self, at: TokenId, stop: TokenId) -> TokenId {
        let scope = self.scope;
        let (mut last, mut next) = (at, at + 1);
        while next < stop && next < at + MAX_NAME {
            if scope.is(next, "-") || scope.is_any(next, PARTICLES) && !is_cased(scope, next) {
                next += 1;
                continue;
            }
            let ok = is_cased(scope, next)
                && (self.is_free(next) || scope.token(next).glued || last == at && title::at(scope, next).is_none())
                && !scope.has(next, Table::Stop);
            if !ok || scope.is_any(next - 1, INSIDE) && !scope.is_any(next - 1, PARTICLES) {
                break;
            }
            last = next;
            next += 1;
        }
        last
    }

    /// Capitals that no table explains; where the next part of the run begins.
    fn unknown(&mut self, at: TokenId, stop: TokenId) -> TokenId {
        let scope = self.scope;
        let mut last = at;
        while last + 1 < stop && self.goes_on(last, stop) {
            last += 1 + TokenId::from(scope.is_sign(last + 1, "-–"));
        }
        let next = last + 1;
        let mut first = at;
        let headline = self.evidence.is_headline(scope.document.sentence_of(at));
        // The first word of a sentence has its capital for free.
        if self.opens(first) && !headline {
            let written = self.evidence.of(scope.word(first));
            if first == last && !written.capital || written.small || scope.has(first, Table::Stop) {
                first += 1;
            }
        }
        if first > last || headline || !is_cased(scope, first) || scope.has(first, Table::Stop) {
            return next;
        }
        let one = first == last;
        if one && (self.evidence.of(scope.word(first)).small || scope.token(first).span.len() < 2) {
            return next;
        }
        if let Some((kind, rule)) = self.kind(first, last) {
            self.names.push(Guess { first, last, kind, known: "", cut: (0, 0), rule });
        }
        next
    }

    /// Whether a sentence or a quotation begins at the token.
    fn opens(&self, at: TokenId) -> bool {
        at == self.start || self.scope.token(at - 1).kind == TokenKind::Quote || self.scope.word(at - 1) == ":"
    }

    fn goes_on(&self, last: TokenId, stop: TokenId) -> bool {
        let scope = self.scope;
        let next = last + 1;
        if scope.is_sign(next, "-–") {
            return next + 1 < stop && is_cased(scope, next + 1);
        }
        is_cased(scope, next)
            && title::at(scope, next).is_none()
            && !(scope.has(next, Table::GivenName) && next + 1 < stop && is_cased(scope, next + 1))
            && gazetteer::at(scope, self.evidence, next).is_none()
    }

    /// What unknown capitals are, by what stands around them.
    fn kind(&self, first: TokenId, last: TokenId) -> Option<(EntityKind, &'static Rule)> {
        let scope = self.scope;
        let one = first == last;
        let word = scope.word(first);
        let before = if first > self.start { first - 1 } else { TokenId::MAX };
        if one && scope.has(first, Table::Plain) {
            return None;
        }
        if one && scope.token(first).case == Case::Upper {
            let letters = word.len();
            return (2..=6).contains(&letters).then_some((EntityKind::Organisation, &ACRONYM));
        }
        let age = scope.is(last + 1, ",") && scope.token(last + 2).kind == TokenKind::Number && scope.is(last + 3, ",");
        let speaks = scope.has(last + 1, Table::Speech) || scope.is_any(last + 1, "who himself herself");
        if age || speaks && !scope.is(before, "the") {
            return Some((EntityKind::Person, &PERSON));
        }
        if one && scope.is_any(before, PLACE_PREPOSITIONS) {
            return Some((EntityKind::Settlement, &PLACE));
        }
        if one {
            // One unknown word in capitals may be anything: only a given name says what it is.
            return scope.has(first, Table::GivenName).then_some((EntityKind::Person, &GIVEN));
        }
        let shouted = (first..=last).all(|t| scope.token(t).case == Case::Upper || !is_cased(scope, t));
        let det = scope.has(before, Table::Stop) && scope.is_any(before, DETERMINERS);
        if shouted || det {
            return None;
        }
        let article = scope.is(before, "the") || scope.is(before, "a") || scope.is(before, "an");
        if !article && last - first <= 2 {
            return Some((EntityKind::Person, &PERSON));
        }
        Some((EntityKind::Organisation, &THING))
    }
}
