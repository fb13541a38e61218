//! What a row says beside what a record says: what is new of it, and where they say different things.

use crate::format::Edit;
use crate::model::{Document, KeyPath, Shape, Step, TableShape};
use toml::{Table, Value};

/// A field of which a row and a record say different things.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The field.
    pub path: KeyPath,
    /// What the record says.
    pub now: Value,
    /// What the row says.
    pub said: Value,
}

/// What a row makes of a record.
#[derive(Debug, Default)]
pub struct Merged {
    /// What becomes of the record's file.
    pub edits: Vec<Edit>,
    /// Where they say different things, and nobody has said which holds.
    pub open: Vec<Difference>,
    /// What the row says of several parts of a list at once, which only a person can part between them.
    pub in_parts: Vec<Difference>,
}

/// Puts what a row says into a record, where the record does not say it; where it says something else, what was decided:
/// whether the row holds. Lists get what they lack, and lose nothing. Which papers it rests on is no part of it.
pub fn merge(
    now: &mut Table,
    said: &Table,
    shape: &'static TableShape,
    row_holds: &dyn Fn(&KeyPath) -> Option<bool>,
) -> Merged {
    let mut merging = Merging { row_holds, merged: Merged::default() };
    merging.table(now, said, shape, &KeyPath::new());
    merging.merged
}

struct Merging<'m> {
    row_holds: &'m dyn Fn(&KeyPath) -> Option<bool>,
    merged: Merged,
}

impl Merging<'_> {
    fn table(&mut self, now: &mut Table, said: &Table, shape: &'static TableShape, above: &KeyPath) {
        for (name, value) in said {
            let Some(field) = shape.field(name) else { continue };
            let path: KeyPath = above.iter().cloned().chain([Step::Key(field.name.into())]).collect();
            if field.shape.table().is_some_and(|inner| inner.is::<Document>()) {
                continue;
            }
            match (now.get_mut(name), value) {
                (Some(Value::Array(list)), Value::Array(more)) => self.list(list, more, field.shape.table(), &path),
                (Some(Value::Table(own)), Value::Table(more)) => {
                    if let Some(inner) = field.shape.table() {
                        self.table(own, more, inner, &path);
                    }
                }
                (None, Value::Array(more)) => {
                    self.merged.edits.extend(more.iter().map(|one| Edit::Append(path.clone(), one.clone())));
                    now.insert(name.clone(), value.clone());
                }
                (None, _) => {
                    self.merged.edits.push(Edit::Set(path, value.clone()));
                    now.insert(name.clone(), value.clone());
                }
                (Some(own), _) if is_same(own, value) => {}
                (Some(own), _) => match (self.row_holds)(&path) {
                    Some(true) => {
                        *own = value.clone();
                        self.merged.edits.push(Edit::Set(path, value.clone()));
                    }
                    Some(false) => {}
                    None => self.merged.open.push(Difference { path, now: own.clone(), said: value.clone() }),
                },
            }
        }
    }

    fn list(&mut self, list: &mut Vec<Value>, more: &[Value], inner: Option<&'static TableShape>, path: &KeyPath) {
        for value in more {
            if let (Some(inner), Value::Table(said)) = (inner, value) {
                let parts: Vec<&Value> = list.iter().filter(|own| is_element(own, said, inner)).collect();
                if parts.len() > 1 {
                    if let Some((now, said)) = differs_from_all(&parts, said, inner) {
                        self.merged.in_parts.push(Difference { path: path.clone(), now, said });
                    }
                    continue;
                }
            }
            let found = match (inner, value) {
                (Some(inner), Value::Table(said)) => list.iter().position(|own| is_element(own, said, inner)),
                _ => list.iter().position(|own| is_same(own, value)),
            };
            match (found, inner, value) {
                (Some(place), Some(inner), Value::Table(said)) => {
                    let at: KeyPath = path.iter().cloned().chain([Step::Index(place)]).collect();
                    if let Some(Value::Table(own)) = list.get_mut(place) {
                        self.table(own, said, inner, &at);
                    }
                }
                (Some(_), ..) => {}
                (None, ..) => {
                    self.merged.edits.push(Edit::Append(path.clone(), value.clone()));
                    list.push(value.clone());
                }
            }
        }
    }
}

/// What several parts of a list come to and what is said of all of them, where that is not the same.
fn differs_from_all(parts: &[&Value], said: &Table, shape: &TableShape) -> Option<(Value, Value)> {
    let amounts = shape.fields.iter().filter(|field| matches!(field.shape, Shape::Money));
    for field in amounts {
        let Some(amount) = said.get(field.name).and_then(Value::as_integer) else { continue };
        let sum = parts.iter().filter_map(|part| part.get(field.name)?.as_integer()).sum();
        if amount != sum {
            return Some((Value::Integer(sum), Value::Integer(amount)));
        }
    }
    None
}

/// Whether a part of a list is the one that is told of: it goes by the same, and by nothing else that both say.
fn is_element(own: &Value, said: &Table, shape: &TableShape) -> bool {
    let Value::Table(own) = own else { return false };
    let goes_by = |name: &&str| own.contains_key(*name) && said.contains_key(*name);
    let mut known = shape.known_by().filter(goes_by).peekable();
    let key_is_same = shape
        .key
        .is_none_or(|key| matches!((own.get(key), said.get(key)), (Some(left), Some(right)) if is_same(left, right)));
    if known.peek().is_none() {
        return *own == *said;
    }
    key_is_same
        && known
            .all(|name| matches!((own.get(name), said.get(name)), (Some(left), Some(right)) if is_same(left, right)))
}

/// Whether two values say the same, however numbers are written.
#[allow(clippy::cast_precision_loss)]
fn is_same(left: &Value, right: &Value) -> bool {
    let number = |value: &Value| value.as_float().or_else(|| value.as_integer().map(|number| number as f64));
    match (number(left), number(right), left, right) {
        (Some(left), Some(right), ..) => (left - right).abs() < f64::EPSILON,
        (_, _, Value::String(left), Value::String(right)) => left.split_whitespace().eq(right.split_whitespace()),
        _ => left.to_string() == right.to_string(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::{Intervention, Table as _, path_text};

    #[test]
    fn what_a_record_lacks_is_put_in_and_what_differs_is_open() {
        let mut now: Table = toml::from_str(
            "title = 'Läxhjälp'\ndistricts = ['ryd']\nstaff = 2\nperiod = { from = 2026-01-01 }\n\
             budget = [{ year = 2026, amount = 100 }, { year = 2026, amount = 50, source = 'state-grant' }]\n",
        )
        .unwrap();
        let said: Table = toml::from_str(
            "title = 'Läxhjälp '\ndistricts = ['berga', 'ryd']\nstaff = 2.0\nperiod = { from = 2026-02-01, until = 2026-12-31 }\n\
             budget = [{ year = 2026, amount = 100 }, { year = 2027, amount = 7 }]\n\
             references = [{ title = 'en lista' }]\n",
        )
        .unwrap();
        let merged = merge(&mut now, &said, &Intervention::TABLE, &|_| None);
        let paths: Vec<String> = merged.edits.iter().map(|edit| path_text(edit.path())).collect();
        assert_eq!(paths, ["districts", "period.until", "budget"]);
        let open: Vec<String> = merged.open.iter().map(|one| path_text(&one.path)).collect();
        assert_eq!(open, ["period.from"]);
        let merged = merge(&mut now, &said, &Intervention::TABLE, &|_| Some(true));
        assert_eq!((merged.edits.len(), merged.open.len()), (1, 0));
        let merged = merge(&mut now, &said, &Intervention::TABLE, &|_| None);
        assert_eq!((merged.edits.len(), merged.open.len()), (0, 0), "what was read once changes nothing");
        let parts: Vec<String> = merged.in_parts.iter().map(|one| format!("{} {}", one.now, one.said)).collect();
        assert_eq!(parts, ["150 100"], "nobody knows which of the two it is");
    }
}
