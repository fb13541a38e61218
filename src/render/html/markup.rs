//! Tagged text as HTML: what has a mark, went or came is an element, and all else is escaped.

use crate::model::Assessment;
use crate::render::palette::{Tag, shape};
use crate::render::words::Words;
use crate::report::{Mark, mark};
use minijinja::{HtmlEscape, Value};

/// What has more signs than this is prose, and no few words.
const WORDS: usize = 28;

/// A tagged text as HTML that can be put into a page as it is.
pub(super) fn markup(text: &str, words: &Words<'_>) -> Value {
    let (mut html, mut plain) = (String::new(), String::new());
    let mut open: Vec<Tag> = Vec::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let element = match (sign, Tag::begun_by(sign)) {
            (Tag::END, _) => closed(open.pop(), signs.peek().copied()).to_owned(),
            (_, Some(Tag::Mark(mark))) if signs.peek() == Some(&Tag::END) => {
                signs.next();
                alone(mark, words)
            }
            (_, Some(tag)) => {
                open.push(tag);
                opened(tag, signs.clone().take_while(|sign| *sign != Tag::END).count())
            }
            ('\n', None) => "<br>".to_owned(),
            ('\r', None) => continue,
            (sign, None) => {
                plain.push(sign);
                continue;
            }
        };
        html.push_str(&HtmlEscape(&std::mem::take(&mut plain)).to_string());
        html.push_str(&element);
    }
    html.push_str(&HtmlEscape(&plain).to_string());
    Value::from_safe_string(html)
}

/// The beginning of an element of so many signs.
fn opened(tag: Tag, length: usize) -> String {
    match tag {
        Tag::Mark(mark) => {
            // A ground below several lines would be louder than what it marks.
            let class = if length > WORDS { "prose" } else { "mark" };
            let (own, shape) = (mark.code(), shape(mark));
            format!(
                "<span class=\"{class} {own}\"><span class=\"sign {own}\" aria-hidden=\"true\">{shape}</span>\u{a0}"
            )
        }
        Tag::Gone => "<del>".to_owned(),
        Tag::Come => "<ins>".to_owned(),
    }
}

/// The end of an element. What came is told apart from what went before it by a space.
fn closed(tag: Option<Tag>, next: Option<char>) -> &'static str {
    match tag {
        Some(Tag::Mark(_)) => "</span>",
        Some(Tag::Gone) if next == Some(Tag::Come.sign()) => "</del> ",
        Some(Tag::Gone) => "</del>",
        Some(Tag::Come) => "</ins>",
        None => "",
    }
}

/// A mark without words beside it: it is read out in those that explain it.
fn alone(own: Mark, words: &Words<'_>) -> String {
    let code = Assessment::ALL.iter().find(|assessment| mark(**assessment) == own).map(|assessment| assessment.code());
    let word = code.map(|code| words.language.choice(Assessment::CHOICES.name, code)).unwrap_or_default();
    format!(
        "<span class=\"mark {}\" role=\"img\" aria-label=\"{}\">{}</span>",
        own.code(),
        HtmlEscape(&word),
        shape(own)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, Tongue};
    use crate::render::palette::Ink;
    use crate::report::{Cell, Wording};

    fn html(cell: &Cell<'_>) -> String {
        let language = Language::new(Tongue::En);
        let words = Words { language: &language, currency: "SEK", ids: false };
        markup(&words.inked(cell, Ink::Tagged), &words).to_string()
    }

    #[test]
    fn a_mark_is_an_element_and_what_looks_like_one_is_not() {
        assert_eq!(
            html(&Cell::text("late").marked(Mark::Bad)),
            "<span class=\"mark bad\"><span class=\"sign bad\" aria-hidden=\"true\">■</span>\u{a0}late</span>"
        );
        assert_eq!(
            html(&Cell::Empty.marked(Mark::Good)),
            "<span class=\"mark good\" role=\"img\" aria-label=\"on track\">●</span>"
        );
        assert_eq!(html(&Cell::text("■ <b>late</b> [-x-]")), "■ &lt;b&gt;late&lt;&#x2f;b&gt; [-x-]");
    }

    #[test]
    fn signs_of_tags_in_a_register_make_no_elements() {
        let written = "a\u{2}b\u{5}c\u{7}d";
        assert_eq!(html(&Cell::text(written)), "a\\u{2}b\\u{5}c\\u{7}d");
        let reworded = Cell::Reworded(vec![(Wording::Gone, written.into()), (Wording::Come, "<i>".into())]);
        assert_eq!(html(&reworded), "<del>a\\u{2}b\\u{5}c\\u{7}d</del> <ins>&lt;i&gt;</ins>");
    }
}
