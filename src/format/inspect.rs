//! The slow way to read a file, for one that did not go through the fast way: its parsed text is held
//! against the fields of its kind, every deviation becomes a finding at its place, and what is right
//! is kept.

use super::day;
use super::depth::{MOST_LEVELS, too_deep};
use super::document::{BOM, TomlDocument};
use crate::catalog::day_to_toml;
use crate::message::{File, Key, Message, checks, say, shapes, syntax};
use crate::model::{
    Arg, Cadence, Choices, Day, Finding, Hint, KeyPath, Money, Shape, Spot, Step, TableShape, Target, Term, check_id,
    slug,
};
use std::borrow::Cow;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// How many syntax errors of one file are worth telling: after some, the rest is their echo.
const MOST_SYNTAX_ERRORS: usize = 5;

/// What was found in a file, and what of it can be kept; nothing where it does not parse.
pub(super) fn inspect(file: &str, text: &str, shape: &'static TableShape) -> (Option<toml::Table>, Vec<Finding>) {
    let text = super::document::without_bom(text);
    if text.starts_with(BOM) {
        return (None, vec![syntax_error(file, 0..BOM.len(), syntax::SECOND_BYTE_ORDER_MARK)]);
    }
    if let Some(bytes) = conflict_marker(text) {
        let finding = Finding::new(checks::conflict_marker(), file, Spot::Bytes(bytes.into()));
        return (None, vec![finding.hint(Some(Hint::Message(say::HINT_RESOLVE)))]);
    }
    if let Some(bytes) = too_deep(text) {
        return (None, vec![Finding::new(checks::nested_too_deeply(MOST_LEVELS), file, Spot::Bytes(bytes.into()))]);
    }
    let (document, errors) = TomlDocument::parse_recoverable(text);
    if !errors.is_empty() {
        return (None, syntax_errors(file, document.text, &errors));
    }
    let mut inspector = Inspector { file, top: shape, findings: Vec::new(), path: Vec::new() };
    let kept = inspector.table(document.root(), shape);
    (Some(kept), inspector.findings)
}

/// The first line that git left in a file where it could not merge.
fn conflict_marker(text: &str) -> Option<std::ops::Range<usize>> {
    let mut at = 0;
    let mut first = None;
    let mut closed = false;
    for line in text.split_inclusive('\n') {
        let is_mark = |sign: char| {
            let rest = line.trim_start_matches(sign);
            line.len() - rest.len() >= 7 && rest.starts_with(' ')
        };
        if is_mark('<') && first.is_none() {
            first = Some(at..at + line.trim_end().len());
        }
        closed |= is_mark('>');
        at += line.len();
    }
    first.filter(|_| closed)
}

fn syntax_error(file: &str, bytes: std::ops::Range<usize>, what: Key) -> Finding {
    Finding::new(checks::syntax_error(what), file, Spot::Bytes(bytes.into()))
}

fn syntax_errors(file: &str, text: &str, errors: &[toml::de::Error]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut lines = Vec::new();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let line = text.as_bytes()[..span.start.min(text.len())].iter().filter(|&&byte| byte == b'\n').count();
        // One error a line: what follows on it is mostly its echo.
        if lines.contains(&line) {
            continue;
        }
        lines.push(line);
        let what = error.message().split(", expected").next().unwrap_or_default();
        // The parser may have a name for a fault that this program has none for.
        let what = Key::find(File::Syntax, &format!("syntax-{}", slug(what))).unwrap_or(syntax::OTHER);
        findings.push(syntax_error(file, span, what));
        if findings.len() == MOST_SYNTAX_ERRORS {
            break;
        }
    }
    findings
}

struct Inspector<'f> {
    file: &'f str,
    top: &'static TableShape,
    findings: Vec<Finding>,
    path: KeyPath,
}

impl Inspector<'_> {
    fn here(&self, message: impl Into<Message<Arg>>) -> Finding {
        Finding::new(message, self.file, Spot::Value(self.path.clone()))
    }

    fn wrong_type(&mut self, shape: &Shape) {
        let finding = self.here(checks::WrongType { field: self.field_name(), expected: shape_message(shape) });
        self.findings.push(finding);
    }

    /// The names that lead here, without places in lists.
    fn field_name(&self) -> String {
        let keys = self.path.iter().filter_map(|step| match step {
            Step::Key(key) => Some(key.as_ref()),
            Step::Index(_) => None,
        });
        keys.collect::<Vec<_>>().join(".")
    }

    fn table(&mut self, table: &DeTable<'_>, shape: &'static TableShape) -> toml::Table {
        let mut kept = toml::Table::new();
        for (key, value) in table.iter() {
            let name = key.get_ref();
            self.path.push(Step::Key(Cow::Owned(name.to_string())));
            match shape.field(name) {
                Some(field) => {
                    if let Some(value) = self.value(value, &field.shape) {
                        kept.insert(name.to_string(), value);
                    }
                }
                None => {
                    let known = shape.fields.iter().map(|field| field.name);
                    // What is written below a heading belongs to it, also where that was not the thought.
                    let misplaced = self.path.len() > 1 && self.top.field(name).is_some();
                    let hint = misplaced.then_some(Hint::Message(say::ABOVE_HEADINGS));
                    let message = checks::unknown_key(name.to_string());
                    let finding = Finding::new(message, self.file, Spot::Key(self.path.clone()))
                        .hint(hint.or_else(|| nearest(name, known).map(Hint::DidYouMean)));
                    self.findings.push(finding);
                    self.no_numbers(value);
                }
            }
            self.path.pop();
        }
        for field in shape.fields.iter().filter(|field| field.required) {
            let there = table.iter().any(|(key, value)| key.get_ref() == field.name && !is_empty(value));
            if !there {
                let mut path = self.path.clone();
                path.push(Step::Key(Cow::Borrowed(field.name)));
                let message = checks::MissingField { label: Arg::Field(shape.name, field.name), field: field.name };
                self.findings.push(Finding::new(message, self.file, Spot::Value(path)));
            }
        }
        kept
    }

    /// Tells of what the parser lets through as a number, in a value that nobody asks for.
    fn no_numbers(&mut self, value: &Spanned<DeValue<'_>>) {
        match value.get_ref() {
            DeValue::Integer(_) if integer(value.get_ref()).is_none() => {
                self.findings.push(syntax_error(self.file, value.span(), syntax::INVALID_INTEGER_NUMBER));
            }
            DeValue::Array(array) => array.iter().for_each(|value| self.no_numbers(value)),
            DeValue::Table(table) => table.iter().for_each(|(_, value)| self.no_numbers(value)),
            _ => {}
        }
    }

    /// The value, where it is right.
    fn value(&mut self, value: &Spanned<DeValue<'_>>, shape: &Shape) -> Option<toml::Value> {
        let is_element = matches!(self.path.last(), Some(Step::Index(_)));
        match (value.get_ref(), shape) {
            (DeValue::String(text), _) if text.is_empty() && !shape.is_list() && !matches!(shape, Shape::Text) => None,
            (DeValue::Array(array), Shape::List(inner)) => {
                let mut kept = Vec::new();
                for (index, value) in array.iter().enumerate() {
                    self.path.push(Step::Index(index));
                    kept.extend(self.value(value, inner));
                    self.path.pop();
                }
                Some(toml::Value::Array(kept))
            }
            // A table that says nothing is left out, whatever it would need if it said something.
            (DeValue::Table(_), Shape::Table(_) | Shape::Cadence) if is_empty(value) && !is_element => None,
            (DeValue::Table(table), Shape::Table(shape)) => Some(toml::Value::Table(self.table(table, shape))),
            (DeValue::Table(table), Shape::Cadence) => Some(toml::Value::Table(self.table(table, Cadence::PHASE))),
            (DeValue::Array(_), Shape::Cadence) => self.value(value, &Shape::List(&Shape::Table(Cadence::PHASE))),
            (DeValue::Table(table), Shape::Readings) => Some(toml::Value::Table(self.readings(table))),
            (DeValue::Table(table), Shape::Words) => Some(toml::Value::Table(self.words(table))),
            (value, shape) => self.scalar(value, shape),
        }
    }

    fn scalar(&mut self, value: &DeValue<'_>, shape: &Shape) -> Option<toml::Value> {
        match (value, shape) {
            (DeValue::String(text), shape) => self.text(text, shape),
            (DeValue::Boolean(flag), Shape::Flag) => Some(toml::Value::Boolean(*flag)),
            (DeValue::Integer(_), Shape::Integer | Shape::Ordinal | Shape::Year | Shape::Number | Shape::Money) => {
                match integer(value) {
                    Some(amount) if matches!(shape, Shape::Money) && Money::new(amount).is_none() => {
                        let finding = match amount {
                            ..0 => self.here(checks::negative_amount(amount)),
                            _ => self.here(checks::AmountTooLarge { amount, most: Money::MOST }),
                        };
                        self.findings.push(finding);
                        None
                    }
                    Some(number) => Some(toml::Value::Integer(number)),
                    None => self.refuse(shape),
                }
            }
            (DeValue::Float(_), Shape::Number) => match number(value) {
                Some(number) => Some(toml::Value::Float(number)),
                None => self.refuse(shape),
            },
            (DeValue::Datetime(date), Shape::Day) => match day::from_toml(date) {
                Some(day) => Some(day_to_toml(day)),
                None => self.refuse(shape),
            },
            (_, shape) => self.refuse(shape),
        }
    }

    fn refuse(&mut self, shape: &Shape) -> Option<toml::Value> {
        self.wrong_type(shape);
        None
    }

    fn text(&mut self, text: &str, shape: &Shape) -> Option<toml::Value> {
        let right = match shape {
            Shape::Text | Shape::CaseNumber | Shape::AreaCode => true,
            Shape::Day => text.parse::<Day>().is_ok(),
            Shape::Term => text.parse::<Term>().is_ok(),
            Shape::Choice(choices) => {
                if !choices.codes.contains(&text) {
                    self.unknown_value(text, choices);
                    return None;
                }
                true
            }
            Shape::Element | Shape::FormerId => {
                if check_id(text).is_err() {
                    self.not_an_id(text);
                    return None;
                }
                true
            }
            Shape::Reference(target) => {
                if target.parse(text).is_none() {
                    self.not_a_reference(text, *target);
                    return None;
                }
                true
            }
            _ => false,
        };
        if right { Some(toml::Value::String(text.to_owned())) } else { self.refuse(shape) }
    }

    fn unknown_value(&mut self, text: &str, choices: &'static Choices) {
        let hint = match nearest(text, choices.codes.iter().copied()) {
            Some(near) => Hint::DidYouMean(near),
            None => Hint::OneOfCodes { written: text.to_owned(), choices },
        };
        let finding = self.here(checks::UnknownValue { field: self.field_name(), value: text });
        self.findings.push(finding.hint(Some(hint)));
    }

    fn not_an_id(&mut self, text: &str) {
        let slug = slug(text);
        let hint = (!slug.is_empty()).then_some(Hint::DidYouMean(slug));
        let finding = self.here(checks::invalid_id(text)).hint(hint);
        self.findings.push(finding);
    }

    fn not_a_reference(&mut self, text: &str, target: Target) {
        let last = text.rsplit('/').next().unwrap_or(text);
        let repaired: String = match (target, last.split_once('#')) {
            (Target::Problem | Target::Cause | Target::Goal | Target::Decision, Some((record, element))) => {
                format!("{}#{}", slug(record), slug(element))
            }
            (Target::Anything, _) => match text.split_once('/') {
                Some((kind, id)) => format!("{kind}/{}", slug(id)),
                None => String::new(),
            },
            (_, Some((record, _))) => slug(record),
            (_, None) => slug(last),
        };
        let hint = target.parse(&repaired).is_some().then_some(Hint::DidYouMean(repaired));
        let expected = shape_message(&Shape::Reference(target));
        let finding = self.here(checks::MalformedReference { expected, reference: text }).hint(hint);
        self.findings.push(finding);
    }

    fn readings(&mut self, table: &DeTable<'_>) -> toml::Table {
        let mut kept = toml::Table::new();
        for (key, value) in table.iter() {
            self.path.push(Step::Key(Cow::Owned(key.get_ref().to_string())));
            if let Some(value) = self.value(value, &Shape::Number) {
                kept.insert(key.get_ref().to_string(), value);
            }
            self.path.pop();
        }
        kept
    }

    fn words(&mut self, table: &DeTable<'_>) -> toml::Table {
        let mut kept = toml::Table::new();
        for (word, names) in table.iter() {
            self.path.push(Step::Key(Cow::Owned(word.get_ref().to_string())));
            if check_id(word.get_ref()).is_err() {
                self.not_an_id(word.get_ref());
            } else if let DeValue::Table(names) = names.get_ref() {
                let mut of_word = toml::Table::new();
                for (language, name) in names.iter() {
                    self.path.push(Step::Key(Cow::Owned(language.get_ref().to_string())));
                    if let Some(name) = self.value(name, &Shape::Text) {
                        of_word.insert(language.get_ref().to_string(), name);
                    }
                    self.path.pop();
                }
                kept.insert(word.get_ref().to_string(), toml::Value::Table(of_word));
            } else {
                self.wrong_type(&Shape::Words);
            }
            self.path.pop();
        }
        kept
    }
}

fn is_empty(value: &Spanned<DeValue<'_>>) -> bool {
    match value.get_ref() {
        DeValue::String(text) => text.is_empty(),
        DeValue::Array(array) => array.is_empty(),
        DeValue::Table(table) => table.iter().all(|(_, value)| is_empty(value)),
        _ => false,
    }
}

/// A whole number, however it is written in the file.
fn integer(value: &DeValue<'_>) -> Option<i64> {
    let DeValue::Integer(number) = value else {
        return None;
    };
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// A number with decimals that is a number at all.
fn number(value: &DeValue<'_>) -> Option<f64> {
    let DeValue::Float(number) = value else {
        return None;
    };
    number.as_str().parse::<f64>().ok().filter(|number| number.is_finite())
}

/// The word of a list that is nearest to what was written, where one is near.
#[must_use]
pub fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let lowered = written.to_lowercase();
    known
        .map(|word| (strsim::jaro_winkler(&lowered, word), word))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|(a, left), (b, right)| a.total_cmp(b).then_with(|| right.cmp(left)))
        .map(|(_, word)| word.to_owned())
}

/// The key of a field in the messages: hyphens for underscores.
#[must_use]
pub fn label(name: &str) -> String {
    name.replace('_', "-")
}

/// The message that names a shape: what was expected.
#[must_use]
pub fn shape_message(shape: &Shape) -> Key {
    match shape {
        Shape::Text => shapes::TEXT,
        Shape::Flag => shapes::FLAG,
        Shape::Integer | Shape::Ordinal | Shape::Year => shapes::INTEGER,
        Shape::Number => shapes::NUMBER,
        Shape::Money => shapes::MONEY,
        Shape::Day => shapes::DAY,
        Shape::Term => shapes::TERM,
        Shape::Choice(_) => shapes::CHOICE,
        Shape::Element | Shape::FormerId => shapes::ID,
        Shape::CaseNumber => shapes::CASE_NUMBER,
        Shape::AreaCode => shapes::AREA_CODE,
        Shape::Reference(target) => match target {
            Target::Record(crate::model::Kind::District) => shapes::DISTRICT,
            Target::Record(crate::model::Kind::Body) => shapes::BODY,
            Target::Record(crate::model::Kind::Intervention) => shapes::INTERVENTION,
            Target::Record(crate::model::Kind::Meeting) => shapes::MEETING,
            Target::Record(crate::model::Kind::Situation) => shapes::SITUATION,
            Target::Record(crate::model::Kind::TargetPicture) => shapes::TARGET_PICTURE,
            Target::Record(crate::model::Kind::ActionPlan) => shapes::ACTION_PLAN,
            Target::Record(crate::model::Kind::Agreement) => shapes::AGREEMENT,
            Target::Record(crate::model::Kind::Round) => shapes::ROUND,
            Target::Goal => shapes::GOAL,
            Target::Problem => shapes::PROBLEM,
            Target::Cause => shapes::CAUSE,
            Target::Decision => shapes::DECISION,
            Target::MunicipalGoal => shapes::MUNICIPAL_GOAL,
            Target::OwnGoal => shapes::OWN_GOAL,
            Target::OwnIndicator => shapes::OWN_INDICATOR,
            Target::Anything => shapes::ANYTHING,
            Target::TargetGroup | Target::Category => shapes::WORD,
        },
        Shape::Readings => shapes::READINGS,
        Shape::Cadence => shapes::CADENCE,
        Shape::Words => shapes::WORDS,
        Shape::Table(_) => shapes::TABLE,
        Shape::List(_) => shapes::LIST,
    }
}
