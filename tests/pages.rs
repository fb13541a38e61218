//! What a head of department gets: reports as pages, on a screen and printed on A4, and in Markdown, for whoever runs no
//! program. Chromium shows and prints them (`pages/look.py`), and poppler reads what was printed.

use crate::reports::{CASES, Case, lines, sandbox};
use crate::support::{Sandbox, has_all, is_ci};
use register::language::Tongue;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::thread;

const SOFT_HYPHEN: char = '\u{ad}';

/// A page without what is between some tags, and the tags.
fn without(page: &str, begin: &str, end: &str) -> String {
    let mut rest = page;
    let mut kept = String::new();
    while let Some((before, from)) = rest.split_once(begin) {
        kept.push_str(before);
        rest = from.split_once(end).map_or("", |(_, behind)| behind);
    }
    kept + rest
}

#[test]
fn whoever_reads_a_report_is_told_of_no_command_and_no_flag() {
    let names = |tongue: &Tongue| -> Vec<String> {
        let command = register::cli::command(*tongue);
        command.get_subcommands().map(|inner| format!("register {}", inner.get_name())).collect()
    };
    let commands: Vec<String> = Tongue::ALL.iter().flat_map(names).collect();
    let mut found = Vec::new();
    for case in &CASES {
        let sandbox = sandbox(case);
        for (name, line) in lines(case) {
            for (language, format) in [("sv", "html"), ("sv", "md"), ("en", "html"), ("en", "md")] {
                let text = sandbox.run(&format!("--lang {language} {line} --format {format}")).fine().out;
                for line in without(&text, "<style>", "</style>").lines() {
                    let mut words = line.split(|sign: char| sign.is_whitespace() || matches!(sign, '>' | '`' | '('));
                    let has_flag = words
                        .any(|word| word.strip_prefix("--").is_some_and(|flag| flag.starts_with(char::is_alphabetic)));
                    if has_flag || commands.iter().any(|command| line.contains(command)) {
                        found.push(format!("{} {name}.{format} ({language}): {line}", case.name));
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Every page fits telephones and wide windows, in light and in dark, and has nothing that shuts anyone out; and printed it
/// is all there.
#[test]
fn every_report_is_shown_and_printed_whole() {
    if !has_all(&["chromium", "pdftotext", "pdfinfo", "python3"]) {
        return;
    }
    let wrong: Vec<String> = thread::scope(|scope| {
        let looks: Vec<_> = CASES.iter().map(|case| scope.spawn(move || wrong_in(case))).collect();
        looks.into_iter().flat_map(|look| look.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with the pages of a register.
fn wrong_in(case: &Case) -> Vec<String> {
    let sandbox = sandbox(case);
    let names: Vec<String> = Tongue::ALL
        .iter()
        .flat_map(|tongue| lines(case).into_iter().map(move |(name, line)| (tongue.code(), name, line)))
        .map(|(language, name, line)| {
            sandbox.run(&format!("{line} --lang {language} -o {name}-{language}.html")).fine();
            format!("{name}-{language}")
        })
        .collect();
    let tasks: Vec<Value> =
        names.iter().map(|name| json!({ "page": format!("{name}.html"), "pdf": format!("{name}.pdf") })).collect();
    sandbox.write("tasks.json", Value::from(tasks).to_string());
    let look = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/look.py");
    let told = output(sandbox.sealed("python3").arg(look).arg("tasks.json"));
    let looked: Value = serde_json::from_str(&told).unwrap();
    if looked["has_axe"] != true {
        assert!(!is_ci(), "axe-core is not here");
        eprintln!("skipped in part: axe-core is not here");
    }
    let mut wrong = Vec::new();
    for name in names {
        let found = looked["found"][format!("{name}.html")].as_array().unwrap();
        let found = found.iter().map(|one| one.as_str().unwrap().to_owned()).chain(wrong_on_paper(&sandbox, &name));
        wrong.extend(found.map(|one| format!("{} {name}: {one}", case.name)));
    }
    wrong
}

fn output(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What is wrong with a page that was printed.
fn wrong_on_paper(sandbox: &Sandbox, name: &str) -> Vec<String> {
    let pdf = format!("{name}.pdf");
    let mut wrong = Vec::new();
    let sizes = output(sandbox.sealed("pdfinfo").args(["-f", "1", "-l", "999", &pdf]));
    let sizes: Vec<&str> = sizes.lines().filter(|line| line.starts_with("Page ") && line.contains(" size:")).collect();
    wrong.extend(sizes.iter().filter(|line| !line.ends_with("(A4)")).map(|line| (*line).to_owned()));
    // As it is laid out: otherwise a hyphen at the end of a line is taken away, that of an id too.
    let text = output(sandbox.sealed("pdftotext").args(["-layout", &pdf, "-"]));
    let sheets: Vec<&str> = text.split_terminator('\u{c}').collect();
    assert_eq!(sheets.len(), sizes.len(), "{name}");
    let page = sandbox.read(&format!("{name}.html"));
    let title = page.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0;
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = spaced(&read_out(title));
    for (place, sheet) in (1..).zip(&sheets) {
        let number = match name.ends_with("-en") {
            true => format!("{place} of {}", sheets.len()),
            false => format!("{place} ({})", sheets.len()),
        };
        let sheet = spaced(sheet);
        if !sheet.contains(&number) || !sheet.contains(&title) {
            wrong.push(format!("sheet {place} is not numbered {number:?} below {title:?}:\n{sheet}"));
        }
    }
    // A report of one table has its headings on every sheet; on the last may stand nothing but what is said below it.
    if page.matches("<thead>").count() == 1 {
        let headings = page.split_once("<thead>").unwrap().1.split_once("</thead>").unwrap().0;
        for (place, sheet) in (1..).zip(&sheets[..sheets.len().max(2) - 1]) {
            wrong.extend(
                lacking(headings, sheet).into_iter().map(|word| format!("{word} is no heading of sheet {place}")),
            );
        }
    }
    let body = page.split_once("<body>").unwrap().1;
    wrong.extend(lacking(body, &text).into_iter().map(|word| format!("{word} is not printed as often as it is said")));
    wrong
}

/// The words of a page that are not in a text as often.
fn lacking(page: &str, text: &str) -> Vec<String> {
    let mut printed: BTreeMap<String, usize> = BTreeMap::new();
    let is_sign = |sign: char| !sign.is_alphanumeric();
    for word in text.split(is_sign) {
        *printed.entry(word.to_owned()).or_default() += 1;
    }
    let said = read_out(&without(page, "<caption>", "</caption>"));
    let mut missing = Vec::new();
    for word in said.split(|sign| is_sign(sign) && sign != SOFT_HYPHEN).filter(|word| !word.is_empty()) {
        let whole = word.replace(SOFT_HYPHEN, "");
        // A line may end at each point where the program has let it, and at no other.
        let parts: Vec<&str> = word.split(SOFT_HYPHEN).collect();
        let mut ways = (0..1_usize << (parts.len() - 1)).map(|ends| way(&parts, ends));
        let has = |way: &Vec<String>| way.iter().all(|part| printed.get(part).is_some_and(|count| *count > 0));
        match ways.find(has) {
            Some(way) => {
                for part in &way {
                    printed.entry(part.clone()).and_modify(|count| *count -= 1);
                }
            }
            None => missing.push(whole),
        }
    }
    missing
}

/// A word of some parts, in as many pieces as it comes in where lines end behind some of them.
fn way(parts: &[&str], ends: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for (place, part) in parts.iter().enumerate() {
        pieces.last_mut().unwrap().push_str(part);
        if ends >> place & 1 == 1 {
            pieces.push(String::new());
        }
    }
    pieces
}

/// What a page says, without its tags.
fn read_out(page: &str) -> String {
    let mut said = String::new();
    let mut rest = page;
    while let Some((text, tag)) = rest.split_once('<') {
        said.push_str(text);
        let (tag, behind) = tag.split_once('>').unwrap();
        // Words stand beside each other in what is no element of a line.
        if !["span", "/span", "del", "/del", "ins", "/ins", "strong", "/strong"].iter().any(|own| tag.starts_with(own))
        {
            said.push(' ');
        }
        rest = behind;
    }
    said.push_str(rest);
    let entities = [("&#x2f;", "/"), ("&#x27;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    entities.into_iter().fold(said, |said, (entity, sign)| said.replace(entity, sign))
}
