//! What a head of department gets: reports as pages and in Markdown, for whoever runs no program.

use crate::reports::{CASES, lines, sandbox};
use register::language::Tongue;

/// A page without its style, which nobody reads.
fn without_style(page: &str) -> String {
    match (page.find("<style>"), page.find("</style>")) {
        (Some(begin), Some(end)) => format!("{}{}", &page[..begin], &page[end..]),
        _ => page.to_owned(),
    }
}

#[test]
fn whoever_reads_a_report_is_told_of_no_command_and_no_flag() {
    let command = register::cli::command(Tongue::FALLBACK);
    let commands: Vec<String> =
        command.get_subcommands().map(|inner| format!("register {}", inner.get_name())).collect();
    let mut found = Vec::new();
    for case in &CASES {
        let sandbox = sandbox(case);
        for (name, line) in lines(case) {
            for (language, format) in [("sv", "html"), ("sv", "md"), ("en", "html"), ("en", "md")] {
                let text = sandbox.run(&format!("--lang {language} {line} --format {format}")).fine().out;
                for line in without_style(&text).lines() {
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
