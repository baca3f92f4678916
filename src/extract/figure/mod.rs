//! Figures: quantities with value, bound, unit and thing counted.
//!
//! Comes in: numerals, and the names and dates that claim some of them. Goes out: one [`Figure`] for
//! every quantity. To add a unit or currency, a row of its table; a way of joining two numbers, `range.rs`;
//! a qualifier, a row of `data/qualifiers.tsv`; where the thing counted stands, `thing/`.

mod amount;
mod compound;
mod qualifier;
mod range;
mod rank;
mod thing;
mod trend;

use super::{
    Bound, Cover, Extractor, Figure, Kind, Layer, Measure, Mention, Numeral, NumeralForm, Role, Scope, Thing, Timex,
    TimexKind, Unit,
};
use super::{phrase, tally};
use crate::base::{Decimal, Rule, Span};
use crate::lex::TokenId;
use crate::pack::Table;
use amount::Amount;
use qualifier::Qualified;

/// Finds every quantity.
pub const EXTRACTOR: Extractor =
    Extractor { kind: Kind::Figure, reads: &[Kind::Block, Kind::Numeral, Kind::Timex, Kind::Name], run };

/// A bare count.
pub const COUNT: Rule =
    Rule { name: "figure/count", why: "A number that no date, name or address claims counts something." };
/// An amount of money.
pub const MONEY: Rule =
    Rule { name: "figure/money", why: "A currency's sign, code or name beside a number makes it an amount of money." };
/// A share in percent.
pub const PERCENT: Rule =
    Rule { name: "figure/percent", why: "A number with a percent sign or word is a share or a change." };
/// A measure with a unit.
pub const MEASURE: Rule = Rule { name: "figure/measure", why: "A unit beside a number makes it a measure." };
/// A length of time.
pub const DURATION: Rule =
    Rule { name: "figure/duration", why: "A unit of time behind a number makes it a length of time." };
/// An age.
pub const AGE: Rule = Rule {
    name: "figure/age",
    why: "Years with old, a number behind aged, or one between commas behind a name is an age.",
};
/// Something per something.
pub const RATE: Rule =
    Rule { name: "figure/rate", why: "Per, a stroke, or a before a unit of time makes an amount a rate." };
/// A share without percent.
pub const RATIO: Rule = Rule { name: "figure/ratio", why: "A fraction, or so many in so many, is a share of a whole." };
/// Two ends of an interval.
pub const RANGE: Rule = Rule {
    name: "figure/range",
    why: "Two numbers joined by between, from, to, or or a dash are the ends of one interval.",
};
/// "an hour".
pub const SINGLE: Rule = Rule {
    name: "figure/single",
    why: "An article before a unit counts one where a word such as about or within measures it.",
};

fn run(scope: &Scope<'_>) -> Layer {
    let tokens = scope.document.len();
    let names = Cover::new(&scope.found.names, tokens);
    let dates = Cover::new(&scope.found.timexes, tokens);
    let counts: Vec<&Mention<Numeral>> =
        scope.found.numerals.iter().filter(|n| is_quantity(scope, n, &names, &dates)).collect();
    let mut figures = Vec::new();
    let mut index = 0;
    let mut free = 0;
    while let Some(numeral) = counts.get(index) {
        if numeral.tokens.0 < free {
            index += 1;
            continue;
        }
        singles(scope, free, numeral.tokens.0, &mut figures);
        let mut a = amount::amount(scope, numeral);
        called(scope, &mut a, &figures);
        carry(scope, &mut a, &figures);
        let (figure, used) = read(scope, a, &counts, index, &figures);
        free = figure.tokens.1 + 1;
        index += used;
        // What reaches into the figure before it gives way, and the number stands alone.
        let clear =
            |figure: &Mention<Figure>| figures.last().is_none_or(|b: &Mention<Figure>| b.tokens.1 < figure.tokens.0);
        if clear(&figure) {
            figures.push(figure);
        } else {
            let figure = self::figure(scope, amount::bare(numeral), None, Bound::Exact, &figures);
            if clear(&figure) {
                figures.push(figure);
            }
        }
    }
    singles(scope, free, tokens, &mut figures);
    Layer::Figures(figures)
}

/// "4.9 billion crowns", where the text has said before which crowns: "1.2 billion Danish crowns".
fn called(scope: &Scope<'_>, amount: &mut Amount, figures: &[Mention<Figure>]) {
    let iso = |code: &str| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
    // A word that serves several countries is its own code: "franc".
    let bare = matches!(amount.measure, Measure::Money | Measure::Rate) && !iso(amount.unit.code);
    let next = amount.last + 1;
    if !bare && (amount.measure != Measure::Count || !scope.is_word(next) || scope.token(next).is_capital()) {
        return;
    }
    let same = |word: &str| {
        if bare { !amount.unit.code.is_empty() && word.starts_with(amount.unit.code) } else { word == scope.word(next) }
    };
    let said = figures.iter().rev().take(SAID).find(|f| {
        let money = f.value.measure == Measure::Money && f.value.unit.per.is_empty();
        money && iso(f.value.unit.code) && same(scope.word(f.tokens.1))
    });
    let Some(said) = said else { return };
    let per = core::mem::take(&mut amount.unit.per);
    amount.unit = Unit { per, ..said.value.unit.clone() };
    if !bare {
        amount.last = next;
        amount.measure = Measure::Money;
    }
}

/// Figures looked back at for a currency, at most.
const SAID: usize = 24;

/// What a number has from the figure before it: an age in a list of ages ("aged nine, ten and 12"), a
/// currency that is not said twice ("a turnover of £947 million for a 107 million loss").
fn carry(scope: &Scope<'_>, amount: &mut Amount, figures: &[Mention<Figure>]) {
    let Some(before) = figures.last().filter(|f| f.sentence == scope.document.sentence_of(amount.first)) else {
        return;
    };
    if amount.measure != Measure::Count {
        return;
    }
    if before.value.measure == Measure::Score && tally::is_against(scope, before.tokens.1 + 1, amount.first) {
        amount::as_votes(amount);
        return;
    }
    // "jailed for ten years, serving four"
    let served = before.value.measure == Measure::Duration && !before.value.unit.code.is_empty();
    if served && scope.is_any(amount.first.wrapping_sub(1), "serving served serve") && !counts_behind(scope, amount) {
        amount.unit = before.value.unit.clone();
        amount.measure = Measure::Duration;
        return;
    }
    let gap = before.tokens.1 + 1..amount.first;
    let listed = gap.len() <= 2 && gap.clone().all(|t| scope.is(t, ",") || scope.is_any(t, "and or"));
    let ends = !scope.is_word(amount.last + 1) || scope.has(amount.last + 1, Table::Stop);
    if before.value.measure == Measure::Age && listed && ends && amount.low < Decimal::whole(120) {
        amount::as_age(amount);
    }
    // "won by 31 points to 17"
    let points = before.value.measure == Measure::Count
        && gap.len() == 2
        && scope.is_any(gap.start, "points goals runs votes")
        && scope.is(gap.start + 1, "to");
    if points && !counts_behind(scope, amount) {
        if scope.is(gap.start, "votes") {
            amount::as_votes(amount);
        } else {
            amount.unit = Unit::of("{point}", "point", "points");
            amount.measure = Measure::Score;
        }
        return;
    }
    // "from 18 mpg to 24"
    let led = gap.len() == 1 && scope.is(gap.start, "to") && !before.value.unit.code.is_empty();
    // "rose 8% to 3.65" tells a level behind a step.
    let level = before.value.measure == Measure::Percent && before.value.trend.is_some();
    // "cut to 210 crowns from 265"
    let came = gap.len() == 1 && scope.is(gap.start, "from") && before.value.measure == Measure::Money;
    if (led && before.value.measure != Measure::Money || came) && ends && !level {
        amount.unit = before.value.unit.clone();
        amount.measure = before.value.measure;
        return;
    }
    let large = amount.form == NumeralForm::Mixed && amount.low >= Decimal::whole(1_000_000);
    // "1.3 billion crowns ($190 million), against 1.5 billion": a conversion in brackets is no model.
    let bracket = before.tokens.0 > 0 && scope.is(before.tokens.0 - 1, "(");
    let earlier = figures.len().checked_sub(2).and_then(|at| figures.get(at)).filter(|f| f.sentence == before.sentence);
    let before = if bracket { earlier.unwrap_or(before) } else { before };
    if before.value.measure == Measure::Money
        && large
        && !counts_behind(scope, amount)
        && before.value.unit.per.is_empty()
    {
        amount.unit = before.value.unit.clone();
        amount.measure = Measure::Money;
    }
}

/// Whether a noun that a number can count stands behind it.
fn counts_behind(scope: &Scope<'_>, amount: &Amount) -> bool {
    phrase::noun_phrase(scope, amount.last + 1)
        .is_some_and(|p| matches!(phrase::class(scope, p.head), phrase::Class::Plural | phrase::Class::Name))
}

/// "six per 10,000": of whom, where the text has said so before: "nine per 10,000 births".
fn per_whom(amount: &mut Amount, figures: &[Mention<Figure>]) {
    let per = &amount.unit.per;
    if per.is_empty() || !per.bytes().all(|b| b.is_ascii_digit()) {
        return;
    }
    let said = figures.iter().rev().take(24).map(|f| f.value.unit.per.as_str());
    let whom = |p: &&str| p.strip_prefix(per.as_str()).is_some_and(|rest| rest.starts_with(' '));
    if let Some(whole) = said.into_iter().find(whom) {
        amount.unit.per = whole.to_owned();
    }
}

/// The figure whose conversion a figure is: "50 miles (80 km)", "US$30 or €27".
fn converted<'a>(
    scope: &Scope<'_>,
    amount: &Amount,
    first: TokenId,
    before: &'a [Mention<Figure>],
) -> Option<&'a Mention<Figure>> {
    let figure = before.last().filter(|f| f.tokens.1 + 2 == first)?;
    let other = figure.value.unit.code != amount.unit.code && !amount.unit.code.is_empty();
    let sign = scope.word(first - 1);
    let bracket = sign == "("
        || matches!(sign, "/" | "," | ";" | "or") && figure.tokens.0 > 0 && scope.is(figure.tokens.0 - 1, "(");
    let same = figure.value.measure == amount.measure;
    let or = amount.measure == Measure::Money && scope.is(first - 1, "or");
    (other && (bracket || or) && same).then_some(figure)
}

/// The figure that tells what this one is of: "up 3.1 per cent to $27", "times of 2:31:07 and 2:31:40".
fn beside<'a>(
    scope: &Scope<'_>,
    counted: &thing::Counted,
    measure: Measure,
    first: TokenId,
    before: &'a [Mention<Figure>],
) -> Option<&'a Mention<Figure>> {
    let figure = before.last().filter(|f| f.sentence == scope.document.sentence_of(first))?;
    let own = counted.thing.is_some_and(|t| t.first >= first || t.first > figure.tokens.1);
    let gap = figure.tokens.1 + 1..first;
    let step = gap.len() == 1 && scope.is_any(gap.start, "to at from versus")
        // "90 guards were hurt, as were 17 nurses"
        || gap.len() >= 2 && scope.is(first - 2, "as") && scope.is_any(first - 1, "was were did");
    // "times of 2:31:07 and 2:31:40"
    let pair = gap.len() == 1
        && scope.is(gap.start, "and")
        && figure.value.measure == measure
        && !matches!(measure, Measure::Count | Measure::Age);
    (!own && (step || pair)).then_some(figure)
}

/// Whether a numeral is a quantity as far as its role and the names and dates around it tell.
fn is_quantity(scope: &Scope<'_>, numeral: &Mention<Numeral>, names: &Cover, dates: &Cover) -> bool {
    if numeral.value.role != Role::Number {
        return false;
    }
    let (first, last) = numeral.tokens;
    if names.at(first).is_some() && names.at(first) == names.at(last) {
        // No name opens with a decimal or a grouped number, "0.5 WAR", or is money: "MYR42".
        let name = names.at(first).and_then(|index| scope.found.names.get(index));
        let opens = name.is_some_and(|name| name.tokens.0 == first);
        let money = name.is_some_and(|name| name.tokens.0 + 1 == first && scope.has(name.tokens.0, Table::Currency));
        if !(opens && scope.word(first).contains(['.', ',']) || money) {
            return false;
        }
    }
    let date = dates.at(first).and_then(|index| scope.found.timexes.get(index));
    date.is_none_or(|timex| holds_amount(scope, timex, numeral))
}

/// Whether a temporal expression holds an amount: a duration does, and "three years ago", "the last 4 years".
fn holds_amount(scope: &Scope<'_>, timex: &Mention<Timex>, numeral: &Mention<Numeral>) -> bool {
    let unit = numeral.tokens.1 + 1;
    let number = |t: TokenId| scope.is_number(t) || scope.has(t, Table::Number);
    // "a five-year", "four–five hours ago", "three to five years ago"
    let joined = scope.is_sign(unit, "-–") || scope.is_any(unit, "to or") && number(unit + 1);
    let unit = unit + TokenId::from(joined);
    let unit = unit + TokenId::from(joined && number(unit));
    // "2000 over 3" is no year.
    let beyond = numeral.value.form == NumeralForm::Fraction && numeral.tokens.1 > timex.tokens.1;
    matches!(timex.value.kind, TimexKind::Duration)
        || beyond
        || scope.has(unit, Table::Unit) && unit <= timex.tokens.1 && numeral.value.form != NumeralForm::Ordinal
}

/// The figure of the numeral at `index`, and how many numerals it uses.
fn read(
    scope: &Scope<'_>,
    a: Amount,
    counts: &[&Mention<Numeral>],
    index: usize,
    before: &[Mention<Figure>],
) -> (Mention<Figure>, usize) {
    // "an hour and 45 minutes"
    let single = compound::article_before(scope, a.first).and_then(|article| amount::single(scope, article));
    let mut a = single.and_then(|single| compound::compound(scope, &single, &a)).unwrap_or(a);
    compound::clocked(&mut a);
    if let Some(next) = counts.get(index + 1) {
        let b = amount::amount(scope, next);
        let whole = |x: &Amount| x.measure == Measure::Count && x.form == NumeralForm::Digits && x.low.exponent >= 0;
        let tally = whole(&a) && whole(&b) && tally::is_against(scope, a.last + 1, b.first);
        // "10-12 members voted" is an interval.
        let noun = matches!(phrase::class(scope, b.last + 1), phrase::Class::Plural | phrase::Class::Noun);
        if tally && !(a.low < b.low && noun) && tally::is_voted(scope, a.first) {
            amount::as_votes(&mut a);
            return (figure(scope, a, None, Bound::Exact, before), 1);
        }
        if let Some(mut both) = compound::compound(scope, &a, &b) {
            // "2 yards 7 feet 10 inches"
            let third = counts.get(index + 2).map(|third| amount::amount(scope, third));
            let three = third.and_then(|third| compound::compound(scope, &both, &third));
            let used = 2 + usize::from(three.is_some());
            both = three.unwrap_or(both);
            let qualified = qualifier::qualifier(scope, &both);
            return (figure(scope, both, qualified, Bound::Exact, before), used);
        }
        if let Some((both, qualified)) = limits(scope, &a, &b) {
            return (figure(scope, both, Some(qualified), Bound::Range, before), 2);
        }
        if let Some((both, opener)) = range::range(scope, &a, &b) {
            let qualified = opener.map(|tokens| Qualified { tokens, bound: Bound::Range, inside: true });
            let first = opener.map_or(both.first, |o| o.0);
            let outer = qualifier::before(scope, &both, first);
            let qualified = outer.map_or(qualified, |o| {
                Some(Qualified { tokens: (o.tokens.0, qualified.map_or(o.tokens.1, |q| q.tokens.1)), ..o })
            });
            return (figure(scope, both, qualified, Bound::Range, before), 2);
        }
        if a.unit.code.is_empty() && range::shares_unit(scope, &a, &b) {
            (a.unit, a.measure) = (b.unit.clone(), b.measure);
        }
        if let Some(share) = ratio(scope, &a, &b) {
            let qualified = qualifier::qualifier(scope, &share);
            return (figure(scope, share, qualified, Bound::Exact, before), 2);
        }
    }
    let qualified = qualifier::qualifier(scope, &a);
    let bound = if a.form != NumeralForm::Vague {
        Bound::Exact
    } else if a.low == a.high {
        Bound::Approx
    } else {
        Bound::Vague
    };
    (figure(scope, a, qualified, bound, before), 1)
}

/// "more than 10 but less than 20": a lower and an upper mark of one interval.
fn limits(scope: &Scope<'_>, a: &Amount, b: &Amount) -> Option<(Amount, Qualified)> {
    let lower = qualifier::before(scope, a, a.first)?;
    let upper = qualifier::before(scope, b, b.first)?;
    let gap = upper.tokens.0.checked_sub(a.last + 1).filter(|gap| (1..=2).contains(gap))?;
    let linked = (0..gap).all(|t| scope.is_any(a.last + 1 + t, "and but") || scope.is(a.last + 1 + t, ","));
    let up = |bound| matches!(bound, Bound::MoreThan | Bound::AtLeast);
    let down = |bound| matches!(bound, Bound::LessThan | Bound::AtMost);
    let (low, high) = if up(lower.bound) && down(upper.bound) {
        (a.low, b.low)
    } else if down(lower.bound) && up(upper.bound) {
        (b.low, a.low)
    } else {
        return None;
    };
    let unit = if b.unit.code.is_empty() { &a.unit } else { &b.unit };
    let same = a.unit.code.is_empty() || a.unit.code == unit.code;
    // A comma alone parts two figures more often, but after the lower mark.
    let comma = gap == 1 && scope.is(a.last + 1, ",");
    if !linked || !same || comma && low != a.low || low >= high {
        return None;
    }
    let measure = if b.unit.code.is_empty() { a.measure } else { b.measure };
    let both =
        Amount { last: b.last, number: (a.number.0, b.number.1), low, high, unit: unit.clone(), measure, ..a.clone() };
    Some((both, Qualified { tokens: lower.tokens, bound: Bound::Range, inside: true }))
}

/// Wholes that shares are told of: "nine out of 10" is a share, "19 out of 30 counts" are so many of so many.
const ROUND: [i64; 11] = [2, 3, 4, 5, 10, 20, 50, 100, 200, 500, 1000];

/// "one in five", "nine out of 10", "7 of 10".
fn ratio(scope: &Scope<'_>, a: &Amount, b: &Amount) -> Option<Amount> {
    let link = a.last + 1;
    let hyphens = scope.is(link, "-") && scope.is(link + 1, "in") && scope.is(link + 2, "-") && b.first == link + 3;
    let inside = scope.is(link, "in") && b.first == link + 1;
    let every = scope.is_any(link, "in of") && scope.is(link + 1, "every") && b.first == link + 2;
    // "one person in ten"
    let among = a.low == Decimal::whole(1)
        && scope.is_word(link)
        && scope.is(link + 1, "in")
        && (b.first == link + 2 || scope.is(link + 2, "every") && b.first == link + 3)
        && (!scope.is_word(b.last + 1)
            || scope.has(b.last + 1, Table::Stop)
            || phrase::class(scope, b.last + 1) == phrase::Class::Past);
    let every = every || among && !scope.has(link, Table::Unit);
    let out = scope.is(link, "out")
        && scope.is(link + 1, "of")
        && (b.first == link + 2 || scope.is(link + 2, "every") && b.first == link + 3);
    let round = ROUND.iter().any(|n| b.low == Decimal::whole(*n));
    if out && !round {
        return None;
    }
    let whole = |x: &Amount| x.low == x.high && x.low.exponent >= 0 && x.unit.code.is_empty();
    if !(hyphens || inside || every || out) || !whole(a) || !whole(b) || a.low >= b.low {
        return None;
    }
    let parts = i64::try_from(b.low.normal().mantissa)
        .ok()?
        .checked_mul(10i64.checked_pow(b.low.normal().exponent.unsigned_abs().into())?)?;
    let count =
        a.low.normal().mantissa.checked_mul(10i128.checked_pow(a.low.normal().exponent.unsigned_abs().into())?)?;
    let value = Decimal::quotient(count, parts)?;
    Some(Amount {
        last: b.last,
        number: (a.number.0, b.number.1),
        low: value,
        high: value,
        measure: Measure::Ratio,
        form: NumeralForm::Fraction,
        ..a.clone()
    })
}

/// Builds the figure of an amount.
fn figure(
    scope: &Scope<'_>,
    amount: Amount,
    qualified: Option<Qualified>,
    own: Bound,
    before: &[Mention<Figure>],
) -> Mention<Figure> {
    let mut first = amount.first;
    let mut last = amount.last;
    // "six points higher than four years ago": what is compared is not the time.
    let compares =
        |q: &Qualified| scope.is(q.tokens.1, "than") && !scope.is_any(q.tokens.0, "more less fewer longer no");
    let ago = amount.measure == Measure::Duration && scope.is_any(last + 1, "ago earlier before");
    let mut qualified = qualified.filter(|q| !(ago && compares(q)));
    if let Some(q) = qualified.filter(|q| q.inside) {
        first = first.min(q.tokens.0);
        last = last.max(q.tokens.1);
    }
    let counted = thing::counted(scope, &amount, first, last + 1, before);
    let mut amount = amount;
    if (amount.measure == Measure::Count || amount.measure == Measure::Other && amount.unit.per.is_empty())
        && let Some(thing) = counted.thing.filter(|t| t.first > last)
    {
        // "18.9 deaths per 100,000 people"
        last = amount::per_thing(scope, &mut amount, thing.last).unwrap_or(last);
    }
    per_whom(&mut amount, before);
    let span = |a: TokenId, b: TokenId| scope.document.span(a, b);
    if qualified.is_none()
        && let Some(thing) = counted.thing
        && thing.first > last
    {
        // "500 people or more": the words stand behind what is counted.
        qualified = qualifier::behind(scope, thing.last + 1).map(|q| Qualified { inside: false, ..q });
    }
    let source = converted(scope, &amount, first, before);
    // "more than 60 miles (97 km)": an open end is the conversion's as well; how rough it is, nobody says but
    // where both are told in one breath, "about US$30 or €27".
    let open = |b: Bound| matches!(b, Bound::MoreThan | Bound::AtLeast | Bound::LessThan | Bound::AtMost);
    let rough = |b: Bound| b == Bound::Approx && first > 0 && scope.is(first - 1, "or");
    let carried = source.map(|source| source.value.bound).filter(|b| open(*b) || rough(*b));
    let own = carried.filter(|_| own == Bound::Exact && qualified.is_none()).unwrap_or(own);
    let bound = match (own, qualified.map(|q| q.bound)) {
        // "about 14 to 18": two ends, and neither is sharp.
        (Bound::Range, Some(Bound::Approx)) => Bound::Approx,
        (_, None) | (Bound::Range, Some(_)) => own,
        (Bound::Vague, Some(Bound::Approx)) => Bound::Vague,
        (_, Some(bound)) => bound,
    };
    let (low, high, point) = ends(&amount, bound);
    let rule = rule(amount.measure, own);
    let thing = counted.thing.map(|t| Thing { span: span(t.first, t.last), head: scope.token(t.head).span });
    let deed = counted.deed.map(|d| span(d.0, d.1));
    let whose = counted.whose.map(|p| -> Span { span(p.first, p.last) });
    let model = source.or_else(|| beside(scope, &counted, amount.measure, first, before));
    let subject = counted.subject.map(|p| -> Span { span(p.first, p.last) });
    let copied = model.map(|s| (s.value.thing, s.value.deed, s.value.whose, s.value.subject));
    let value = Figure {
        low,
        high,
        point,
        bound,
        qualifier: qualified.map(|q| span(q.tokens.0, q.tokens.1)),
        number: span(amount.number.0, amount.number.1),
        trend: source.map_or_else(|| trend::trend(scope, &amount, first, before), |s| s.value.trend),
        measure: amount.measure,
        unit: amount.unit,
        thing: copied.map_or_else(|| thing, |c| c.0),
        deed: copied.map_or_else(|| deed, |c| c.1),
        whose: copied.map_or_else(|| whose, |c| c.2),
        subject: copied.map_or_else(|| subject, |c| c.3),
    };
    scope.mention(first, last, value, rule)
}

/// Lowest and highest value, and the point where there is one; an end is open where the bound leaves it open.
fn ends(amount: &Amount, bound: Bound) -> (Option<Decimal>, Option<Decimal>, Option<Decimal>) {
    let (low, high) = (amount.low, amount.high);
    match bound {
        Bound::MoreThan | Bound::AtLeast => (Some(low), None, (low == high).then_some(low)),
        Bound::LessThan | Bound::AtMost => (None, Some(high), (low == high).then_some(high)),
        _ => (Some(low), Some(high), (low == high).then_some(low)),
    }
}

fn rule(measure: Measure, own: Bound) -> &'static Rule {
    if own == Bound::Range {
        return &RANGE;
    }
    match measure {
        Measure::Count | Measure::Score => &COUNT,
        Measure::Money => &MONEY,
        Measure::Percent => &PERCENT,
        Measure::Duration => &DURATION,
        Measure::Age => &AGE,
        Measure::Distance | Measure::Other => &MEASURE,
        Measure::Rate => &RATE,
        Measure::Ratio => &RATIO,
    }
}

/// "within an hour", "about a mile": an article that counts one, between two tokens.
fn singles(scope: &Scope<'_>, from: TokenId, to: TokenId, figures: &mut Vec<Mention<Figure>>) {
    for at in from..to {
        if scope.is(at, "the")
            && scope.has(at + 1, Table::Number) | scope.is_number(at + 1)
            && let Some((amount, q)) = rank::ranks(scope, at).filter(|(_, q)| q.tokens.0 >= from)
        {
            figures.push(figure(scope, amount, Some(q), Bound::Range, figures));
        }
        if !scope.is_any(at, "a an") || !scope.has(at + 1, Table::Unit) || scope.token(at + 1).is_capital() {
            continue;
        }
        let Some(amount) = amount::single(scope, at).filter(|a| a.last < to) else { continue };
        if scope.is_any(at + 1, "second minute") && scope.is_word(at + 2) && !scope.has(at + 2, Table::Stop) {
            continue;
        }
        let q = qualifier::before(scope, &amount, at).filter(|q| q.tokens.0 >= from);
        // Where nothing else stands, the article counts.
        let alone = at == 0 && amount.last + 1 == scope.document.len();
        if q.is_none() && !alone {
            continue;
        }
        let mut found = figure(scope, amount, q, Bound::Exact, figures);
        found.rule = &SINGLE;
        figures.push(found);
    }
}
