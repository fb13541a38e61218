//! Every screen, at every width that people have: nothing is wider than the terminal, no word is cut but where its language
//! hyphenates it, and what there is no room for is named.

use crate::support::{Sandbox, copy};
use register::model::Kind;
use register::report::Report;
use std::collections::BTreeSet;
use std::path::Path;

const WIDTHS: [usize; 5] = [60, 80, 100, 120, 160];

/// The register of an example.
fn example(name: &str) -> Sandbox {
    let sandbox = Sandbox::empty();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).join("register");
    copy(&folder, &sandbox.path("register"));
    sandbox
}

/// What can be looked at: each list, a record of each kind, each report, and how things stand.
fn screens(sandbox: &Sandbox) -> Vec<String> {
    let mut screens = vec!["status".to_owned(), "decisions".to_owned()];
    for kind in Kind::ALL {
        screens.push(format!("list {}", kind.name()));
        let ids = sandbox.run(&format!("list {} --columns id --format csv", kind.name())).fine().out;
        let ids: Vec<&str> = ids.lines().skip(1).collect();
        // The first, the last and one between them.
        let some = [ids.first(), ids.get(ids.len() / 2), ids.last()];
        screens.extend(some.into_iter().flatten().map(|id| format!("show {}/{id}", kind.name())));
    }
    for report in Report::ALL.iter().map(|report| report.command()) {
        screens.push(match report {
            "report board" => format!("{report} {}", board(sandbox)),
            "report pivot" => format!("{report} --rows responsible --columns status"),
            "report trend" => format!("{report} --of count"),
            report => report.to_owned(),
        });
    }
    screens
}

fn board(sandbox: &Sandbox) -> String {
    let ids = sandbox.run("list body --type board --columns id --format csv").fine().out;
    ids.lines().nth(1).unwrap_or_default().to_owned()
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| sign.is_whitespace()).filter(|word| !word.is_empty())
}

/// Whether a word stands on a screen: whole, or in parts where its language hyphenates it.
fn stands(word: &str, seen: &BTreeSet<&str>, language: hypher::Lang) -> bool {
    if seen.contains(word) {
        return true;
    }
    // An id is one thing, whatever hyphens it has.
    let is_id = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-/#_.,;".contains(letter);
    if word.contains(|letter: char| letter.is_ascii_digit()) || word.contains('-') && word.chars().all(is_id) {
        return false;
    }
    let mut points: Vec<usize> = word.match_indices('-').map(|(at, _)| at + 1).collect();
    let mut begin = 0;
    for part in word.split_inclusive('-') {
        let letters = part.trim_matches(|letter: char| !letter.is_alphabetic());
        let at = begin + (letters.as_ptr() as usize - part.as_ptr() as usize);
        let mut place = at;
        for syllable in hypher::hyphenate(letters, language) {
            place += syllable.len();
            points.push(place);
        }
        begin += part.len();
    }
    let is_part = |point: &usize| {
        let (before, after) = word.split_at(*point);
        let before = if before.ends_with('-') { before.to_owned() } else { format!("{before}-") };
        !after.is_empty() && seen.contains(&*before) && stands(after, seen, language)
    };
    points.iter().any(is_part)
}

/// The words of a document that are told on a screen: of its tables those of the columns that are not hidden.
fn told(markdown: &str, hidden: &BTreeSet<String>) -> BTreeSet<String> {
    let mut told = BTreeSet::new();
    let mut columns: Option<Vec<bool>> = None;
    for line in markdown.lines() {
        let plain = line.replace("<br>", " ").replace("&nbsp;", " ");
        if !plain.starts_with('|') {
            columns = None;
            continue;
        }
        let cells: Vec<String> = cells(&plain);
        match &columns {
            None => columns = Some(cells.iter().map(|heading| !hidden.contains(heading.trim())).collect()),
            Some(shown) => {
                for (cell, _) in cells.iter().zip(shown).filter(|(_, shown)| **shown) {
                    told.extend(words(cell).filter(|word| !word.starts_with("--") && *word != ":-").map(str::to_owned));
                }
            }
        }
    }
    told
}

/// The cells of a row of Markdown.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut letters = line.trim().trim_start_matches('|').trim_end_matches('|').chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => cells.last_mut().unwrap().extend(letters.next()),
            '|' => cells.push(String::new()),
            letter => cells.last_mut().unwrap().push(letter),
        }
    }
    cells
}

#[test]
fn every_screen_can_be_read_at_every_width() {
    let mut wrong = Vec::new();
    let (mut looked_at, mut compared) = (0, 0);
    for sandbox in [Sandbox::linkoping(), example("havsby")] {
        for (tongue, language, word) in
            [("sv", hypher::Lang::Swedish, "Dolt: "), ("en", hypher::Lang::English, "Hidden: ")]
        {
            for screen in screens(&sandbox) {
                let markdown =
                    sandbox.run_with(&format!("{screen} --format md --lang {tongue}"), &[("COLUMNS", "1000")]);
                for width in WIDTHS {
                    let columns = width.to_string();
                    let said = sandbox.run_with(&format!("{screen} --lang {tongue}"), &[("COLUMNS", &columns)]).fine();
                    looked_at += 1;
                    let place = format!("{screen} in {tongue} at {width}");
                    let wide = said.out.lines().find(|line| textwrap::core::display_width(line) > width);
                    wrong.extend(wide.map(|line| format!("{place}: too wide: {line}")));
                    let lines = said.out.replace('\u{a0}', " ");
                    let hidden = hidden(&lines, word);
                    let seen: BTreeSet<&str> = words(&lines).collect();
                    let told = told(&markdown.out.replace('\u{a0}', " "), &hidden);
                    compared += told.len();
                    let lost: Vec<String> = told.into_iter().filter(|word| !stands(word, &seen, language)).collect();
                    if !lost.is_empty() {
                        wrong.push(format!("{place}: lost {}: {:?}", lost.len(), &lost[..lost.len().min(6)]));
                    }
                }
            }
        }
    }
    assert!(looked_at > 500 && compared > 50_000, "{looked_at} {compared}");
    assert!(wrong.is_empty(), "{} of {looked_at}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn how_it_stands_fits_a_terminal_with_what_must_be_done_first() {
    for sandbox in [Sandbox::linkoping(), example("havsby")] {
        for (tongue, to_do) in [("sv", "Att göra nu"), ("en", "To do now")] {
            for width in ["80", "100", "120", "160"] {
                let said = sandbox.run_with(&format!("status --lang {tongue}"), &[("COLUMNS", width)]).fine();
                // Below it stands what is typed next.
                assert!(said.out.lines().count() < 24, "{}", said.out);
                assert_eq!(said.out.lines().nth(1), Some(to_do), "{}", said.out);
                // What is wrong or late comes before what is waited for.
                let marks: String = said.out.lines().skip(2).take_while(|line| !line.is_empty()).collect();
                let last_wrong = marks.rfind('■').unwrap_or_default();
                assert!(marks.find('▲').is_none_or(|first| last_wrong < first), "{}", said.out);
            }
        }
    }
}

/// The columns that a screen says it does not show.
fn hidden(screen: &str, word: &str) -> BTreeSet<String> {
    let whole = screen.split('\n').map(str::trim).collect::<Vec<_>>().join(" ");
    let lists = whole.split(word).skip(1).filter_map(|rest| rest.split_once(" — "));
    lists.flat_map(|(names, _)| names.split(", ")).map(|name| name.trim().to_owned()).collect()
}
