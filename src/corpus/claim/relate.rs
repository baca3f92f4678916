//! How two claims of the same thing stand to each other.

use super::read::Claim;
use super::{Apart, Relation};
use crate::analyze::Analysis;
use crate::base::{Decimal, day};
use crate::extract::{Bound, Figure, Status};
use std::rc::Rc;

/// Days between two figures past which they are about different times: a season.
const FAR_APART: i32 = 92;

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
        Some((&article.found.figures.get(index)?.value, article.attached.figures.get(index)?))
    };
    let ((fa, ca), (fb, cb)) = (figure(a)?, figure(b)?);
    let part = |c: &crate::analyze::attach::Context, of: u32| c.part_of.is_some_and(|(p, _)| p == of);
    if a.at.0 == b.at.0 && (part(ca, b.at.1) || part(cb, a.at.1)) {
        return Some((Relation::PartOf, apart));
    }
    let values = intervals(fa, fb);
    if a.at.0 == b.at.0 && values == Relation::NotBoth {
        return None;
    }
    let days = a.day.zip(b.day).map_or(0, |(x, y)| day::between(x, y));
    let stage = |s: Status| matches!(s, Status::Actual | Status::Former);
    if stage(ca.status) != stage(cb.status) {
        apart.push(Apart::Stage);
    }
    if days != 0 {
        apart.push(Apart::Time);
    }
    let relation = if days.abs() > FAR_APART {
        Relation::OtherTime
    } else if values != Relation::NotBoth {
        values
    } else if apart.iter().any(|a| *a != Apart::Time) {
        Relation::OtherScope
    } else if same_time(a, b) {
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
