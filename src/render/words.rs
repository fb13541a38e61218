//! Cells in words: for people in their language, and for programs in codes.

use super::palette::{Ink, Palette, arrow, shape};
use crate::exchange::{BETWEEN, push_escaped};
use crate::language::{FluentValue, Language, rounded_share};
use crate::message::{Message, say};
use crate::model::{Step, TableShape, Trend, path_text, visible};
use crate::personal_data::mask;
use crate::report::{Cell, Drawing, Label, Mark, Wording, name_of, title_of};
use std::cell::RefCell;
use std::fmt::Write as _;

/// What the fields are called that a path goes through, without the places in their lists.
#[must_use]
pub fn field_names(table: &'static TableShape, path: &[Step], language: &Language) -> String {
    let mut table = Some(table);
    let names = path.iter().filter_map(|step| {
        let Step::Key(key) = step else { return None };
        let found = table.and_then(|shape| Some((shape, shape.field(key)?)));
        table = found.and_then(|(_, field)| field.shape.inner()).or(table);
        Some(found.map_or_else(|| key.to_string(), |(shape, field)| language.field(shape.name, field.name)))
    });
    names.collect::<Vec<_>>().join(" – ")
}

/// What stands in front of what is one step below something: spaces that no table takes away.
const STEP: &str = "\u{a0}\u{a0}";
/// How wide a bar is, in characters.
const BAR: f64 = 10.0;

/// A language and what the register calls its money.
#[derive(Debug, Clone, Copy)]
pub struct Words<'s> {
    /// The language that messages, numbers and days are written in.
    pub language: &'s Language,
    /// The register's currency, by its code.
    pub currency: &'s str,
    /// Whether every count is told with the ids that it counts.
    pub ids: bool,
}

impl Words<'_> {
    /// A label in the language, as it stands over a column or before a field.
    #[must_use]
    pub fn label(&self, label: &Label<'_>) -> String {
        match label {
            Label::Message(key) => self.language.text(*key),
            Label::Field(table, field) => self.language.field(table, field),
            Label::Description(table, field) => self.language.description(table, field),
            Label::Element(table) => self.language.element(table),
            Label::Kinds(kind) => self.language.kind_plural(*kind),
            Label::Choice(list, code) => capital(&self.language.choice_plural(list, code)),
            Label::MessageWith(message) => self.message(message),
            Label::Day(day) => day.map(|day| self.language.day(day)).unwrap_or_default(),
            Label::Cell(cell) => capital(&self.cell(cell)),
        }
    }

    /// A message with its arguments. Counts stay numbers, so that the language can choose between one and several.
    #[must_use]
    pub fn message(&self, message: &Message<Cell<'_>>) -> String {
        self.inked_message(message, Ink::Styled(Palette { on: false }))
    }

    /// The same, with what stands out in its arguments told apart.
    pub(super) fn inked_message(&self, message: &Message<Cell<'_>>, ink: Ink) -> String {
        /// Stands for an argument while the message is made: what is said has no signs that steer, and so neither tags nor
        /// colours.
        const STAND_IN: u32 = 0xe000;
        let apart = RefCell::new(Vec::new());
        let mut text = self.language.say(message.map(|cell| match cell {
            Cell::Integer(number) => FluentValue::from(*number),
            Cell::Counted(ids) => FluentValue::from(ids.len()),
            cell => {
                let inked = self.inked(cell, ink);
                let place = u32::try_from(apart.borrow().len()).ok();
                let stand_in = place.and_then(|place| char::from_u32(STAND_IN + place));
                match stand_in.filter(|_| Ink::is_in(&inked)) {
                    Some(stand_in) => {
                        apart.borrow_mut().push((stand_in, inked));
                        FluentValue::from(stand_in.to_string())
                    }
                    None => FluentValue::from(inked),
                }
            }
        }));
        for (stand_in, inked) in apart.into_inner() {
            text = text.replace(stand_in, &inked);
        }
        text
    }

    /// A cell for people, without colour.
    #[must_use]
    pub fn cell(&self, cell: &Cell<'_>) -> String {
        self.painted(cell, Palette { on: false })
    }

    /// A cell for people, with colour in its marks.
    #[must_use]
    pub fn painted(&self, cell: &Cell<'_>, palette: Palette) -> String {
        self.inked(cell, Ink::Styled(palette))
    }

    /// A cell for people, with what stands out in it told apart.
    pub(super) fn inked(&self, cell: &Cell<'_>, ink: Ink) -> String {
        let several = |cells: &[Cell<'_>], between: &str| {
            let parts: Vec<String> = cells.iter().map(|cell| self.inked(cell, ink)).collect();
            parts.join(between)
        };
        match cell {
            Cell::Empty => String::new(),
            Cell::Missing => self.language.text(say::MISSING),
            Cell::Text(text) => shown(text),
            Cell::Flag(flag) => self.language.text(if *flag { say::YES } else { say::NO }),
            Cell::Integer(number) => self.language.integer(*number),
            Cell::Ordinal(number) => number.to_string(),
            Cell::Counted(ids) if self.ids && !ids.is_empty() => {
                format!("{}: {}", self.language.integer(count(ids)), shown(&ids.join(", ")))
            }
            Cell::Counted(ids) => self.language.integer(count(ids)),
            Cell::Number(number) => self.language.number(*number),
            Cell::Measured(number, unit) if unit.is_empty() => self.language.number(*number),
            Cell::Measured(number, unit) => format!("{}\u{a0}{}", self.language.number(*number), shown(unit)),
            Cell::Share(share) => self.language.share(*share),
            Cell::Money(amount) => self.language.money(*amount, self.currency),
            // A day stays on one line.
            Cell::Day(day) => self.language.day(*day).replace(' ', "\u{a0}"),
            Cell::NearDay(day) => self.language.near_day(*day),
            Cell::Term(term) => self.language.term(*term),
            Cell::Period(from, until) => {
                let day =
                    |day: &Option<_>| day.map(|day| self.language.day(day).replace(' ', "\u{a0}")).unwrap_or_default();
                format!("{} – {}", day(from), day(until)).trim().to_owned()
            }
            Cell::Code(code, choices) => self.language.choice(choices.name, code),
            Cell::Reference(target, reference, register) => {
                let name = name_of(*target, reference, register, self.language.tongue().code());
                let title = if name == *reference { title_of(*target, reference, register) } else { None };
                title.map_or_else(|| shown(name), |title| self.inked(&title, ink))
            }
            Cell::Kind(kind) => self.language.kind(*kind),
            Cell::Message(message) => self.inked_message(message, ink),
            Cell::Marked(mark, inner) => ink.marked(*mark, &self.inked(inner, ink)),
            // An arrow alone is not read out.
            Cell::Trend(trend) if ink == Ink::Tagged => {
                format!("{} {}", arrow(*trend), self.language.choice(Trend::CHOICES.name, trend.code()))
            }
            Cell::Trend(trend) => arrow(*trend).to_owned(),
            Cell::Bar(value, whole) => self.bar(*value, *whole),
            Cell::Drawing(drawing) => drawn(drawing),
            Cell::Label(label) => self.label(label),
            // It gives way as a whole where there is little room.
            Cell::Path(table, path) => field_names(table, path, self.language).replace(' ', "\u{a0}"),
            Cell::Reworded(parts) => reworded(parts, ink),
            Cell::List(cells) => {
                let parts: Vec<String> = cells.iter().map(|cell| self.inked(cell, ink)).collect();
                // A comma between what has commas in it, or is a sentence, says nothing.
                let is_clause = |part: &String| part.contains([',', ';']) || part.ends_with('.');
                parts.join(if parts.iter().any(is_clause) { "; " } else { ", " })
            }
            Cell::Phrases(cells) => several(cells, "; "),
            Cell::Fields(shape, fields) => {
                let parts = fields.iter().map(|(name, cell)| {
                    let text = self.inked(cell, ink);
                    // What has parts of its own stands in brackets.
                    let text = if text.contains([';', '\n']) { format!("({text})") } else { text };
                    format!("{}: {text}", self.language.field(shape.name, name))
                });
                parts.collect::<Vec<_>>().join("; ")
            }
            Cell::Element(shape, fields) => self.element(shape, fields, ink),
            Cell::Lines(cells) => several(cells, "\n"),
            Cell::Joined(cells) => several(cells, " "),
            Cell::Record { name, .. } => self.inked(name, ink),
            Cell::Indented(steps, inner) => format!("{}{}", STEP.repeat(*steps), self.inked(inner, ink)),
        }
    }

    /// An element of a list in one line: what it is called or known by, its codes and numbers, its texts, and its id.
    fn element(&self, shape: &TableShape, fields: &[(&'static str, Cell<'_>)], ink: Ink) -> String {
        let id = shape.element_id().map(|id| id.name);
        let is_name = |name: &str| match (id, shape.called()) {
            (Some(_), Some(called)) => called.name == name,
            _ => shape.known_by().any(|known| known == name),
        };
        let (mut names, mut codes, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for (name, cell) in fields.iter().filter(|(name, _)| Some(*name) != id) {
            let text = self.inked(cell, ink);
            match cell {
                _ if is_name(name) => names.push(text),
                Cell::Code(..) | Cell::Marked(..) => codes.push(text),
                Cell::Text(_) => texts.push(text),
                _ => codes.push(format!("{}: {text}", self.language.field(shape.name, name))),
            }
        }
        let mut line = names.join(" ");
        if !codes.is_empty() {
            let codes = self.language.say(say::in_brackets(codes.join("; ")));
            line = if line.is_empty() { codes } else { format!("{line} {codes}") };
        }
        for text in texts {
            line = if line.is_empty() { text } else { format!("{line}: {text}") };
        }
        let id = fields.iter().find(|(name, _)| Some(*name) == id).map(|(_, id)| self.element_id(id, ink.palette()));
        [Some(line).filter(|line| !line.is_empty()), id].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The id of an element as it stands behind that of its record in a reference.
    pub(super) fn element_id(&self, id: &Cell<'_>, palette: Palette) -> String {
        palette.paint(palette.faint(), &format!("#{}", self.cell(id)))
    }

    fn bar(&self, value: f64, whole: f64) -> String {
        let share = if whole > 0.0 { (value / whole).clamp(0.0, 1.0) } else { 0.0 };
        // Between 0 and 10, so that no digit is lost.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let filled = (share * BAR).round() as usize;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let width = BAR as usize;
        let bar: String = (0..width).map(|place| if place < filled { '▇' } else { '▁' }).collect();
        let (value, whole) = (self.language.number(value), self.language.number(whole));
        format!("{} {bar}", self.language.say(say::ValueOfWhole { value, whole }))
    }
}

/// How many signs a bar is wide at most.
const BAR_WIDTH: f64 = 24.0;

/// The eighths of a sign, from the left and from below.
const EIGHTHS_ACROSS: [char; 8] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
const EIGHTHS_UP: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A drawing in signs.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn drawn(drawing: &Drawing) -> String {
    match drawing {
        Drawing::Bar { value, most } => {
            let share = if *most > 0.0 { (value / most).clamp(0.0, 1.0) } else { 0.0 };
            let eighths = (share * BAR_WIDTH * 8.0).round() as usize;
            let rest = (eighths % 8).checked_sub(1).map(|place| EIGHTHS_ACROSS[place]);
            "█".repeat(eighths / 8).chars().chain(rest).collect()
        }
        Drawing::Curve(values) => {
            let (least, most) = ends(values);
            let step = |value: f64| ((value - least) / (most - least).max(f64::MIN_POSITIVE) * 7.0).round() as usize;
            values.iter().map(|value| value.map_or('·', |value| EIGHTHS_UP[step(value).min(7)])).collect()
        }
    }
}

/// The least and the most that a curve is drawn between: nothing is its ground, unless it goes below.
pub(super) fn ends(values: &[Option<f64>]) -> (f64, f64) {
    let known = || values.iter().flatten().copied();
    (known().fold(0.0, f64::min), known().fold(0.0, f64::max))
}

/// A text with what went and what came marked as `git diff --word-diff` marks it, and what is far from both left
/// out.
fn reworded(parts: &[(Wording, std::borrow::Cow<'_, str>)], ink: Ink) -> String {
    let last = parts.len().saturating_sub(1);
    let part = |(place, (wording, text)): (usize, &(Wording, std::borrow::Cow<'_, str>))| {
        let text = shown(text);
        match wording {
            Wording::Kept => near(&text, place > 0, place < last),
            Wording::Gone => ink.gone(&text),
            Wording::Come => ink.come(&text),
        }
    };
    parts.iter().enumerate().map(part).collect()
}

/// The words of a text that are near to what stands before it, behind it, or both.
fn near(text: &str, before: bool, behind: bool) -> String {
    /// How many words are told.
    const NEAR: usize = 6;
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let (first, last) = (if before { NEAR } else { 0 }, if behind { NEAR } else { 0 });
    if words.len() <= first + last + 2 {
        return text.to_owned();
    }
    format!("{}… {}", words[..first].concat(), words[words.len() - last..].concat())
}

/// Text without the signs that steer a terminal or turn the direction of writing, and with personal data covered.
pub(super) fn shown(text: &str) -> String {
    visible(&mask(text)).into_owned()
}

fn count(ids: &[&str]) -> i64 {
    i64::try_from(ids.len()).unwrap_or(i64::MAX)
}

/// A cell for programs: codes and ids, ISO dates, plain numbers.
#[must_use]
pub fn data(cell: &Cell<'_>) -> String {
    let mut text = String::new();
    push_data(cell, &mut text);
    text
}

/// Adds a cell for programs to a text.
pub(super) fn push_data(cell: &Cell<'_>, text: &mut String) {
    match cell {
        Cell::Empty | Cell::Missing | Cell::Drawing(_) => {}
        Cell::Text(words) => text.push_str(&mask(words)),
        Cell::Code(code, _) => text.push_str(code),
        Cell::Reference(_, reference, _) => text.push_str(&mask(reference)),
        Cell::Kind(kind) => text.push_str(kind.name()),
        // The key without what it belongs to.
        Cell::Message(message) if message.arguments().is_empty() => text.push_str(message.key().short()),
        // What is said of something is what programs want, not how.
        Cell::Message(message) => {
            for (place, (_, cell)) in
                message.arguments().iter().filter(|(_, cell)| !matches!(cell, Cell::Empty)).enumerate()
            {
                if place > 0 {
                    text.push(' ');
                }
                push_data(cell, text);
            }
        }
        Cell::Marked(_, inner) | Cell::Indented(_, inner) => push_data(inner, text),
        Cell::Record { id, .. } => text.push_str(id),
        Cell::Counted(ids) => push(text, ids.len()),
        Cell::Share(share) => push(text, rounded_share(*share, 1000.0)),
        Cell::Trend(trend) => text.push_str(trend.code()),
        Cell::Path(_, path) => text.push_str(&path_text(path)),
        Cell::Label(label) => match &**label {
            Label::Field(_, field) => text.push_str(field),
            Label::Cell(cell) => push_data(cell, text),
            _ => {}
        },
        Cell::Reworded(parts) => {
            parts.iter().filter(|(wording, _)| *wording != Wording::Gone).for_each(|(_, part)| text.push_str(part));
        }
        Cell::List(cells) | Cell::Phrases(cells) => push_list(cells.iter(), text),
        Cell::Fields(_, fields) | Cell::Element(_, fields) => push_list(fields.iter().map(|(_, cell)| cell), text),
        Cell::Lines(cells) => push_several(cells, "\n", text),
        Cell::Joined(cells) => push_several(cells, " ", text),
        Cell::Flag(flag) => push(text, flag),
        Cell::Integer(number) | Cell::Ordinal(number) | Cell::Money(number) => push(text, number),
        Cell::Number(number) | Cell::Measured(number, _) | Cell::Bar(number, _) => push(text, number),
        Cell::Day(day) | Cell::NearDay(day) => push(text, day),
        Cell::Term(term) => push(text, term),
        Cell::Period(from, until) => {
            from.iter().for_each(|day| push(text, day));
            text.push('/');
            until.iter().for_each(|day| push(text, day));
        }
    }
}

fn push(text: &mut String, value: impl std::fmt::Display) {
    // Writing to a string does not fail.
    let _ = write!(text, "{value}");
}

/// Adds the elements of a list, as every table for programs has them.
fn push_list<'c, 'r: 'c>(cells: impl Iterator<Item = &'c Cell<'r>>, text: &mut String) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push_str(BETWEEN);
        }
        push_escaped(&data(cell), text);
    }
}

fn push_several(cells: &[Cell<'_>], between: &str, text: &mut String) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            text.push_str(between);
        }
        push_data(cell, text);
    }
}

/// A word with a capital letter first.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The mark of a line, with its colour.
pub(super) fn sign(mark: Mark, palette: Palette) -> String {
    palette.paint(palette.mark(mark), shape(mark))
}
