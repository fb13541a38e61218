//! Models of how the work is led that a new register can begin with: bodies, goals, words, and whom the Act names.

use crate::format::{SETTINGS_FILE, read_settings};
use crate::model::Settings;

/// A model, as files of a register.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// What it goes by.
    pub name: &'static str,
    /// What holds for the whole register.
    pub settings: &'static str,
    /// Its bodies: where their files lie in a register, and what stands there.
    pub bodies: &'static [(&'static str, &'static str)],
}

/// The files of the model, by where they lie in a register.
macro_rules! model {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../../../templates/linkoping/", $path)))),*]
    };
}

/// The model that `register/` is of, without its districts and without what is made up.
pub const LINKOPING: Template = Template {
    name: "linkoping",
    settings: include_str!("../../../../templates/linkoping/register.toml"),
    bodies: model![
        "bodies/barn-och-ungdomsnamnden.toml",
        "bodies/brottsforebyggande-radet.toml",
        "bodies/hallbarhetsenheten.toml",
        "bodies/kommunfullmaktige.toml",
        "bodies/kommunikation.toml",
        "bodies/kommunledningsforvaltningen.toml",
        "bodies/kommunstyrelsen.toml",
        "bodies/kontaktcenter.toml",
        "bodies/kultur-och-fritidsforvaltningen.toml",
        "bodies/kultur-och-fritidsnamnden.toml",
        "bodies/lednings-och-samordningsgrupp.toml",
        "bodies/polisen.toml",
        "bodies/politisk-styrgrupp.toml",
        "bodies/sakerhetsenheten.toml",
        "bodies/samhallsbyggnadsforvaltningen.toml",
        "bodies/samhallsbyggnadsnamnden.toml",
        "bodies/social-och-omsorgsforvaltningen.toml",
        "bodies/social-och-omsorgsnamnden.toml",
        "bodies/stadsdelssamordnare.toml",
        "bodies/styrgrupp.toml",
        "bodies/utbildningsforvaltningen.toml",
        "bodies/utforarforvaltningen.toml",
    ],
};

/// Every model.
pub const TEMPLATES: &[Template] = &[LINKOPING];

impl Template {
    /// The model of that name.
    pub fn named(name: &str) -> Option<Self> {
        TEMPLATES.iter().copied().find(|template| template.name == name)
    }

    /// What its settings say.
    pub fn said(self) -> Settings {
        read_settings(SETTINGS_FILE, self.settings.as_bytes()).record.unwrap_or_default()
    }

    /// A text of it, told of another municipality than the one that the model is of. Comments stay: they tell of that one.
    pub fn told_of(self, text: &str, municipality: &str) -> String {
        let own = self.said().name.to_string();
        let new = municipality.replace('\\', "\\\\").replace('"', "\\\"");
        let line = |line: &str| if line.starts_with('#') { line.to_owned() } else { line.replace(&own, &new) };
        text.split_inclusive('\n').map(line).collect()
    }
}
