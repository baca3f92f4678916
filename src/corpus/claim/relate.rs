//! How two claims of the same thing stand to each other.

use super::read::{Claim, Values};
use super::{Apart, Relation};
use crate::analyze::Analysis;
use crate::base::{Decimal, day};
use crate::extract::{Bound, Status};
use std::rc::Rc;

/// Days between two figures past which they are about different times: a season.
pub(super) const FAR_APART: i32 = 92;

/// The relation, and what sets the two apart; none for two figures of one article that the article itself
/// keeps apart.
pub(super) fn relation(
    articles: &[Rc<Analysis>],
    a: &Claim,
    b: &Claim,
    mut apart: Vec<Apart>,
) -> Option<(Relation, Vec<Apart>)> {
    let figure = |claim: &Claim| {
        let article = articles.get(claim.at.0 as usize)?;
        let index = claim.at.1 as usize;
        article.attached.figures.get(index)
    };
    let (ca, cb) = (figure(a)?, figure(b)?);
    let part = |c: &crate::analyze::attach::Context, of: u32| c.part_of.is_some_and(|(p, _)| p == of);
    if a.at.0 == b.at.0 && (part(ca, b.at.1) || part(cb, a.at.1)) {
        return Some((Relation::PartOf, apart));
    }
    let values = intervals(&a.values, &b.values);
    if a.at.0 == b.at.0 && values == Relation::NotBoth {
        return None;
    }
    let days = a.day.zip(b.day).map_or(0, |(x, y)| day::between(x, y));
    let stage = |s: Status| match s {
        Status::Actual | Status::Former => 0,
        Status::Requested => 1,
        _ => 2,
    };
    if stage(ca.status) != stage(cb.status) {
        apart.push(Apart::Stage);
    }
    if a.earlier != b.earlier {
        apart.push(Apart::Earlier);
    } else if days != 0 {
        apart.push(Apart::Time);
    }
    let relation = if days.abs() > FAR_APART {
        Relation::OtherTime
    } else if values != Relation::NotBoth {
        values
    } else if apart.iter().any(|a| !matches!(a, Apart::Time | Apart::Earlier)) {
        Relation::OtherScope
    } else if same_time(a, b) && a.earlier == b.earlier {
        Relation::NotBoth
    } else {
        Relation::OtherTime
    };
    Some((relation, apart))
}

/// Whether both hold for the same days, as their texts say; where one does not say, whether they came out on
/// one day.
fn same_time(a: &Claim, b: &Claim) -> bool {
    match (&a.days, &b.days) {
        (Some(x), Some(y)) => x == y,
        _ => a.published == b.published,
    }
}

/// How the values alone stand to each other.
pub(super) fn intervals(a: &Values, b: &Values) -> Relation {
    if a.bound == b.bound && a.low == b.low && (a.high == b.high || a.told == b.told) {
        return Relation::Same;
    }
    let below = |high: Option<Decimal>, low: Option<Decimal>| high.zip(low).is_some_and(|(h, l)| h < l);
    if below(a.high, b.low) || below(b.high, a.low) {
        return if rounded(a, b) || rounded(b, a) { Relation::Overlap } else { Relation::NotBoth };
    }
    let open = |f: &Values| {
        matches!(f.bound, Bound::MoreThan | Bound::AtLeast | Bound::LessThan | Bound::AtMost)
            || f.bound == Bound::Exact && f.high.is_none()
    };
    if open(a) || open(b) { Relation::BothPossible } else { Relation::Overlap }
}

/// Whether one is the other rounded to fewer digits behind a point or before "million": "10,412,600" and
/// "10.4 million", "66.3" and "66" of a hundred.
fn rounded(fine: &Values, rough: &Values) -> bool {
    let (Some(x), Some(y)) = (fine.low, rough.low) else { return false };
    if fine.low != fine.high || rough.low != rough.high || x.exponent >= y.exponent || x.mantissa == 0 {
        return false;
    }
    // Half of the last digit that is given.
    let half = Decimal { mantissa: 5, exponent: y.exponent - 1 };
    let off = x.plus(y.negated());
    let digits = y.mantissa.unsigned_abs() >= 10;
    digits && off.is_some_and(|off| off <= half && off >= half.negated())
}
