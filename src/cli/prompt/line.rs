//! One line that a person writes on: it can be edited, what is offered can be chosen from, and what is pasted is one
//! answer, however many lines it has.

use super::offered::Offered;
use crate::cli::app::App;
use crate::cli::ui::Ui;
use crate::model::{slug, visible};
use crate::personal_data::mask;
use anyhow::Result;
use reedline::{
    ColumnarMenu, Completer, CompletionResult, Emacs, KeyCode, KeyModifiers, MenuBuilder, Prompt, PromptEditMode,
    PromptHistorySearch, Reedline, ReedlineEvent, ReedlineMenu, Signal, Span, Suggestion, default_emacs_keybindings,
};
use std::borrow::Cow;

/// The menu of what is offered.
const MENU: &str = "offered";
/// What the key for a step back says.
const BACK: &str = "back";
/// What the key says that ends the questions: by itself it would take away what is on the line.
const END: &str = "end";
/// What is written for a step back.
const BACK_SIGN: &str = "<";

/// What there is to write on.
pub struct Line<'l> {
    /// What is asked.
    pub title: &'l str,
    /// What stands there already.
    pub begun: &'l str,
    /// What Enter says.
    pub granted: Option<&'l str>,
    /// What can be chosen.
    pub offered: &'l [Offered],
    /// Whether several can be chosen.
    pub several: bool,
}

/// What came of it. What was on the line is given back whatever it was left by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// This was written.
    Text(String),
    /// One step back.
    Back(String),
    /// No more questions.
    End(String),
}

/// Lets a person write.
pub fn read(line: &Line<'_>, app: &App) -> Result<Given> {
    let mut editor = editor(line, app.ui.talk_palette().on);
    if !line.begun.is_empty() {
        // It is there to be changed, or to be written over.
        let begun = reedline::EditCommand::InsertString(line.begun.to_owned());
        editor.run_edit_commands(&[begun, reedline::EditCommand::SelectAll]);
    }
    let granted = line.granted.map(|granted| format!(" [{granted}]")).unwrap_or_default();
    let title = Title(visible(&mask(&format!("{}{granted}", line.title))).into_owned());
    let signal = editor.read_line(&title)?;
    let left = || editor.current_buffer_contents().to_owned();
    Ok(match signal {
        Signal::Success(text) if text.trim() == BACK_SIGN => Given::Back(String::new()),
        Signal::Success(text) => Given::Text(text),
        Signal::HostCommand(key) => {
            // The cursor stands where it was.
            Ui::say("");
            if key == BACK { Given::Back(left()) } else { Given::End(left()) }
        }
        _ => Given::End(left()),
    })
}

fn editor(line: &Line<'_>, is_colored: bool) -> Reedline {
    let mut keys = default_emacs_keybindings();
    let mut bind = |modifiers, code, events: Vec<ReedlineEvent>| {
        keys.add_binding(modifiers, code, ReedlineEvent::UntilFound(events));
    };
    let menu = || ReedlineEvent::Menu(MENU.to_owned());
    bind(KeyModifiers::NONE, KeyCode::Tab, vec![menu(), ReedlineEvent::MenuNext]);
    bind(KeyModifiers::SHIFT, KeyCode::BackTab, vec![ReedlineEvent::MenuPrevious]);
    bind(KeyModifiers::NONE, KeyCode::Down, vec![ReedlineEvent::MenuDown, menu()]);
    let back = ReedlineEvent::ExecuteHostCommand(BACK.to_owned());
    bind(KeyModifiers::NONE, KeyCode::Up, vec![ReedlineEvent::MenuUp, back]);
    let end = ReedlineEvent::ExecuteHostCommand(END.to_owned());
    bind(KeyModifiers::CONTROL, KeyCode::Char('c'), vec![end]);
    if !line.several {
        // What is chosen is the answer.
        let answer = vec![ReedlineEvent::MenuAccept, ReedlineEvent::Submit];
        keys.add_binding(KeyModifiers::NONE, KeyCode::Enter, ReedlineEvent::Multiple(answer));
    }
    let offered =
        Offers { names: line.offered.iter().map(|offered| offered.name.clone()).collect(), several: line.several };
    let menu = ColumnarMenu::default().with_name(MENU).with_marker(": ").with_columns(1);
    Reedline::create()
        .with_edit_mode(Box::new(Emacs::new(keys)))
        .use_bracketed_paste(true)
        .with_ansi_colors(is_colored)
        .with_quick_completions(true)
        .with_completer(Box::new(offered))
        .with_menu(ReedlineMenu::EngineCompleter(Box::new(menu)))
}

/// What is asked, before the line.
struct Title(String);

impl Prompt for Title {
    fn render_prompt_left(&self) -> Cow<'_, str> {
        Cow::Owned(format!("? {}", self.0))
    }
    fn render_prompt_right(&self) -> Cow<'_, str> {
        Cow::Borrowed("")
    }
    fn render_prompt_indicator(&self, _: PromptEditMode) -> Cow<'_, str> {
        Cow::Borrowed(": ")
    }
    fn render_prompt_multiline_indicator(&self) -> Cow<'_, str> {
        Cow::Borrowed("  ")
    }
    fn render_prompt_history_search_indicator(&self, _: PromptHistorySearch) -> Cow<'_, str> {
        Cow::Borrowed(": ")
    }
}

/// Completes what is written to what is offered.
struct Offers {
    names: Vec<String>,
    several: bool,
}

impl Completer for Offers {
    fn complete(&mut self, line: &str, pos: usize) -> CompletionResult {
        let before = line.get(..pos).unwrap_or(line);
        let begin = if self.several { before.rfind([';', '\n']).map_or(0, |at| at + 1) } else { 0 };
        let begin = begin + before[begin..].len() - before[begin..].trim_start().len();
        let written = slug(&before[begin..]);
        let span = Span::new(begin, before.len());
        // Those that begin so come before those that only have it within them.
        let ranked = |name: &&String| {
            let name = slug(name);
            (written.is_empty() || name.starts_with(&written), name.contains(&written))
        };
        let first = self.names.iter().filter(|name| ranked(name).0);
        let then = self.names.iter().filter(|name| matches!(ranked(name), (false, true)));
        let suggested = first.chain(then).map(|name| Suggestion {
            value: name.clone(),
            span,
            append_whitespace: false,
            ..Suggestion::default()
        });
        CompletionResult::fresh(suggested.collect::<Vec<_>>())
    }
}
