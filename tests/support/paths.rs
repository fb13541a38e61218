//! The paths that a source text names, told from the top of the program.

use std::collections::BTreeSet;

/// Every path from the top that a text names: after `crate`, `super`, `self`, or a module that it has or has taken in.
pub fn named_paths(text: &str, own: &str, is_module: &dyn Fn(&str) -> bool) -> Vec<String> {
    let above = |levels: usize| own.rsplitn(levels + 1, "::").nth(levels).unwrap_or_default().to_owned();
    let mut paths = after(text, "crate");
    for rest in after(text, "self") {
        paths.push(format!("{own}::{rest}"));
    }
    for rest in after(text, "super") {
        let levels = 1 + rest.split("::").take_while(|part| *part == "super").count();
        paths.push(format!("{}::{}", above(levels), rest.trim_start_matches("super::")));
    }
    let children = text.split("mod ").skip(1).filter_map(|rest| Some(format!("{own}::{}", rest.split_once(';')?.0)));
    let known: BTreeSet<String> = paths.iter().cloned().chain(children).filter(|path| is_module(path)).collect();
    for path in known {
        let name = path.rsplit("::").next().unwrap_or_default();
        paths.extend(after(text, name).into_iter().map(|rest| format!("{path}::{rest}")));
    }
    paths
}

/// What follows each time that a path begins with a name, with what stands in braces told one by one.
fn after(text: &str, name: &str) -> Vec<String> {
    let start = format!("{name}::");
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == ':';
    text.match_indices(&start)
        .filter(|(at, _)| !text[..*at].ends_with(is_part))
        .flat_map(|(at, _)| branches(&mut &text[at + start.len()..]))
        .collect()
}

/// Takes the paths that a text begins with from it.
fn branches(text: &mut &str) -> Vec<String> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    if let Some(list) = text.strip_prefix('{') {
        let mut paths = Vec::new();
        *text = list;
        while !text.is_empty() && !text.starts_with('}') {
            paths.extend(branches(text));
            *text = text.trim_start_matches(|letter| !is_part(letter) && letter != '}');
        }
        *text = text.strip_prefix('}').unwrap_or(text);
        return paths;
    }
    let trimmed = text.trim_start();
    let (name, rest) = trimmed.split_at(trimmed.find(|letter| !is_part(letter)).unwrap_or(trimmed.len()));
    *text = rest;
    let Some(mut inner) = rest.strip_prefix("::") else { return vec![name.to_owned()] };
    let paths = branches(&mut inner);
    *text = inner;
    let path =
        |inner: String| if matches!(&*inner, "self" | "") { name.to_owned() } else { format!("{name}::{inner}") };
    paths.into_iter().map(path).collect()
}
