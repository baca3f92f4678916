//! Parts in a number: halves, thirds, points and strokes.

use super::super::item::{Item, item};
use super::{Build, Last, Part, number};
use crate::base::Decimal;
use crate::extract::phrase::{Class, class};
use crate::extract::{NumeralForm, Scope};
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;

/// ".25" where the point touches no word.
pub(super) fn leading_point(scope: &Scope<'_>, at: TokenId, build: &mut Build) -> Option<TokenId> {
    let digits = scope.token(at + 1);
    // "-.5%"
    let loose = at.checked_sub(1).is_some_and(|t| scope.is_sign(t, "-−") && !scope.token(t).glued);
    let fits =
        scope.is(at, ".") && (!scope.token(at).glued || loose) && digits.kind == TokenKind::Number && digits.glued;
    let word = scope.word(at + 1);
    if !fits || !word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let value = Decimal::parse(word)?;
    let places = i16::try_from(word.len()).ok()?;
    build.group = Some(Decimal { mantissa: value.mantissa, exponent: -places });
    build.digits = true;
    build.last = Last::Digits;
    build.end = at + 2;
    Some(at + 2)
}

/// "half a million", "half a dozen", "quarter of a million", "half million".
pub(super) fn half_of(scope: &Scope<'_>, at: TokenId, build: &mut Build) -> Option<TokenId> {
    let article = TokenId::from(scope.is(at, "a"));
    let (Item::Parts(parts @ (2 | 4)), 1) = item(scope, at + article, false, false)? else { return None };
    if scope.word(at + article).ends_with('s') || scope.is(at + article, "halves") {
        return None;
    }
    let mut next = at + article + 1;
    next += TokenId::from(scope.is(next, "-"));
    next += TokenId::from(scope.is(next, "of"));
    next += TokenId::from(scope.is(next, "a"));
    next += TokenId::from(scope.is(next, "-"));
    let (piece, len) = item(scope, next, false, false)?;
    let value = match piece {
        Item::Scale(power) if power >= 2 && !scope.word(next).ends_with('s') => {
            Decimal::quotient(1, parts)?.scaled(power)
        }
        Item::Collective(value) if !scope.word(next).ends_with('s') => Decimal::quotient(value.into(), parts)?,
        _ => return None,
    };
    build.group = Some(value);
    build.words = true;
    build.last = Last::Done;
    Some(next + len)
}

/// "… and a half", "… and three quarters"; a scale may follow: "two and a half million".
pub(super) fn mixed(scope: &Scope<'_>, at: TokenId, build: &mut Build) -> Option<TokenId> {
    if build.group.is_none() && build.total == Decimal::ZERO || build.form.is_some() {
        return None;
    }
    // "3 and 1/2 cups"
    if let Some(part) = share(scope, at).filter(|_| build.last == Last::Digits) {
        build.group = build.group?.plus(part);
        build.end = at + 3;
        return Some(at + 3);
    }
    // "one-and-a-half"
    let hyphen = |t: TokenId| TokenId::from(scope.is(t, "-") && scope.joins(t));
    let at = at + hyphen(at);
    let article = TokenId::from(scope.is_any(at, "a one"));
    let article = article + if article == 1 { hyphen(at + 1) } else { 0 };
    let (count, next) = match item(scope, at + article, false, false)? {
        (Item::Parts(_) | Item::Ordinal(_), _) => (1, at + article),
        (Item::Word(n), 1) if article == 0 => tens_and_units(scope, at, n),
        _ => return None,
    };
    let next = next + TokenId::from(scope.is(next, "-"));
    let (parts, len) = match item(scope, next, false, false)? {
        (Item::Parts(parts), len) => (parts, len),
        (Item::Ordinal(parts), len) if article > 0 && parts > 2 => (parts, len),
        _ => return None,
    };
    // "two and quarter hours", but no other part without its article.
    let bare = article == 0 && count == 1 && next == at;
    let short =
        parts == 2 || parts == 4 && scope.has(next + len + TokenId::from(scope.is(next + len, "of")), Table::Unit);
    if bare && !short || count >= parts {
        return None;
    }
    let part = Decimal::quotient(count.into(), parts)?;
    match build.group {
        // "a million and a half" is a half of the million.
        None if build.last == Last::Big => match item(scope, next + len, false, false) {
            // "one billion and three quarters of a million", said short.
            Some((Item::Scale(power), _)) if power < build.ceiling => {
                build.group = Some(part);
                build.last = Last::Digits;
            }
            _ => build.total = build.total.plus(part.scaled(build.ceiling))?,
        },
        Some(group) => build.group = Some(group.plus(part)?),
        None => return None,
    }
    build.end = next + len;
    build.words = true;
    if build.last != Last::Big {
        build.last = Last::Digits;
    }
    Some(next + len)
}

/// A number word with the unit word joined to it, "fifty-four", and one past its end.
fn tens_and_units(scope: &Scope<'_>, at: TokenId, first: i64) -> (i64, TokenId) {
    let unit = at + 1 + TokenId::from(scope.is(at + 1, "-"));
    match item(scope, unit, false, false) {
        Some((Item::Word(n @ 1..=9), 1)) if first >= 20 => (first + n, unit + 1),
        _ => (first, at + 1),
    }
}

/// The parts that a ten and a unit name together: 35 of "thirty-fifths" in "one hundred
/// thirty-fifths", 21 of "twenty-first" in "a twenty-first".
pub(super) fn tens_parts(scope: &Scope<'_>, at: TokenId, last: Last) -> Option<(i64, TokenId, bool)> {
    let (ten, mut next) = match item(scope, at, false, false)? {
        (Item::Word(ten @ 20..=90), 1) => (ten, at + 1),
        // "three one hundred (and) fifths", but "ninety-five hundred fifths"
        (Item::Word(count @ 1..=9), 1)
            if last == Last::Unit && matches!(item(scope, at + 1, false, false), Some((Item::Scale(2), 1))) =>
        {
            (count * 100, at + 2 + TokenId::from(scope.is(at + 2, "and")))
        }
        _ => return None,
    };
    next += TokenId::from(scope.is(next, "-"));
    let most = if ten < 100 { 9 } else { 99 };
    let (unit, plural) = match item(scope, next, false, false)? {
        (Item::Parts(n), 1) if n != 2 && n <= most => (n, true),
        (Item::Ordinal(n), 1) if n <= most => (n, false),
        _ => return None,
    };
    Some((ten + unit, next + 1, plural))
}

/// "two point five": digits spoken one by one.
pub(super) fn spoken_point(scope: &Scope<'_>, at: TokenId, build: &mut Build) -> Option<TokenId> {
    let (mut next, mut value) = (at, build.group?);
    if scope.is_number(at) && !build.words {
        let digits = scope.word(at);
        let places = i16::try_from(digits.len()).ok()?;
        let part = Decimal::parse(digits).filter(|d| d.exponent == 0 && places <= 6)?;
        build.group = Some(value.plus(Decimal { mantissa: part.mantissa, exponent: -places })?);
        build.end = at + 1;
        build.last = Last::Digits;
        return Some(at + 1);
    }
    // "two hundred point seventy-one"
    if let Some((Item::Word(n @ 10..=99), 1)) = item(scope, at, false, false) {
        let (part, end) = tens_and_units(scope, at, n);
        build.group = Some(value.plus(Decimal { mantissa: part.into(), exponent: -2 })?);
        build.end = end;
        build.last = Last::Digits;
        return Some(end);
    }
    for place in 1..=6 {
        let Some((Item::Word(n @ 0..=9), len)) = item(scope, next, false, false) else { break };
        value = value.plus(Decimal { mantissa: n.into(), exponent: -place })?;
        next += len;
    }
    if next == at {
        return None;
    }
    build.group = Some(value);
    build.end = next;
    build.last = Last::Digits;
    Some(next)
}

/// A whole number in digits.
fn whole(scope: &Scope<'_>, at: TokenId) -> Option<i128> {
    Decimal::parse(scope.word(at)).filter(|d| d.exponent == 0).map(|d| d.mantissa)
}

/// "3/4": digits, a stroke, digits; only such parts as are used for shares.
fn share(scope: &Scope<'_>, at: TokenId) -> Option<Decimal> {
    let glued = scope.joins(at + 1) && scope.is_number(at + 2);
    let bar = scope.is_sign(at + 1, "/⁄") && !scope.is_sign(at + 3, "/");
    let (a, b) = (whole(scope, at)?, i64::try_from(whole(scope, at + 2)?).ok()?);
    let usual = matches!(b, 2..=10 | 12 | 15 | 16 | 20 | 32 | 64 | 100 | 128);
    (glued && bar && usual && a > 0 && a < i128::from(b)).then(|| Decimal::quotient(a, b)).flatten()
}

/// "3/4", "2 1/4": a share, or a whole number with one.
pub(super) fn slash(scope: &Scope<'_>, start: TokenId, end: TokenId, build: &mut Build) -> Option<TokenId> {
    if build.last != Last::Digits || end != start + 1 {
        return None;
    }
    if let Some(value) = share(scope, start) {
        build.group = Some(value);
        build.form = Some(NumeralForm::Fraction);
        return Some(start + 3);
    }
    let after = start + 1;
    if scope.is_number(after) && !scope.token(after).glued && whole(scope, start)? < 1000 {
        let part = share(scope, after)?;
        build.group = build.group?.plus(part);
        return build.group.map(|_| after + 3);
    }
    None
}

/// "one over twenty": a fraction as it is spoken, where nothing follows it.
pub(super) fn over(scope: &Scope<'_>, end: TokenId, limit: TokenId, build: &mut Build) -> Option<TokenId> {
    if !scope.is(end, "over") || build.form.is_some() || build.total != Decimal::ZERO {
        return None;
    }
    let count = build.group.filter(|g| g.exponent == 0 && g.mantissa > 0)?;
    let below = number(scope, end + 1, Part::Lower)
        .filter(|below| below.low.exponent >= 0 && below.form != NumeralForm::Vague)?;
    let closed = below.end >= limit || scope.token(below.end).kind == TokenKind::Sign && below.end + 1 >= limit;
    let parts =
        i64::try_from(below.low.mantissa.checked_mul(10i128.checked_pow(below.low.exponent.unsigned_abs().into())?)?)
            .ok()?;
    if !closed {
        return None;
    }
    build.group = Some(Decimal::quotient(count.mantissa, parts)?);
    build.form = Some(NumeralForm::Fraction);
    Some(below.end)
}

/// Whether a bare "half" before this token is a share: "half of", "half the", "half a mile", "half its".
pub(super) fn half_counts(scope: &Scope<'_>, at: TokenId) -> bool {
    scope.is_any(at, "of a an the its their his her our my your all that those these as") && !scope.token(at).glued
        || scope.has(at, Table::Unit) && !scope.token(at).glued
}

/// Whether "a third", "a quarter" before this token is a share and no ordinal or part of a year.
pub(super) fn part_follows(scope: &Scope<'_>, at: TokenId) -> bool {
    scope.is_any(at, "of as more less fewer higher lower larger smaller century") || scope.has(at, Table::Unit)
}

/// Whether "a third", "a quarter" from `at` to before `after` is a share by what stands before it: "fell by a quarter",
/// "more than a third are", "between a quarter and a third".
pub(super) fn shares(scope: &Scope<'_>, at: TokenId, after: TokenId) -> bool {
    let led = |t| scope.is_any(t, "by than between") || scope.has(t, Table::Qualifier);
    let before = at.checked_sub(1);
    before.is_some_and(|t| led(t) || scope.is(t, "and") && scope.is(t.wrapping_sub(3), "between"))
        && !matches!(class(scope, after), Class::Noun | Class::Plural | Class::Name | Class::Hyphen)
}
