//! Makes of the messages in `locales/` what the code can name: a typed value for each, and the list of languages.
//!
//! A folder of `locales/` is a language. Every language is held to the first of them: the build fails where a
//! message, or an argument of one, is there in one and not in the other. As the code names each message and its
//! arguments by what is made here, one that is not there does not compile.

use anyhow::{Context, Result, bail, ensure};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The files that each language has: what the keys in it begin with, and how the code gets at them.
const FILES: &[File] = &[
    File { name: "say", prefixes: &[""], made: Made::Values },
    File { name: "reports", prefixes: &["report-"], made: Made::Values },
    File { name: "columns", prefixes: &["column-"], made: Made::Values },
    File { name: "measures", prefixes: &["measure-"], made: Made::Values },
    File { name: "exported", prefixes: &["exported-"], made: Made::Values },
    File { name: "shapes", prefixes: &["shape-"], made: Made::Values },
    File { name: "rounds", prefixes: &["round-"], made: Made::Values },
    File { name: "imports", prefixes: &["import-"], made: Made::Values },
    File { name: "told", prefixes: &["told-"], made: Made::Values },
    File { name: "checks", prefixes: &["check-"], made: Made::Checks },
    File { name: "syntax", prefixes: &["syntax-"], made: Made::Values },
    File {
        name: "fields",
        prefixes: &["field-", "one-", "kind-", "hint-", "element-", "section-"],
        made: Made::LookedUp,
    },
    File { name: "descriptions", prefixes: &["description-"], made: Made::LookedUp },
    File { name: "choices", prefixes: &["choice-"], made: Made::LookedUp },
    File { name: "help", prefixes: &["help-", "placeholder-", "value-"], made: Made::LookedUp },
    File { name: "flags", prefixes: &["flag-", "command-"], made: Made::LookedUp },
];

/// The files whose messages name something that people may write: what stands over a column is a name for it.
const NAMING: &[&str] = &["fields", "columns", "flags", "measures", "choices", "help"];

/// The lists of words beside the messages, which each language has too.
const WORD_LISTS: &[&str] = &["words", "personal_data", "inventories"];

/// What each check says besides its message.
const PARTS_OF_A_CHECK: [&str; 4] = ["label", "what", "why", "mend"];

struct File {
    name: &'static str,
    prefixes: &'static [&'static str],
    made: Made,
}

/// How the code gets at the messages of a file.
#[derive(PartialEq)]
enum Made {
    /// Each as a value, with its arguments.
    Values,
    /// Each check as a value with all its words, and its message as a value with its arguments.
    Checks,
    /// By keys that are made of names in a table, which a test walks.
    LookedUp,
}

/// Messages and the arguments of each, in the order in which they are said.
type Messages = BTreeMap<String, Vec<String>>;

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=locales");
    let locales = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("locales");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let languages = languages(&locales)?;
    let Some((first, others)) = languages.split_first() else { bail!("locales/ has no language") };
    for file in FILES {
        let messages = file.messages(&locales, first)?;
        for other in others {
            compare(file, (first, &messages), (other, &file.messages(&locales, other)?))?;
        }
        fs::write(out.join(format!("{}.rs", file.name)), file.code(&messages)?)?;
    }
    fs::write(out.join("names.rs"), names_code(&locales, &languages)?)?;
    fs::write(out.join("files.rs"), files_code()?)?;
    fs::write(out.join("sources.rs"), sources_code(&locales, &languages)?)?;
    fs::write(out.join("tongues.rs"), tongues_code(&languages))?;
    for list in WORD_LISTS {
        for other in others {
            compare_headings(&locales, list, first, other)?;
        }
        fs::write(out.join(format!("{list}_lists.rs")), word_lists_code(list, &locales, &languages))?;
    }
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rustc-env=REGISTER_SOURCES={:016x}", sources_hash(Path::new("src"))?);
    Ok(())
}

/// A number for all that the program is made of: what one version has found out, another may find otherwise.
fn sources_hash(folder: &Path) -> Result<u64> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for path in paths {
        let part = if path.is_dir() { sources_hash(&path)?.to_le_bytes().to_vec() } else { fs::read(&path)? };
        let bytes = path.to_string_lossy().replace('\\', "/").into_bytes().into_iter().chain(part);
        hash = bytes.fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    }
    Ok(hash)
}

/// The languages, by the names of their folders. The first in the order of letters is what the others are held to,
/// and what is spoken to those whose own language is not among them.
fn languages(locales: &Path) -> Result<Vec<String>> {
    let mut languages = Vec::new();
    for entry in fs::read_dir(locales)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_code = name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_lowercase());
        ensure!(entry.path().is_dir() && is_code, "locales/{name} is no folder named by a language's two letters");
        let files: BTreeSet<String> = fs::read_dir(entry.path())?
            .map(|file| Ok(file?.file_name().to_string_lossy().into_owned()))
            .collect::<Result<_>>()?;
        let known: BTreeSet<String> = FILES
            .iter()
            .map(|file| format!("{}.ftl", file.name))
            .chain(WORD_LISTS.iter().map(|list| format!("{list}.txt")))
            .collect();
        if let Some(lacking) = known.difference(&files).next() {
            bail!("locales/{name}/ has no {lacking}, which every language has");
        }
        if let Some(other) = files.difference(&known).next() {
            bail!("locales/{name}/{other} is none of the files that build.rs names");
        }
        languages.push(name);
    }
    languages.sort();
    Ok(languages)
}

impl File {
    fn messages(&self, locales: &Path, language: &str) -> Result<Messages> {
        let path = locales.join(language).join(format!("{}.ftl", self.name));
        let source = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let path = format!("locales/{language}/{}.ftl", self.name);
        let resource = match fluent_syntax::parser::parse(source) {
            Ok(resource) => resource,
            Err((_, errors)) => bail!("{path}: {errors:?}"),
        };
        let mut messages = Messages::new();
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let key = message.id.name;
            let Some(pattern) = &message.value else { bail!("{path}: {key} says nothing") };
            let mut arguments = Vec::new();
            collect(pattern, &mut arguments).with_context(|| format!("{path}: {key}"))?;
            let begins = self.prefixes.iter().any(|prefix| key.starts_with(prefix));
            ensure!(begins, "{path}: {key} begins with none of {:?}", self.prefixes);
            ensure!(messages.insert(key.clone(), arguments).is_none(), "{path}: {key} is there twice");
        }
        Ok(messages)
    }

    fn code(&self, messages: &Messages) -> Result<String> {
        let mut code = String::new();
        for (key, arguments) in messages {
            match self.made {
                Made::Checks => {
                    if let Some(check) = self.check(key, messages)? {
                        self.words(&mut code, check)?;
                        self.value(&mut code, key, arguments)?;
                    }
                }
                Made::Values => self.value(&mut code, key, arguments)?,
                Made::LookedUp => {}
            }
        }
        self.table(&mut code, messages)?;
        Ok(code)
    }

    /// The key without what all of the file begin with.
    fn short<'k>(&self, key: &'k str) -> &'k str {
        match self.prefixes {
            [prefix] => key.strip_prefix(prefix).unwrap_or(key),
            _ => key,
        }
    }

    /// What the code calls a message, as a value without arguments.
    fn constant(&self, key: &str) -> String {
        self.short(key).replace('-', "_").to_uppercase()
    }

    /// The expression that is a key.
    fn key(&self, key: &str) -> String {
        let file = capitalized(self.name);
        format!("Key {{ name: {key:?}, short: {}, file: File::{file} }}", key.len() - self.short(key).len())
    }

    /// A constant of a message without arguments, a function of one with a single argument, which nobody can
    /// mistake for another, and a struct whose fields are the arguments, by name, of one with more.
    fn value(&self, code: &mut String, key: &str, arguments: &[String]) -> Result<()> {
        let own = self.key(key);
        let name = self.short(key).replace('-', "_");
        match arguments {
            [] if self.made == Made::Checks => {
                writeln!(code, "/// The message `{key}`.\npub fn {name}<A>() -> Message<A> {{\n    {own}.into()\n}}\n")?
            }
            [] => writeln!(code, "/// The message `{key}`.\npub const {}: Key = {own};\n", self.constant(key))?,
            [one] => writeln!(
                code,
                "/// The message `{key}`.\npub fn {name}<A>({one}: impl Into<A>) -> Message<A> {{\n    Message {{ key: {own}, \
                 arguments: vec![({one:?}, {one}.into())] }}\n}}\n"
            )?,
            several => {
                let name: String = name.split('_').map(capitalized).collect();
                let types: Vec<String> = (0..several.len()).map(|place| format!("T{place}")).collect();
                let fields = several.iter().zip(&types).map(|(field, of)| format!("    pub {field}: {of},\n"));
                let fields: String = fields.collect();
                let bounds: Vec<String> = types.iter().map(|of| format!("{of}: Into<A>")).collect();
                let values = several.iter().map(|field| format!("({field:?}, message.{field}.into())"));
                let values: Vec<String> = values.collect();
                let (types, bounds, values) = (types.join(", "), bounds.join(", "), values.join(", "));
                writeln!(
                    code,
                    "/// The message `{key}`, with its arguments.\npub struct {name}<{types}> {{\n{fields}}}\n\nimpl<A, \
                     {bounds}> From<{name}<{types}>> for Message<A> {{\n    fn from(message: {name}<{types}>) -> Self \
                     {{\n        Message {{ key: {own}, arguments: vec![{values}] }}\n    }}\n}}\n"
                )?;
            }
        }
        Ok(())
    }

    /// The code of the check that a message is of; nothing where it is another part of the check's words.
    fn check<'k>(&self, key: &'k str, messages: &Messages) -> Result<Option<&'k str>> {
        let is_part = |part: &&&str| key.strip_suffix(*part).is_some_and(|rest| rest.ends_with('-'));
        if let Some(part) = PARTS_OF_A_CHECK.iter().find(is_part) {
            let whole = &key[..key.len() - part.len() - 1];
            ensure!(messages.contains_key(whole), "checks.ftl: {key} is there, and no {whole}");
            return Ok(None);
        }
        for part in PARTS_OF_A_CHECK {
            ensure!(messages.contains_key(&format!("{key}-{part}")), "checks.ftl: {key} has no {key}-{part}");
        }
        Ok(Some(self.short(key)))
    }

    /// All the words of a check.
    fn words(&self, code: &mut String, check: &str) -> Result<()> {
        let part = |part: &str| format!("{part}: {}", self.key(&format!("check-{check}-{part}")));
        let own = format!("code: {check:?}");
        let parts: Vec<String> = [own].into_iter().chain(PARTS_OF_A_CHECK.map(part)).collect();
        let name = check.replace('-', "_").to_uppercase();
        let parts = parts.join(", ");
        writeln!(code, "/// The words of `{check}`.\npub const {name}: &RuleWords = &RuleWords {{ {parts} }};\n")?;
        Ok(())
    }

    /// Every key of the file, in order, for what is looked up.
    fn table(&self, code: &mut String, messages: &Messages) -> Result<()> {
        let keys: String = messages.keys().map(|key| format!("    {},\n", self.key(key))).collect();
        writeln!(code, "/// Every key of the file, in order.\npub(super) static KEYS: &[Key] = &[\n{keys}];\n")?;
        Ok(())
    }
}

/// The arguments that a pattern takes, in the order in which it says them.
fn collect(pattern: &Pattern<String>, arguments: &mut Vec<String>) -> Result<()> {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => collect_expression(expression, arguments)?,
        }
    }
    Ok(())
}

fn collect_expression(expression: &Expression<String>, arguments: &mut Vec<String>) -> Result<()> {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            collect_inline(selector, arguments)?;
            variants.iter().try_for_each(|variant| collect(&variant.value, arguments))
        }
    }
}

fn collect_inline(inline: &InlineExpression<String>, arguments: &mut Vec<String>) -> Result<()> {
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => {
            if !arguments.contains(&id.name) {
                arguments.push(id.name.clone());
            }
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, arguments)?,
        // What another message or a function takes is not seen from here.
        InlineExpression::FunctionReference { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => bail!("refers to something else than its arguments"),
    }
    Ok(())
}

fn compare(file: &File, (first, left): (&str, &Messages), (other, right): (&str, &Messages)) -> Result<()> {
    // Each language says its arguments in its own order.
    let is_same =
        |left: &[String], right: &[String]| left.len() == right.len() && left.iter().all(|one| right.contains(one));
    let mut differences = Vec::new();
    for key in left.keys().chain(right.keys()).collect::<BTreeSet<_>>() {
        match (left.get(key), right.get(key)) {
            (Some(left), Some(right)) if !is_same(left, right) => {
                differences.push(format!("{key}: {first} takes {left:?}, {other} takes {right:?}"));
            }
            (None, _) => differences.push(format!("{key}: locales/{first}/{}.ftl lacks it, {other} has it", file.name)),
            (_, None) => differences.push(format!("{key}: locales/{other}/{}.ftl lacks it, {first} has it", file.name)),
            _ => {}
        }
    }
    ensure!(differences.is_empty(), "{}.ftl: {}", file.name, differences.join("; "));
    Ok(())
}

/// Holds a list of words to the headings that the first language has in it.
fn compare_headings(locales: &Path, list: &str, first: &str, other: &str) -> Result<()> {
    let headings = |language: &str| -> Result<BTreeSet<String>> {
        let path = locales.join(language).join(format!("{list}.txt"));
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        Ok(text.lines().map(str::trim).filter(|line| line.starts_with('[')).map(str::to_owned).collect())
    };
    let (known, own) = (headings(first)?, headings(other)?);
    if let Some(lacking) = known.difference(&own).next() {
        bail!("locales/{other}/{list}.txt lacks {lacking}, which {first} has");
    }
    if let Some(unknown) = own.difference(&known).next() {
        bail!("locales/{first}/{list}.txt lacks {unknown}, which {other} has");
    }
    Ok(())
}

/// The files, and where the keys of each are.
fn files_code() -> Result<String> {
    let names: Vec<String> = FILES.iter().map(|file| capitalized(file.name)).collect();
    let paths: Vec<String> = names.iter().map(|name| format!("File::{name}")).collect();
    let arms = FILES.iter().zip(&paths).map(|(file, path)| format!("{path} => {}::KEYS, ", file.name));
    let (arms, names, paths) = (arms.collect::<String>(), names.join(", "), paths.join(", "));
    let mut code = String::new();
    writeln!(code, "/// A file of messages, which each language has.")?;
    writeln!(code, "#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[allow(missing_docs)]")?;
    writeln!(code, "pub enum File {{ {names} }}\n")?;
    writeln!(code, "impl File {{\n    /// Every file.\n    pub const ALL: &[File] = &[{paths}];\n")?;
    writeln!(code, "    /// Every key in it, in the order of letters.\n    #[must_use]")?;
    writeln!(code, "    pub fn keys(self) -> &'static [Key] {{\n        match self {{ {arms} }}\n    }}\n}}")?;
    Ok(code)
}

/// The text of each file in each language.
fn sources_code(locales: &Path, languages: &[String]) -> Result<String> {
    let mut code = String::new();
    writeln!(code, "/// The text of a file in a language.")?;
    writeln!(code, "fn source(tongue: Tongue, file: File) -> &'static str {{\n    match (tongue, file) {{")?;
    for language in languages {
        for file in FILES {
            let path = locales.join(language).join(format!("{}.ftl", file.name));
            let (tongue, file) = (capitalized(language), capitalized(file.name));
            writeln!(code, "        (Tongue::{tongue}, File::{file}) => include_str!({path:?}),")?;
        }
    }
    writeln!(code, "    }}\n}}")?;
    Ok(code)
}

/// What each message of some files says in every language, where it is nothing but words.
fn names_code(locales: &Path, languages: &[String]) -> Result<String> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for language in languages {
        for file in NAMING {
            let source = fs::read_to_string(locales.join(language).join(format!("{file}.ftl")))?;
            let Ok(resource) = fluent_syntax::parser::parse(source) else { bail!("locales/{language}/{file}.ftl") };
            for entry in resource.body {
                let Entry::Message(message) = entry else { continue };
                let Some(pattern) = message.value else { continue };
                if let [PatternElement::TextElement { value }] = pattern.elements.as_slice() {
                    names.entry(message.id.name).or_default().push(value.clone());
                }
            }
        }
    }
    let rows: String = names.iter().map(|(key, names)| format!("    ({key:?}, &{names:?}),\n")).collect();
    Ok(format!("/// What each of them says, by its key, in order.\nconst NAMES: &[(&str, &[&str])] = &[\n{rows}];\n"))
}

/// The languages as a coded list.
fn tongues_code(languages: &[String]) -> String {
    let variant = |code: &String| format!("        /// `locales/{code}`.\n        {} = {code:?},\n", capitalized(code));
    let variants: String = languages.iter().map(variant).collect();
    format!(
        "choices! {{\n    /// A language that the program speaks, by its two letters (ISO 639-1).\n    Tongue as \"language\" \
         {{\n{variants}    }}\n}}\n"
    )
}

/// The words of each language in a list.
fn word_lists_code(list: &str, locales: &Path, languages: &[String]) -> String {
    let path = |language: &String| locales.join(language).join(format!("{list}.txt"));
    let lists: String = languages.iter().map(|language| format!("    include_str!({:?}),\n", path(language))).collect();
    format!("/// The lists of each language.\nconst LISTS: &[&str] = &[\n{lists}];\n")
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
