//! Text whose punctuation stands apart from its words, as in corpora cut into tokens, in scans and in some copied
//! PDFs: "sales rose 6 . 2 % , to $ 1.45 billion ." Where a block spaces its commas and full stops, its signs are taken
//! to touch the words that they touch in print. Spans still slice the text as it stands.

use super::{Token, TokenKind};

/// Closes up the tokens of a block, those from `first` on, if the block sets its signs apart.
pub fn close_up(text: &str, tokens: &mut Vec<Token>, first: usize) {
    if !is_set_apart(text, tokens.get(first..).unwrap_or(&[])) {
        return;
    }
    let loose = tokens.split_off(first);
    let mut opened = false;
    for (at, token) in loose.iter().enumerate() {
        let (mut token, word) = (*token, token.span.of(text));
        let before = tokens.get(first..).and_then(|kept| kept.last()).copied();
        let kind = |token: Option<&Token>| token.map_or(TokenKind::Sign, |token| token.kind);
        let holds = |kind| matches!(kind, TokenKind::Word | TokenKind::Number);
        let (left, right) = (kind(before.as_ref()), kind(loose.get(at + 1)));
        let digits = left == TokenKind::Number && right == TokenKind::Number;
        // "5 . 6", "10 , 000" are one number.
        if token.kind == TokenKind::Number
            && let Some([number, sign]) = tokens.get(first..).and_then(|kept| kept.last_chunk())
            && number.kind == TokenKind::Number
            && number.span.end < sign.span.start
            && goes_on(number.span.of(text), sign.span.of(text), word)
        {
            let span = number.span.to(token.span);
            tokens.pop();
            tokens.last_mut().into_iter().for_each(|number| number.span = span);
            opened = false;
            continue;
        }
        // "the nation ' s"
        if matches!(word, "s" | "S")
            && let Some(mark) = before.filter(|mark| matches!(mark.span.of(text), "'" | "’"))
            && let Some(owner) = tokens.len().checked_sub(2).filter(|owner| *owner >= first)
            && tokens.get(owner).is_some_and(|owner| owner.kind == TokenKind::Word)
        {
            tokens.pop();
            tokens.push(Token { span: mark.span.to(token.span), kind: TokenKind::Possessive, glued: true, ..token });
            opened = false;
            continue;
        }
        let joins = match word {
            "/" | ":" => digits,
            // "30 - year", "mid - july", "4 - 5", but "july - 5" may be a minus or a dash.
            "-" => holds(left) && holds(right) && (digits || right == TokenKind::Word),
            _ => false,
        };
        token.glued |= opened || joins || matches!(word, "," | "." | ";" | ":" | "!" | "?" | ")" | "]" | "%") && at > 0;
        opened = joins || matches!(word, "(" | "[" | "$" | "£" | "€") && right == TokenKind::Number;
        tokens.push(token);
    }
}

/// Whether more commas and full stops stand free than touch what they stand behind.
fn is_set_apart(text: &str, tokens: &[Token]) -> bool {
    let ends = tokens.iter().enumerate().filter(|(at, token)| {
        let next = tokens.get(at + 1);
        matches!(token.span.of(text), "," | ".") && next.is_none_or(|next| !next.glued && next.span.of(text) != ".")
    });
    let (free, touching) = ends.fold(
        (0, 0),
        |(free, touching), (_, token)| {
            if token.glued { (free, touching + 1) } else { (free + 1, touching) }
        },
    );
    free > touching
}

/// Whether a stop or a comma between two runs of digits is part of one number. A comma may stand in a list: behind
/// three digits only round hundreds are taken for a group.
fn goes_on(number: &str, sign: &str, next: &str) -> bool {
    let plain = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let last = number.rsplit([',', ' ']).next().unwrap_or(number);
    match sign {
        // "in 1994 . 20 people came"
        "." => !number.contains('.') && plain(next) && (number.len() < 4 || number.contains(',')),
        "," => {
            plain(last)
                && !number.contains('.')
                && !number.starts_with('0')
                && next.len() == 3
                && plain(next)
                && (last.len() < 3 || number != last || last.len() == 3 && next.ends_with("00"))
        }
        _ => false,
    }
}
