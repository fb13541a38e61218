//! A stretch of text in plain characters, each with the bytes that it stands for.
//!
//! Compatibility forms are those that they stand for (NFKC); every hyphen and dash is `-`, every space is one
//! space, and signs that are not seen are left out. Escapes of TOML, JSON, Markdown, HTML and addresses are read.
//! A line that is continued goes on; the end of a line is [`BREAK`], with the `#` of a comment that begins the next.

use icu_normalizer::ComposingNormalizerBorrowed;
use std::ops::Range;

/// The end of a line.
pub(super) const BREAK: char = '\n';
/// More space than stands within a number: what parts columns.
pub(super) const GAP: char = '\t';
/// The most spaces that are one.
const SPACES: usize = 3;

/// Plain characters, and the bytes of each.
pub(super) struct Plain {
    /// The characters that are compared, each one of a plain form.
    pub chars: Vec<char>,
    bytes: Vec<(usize, usize)>,
}

impl Plain {
    /// The plain characters of a stretch of a text.
    pub fn of(text: &str, stretch: Range<usize>) -> Self {
        let mut plain = Self { chars: Vec::with_capacity(stretch.len()), bytes: Vec::with_capacity(stretch.len()) };
        let mut at = stretch.start;
        while at < stretch.end {
            at = plain.take(text, at, stretch.end);
        }
        plain
    }

    /// The bytes that some characters stand for.
    pub fn bytes(&self, place: Range<usize>) -> Range<usize> {
        let (Some(first), Some(last)) = (self.bytes.get(place.start), self.bytes.get(place.end.saturating_sub(1)))
        else {
            return 0..0;
        };
        first.0..last.1
    }

    /// The character at a place.
    pub fn at(&self, place: usize) -> Option<char> {
        self.chars.get(place).copied()
    }

    /// The character before a place.
    pub fn before(&self, place: usize) -> Option<char> {
        place.checked_sub(1).and_then(|before| self.at(before))
    }

    fn put(&mut self, sign: char, start: usize, end: usize) {
        self.chars.push(sign);
        self.bytes.push((start, end));
    }

    /// Takes what begins at a byte; says where the next begins.
    fn take(&mut self, text: &str, at: usize, most: usize) -> usize {
        let rest = &text[at..most];
        let Some(sign) = rest.chars().next() else { return most };
        let next = at + sign.len_utf8();
        match sign {
            '\\' => self.escaped(rest, at),
            '&' => self.entity(rest, at),
            '%' => {
                match rest.get(1..3).and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32) {
                    Some(meant) if matches!(meant, ' '..='~') && !meant.is_ascii_digit() => {
                        self.plain(meant, at, at + 3);
                        at + 3
                    }
                    _ => {
                        self.put('%', at, next);
                        next
                    }
                }
            }
            ' ' | '\t' | '\n' | '\r' => {
                let space = rest.find(|letter: char| !letter.is_ascii_whitespace()).unwrap_or(rest.len());
                let has_break = rest[..space].contains('\n');
                let end = at + space;
                // A comment goes on behind the mark of the next line.
                let marks = if has_break { rest[space..].bytes().take_while(|byte| *byte == b'#').count() } else { 0 };
                let end = if marks > 0 {
                    end + marks + rest[space + marks..].bytes().take_while(|byte| *byte == b' ').count()
                } else {
                    end
                };
                // A line that is left empty parts what is above it from what is below.
                let sign = match rest[..space].matches('\n').count() {
                    0 if space > SPACES || rest[..space].contains('\t') => GAP,
                    0 => ' ',
                    1 => BREAK,
                    _ => GAP,
                };
                self.put(sign, at, end);
                end
            }
            '\u{21}'..='\u{7e}' => {
                self.put(sign, at, next);
                next
            }
            _ => {
                self.plain(sign, at, next);
                next
            }
        }
    }

    /// Takes a character that is not of the plainest.
    fn plain(&mut self, sign: char, start: usize, end: usize) {
        if let Some(digit) = digit(sign) {
            self.put(digit, start, end);
            return;
        }
        if is_unseen(sign) {
            return;
        }
        if is_dash(sign) {
            self.put('-', start, end);
            return;
        }
        if sign.is_whitespace() || matches!(sign, '\u{3164}' | '\u{2800}') {
            // Several in a row are one, as those of ASCII are.
            if self.chars.last() != Some(&' ') {
                self.put(' ', start, end);
            }
            return;
        }
        // A mark behind a number that leads to a note is no digit of it.
        if is_raised(sign) && self.chars.last().is_some_and(char::is_ascii_digit) && !self.is_last_wide() {
            return;
        }
        // The letters of western languages, and signs that are usual, are what they stand for.
        if matches!(sign, '\u{c0}'..='\u{ff}' | '§' | '”' | '’') {
            self.put(sign, start, end);
            return;
        }
        let mut buffer = [0; 4];
        let normal = ComposingNormalizerBorrowed::new_nfkc();
        for part in normal.normalize(sign.encode_utf8(&mut buffer)).chars() {
            let part = if is_dash(part) { '-' } else { part };
            let part = if part.is_whitespace() { ' ' } else { part };
            self.put(digit(part).unwrap_or(part), start, end);
        }
    }

    /// Whether the last character takes more bytes than a plain digit does.
    fn is_last_wide(&self) -> bool {
        self.bytes.last().is_some_and(|(start, end)| end - start > 1)
    }

    /// Takes an escape such as `\u0040`, and gives the place behind it.
    fn escaped(&mut self, rest: &str, at: usize) -> usize {
        let mut letters = rest[1..].chars();
        let escaped = letters.next();
        let width = match escaped {
            Some('u') => 4,
            Some('U') => 8,
            Some('x') => 2,
            _ => 0,
        };
        if width > 0 {
            let meant = rest.get(2..2 + width).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
            let meant = meant.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
            if let Some(meant) = meant {
                let end = at + 2 + width;
                match meant {
                    '\u{21}'..='\u{7e}' => self.put(meant, at, end),
                    _ => self.plain(meant, at, end),
                }
                return end;
            }
        }
        match escaped {
            Some('\n' | '\r') | Some(' ' | '\t') if continues(&rest[1..]) => {
                let space = rest[1..].find(|letter: char| !letter.is_ascii_whitespace()).unwrap_or(rest.len() - 1);
                at + 1 + space
            }
            Some('n' | 'r') => {
                self.put(BREAK, at, at + 2);
                at + 2
            }
            Some('t') => {
                self.put(GAP, at, at + 2);
                at + 2
            }
            // Markdown's way of a sign that is no markup.
            Some(sign) if sign.is_ascii_punctuation() => {
                self.put(sign, at, at + 2);
                at + 2
            }
            _ => {
                self.put('\\', at, at + 1);
                at + 1
            }
        }
    }

    /// Takes what HTML calls a character by its name or number.
    fn entity(&mut self, rest: &str, at: usize) -> usize {
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        let meant = end.and_then(|end| {
            let name = rest.get(1..end)?;
            let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
                Some(number) => u32::from_str_radix(number, 16).ok(),
                None => number.parse().ok(),
            });
            let named = match name {
                "nbsp" | "thinsp" | "ensp" | "emsp" => Some(' '),
                "ndash" | "mdash" | "hyphen" | "dash" | "minus" => Some('-'),
                "commat" => Some('@'),
                "period" => Some('.'),
                "lpar" => Some('('),
                "rpar" => Some(')'),
                "shy" | "zwnj" | "zwj" => Some('\u{ad}'),
                _ => None,
            };
            Some((number.and_then(char::from_u32).or(named)?, at + end + 1))
        });
        match meant {
            Some((sign @ '\u{21}'..='\u{7e}', end)) => {
                self.put(sign, at, end);
                end
            }
            Some((sign, end)) => {
                self.plain(sign, at, end);
                end
            }
            None => {
                self.put('&', at, at + 1);
                at + 1
            }
        }
    }
}

/// Whether a line ends here, so that what stood before goes on in the next.
fn continues(rest: &str) -> bool {
    rest.trim_start_matches([' ', '\t']).starts_with(['\n', '\r'])
}

fn is_dash(sign: char) -> bool {
    matches!(
        sign,
        '\u{2010}'
            ..='\u{2015}'
                | '\u{2212}'
                | '\u{2043}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{2d7}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{301c}'
                | '\u{30fc}'
                | '\u{5be}'
                | '\u{1806}'
                | '\u{2796}'
    )
}

/// Whether a sign is not seen, or only changes how the one before it looks.
fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' | '\u{300}'..='\u{36f}'
        | '\u{20d0}'..='\u{20f0}' | '\u{1d173}'..='\u{1d17a}' | '\u{fff9}'..='\u{fffb}'
    ) || (sign.is_control() && !sign.is_whitespace())
}

/// Whether a digit is written above or below the others.
fn is_raised(sign: char) -> bool {
    matches!(sign, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{2079}' | '\u{2080}'..='\u{2089}')
}

/// The digit that a digit of another script stands for.
fn digit(sign: char) -> Option<char> {
    /// The zeros of scripts whose digits stand in a row.
    const ZEROS: [u32; 18] = [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
        0x1040, 0x17e0, 0x1810,
    ];
    let code = u32::from(sign);
    if code < ZEROS[0] {
        return None;
    }
    if code == 0x24ea || code == 0x24ff {
        return Some('0');
    }
    let zero = ZEROS.into_iter().find(|zero| (*zero..*zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}
