//! The pieces a number is made of: digits, number words, scales, fractions, ordinals.

use crate::base::Decimal;
use crate::extract::Scope;
use crate::lex::{TokenId, TokenKind};
use crate::pack::{NumberKind, Table};

/// One piece.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Item {
    /// A number in digits, as written.
    Digits(Decimal),
    /// A number word below a hundred.
    Word(i64),
    /// "hundred", "million", "bn": a power of ten.
    Scale(i16),
    /// "dozen": a scale that is no power of ten.
    Collective(i64),
    /// "quarters", "thirds": what one is parted into.
    Parts(i64),
    /// "third", "21st"; a word may also name a part of one.
    Ordinal(i64),
}

/// The piece that begins at a token, and how many tokens it covers.
///
/// `money` says that a currency stands before the number, which lets "m" and "b" be scales.
pub fn item(scope: &Scope<'_>, at: TokenId, after_digits: bool, money: bool) -> Option<(Item, TokenId)> {
    let token = scope.token(at);
    if token.kind == TokenKind::Number {
        let value = Decimal::parse(scope.word(at)).or_else(|| dotted(scope.word(at)))?;
        let grouped = spaced(scope, at).or_else(|| indian(scope, at)).or_else(|| comma(scope, at));
        if let Some(grouped) = grouped.or_else(|| stopped(scope, at)) {
            return Some(grouped);
        }
        return match i64::try_from(value.mantissa) {
            Ok(number) if value.exponent == 0 && is_ordinal(scope, at, number) => Some((Item::Ordinal(number), 2)),
            _ => Some((Item::Digits(value), 1)),
        };
    }
    if let Some(value) = sign_fraction(scope.word(at)) {
        return Some((Item::Digits(value), 1));
    }
    if after_digits && let Some(scale) = abbreviated(scope, at, money) {
        return Some(scale);
    }
    for hit in scope.hits.at(at).iter().filter(|hit| hit.sense.table == Table::Number) {
        let Some(row) = scope.lexicon.rows.numbers.get(usize::from(hit.sense.row)) else { continue };
        let Ok(value) = row.value.parse::<i64>() else { continue };
        let item = match row.kind {
            NumberKind::Cardinal => Item::Word(value),
            NumberKind::Scale => Item::Scale(power(value)),
            NumberKind::Collective => Item::Collective(value),
            NumberKind::Fraction => Item::Parts(value),
            NumberKind::Ordinal => Item::Ordinal(value),
            NumberKind::Vague => continue,
        };
        return Some((item, TokenId::from(hit.len)));
    }
    None
}

/// Whether an ending of ordinals touches digits; "st" behind any but a one is a unit, as in "9st 4lb".
fn is_ordinal(scope: &Scope<'_>, at: TokenId, number: i64) -> bool {
    let stones = scope.is(at + 1, "st") && (number % 10 != 1 || number % 100 == 11);
    scope.token(at + 1).glued && scope.is_any(at + 1, "st nd rd th") && !stones
}

/// "40 000", "1 234 567.8": groups of three parted by spaces. A common space parts two numbers as well,
/// so that it must stand twice or before "000". "1'234.50", as the Swiss write.
fn spaced(scope: &Scope<'_>, at: TokenId) -> Option<(Item, TokenId)> {
    let digits = |t: TokenId| scope.is_number(t);
    let first = scope.word(at);
    if first.len() > 3 || first.starts_with('0') || !first.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut text = String::from(first);
    let (mut end, mut narrow, mut groups) = (at + 1, true, 0);
    let mark = |t: TokenId| scope.is_sign(t, "'’") && scope.joins(t);
    let marked = mark(at + 1);
    while end < at + 16 && if marked { mark(end) } else { digits(end) && !scope.token(end).glued } {
        end += TokenId::from(marked);
        let word = scope.word(end);
        let whole = word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit());
        let last = word.len() > 4 && word.as_bytes().get(3) == Some(&b'.');
        let gap = crate::base::Span::new(scope.token(end - 1).span.end, scope.token(end).span.start);
        if !(whole || last) || gap.len() > 3 || marked && scope.token(end).kind != TokenKind::Number {
            end -= TokenId::from(marked);
            break;
        }
        narrow &= scope.document.slice(gap) != " ";
        text.push_str(word);
        end += 1;
        groups += 1;
        if last {
            break;
        }
    }
    let clear = groups > 0 && (narrow || groups >= 2 || scope.is(at + 1, "000"));
    let value = Decimal::parse(&text).filter(|_| clear)?;
    Some((Item::Digits(value), end - at))
}

/// "12,34,567.89": the Indian way, groups of two before the last of three. The tokens part it as European groups.
fn indian(scope: &Scope<'_>, at: TokenId) -> Option<(Item, TokenId)> {
    let is_digits =
        |t: TokenId, len: usize| scope.word(t).len() == len && scope.word(t).bytes().all(|b| b.is_ascii_digit());
    let joined = |t: TokenId| scope.is(t, ",") && scope.joins(t);
    if !(is_digits(at, 1) || is_digits(at, 2)) {
        return None;
    }
    let mut text = String::from(scope.word(at));
    let mut end = at + 1;
    while end < at + 9 && joined(end) && is_digits(end + 1, 2) {
        text.push_str(scope.word(end + 1));
        end += 2;
    }
    let last = scope.word(end + 1);
    let tail = last.as_bytes().get(2) == Some(&b',') && last.split('.').next().is_some_and(|whole| whole.len() == 6);
    if !joined(end) || !tail {
        return None;
    }
    text.push_str(last);
    Some((Item::Digits(Decimal::parse(&text)?), end + 2 - at))
}

/// "1.234.567": groups of three parted by points, at least twice.
fn dotted(word: &str) -> Option<Decimal> {
    let mut groups = word.split('.');
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && !first.starts_with('0'))?;
    let mut text = String::from(first);
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        text.push_str(group);
    }
    (text.len() >= first.len() + 6).then(|| Decimal::parse(&text)).flatten()
}

/// "€1,50", "2,5 million", "is 1,3.": a comma as the decimal sign, where money, a unit or a scale says that it is one number.
fn comma(scope: &Scope<'_>, at: TokenId) -> Option<(Item, TokenId)> {
    let joined = |t: TokenId| scope.is(t, ",") && scope.joins(t);
    let digits = |t: TokenId| scope.word(t).bytes().all(|b| b.is_ascii_digit());
    // "1.234,56" can be nothing else.
    let grouped = scope.word(at).split_once('.').is_some_and(|(_, tail)| tail.len() % 4 == 3);
    let places = i16::try_from(scope.word(at + 2).len()).ok().filter(|places| (1..=2).contains(places))?;
    if !(joined(at + 1) && (digits(at) || grouped) && digits(at + 2)) || joined(at + 3) || at > 0 && joined(at - 1) {
        return None;
    }
    let next = at + 3;
    let scaled = scope.hits.longest(next, Table::Number).and_then(|(_, row)| scope.lexicon.rows.numbers.get(row));
    let told = grouped
        || scaled.is_some_and(|row| row.kind == NumberKind::Scale && !scope.token(next).glued)
        || [Table::Unit, Table::Currency].iter().any(|table| scope.has(next, *table)) && !scope.is(next, "in")
        || at > 0 && scope.has(at - 1, Table::Currency) && scope.token(at).glued
        || at > 0 && scope.is(at - 1, "is") && matches!(scope.word(next), "." | "");
    let (whole, part) = (Decimal::parse(&scope.word(at).replace('.', ""))?, Decimal::parse(scope.word(at + 2))?);
    let value = whole.plus(Decimal { mantissa: part.mantissa, exponent: -places }).filter(|_| told)?;
    Some((Item::Digits(value), 3))
}

/// "5.000 euros": a stop before three noughts parts thousands where money or people are told.
fn stopped(scope: &Scope<'_>, at: TokenId) -> Option<(Item, TokenId)> {
    let whole = scope.word(at).strip_suffix(".000").filter(|whole| whole.len() <= 3 && !whole.starts_with('0'))?;
    let told = scope.has(at + 1, Table::Currency)
        || scope.is_any(at + 1, "people men women children")
        || scope.word(at + 1).ends_with('s') && !scope.has(at + 1, Table::Unit) && !scope.is(at + 1, "points")
        || scope.token(at).glued && at > 0 && scope.has(at - 1, Table::Currency);
    Some((Item::Digits(Decimal::parse(whole)?.scaled(3)), 1)).filter(|_| told)
}

/// "bn", "m", "k" behind digits.
fn abbreviated(scope: &Scope<'_>, at: TokenId, money: bool) -> Option<(Item, TokenId)> {
    // "10G": a billion, where nothing else stands; elsewhere networks.
    if scope.word(at) == "G" && scope.token(at).glued && ends_alone(scope, at) {
        return Some((Item::Scale(9), 1));
    }
    let (len, row) = scope.hits.longest(at, Table::Scale)?;
    let row = scope.lexicon.rows.scales.get(row)?;
    let glued = scope.token(at).glued;
    // A word glued behind it makes it a part of that word.
    let whole = !scope.token(at + len).glued || !scope.is_word(at + len);
    let long = scope.word(at).len() > 1;
    let fits = money || (!row.money && (glued || long)) || (glued && row.money && counts(scope, at + len));
    // "2.33 k": a lone letter with nothing behind it.
    let lone = !glued && scope.is_sign(at, "kKM") && (!scope.is_word(at + len) || scope.has(at + len, Table::Currency));
    // "1.2b": nobody splits a bit or a byte.
    let fits = fits || glued && row.exponent == 9 && scope.word(at.wrapping_sub(1)).contains('.');
    // "Form 10-K"; "25 °C (298 K)" are kelvins.
    let kelvin = |t: TokenId| {
        scope.word(t).starts_with(['°', 'º']) || scope.is_sign(t, "CF") && scope.is_sign(t.wrapping_sub(1), "°º")
    };
    let lettered = scope.word(at) == "K" && (is_hyphen(scope.word(at.wrapping_sub(1))) || kelvin(at.wrapping_sub(3)));
    (whole && !lettered && (fits || lone) && (glued || long || money || lone))
        .then_some((Item::Scale(row.exponent), len))
}

/// Whether a token ends a block that holds a number and nothing else.
fn ends_alone(scope: &Scope<'_>, at: TokenId) -> bool {
    let sentence = scope.document.sentences.get(scope.document.sentence_of(at) as usize);
    let block = sentence.and_then(|s| scope.document.blocks.get(s.block as usize));
    block.is_some_and(|b| {
        b.tokens.end == at + 1 && b.tokens.start + 4 > at && (b.tokens.start..at).all(|t| !scope.is_word(t))
    })
}

fn is_hyphen(word: &str) -> bool {
    matches!(word, "-" | "‑")
}

/// Whether what follows "5m" is something that is counted ("5m people"), so that m is no metre.
fn counts(scope: &Scope<'_>, at: TokenId) -> bool {
    let token = scope.token(at);
    let size = scope.hits.longest(at, Table::Cue).is_some();
    token.kind == TokenKind::Word
        && !token.glued
        && scope.word(at).ends_with('s')
        && !size
        && !scope.has(at, Table::Stop)
        || scope.is_any(at, "people homes households children women men")
        // "a 1.1m-strong army"
        || is_hyphen(scope.word(at)) && scope.is(at + 1, "strong")
}

/// `½` and its kin.
fn sign_fraction(word: &str) -> Option<Decimal> {
    Some(match word {
        "½" => Decimal { mantissa: 5, exponent: -1 },
        "¼" => Decimal { mantissa: 25, exponent: -2 },
        "¾" => Decimal { mantissa: 75, exponent: -2 },
        "⅓" => Decimal::quotient(1, 3)?,
        "⅔" => Decimal::quotient(2, 3)?,
        "⅕" => Decimal { mantissa: 2, exponent: -1 },
        "⅛" => Decimal { mantissa: 125, exponent: -3 },
        "⅜" => Decimal { mantissa: 375, exponent: -3 },
        "⅝" => Decimal { mantissa: 625, exponent: -3 },
        "⅞" => Decimal { mantissa: 875, exponent: -3 },
        _ => return None,
    })
}

/// The power of ten that a scale word stands for.
fn power(value: i64) -> i16 {
    let (mut power, mut rest) = (0, value);
    while rest >= 10 {
        rest /= 10;
        power += 1;
    }
    power
}
