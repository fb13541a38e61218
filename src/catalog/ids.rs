//! The ids of elements that nobody gave one: made of their first words.

use crate::model::{Shape, TableShape, short_slug};
use std::collections::BTreeSet;
use toml::{Table, Value};

/// Gives each element of the lists in a table an id where it has none, that no other of the list has.
pub fn fill_ids(table: &mut Table, shape: &'static TableShape) {
    for field in shape.fields {
        let Some(inner) = field.shape.table() else { continue };
        match table.get_mut(field.name) {
            Some(Value::Table(table)) => fill_ids(table, inner),
            Some(Value::Array(elements)) => {
                let mut taken = ids_among(elements, inner);
                for element in elements.iter_mut().filter_map(Value::as_table_mut) {
                    fill_id(element, inner, &mut taken);
                }
            }
            _ => {}
        }
    }
}

/// Gives an element an id where it has none, and those within it theirs; it becomes one of those that are taken.
pub fn fill_id(element: &mut Table, shape: &'static TableShape, taken: &mut BTreeSet<String>) {
    if let Some(field) = shape.fields.iter().find(|field| field.shape.is_element())
        && !element.contains_key(field.name)
        && let Some(id) = id_of(element, shape, taken)
    {
        taken.insert(id.clone());
        element.insert(field.name.to_owned(), Value::String(id));
    }
    fill_ids(element, shape);
}

/// An id made of the first words of the first text that an element has, or of what such an element is.
fn id_of(element: &Table, shape: &TableShape, taken: &BTreeSet<String>) -> Option<String> {
    let texts = shape.fields.iter().filter(|field| matches!(field.shape, Shape::Text));
    let text = texts.filter_map(|field| element.get(field.name)?.as_str()).next().unwrap_or_default();
    let base = match short_slug(text) {
        slug if slug.is_empty() => shape.name.to_owned(),
        slug => slug,
    };
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    std::iter::once(base.clone()).chain(numbered).find(|id| !taken.contains(id))
}

fn ids_among(elements: &[Value], shape: &TableShape) -> BTreeSet<String> {
    let Some(field) = shape.fields.iter().find(|field| field.shape.is_element()) else { return BTreeSet::new() };
    elements.iter().filter_map(|element| element.get(field.name)?.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{District, Table as _};

    #[test]
    fn elements_get_ids_of_their_own() {
        let text = "name = \"Ryd\"\n[[problem]]\ntitle = \"Otrygga gångstråk\"\n[[problem.cause]]\ntext = \"Gamla armaturer\"\n\
                    [[problem]]\nid = \"eget\"\ntitle = \"Annat\"\n[[problem]]\ntitle = \"Otrygga gångstråk\"\n";
        let mut table: Table = toml::from_str(text).unwrap();
        fill_ids(&mut table, &District::TABLE);
        let ids: Vec<&str> =
            table["problem"].as_array().unwrap().iter().map(|problem| problem["id"].as_str().unwrap()).collect();
        assert_eq!(ids, ["otrygga-gangstrak", "eget", "otrygga-gangstrak-2"]);
        assert_eq!(table["problem"][0]["cause"][0]["id"].as_str(), Some("gamla-armaturer"));
    }
}
