//! A definite number: "1,500", "twenty-five hundred", "two and a half million", "three-quarters".

mod parts;
mod power;

use super::item::{Item, item};
use super::{HALF, LAP, NUMBER, ORDINAL, Read, SCIENTIFIC};
use crate::base::Decimal;
use crate::extract::{NumeralForm, Scope};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{Side, Table};
use parts::{half_counts, half_of, leading_point, mixed, over, part_follows, shares, slash, spoken_point, tens_parts};
use power::{power, scientific};

/// A number longer than this many tokens is not one that a reader could follow.
const MAX_TOKENS: TokenId = 24;

/// What stood last in a number that is being read.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Nothing,
    Article,
    Unit,
    Ten,
    Digits,
    Hundred,
    Big,
    Done,
}

/// A number that is being read.
struct Build {
    total: Decimal,
    group: Option<Decimal>,
    /// The power of the smallest scale so far; the next must be below it.
    ceiling: i16,
    last: Last,
    digits: bool,
    words: bool,
    form: Option<NumeralForm>,
    /// One past the last token that belongs to it.
    end: TokenId,
}

/// Whether a number may still be the upper part of a spoken fraction, "one over twenty".
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Upper,
    Lower,
}

/// The number that begins at a token.
pub fn read(scope: &Scope<'_>, at: TokenId) -> Option<Read> {
    lap(scope, at).or_else(|| number(scope, at, Part::Upper))
}

/// "2:14:04": hours, minutes and seconds, as the time somebody took is written; in seconds.
fn lap(scope: &Scope<'_>, at: TokenId) -> Option<Read> {
    let colon = |t: TokenId| scope.is(t, ":") && scope.joins(t);
    let digits = |t: TokenId, len: usize| {
        let word = scope.word(t);
        (word.len() == len && word.bytes().all(|b| b.is_ascii_digit())).then(|| Decimal::parse(word)).flatten()
    };
    let sixties = |t: TokenId| digits(t, 2).filter(|part| *part < Decimal::whole(60));
    if !(colon(at + 1) && colon(at + 3)) || scope.token(at).glued {
        return None;
    }
    let hours = digits(at, 1).or_else(|| digits(at, 2))?.times(Decimal::whole(3600))?;
    let value = hours.plus(sixties(at + 2)?.times(Decimal::whole(60))?)?.plus(sixties(at + 4)?)?;
    Some(Read { end: at + 5, low: value, high: value, form: NumeralForm::Digits, rule: &LAP })
}

fn number(scope: &Scope<'_>, at: TokenId, part: Part) -> Option<Read> {
    let limit = scope.document.sentence_tokens(at).end.min(at.saturating_add(MAX_TOKENS));
    let (negative, start) = sign(scope, at);
    let money = |t: TokenId| opens_money(scope, t);
    // "$280-300m": the currency of an interval stands before its first end.
    let joined = |t: TokenId| scope.is_sign(t, "-–—") || scope.is_any(t, "to and or");
    let money = money(at.wrapping_sub(1))
        || money(start.wrapping_sub(1))
        || money(start.wrapping_sub(2)) && !scope.has(start.wrapping_sub(2), Table::Number)
        || start > 2 && scope.is_number(start - 2) && joined(start - 1) && money(start - 3);
    let mut build = Build {
        total: Decimal::ZERO,
        group: None,
        ceiling: i16::MAX,
        last: Last::Nothing,
        digits: false,
        words: false,
        form: None,
        end: start,
    };
    let mut at_token = start;
    if let Some(end) = leading_point(scope, start, &mut build) {
        at_token = end;
    } else if let Some(end) = half_of(scope, start, &mut build) {
        return build.finish(scope, at, end, negative, &HALF);
    } else if scope.is_any(start, "a an") && !negative {
        let next = start + 1 + TokenId::from(scope.is(start + 1, "-"));
        let (piece, _) = item(scope, next, false, false)?;
        let fits = match piece {
            Item::Scale(power) => power >= 2,
            Item::Collective(_) => true,
            Item::Parts(_) => true,
            // "for a third day", "a 12th century church" keep their place in an order.
            Item::Ordinal(n) => {
                let (end, shared) = (next + 1, "of as more less fewer higher lower larger smaller");
                let part = scope.is_any(end, shared) || shares(scope, at, end) || is_alone(scope, at, end);
                n > 2 && scope.is_word(next) && part
            }
            Item::Word(_) => tens_parts(scope, next, Last::Article).is_some_and(|(_, end, _)| is_alone(scope, at, end)),
            _ => false,
        };
        if !fits || scope.word(next).ends_with('s') {
            return None;
        }
        build.last = Last::Article;
        at_token = next;
    }
    if let Some(hundreds) = hundreds(scope, start) {
        build.group = Some(hundreds);
        build.last = Last::Hundred;
        build.words = true;
        build.end = start + 1;
        at_token = start + 1;
    }
    // "every thousand", "per million", "hundred thousand": the scale counts one of itself.
    let doubled = matches!(item(scope, at, false, false), Some((Item::Scale(2), _)))
        && matches!(item(scope, at + 1, false, false), Some((Item::Scale(3..), _)))
        && !scope.word(at).ends_with('s');
    if doubled {
        build.last = Last::Article;
    }
    if start == at
        && at > 0
        && scope.is_any(at - 1, "every per another additional extra")
        && matches!(item(scope, at, false, false), Some((Item::Scale(_), _)))
    {
        build.last = Last::Article;
    }
    while at_token < limit {
        let mut next = at_token;
        if build.last != Last::Nothing && build.last != Last::Article {
            // A hyphen joins pieces: "twenty-five", "1.2-million".
            let hyphen = scope.is_sign(next, "-‑") && scope.joins(next);
            // "fifty - two", as some wires set it.
            let spaced = scope.is(next, "-")
                && !scope.token(next).glued
                && match item(scope, next + 1, false, false) {
                    Some((Item::Word(1..=9), _)) => build.last == Last::Ten,
                    Some((Item::Parts(3..) | Item::Ordinal(3..), _)) => build.last == Last::Unit,
                    _ => false,
                };
            next += TokenId::from(hyphen || spaced);
            // "three million, two hundred"
            let comma = scope.is(next, ",")
                && build.last == Last::Big
                && !build.digits
                && matches!(item(scope, next + 1, false, false), Some((Item::Word(1..), 1)))
                && matches!(item(scope, next + 2, false, false), Some((Item::Scale(power), _)) if power < build.ceiling)
                && !scope.is(next + 3, "of");
            next += TokenId::from(comma);
            if scope.is_any(next, "and &") {
                if let Some(end) = mixed(scope, next + 1, &mut build) {
                    at_token = end;
                    continue;
                }
                if !build.joins(scope, next + 1) {
                    break;
                }
                next += 1;
            } else if scope.is(next, "point") && (build.words || scope.is_number(next + 1)) {
                let Some(end) = spoken_point(scope, next + 1, &mut build) else { break };
                at_token = end;
                continue;
            }
        }
        if build.last != Last::Nothing
            && !scope.is(next.wrapping_sub(1), "and")
            && let Some((parts, end, plural)) = tens_parts(scope, next, build.last)
            && (plural || is_alone(scope, at, end))
            && build.parts(scope, parts, end)
        {
            build.end = end;
            break;
        }
        let Some((piece, len)) = item(scope, next, build.digits, money) else { break };
        if !build.take(scope, piece, next, len) {
            break;
        }
        at_token = next + len;
        build.end = at_token;
        if build.last == Last::Done {
            break;
        }
    }
    let end = build.end;
    if let Some(end) = slash(scope, start, end, &mut build) {
        return build.finish(scope, at, end, negative, &NUMBER);
    }
    if let Some(end) = scientific(scope, end, &mut build).or_else(|| power(scope, end, &mut build)) {
        return build.finish(scope, at, end, negative, &SCIENTIFIC);
    }
    if part == Part::Upper
        && let Some(end) = over(scope, end, limit, &mut build)
    {
        return build.finish(scope, at, end, negative, &NUMBER);
    }
    let rule = if build.form == Some(NumeralForm::Ordinal) { &ORDINAL } else { &NUMBER };
    build.finish(scope, at, end, negative, rule)
}

impl Build {
    /// Takes one more piece, or says that it does not belong to the number.
    fn take(&mut self, scope: &Scope<'_>, piece: Item, at: TokenId, len: TokenId) -> bool {
        match piece {
            Item::Digits(value) => {
                let fits = match self.last {
                    Last::Nothing => true,
                    // "3 hundred and 21", "2½"
                    Last::Hundred => {
                        scope.is(at.wrapping_sub(1), "and") && value < Decimal::whole(100) && value.exponent == 0
                    }
                    Last::Digits => scope.token(at).kind == TokenKind::Sign,
                    // "4 thousand 3 hundred"
                    Last::Big => {
                        matches!(item(scope, at + len, true, false), Some((Item::Scale(power), _)) if power < self.ceiling)
                            && value < Decimal::whole(100)
                    }
                    _ => false,
                };
                if !fits {
                    return false;
                }
                self.group = self.group.unwrap_or(Decimal::ZERO).plus(value);
                self.digits = true;
                self.last = Last::Digits;
                self.group.is_some()
            }
            Item::Word(value) => {
                let unit = (1..10).contains(&value);
                let fits = match self.last {
                    Last::Nothing | Last::Hundred => true,
                    Last::Big => !self.digits,
                    Last::Ten => unit,
                    _ => false,
                };
                if !fits {
                    return false;
                }
                self.group = self.group.unwrap_or(Decimal::ZERO).plus(Decimal::whole(value));
                self.words = true;
                self.last = if value >= 20 { Last::Ten } else { Last::Unit };
                self.group.is_some()
            }
            Item::Scale(power) => self.scale(scope, power, at),
            Item::Collective(value) => {
                let one = self.last == Last::Article || self.last == Last::Nothing;
                if self.last == Last::Nothing && scope.word(at).ends_with('s') {
                    return false;
                }
                let count = if one { Some(Decimal::whole(1)) } else { self.group };
                let Some(product) = count.and_then(|c| c.times(Decimal::whole(value))) else { return false };
                self.group = Some(product);
                self.words = true;
                self.last = Last::Done;
                true
            }
            Item::Parts(parts) => self.parts(scope, parts, at + len),
            Item::Ordinal(value) => {
                match self.last {
                    // "one third", "a fifth of"
                    Last::Article => return self.parts(scope, value, at + len),
                    Last::Unit if self.group == Some(Decimal::whole(1)) && value > 2 => {
                        return self.parts(scope, value, at + len);
                    }
                    // "third of litre"
                    Last::Nothing
                        if value > 2
                            && scope.is(at + len, "of")
                            && scope.has(at + len + 1, Table::Unit)
                            && is_alone(scope, at, at + len + 2) =>
                    {
                        self.group = Decimal::quotient(1, value);
                        self.form = Some(NumeralForm::Fraction);
                        self.last = Last::Done;
                        self.words = true;
                        return true;
                    }
                    Last::Nothing => self.group = Some(Decimal::whole(value)),
                    Last::Ten if value < 10 => {
                        self.group = self.group.and_then(|g| g.plus(Decimal::whole(value)));
                    }
                    Last::Hundred if value < 100 => {
                        self.group = self.group.and_then(|g| g.plus(Decimal::whole(value)));
                    }
                    _ => return false,
                }
                self.form = Some(NumeralForm::Ordinal);
                self.last = Last::Done;
                true
            }
        }
    }

    fn scale(&mut self, scope: &Scope<'_>, power: i16, at: TokenId) -> bool {
        if self.last == Last::Nothing {
            return false;
        }
        let one = Decimal::whole(1);
        if power == 2 {
            let group = if self.last == Last::Article { one } else { self.group.unwrap_or(Decimal::ZERO) };
            let limit = Decimal::whole(if self.digits { 1000 } else { 100 });
            if group >= limit || group <= Decimal::ZERO || self.last == Last::Big {
                return false;
            }
            self.group = Some(group.scaled(2));
            self.last = Last::Hundred;
        } else {
            match (self.group, self.last) {
                (None, Last::Article) => self.total = one.scaled(power),
                (None, Last::Big) => self.total = self.total.scaled(power),
                (Some(group), _) => {
                    let product = group.scaled(power);
                    let sum = if power < self.ceiling {
                        self.total.plus(product)
                    } else {
                        self.total.plus(group).map(|sum| sum.scaled(power))
                    };
                    let Some(sum) = sum else { return false };
                    // Adding zero keeps the digits as written.
                    self.total = if self.total == Decimal::ZERO { product } else { sum };
                }
                _ => return false,
            }
            self.group = None;
            self.ceiling = self.ceiling.min(power);
            self.last = Last::Big;
        }
        self.words |= scope.is_word(at);
        true
    }

    fn parts(&mut self, scope: &Scope<'_>, parts: i64, after: TokenId) -> bool {
        let one = matches!(self.last, Last::Article | Last::Nothing);
        // "quarter mile", but "fourth quarter minutes"
        let quarter = parts == 4 && scope.has(after, Table::Unit) && !scope.word(after).ends_with('s');
        // "fell by half"
        let by = || after >= 2 && scope.is(after - 2, "by");
        let counts = parts == 2 && (half_counts(scope, after) || by()) || quarter;
        if self.last == Last::Nothing && !counts {
            return false;
        }
        // "the second half of the year": a part that has its place is no share.
        let placed = "first second last latter other early later northern southern eastern western top bottom";
        if self.last == Last::Nothing && scope.is_any(after.wrapping_sub(2), placed) {
            return false;
        }
        let count = if one { Some(Decimal::whole(1)) } else { self.total.plus(self.group.unwrap_or(Decimal::ZERO)) };
        let Some(count) = count else { return false };
        // Only a few parts are counted so; and "2 quarters", "8 quarters" of a year are no share.
        let many = self.digits && (count >= Decimal::whole(100) || self.total != Decimal::ZERO);
        if parts < 2 || many || count.exponent < 0 {
            return false;
        }
        // "an hour and a quarter"
        let left = after.wrapping_sub(3);
        let behind = scope.is(left, "and") && scope.has(left.wrapping_sub(1), Table::Unit);
        let share = || shares(scope, left.wrapping_add(1), after);
        let article = self.last == Last::Article && !part_follows(scope, after) && !behind && !share();
        if parts == 4 && (self.digits || article) {
            return false;
        }
        // "one half-sister", "a half-hour": the half belongs to the word behind it.
        if scope.is(after, "-")
            && scope.token(after).glued
            && !scope.has(after + 1, Table::Unit)
            && item(scope, after + 1, false, false).is_none()
        {
            return false;
        }
        let Some(value) = Decimal::quotient(
            count.mantissa.saturating_mul(10i128.saturating_pow(count.exponent.unsigned_abs().into())),
            parts,
        ) else {
            return false;
        };
        self.group = Some(value);
        self.total = Decimal::ZERO;
        self.words = true;
        self.form = Some(NumeralForm::Fraction);
        self.last = Last::Done;
        true
    }

    /// Whether "and" and what follows still belong: "two hundred and five", "a million and twenty".
    fn joins(&self, scope: &Scope<'_>, at: TokenId) -> bool {
        let Some((piece, len)) = item(scope, at, false, false) else { return false };
        // "two hundred and three hundred" are two numbers.
        if matches!(item(scope, at + len, false, false), Some((Item::Scale(2), _))) && self.last == Last::Hundred {
            return false;
        }
        match (self.last, piece) {
            (Last::Hundred, Item::Word(n)) => n > 0,
            (Last::Hundred, Item::Digits(v)) => self.digits && v > Decimal::ZERO && v < Decimal::whole(100),
            (Last::Big, Item::Word(n)) => n > 1 && !self.digits,
            // "forty and two and two thirds", as it is read aloud
            (Last::Ten, Item::Word(1..=9)) => {
                scope.is(at + len, "and")
                    && matches!(item(scope, at + len + 2, false, false), Some((Item::Parts(_), _)))
            }
            _ => false,
        }
    }

    fn finish(
        self,
        scope: &Scope<'_>,
        first: TokenId,
        end: TokenId,
        negative: bool,
        rule: &'static crate::base::Rule,
    ) -> Option<Read> {
        if end <= first || self.last == Last::Nothing || self.last == Last::Article {
            return None;
        }
        let value = match self.group {
            Some(group) if self.total == Decimal::ZERO => group,
            Some(group) => self.total.plus(group)?,
            None => self.total,
        };
        let value = if negative { value.negated() } else { value };
        let form = self.form.unwrap_or(match (self.digits, self.words) {
            (true, true) => NumeralForm::Mixed,
            (true, false) if scope.is_word(end - 1) => NumeralForm::Mixed,
            (true, false) => NumeralForm::Digits,
            _ => NumeralForm::Words,
        });
        let end = if form == NumeralForm::Words { repeated(scope, end, value).unwrap_or(end) } else { end };
        Some(Read { end, low: value, high: value, form, rule })
    }
}

/// "forty-five (45) days": the number said again in digits belongs to the words.
fn repeated(scope: &Scope<'_>, end: TokenId, value: Decimal) -> Option<TokenId> {
    let again = scope.is(end, "(") && scope.is(end + 2, ")") && !scope.token(end).glued;
    (again && Decimal::parse(scope.word(end + 1))? == value).then_some(end + 3)
}

/// "one twenty-two": hundreds that are not said, where the number is all that its block holds.
fn hundreds(scope: &Scope<'_>, at: TokenId) -> Option<Decimal> {
    let (Item::Word(count @ 1..=9), 1) = item(scope, at, false, false)? else { return None };
    let (Item::Word(20..=90), 1) = item(scope, at + 1, false, false)? else { return None };
    let unit = at + 2 + TokenId::from(scope.is(at + 2, "-"));
    let unit = matches!(item(scope, unit, false, false), Some((Item::Word(1..=9), 1))).then_some(unit + 1);
    is_alone(scope, at, unit.unwrap_or(at + 2)).then(|| Decimal::whole(count).scaled(2))
}

/// Whether a currency's sign or code begins at a token: "won" is a verb before a number.
fn opens_money(scope: &Scope<'_>, at: TokenId) -> bool {
    let hits = scope.hits.at(at).iter().filter(|hit| hit.sense.table == Table::Currency);
    hits.filter_map(|hit| scope.lexicon.rows.currencies.get(usize::from(hit.sense.row)))
        .any(|row| row.side == Side::Before || scope.word(at) == row.code)
}

/// Whether a number is all that its block holds, as in the cell of a table.
pub(super) fn is_alone(scope: &Scope<'_>, first: TokenId, end: TokenId) -> bool {
    let sentence = scope.document.sentences.get(scope.document.sentence_of(first) as usize);
    let block = sentence.and_then(|s| scope.document.blocks.get(s.block as usize));
    block.is_some_and(|b| {
        b.tokens.start == first && (b.tokens.end == end || b.tokens.end == end + 1 && scope.is(end, "."))
    })
}

/// A sign before a number: whether it makes it negative, and where the number itself begins.
fn sign(scope: &Scope<'_>, at: TokenId) -> (bool, TokenId) {
    let number = |t: TokenId| scope.is_number(t);
    let begins = number(at + 1) || scope.is(at + 1, ".") && number(at + 2) && scope.token(at + 2).glued;
    // "–5°C": a dash that touches its number alone is set for a minus.
    let dash = scope.is(at, "–") && !scope.token(at).glued;
    if (dash || scope.is_sign(at, "-−")) && begins && scope.token(at + 1).glued {
        let currency = at > 0 && scope.has(at - 1, Table::Currency) && scope.token(at - 1).kind == TokenKind::Sign;
        let compared = scope.is_sign(at.wrapping_sub(1), "<>=~≈≤≥");
        let free = (!scope.token(at).glued || compared) && !number(at.wrapping_sub(1));
        if free || currency || scope.is(at.wrapping_sub(1), "(") {
            return (true, at + 1);
        }
    }
    // "- 2 degrees": with a gap it may be a dash, but where nothing else stands.
    if scope.is_sign(at, "-−")
        && number(at + 1)
        && scope.document.sentence_tokens(at).start == at
        && is_alone(scope, at, scope.document.sentence_tokens(at).end)
        && scope.document.sentence_tokens(at).end <= at + 5
    {
        return (true, at + 1);
    }
    // "a low of - 12 degrees", "to reach - 12 degrees": no dash parts a preposition or an infinitive from its noun.
    let degrees = || {
        let row = scope.hits.longest(at + 2, Table::Unit).and_then(|(_, row)| scope.lexicon.rows.units.get(row));
        row.is_some_and(|row| matches!(row.code, "Cel" | "[degF]" | "deg"))
    };
    if scope.is(at, "-")
        && number(at + 1)
        && (scope.is_any(at.wrapping_sub(1), "of to at is was")
            || scope.is(at.wrapping_sub(2), "to") && scope.token(at - 1).case == Case::Lower && degrees())
        && !scope.token(at).glued
    {
        return (true, at + 1);
    }
    if scope.is_any(at, "minus negative") && !scope.is(at.wrapping_sub(1), "or") {
        let next = at + 1 + TokenId::from(scope.is(at + 1, "-"));
        if item(scope, next, false, false).is_some_and(|(i, _)| matches!(i, Item::Digits(_) | Item::Word(_))) {
            return (true, next);
        }
    }
    (false, at)
}
