//! What a shell asks of the program when somebody presses Tab, and how it is told: each shell has a script, that asks,
//! and takes what is offered in its own way.

use super::global::goes_by;
use crate::model::visible;
use clap::Command;
use clap_complete::engine::complete;
use clap_complete::env::{CompleteEnv, EnvCompleter, Shells};
use std::ffi::OsString;
use std::io::{Error, Write};
use std::path::Path;
use std::sync::OnceLock;

/// The variable by which a shell asks.
const VARIABLE: &str = "REGISTER_COMPLETE";

/// The shells that the program knows.
const SHELLS: Shells<'static> = Shells(&[&Bash, &Zsh, &Fish]);

/// What is asked, for those that offer values.
static ASKED: OnceLock<Asked> = OnceLock::new();

/// The line that the cursor stands in.
#[derive(Debug)]
pub struct Asked {
    /// The words of the line up to the cursor, commands and flags by their own names.
    pub words: Vec<String>,
    /// Whether the shell shows beside a value what it is.
    pub tells: bool,
}

/// What is asked, where it is a shell that asks.
pub fn asked() -> Option<&'static Asked> {
    ASKED.get()
}

/// Answers the shell, if it is the shell that asks.
pub fn answer(command: impl Fn() -> Command) {
    if std::env::var_os(VARIABLE).is_some() {
        CompleteEnv::with_factory(command).var(VARIABLE).shells(SHELLS).complete();
    }
}

/// The script that makes a shell ask.
pub fn script(shell: &str, out: &mut Vec<u8>) -> std::io::Result<bool> {
    let Some(completer) = SHELLS.completer(shell) else {
        return Ok(false);
    };
    completer.write_registration(VARIABLE, "register", "register", "register", out)?;
    Ok(true)
}

/// What can stand in a place.
struct Offer {
    value: String,
    /// What it is, on one line.
    about: String,
}

/// What can stand where the last of some words is.
fn offers(program: &mut Command, words: Vec<String>, tells: bool, folder: Option<&Path>) -> Result<Vec<Offer>, Error> {
    let Some(written) = words.last().cloned() else { return Ok(Vec::new()) };
    let words = by_own_names(program, words);
    let own = words.last().cloned().unwrap_or_default();
    let _ = ASKED.set(Asked { words: words.clone(), tells });
    let place = words.len() - 1;
    let candidates = complete(program, words.into_iter().map(OsString::from).collect(), place, folder)?;
    // A flag stays as it was written.
    let flag = |text: &str| text.split_once('=').map(|(flag, _)| format!("{flag}=")).unwrap_or_default();
    let (own, written) = if own == written { (String::new(), String::new()) } else { (flag(&own), flag(&written)) };
    let offer = |candidate: &clap_complete::CompletionCandidate| {
        let value = candidate.get_value().to_string_lossy().into_owned();
        let value = match value.strip_prefix(&own) {
            Some(rest) if !own.is_empty() => format!("{written}{rest}"),
            _ => value,
        };
        let about = candidate.get_help().map(ToString::to_string).unwrap_or_default();
        let about = visible(about.lines().next().unwrap_or_default()).replace('\t', " ");
        Offer { value, about }
    };
    Ok(candidates.iter().map(offer).collect())
}

/// The words with commands and flags by their own names, whichever names they were written by. What is completed itself
/// stays as it is.
fn by_own_names(program: &Command, mut words: Vec<String>) -> Vec<String> {
    let last = words.len() - 1;
    let mut command = program;
    for (place, word) in words.iter_mut().enumerate().skip(1) {
        let (name, rest) = match word.split_once('=') {
            Some((name, rest)) => (name.to_owned(), format!("={rest}")),
            None => (word.clone(), String::new()),
        };
        if place == last && rest.is_empty() {
            break;
        }
        if let Some(inner) = command.find_subcommand(&*word) {
            command = inner;
            inner.get_name().clone_into(word);
        } else if let Some(arg) = command.get_arguments().find(|arg| goes_by(arg, &name))
            && let Some(own) = arg.get_long().filter(|_| name.starts_with("--"))
        {
            *word = format!("--{own}{rest}");
        }
    }
    words
}

/// A line as a shell reads it, up to the cursor.
#[derive(Debug, PartialEq, Eq)]
struct Line {
    /// Its words; the last is the one at the cursor, and may be empty.
    words: Vec<String>,
    /// What the last word begins with that the shell does not take for a part of it.
    kept: String,
    /// The quotation mark that the cursor stands within.
    quote: Option<char>,
}

/// Reads a line. Bash begins a word anew at some signs within one, such as `=` and `:`.
fn read(line: &str, breaks: &str) -> Line {
    let (mut words, mut word, mut kept) = (Vec::new(), String::new(), 0);
    let (mut quote, mut is_word) = (None, false);
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (Some(open), letter) if letter == open => {
                (quote, kept) = (None, word.len());
            }
            (None, '\'' | '"') => {
                (quote, kept, is_word) = (Some(letter), word.len(), true);
            }
            (None | Some('"'), '\\') => {
                is_word = true;
                word.extend(letters.next());
            }
            (None, letter) if letter.is_whitespace() => {
                if is_word {
                    words.push(std::mem::take(&mut word));
                }
                (kept, is_word) = (0, false);
            }
            (_, letter) => {
                is_word = true;
                word.push(letter);
                if quote.is_none() && breaks.contains(letter) {
                    kept = word.len();
                }
            }
        }
    }
    let kept = word[..kept].to_owned();
    words.push(word);
    Line { words, kept, quote }
}

fn texts(words: Vec<OsString>) -> Vec<String> {
    words.into_iter().map(|word| word.to_string_lossy().into_owned()).collect()
}

/// The last word as it is meant: some shells give it as it is written.
fn as_meant(mut words: Vec<String>) -> Vec<String> {
    if let Some(last) = words.pop() {
        let mut read = read(&last, "").words;
        words.push(if read.len() == 1 { read.remove(0) } else { last });
    }
    words
}

fn write_described(offers: &[Offer], out: &mut dyn Write) -> Result<(), Error> {
    for Offer { value, about } in offers {
        if about.is_empty() { writeln!(out, "{value}") } else { writeln!(out, "{value}\t{about}") }?;
    }
    Ok(())
}

struct Bash;

impl EnvCompleter for Bash {
    fn name(&self) -> &'static str {
        "bash"
    }
    fn is(&self, name: &str) -> bool {
        name == "bash"
    }
    fn write_registration(&self, variable: &str, _: &str, _: &str, _: &str, out: &mut dyn Write) -> Result<(), Error> {
        let script = r#"_register_complete() {
    local offer
    COMPREPLY=()
    while IFS= read -r offer; do
        COMPREPLY+=("$offer")
    done < <(VARIABLE=bash register -- "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
    # What goes on has no space behind it.
    if [[ "${COMPREPLY[0]-}" == *[=/:,] ]]; then
        compopt -o nospace 2>/dev/null
    fi
    return 0
}
complete -o bashdefault -o nosort -F _register_complete register 2>/dev/null ||
    complete -o bashdefault -F _register_complete register
"#;
        out.write_all(script.replace("VARIABLE", variable).as_bytes())
    }
    fn write_complete(
        &self,
        program: &mut Command,
        given: Vec<OsString>,
        folder: Option<&Path>,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        let given = texts(given);
        let line = read(&given[0], given.get(1).map_or("", String::as_str));
        for Offer { value, .. } in offers(program, line.words, false, folder)? {
            // Bash puts what is offered in the place of what it takes for the word.
            if let Some(rest) = value.strip_prefix(&line.kept) {
                writeln!(out, "{}", for_bash(rest, line.quote, line.kept.is_empty()))?;
            }
        }
        Ok(())
    }
}

/// A part of a word as bash reads it, within the quotation marks that are open.
fn for_bash(text: &str, quote: Option<char>, begins_word: bool) -> String {
    let mut written = String::new();
    for (place, letter) in text.chars().enumerate() {
        let is_special = match quote {
            Some('"') => matches!(letter, '"' | '\\' | '$' | '`'),
            Some(_) => false,
            None if matches!(letter, '#' | '~') => place == 0 && begins_word,
            None => letter.is_whitespace() || "\"'\\$`&;|<>()*?[]{}!".contains(letter),
        };
        if is_special {
            written.push('\\');
        }
        written.push_str(if letter == '\'' && quote == Some('\'') { "'\\''" } else { "" });
        if !(letter == '\'' && quote == Some('\'')) {
            written.push(letter);
        }
    }
    written
}

struct Zsh;

impl EnvCompleter for Zsh {
    fn name(&self) -> &'static str {
        "zsh"
    }
    fn is(&self, name: &str) -> bool {
        name == "zsh"
    }
    fn write_registration(&self, variable: &str, _: &str, _: &str, _: &str, out: &mut dyn Write) -> Result<(), Error> {
        // `compadd` quotes what has to be quoted, and the program has chosen what fits.
        let script = r#"#compdef register
_register_complete() {
    local -a offers closed closed_shown open open_shown
    local offer value shown tab=$'\t'
    local -i width=0
    offers=("${(@f)$(VARIABLE=zsh register -- "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    for offer in $offers; do
        value=${offer%%$tab*}
        (( ${#value} > width )) && width=${#value}
    done
    for offer in $offers; do
        value=${offer%%$tab*}
        shown=$value
        [[ $offer == *$tab* ]] && shown="${(r:$width:)value}  -- ${offer#*$tab}"
        if [[ $value == *[=/:,] ]]; then
            open+=("$value")
            open_shown+=("$shown")
        else
            closed+=("$value")
            closed_shown+=("$shown")
        fi
    done
    # What goes on has no space behind it.
    (( $#open )) && compadd -U -l -V open -S '' -d open_shown -a open
    (( $#closed )) && compadd -U -l -V closed -d closed_shown -a closed
    (( $#open + $#closed ))
}
compdef _register_complete register
"#;
        out.write_all(script.replace("VARIABLE", variable).as_bytes())
    }
    fn write_complete(
        &self,
        program: &mut Command,
        given: Vec<OsString>,
        folder: Option<&Path>,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        write_described(&offers(program, texts(given), true, folder)?, out)
    }
}

struct Fish;

impl EnvCompleter for Fish {
    fn name(&self) -> &'static str {
        "fish"
    }
    fn is(&self, name: &str) -> bool {
        name == "fish"
    }
    fn write_registration(&self, variable: &str, _: &str, _: &str, _: &str, out: &mut dyn Write) -> Result<(), Error> {
        let words = "(commandline --current-process --tokenize --cut-at-cursor) \
                     (commandline --current-token --cut-at-cursor)";
        writeln!(
            out,
            "complete --keep-order --exclusive --command register --arguments \"({variable}=fish register -- {words} 2>/dev/null)\""
        )
    }
    fn write_complete(
        &self,
        program: &mut Command,
        given: Vec<OsString>,
        folder: Option<&Path>,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        write_described(&offers(program, as_meant(texts(given)), true, folder)?, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_bash_reads_it() {
        let breaks = " \t\n\"'@><=;|&(:";
        let read = |line: &str| {
            let Line { words, kept, quote } = read(line, breaks);
            (words.join("|"), kept, quote)
        };
        let is = |words: &str, kept: &str, quote| (words.to_owned(), kept.to_owned(), quote);
        assert_eq!(read("register set x status=p"), is("register|set|x|status=p", "status=", None));
        assert_eq!(read("register set x "), is("register|set|x|", "", None));
        assert_eq!(read("register add --status="), is("register|add|--status=", "--status=", None));
        assert_eq!(read("register show 'Läxhjälp i"), is("register|show|Läxhjälp i", "", Some('\'')));
        assert_eq!(read("register show Läxhjälp\\ i\\ R"), is("register|show|Läxhjälp i R", "", None));
        assert_eq!(read("register set x a=\"b=c"), is("register|set|x|a=b=c", "a=", Some('"')));
        assert_eq!(read("register show ''"), is("register|show|", "", None));
    }

    #[test]
    fn what_is_offered_is_quoted_where_bash_would_read_it_otherwise() {
        assert_eq!(for_bash("Läxhjälp i Ryd (ny)", None, true), "Läxhjälp\\ i\\ Ryd\\ \\(ny\\)");
        assert_eq!(for_bash("ryd#trygga-kvallar", None, true), "ryd#trygga-kvallar");
        assert_eq!(for_bash("#1", None, true), "\\#1");
        assert_eq!(for_bash("Den \"nya\" $", Some('"'), true), "Den \\\"nya\\\" \\$");
        assert_eq!(for_bash("mor's [a]", Some('\''), true), "mor'\\''s [a]");
    }
}
