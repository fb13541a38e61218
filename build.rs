//! Holds the two languages to each other, and makes a function of each message of the command line.
//!
//! The build fails where a message, or an argument of one, is there in one language and not in the
//! other.

use anyhow::{Context, Result, bail};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// The files of each language. What `say` is made of comes first.
const FILES: &[&str] = &["say", "reports", "help", "fields", "choices", "checks", "syntax"];
const LANGUAGES: &[&str] = &["sv", "en"];

/// Messages and the arguments of each.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=locales");
    let out = env::var("OUT_DIR")?;
    let mut generated = String::new();
    for file in FILES {
        let [swedish, english] = [LANGUAGES[0], LANGUAGES[1]].map(|language| messages(language, file));
        let (swedish, english) = (swedish?, english?);
        compare(file, &swedish, &english)?;
        if *file == "say" {
            for (key, arguments) in &swedish {
                function(&mut generated, key, arguments)?;
            }
        }
    }
    fs::write(Path::new(&out).join("say.rs"), generated)?;
    Ok(())
}

fn messages(language: &str, file: &str) -> Result<Messages> {
    let path = format!("locales/{language}/{file}.ftl");
    let source = fs::read_to_string(&path).with_context(|| path.clone())?;
    let resource = match fluent_syntax::parser::parse(source) {
        Ok(resource) => resource,
        Err((_, errors)) => bail!("{path}: {errors:?}"),
    };
    let mut messages = Messages::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let mut arguments = BTreeSet::new();
            match &message.value {
                Some(pattern) => collect(pattern, &mut arguments),
                None => bail!("{path}: {} says nothing", message.id.name),
            }
            if messages.insert(message.id.name.clone(), arguments).is_some() {
                bail!("{path}: {} is there twice", message.id.name);
            }
        }
    }
    Ok(messages)
}

fn collect(pattern: &Pattern<String>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => collect_inline(inline, arguments),
                Expression::Select { selector, variants } => {
                    collect_inline(selector, arguments);
                    variants.iter().for_each(|variant| collect(&variant.value, arguments));
                }
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<String>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.clone());
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inline) = &**expression {
                collect_inline(inline, arguments);
            }
        }
        _ => {}
    }
}

fn compare(file: &str, swedish: &Messages, english: &Messages) -> Result<()> {
    let mut differences = Vec::new();
    for key in swedish.keys().chain(english.keys()).collect::<BTreeSet<_>>() {
        match (swedish.get(key), english.get(key)) {
            (Some(left), Some(right)) if left != right => {
                differences.push(format!("{key}: sv takes {left:?}, en takes {right:?}"));
            }
            (None, _) => differences.push(format!("{key}: only in en")),
            (_, None) => differences.push(format!("{key}: only in sv")),
            _ => {}
        }
    }
    if differences.is_empty() { Ok(()) } else { bail!("{file}.ftl: {}", differences.join("; ")) }
}

fn function(generated: &mut String, key: &str, arguments: &BTreeSet<String>) -> Result<()> {
    let name = key.replace('-', "_");
    writeln!(generated, "/// The message `{key}`.\n#[must_use]")?;
    if arguments.is_empty() {
        writeln!(generated, "pub fn {name}(language: &Language) -> String {{\n    language.text({key:?})\n}}\n")?;
        return Ok(());
    }
    let parameters: String = arguments.iter().map(|name| format!(", {name}: impl Into<FluentValue<'a>>")).collect();
    let sets: String = arguments.iter().map(|name| format!("    arguments.set({name:?}, {name});\n")).collect();
    writeln!(
        generated,
        "pub fn {name}<'a>(language: &'a Language{parameters}) -> String {{\n    let mut arguments = \
         FluentArgs::new();\n{sets}    language.message({key:?}, &arguments)\n}}\n"
    )?;
    Ok(())
}
