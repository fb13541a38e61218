//! A person at a terminal, played by tmux.

use super::{Sandbox, has, words};
use std::cell::Cell;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How many terminals were opened.
static OPENED: AtomicUsize = AtomicUsize::new(0);

/// How long a person waits for an answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// A terminal in which the program runs.
pub struct Terminal<'s> {
    sandbox: &'s Sandbox,
    /// How many keys were pressed.
    keys: Cell<usize>,
    /// What it is called: one that closes is another's no more.
    name: String,
}

impl<'s> Terminal<'s> {
    /// Starts the program in a terminal; nothing where there is no tmux.
    pub fn open(sandbox: &'s Sandbox, line: &str) -> Option<Self> {
        Self::open_with(sandbox, line, &[])
    }

    /// The same, with variables set.
    pub fn open_with(sandbox: &'s Sandbox, line: &str, variables: &[(&str, &str)]) -> Option<Self> {
        if !has("tmux") {
            return None;
        }
        let terminal =
            Self { sandbox, keys: Cell::new(0), name: format!("register-{}", OPENED.fetch_add(1, Ordering::Relaxed)) };
        let quoted: Vec<String> = words(line).iter().map(|word| format!("'{word}'")).collect();
        let program = env!("CARGO_BIN_EXE_register");
        // What is interrupted is the program alone.
        let shell = format!("trap : INT; '{program}' {}; echo \"[code $?]\"; sleep 60", quoted.join(" "));
        let mut tmux = terminal.tmux();
        tmux.envs(variables.iter().copied()).args(["new-session", "-d", "-x", "100", "-y", "50", "sh", "-c", &shell]);
        let output = tmux.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        Some(terminal)
    }

    pub fn tmux(&self) -> Command {
        let mut command = self.sandbox.sealed("tmux");
        command.env("TMUX_TMPDIR", self.sandbox.path("home")).env("TERM", "xterm-256color").env_remove("COLUMNS");
        command.args(["-L", &self.name, "-u", "-f", "/dev/null"]);
        command
    }

    /// What is to be seen.
    pub fn screen(&self) -> String {
        let output = self.tmux().args(["capture-pane", "-p"]).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// What is to be seen, and all that has gone by above it.
    pub fn all(&self) -> String {
        let output = self.tmux().args(["capture-pane", "-p", "-J", "-S", "-"]).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Waits for something to be seen.
    #[track_caller]
    pub fn wait_for(&self, what: &str, is_seen: impl Fn(&str) -> bool) -> String {
        let begun = Instant::now();
        loop {
            let screen = self.screen();
            if is_seen(&screen) {
                return screen;
            }
            assert!(begun.elapsed() < PATIENCE, "{what} is not to be seen:\n{screen}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Presses a key.
    pub fn press(&self, key: &str) {
        self.keys.set(self.keys.get() + 1);
        assert!(self.tmux().args(["send-keys", key]).status().unwrap().success());
    }

    /// Types a text.
    pub fn write(&self, text: &str) {
        self.keys.set(self.keys.get() + text.chars().count());
        assert!(self.tmux().args(["send-keys", "-l", text]).status().unwrap().success());
    }

    /// Pastes a text, as a terminal does that tells it from what is typed.
    pub fn paste(&self, text: &str) {
        assert!(self.tmux().args(["set-buffer", text]).status().unwrap().success());
        assert!(self.tmux().args(["paste-buffer", "-p"]).status().unwrap().success());
    }

    /// Makes the window another size.
    pub fn resize(&self, width: usize, height: usize) {
        let (width, height) = (width.to_string(), height.to_string());
        assert!(self.tmux().args(["resize-window", "-x", &width, "-y", &height]).status().unwrap().success());
    }

    /// How many keys were pressed so far.
    pub fn keys(&self) -> usize {
        self.keys.get()
    }

    /// Waits for a question that begins so, and answers it.
    #[track_caller]
    pub fn reply(&self, question: &str, answer: &str) {
        let is_asked = |screen: &str| Self::question(screen).is_some_and(|now| now.starts_with(question));
        self.wait_for(question, is_asked);
        self.write(answer);
        self.wait_for(answer, |screen| Self::question(screen).is_some_and(|now| now.contains(answer)));
        self.press("Enter");
    }

    /// Waits for the program to end.
    #[track_caller]
    pub fn end(&self) -> String {
        self.wait_for("the end", is_over)
    }

    /// What is asked now: the last line that begins with a question mark.
    pub fn question(screen: &str) -> Option<&str> {
        screen.lines().rev().find_map(|line| line.strip_prefix("? "))
    }

    /// Answers questions until the program has ended. Those of no answer are left out by Enter.
    #[track_caller]
    pub fn answer(&self, answers: &[(&str, &str)]) -> String {
        let mut last = String::new();
        loop {
            let is_next = |screen: &str| Self::question(screen).is_some_and(|now| now != last) || is_over(screen);
            let screen = self.wait_for("the next question", is_next);
            if is_over(&screen) {
                return screen;
            }
            let question = Self::question(&screen).unwrap_or_default().to_owned();
            if let Some((_, answer)) = answers.iter().find(|(begin, _)| question.starts_with(begin)) {
                self.write(answer);
                self.wait_for(answer, |screen| Self::question(screen).is_some_and(|now| now.contains(answer)));
            }
            last = Self::question(&self.screen()).unwrap_or_default().to_owned();
            self.press("Enter");
        }
    }
}

/// Whether the program has ended.
pub fn is_over(screen: &str) -> bool {
    screen.contains("[code ")
}

impl Drop for Terminal<'_> {
    fn drop(&mut self) {
        let _ = self.tmux().arg("kill-server").output();
    }
}
