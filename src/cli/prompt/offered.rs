//! What a person can choose from where a value of some shape is asked for.

use crate::language::Language;
use crate::message::say;
use crate::model::{Kind, Register, Shape, Target, visible};
use crate::personal_data::mask;
use crate::render::Words;
use crate::report;
use toml::{Table, Value};

/// Something to choose: what it is called, and what it is in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Offered {
    /// What it is called.
    pub name: String,
    /// What it is, as files write it.
    pub value: Value,
}

impl Offered {
    /// Something of that name; nothing of a name steers a terminal, and no personal data stands in it.
    pub fn new(name: impl Into<String>, value: impl Into<Value>) -> Self {
        Self { name: visible(&mask(&name.into())).into_owned(), value: value.into() }
    }
}

/// What there is to choose from, if it is a choice: what has to do with the record's own districts comes first.
pub fn offered(shape: &Shape, beside: &Table, register: &Register, language: &Language) -> Option<Vec<Offered>> {
    let own = districts_of(beside, register);
    let is_own = |district: &str| own.iter().any(|own| own == district);
    let mut ranked: Vec<(bool, Offered)> = match shape {
        Shape::Choice(list) => {
            return Some(list.codes.iter().map(|code| Offered::new(language.choice(list.name, code), *code)).collect());
        }
        Shape::Flag => return Some(yes_and_no(language)),
        Shape::Reference(target) => of_target(*target, register, language)?
            .into_iter()
            .map(|(district, offered)| (!district.is_some_and(|district| is_own(&district)), offered))
            .collect(),
        _ => return None,
    };
    ranked.sort_by(|left, right| left.0.cmp(&right.0).then_with(|| language.compare(&left.1.name, &right.1.name)));
    Some(ranked.into_iter().map(|(_, offered)| offered).collect())
}

/// Yes, and no.
pub fn yes_and_no(language: &Language) -> Vec<Offered> {
    vec![Offered::new(language.text(say::YES), true), Offered::new(language.text(say::NO), false)]
}

/// What a reference may name, each with the district that it is of.
fn of_target(target: Target, register: &Register, language: &Language) -> Option<Vec<(Option<String>, Offered)>> {
    let words = Words { language, currency: "", ids: false };
    let title = |kind: Kind, id: &str| words.cell(&report::title(register, kind, id));
    let municipal = || register.settings.goal.iter().map(|goal| (None, Offered::new(&*goal.title, goal.id.as_str())));
    let of = |district: &str, what: &str, reference: String| {
        let name = format!("{}: {what}", register.district_name(district));
        (Some(district.to_owned()), Offered::new(name, reference))
    };
    let districts = || register.districts.iter();
    Some(match target {
        Target::Record(kind) => {
            let ids = register.ids(kind).into_iter();
            let district = |id: &str| (kind == Kind::District).then(|| id.to_owned());
            ids.map(|id| (district(id), Offered::new(title(kind, id), id))).collect()
        }
        Target::TargetGroup | Target::Category => {
            let words = register.settings.vocabulary.words(target)?.iter();
            let name = |names: &crate::model::Names, id: &str| {
                names.in_language(language.tongue().code()).unwrap_or(id).to_owned()
            };
            words.map(|(id, names)| (None, Offered::new(name(names, id.as_str()), id.as_str()))).collect()
        }
        Target::Goal => {
            let own = register.goals().into_iter().map(|goal| of(goal.district, &goal.goal.title, goal.reference()));
            own.chain(municipal()).collect()
        }
        Target::MunicipalGoal => municipal().collect(),
        Target::OwnGoal => {
            let own = register.goals().into_iter();
            own.map(|goal| of(goal.district, &goal.goal.title, goal.goal.id.to_string())).collect()
        }
        Target::OwnIndicator => districts()
            .flat_map(|(id, district)| district.indicator.iter().map(move |own| (id, own)))
            .map(|(id, own)| of(id, &own.name, own.id.to_string()))
            .collect(),
        Target::Problem => districts()
            .flat_map(|(id, district)| district.problem.iter().map(move |problem| (id, problem)))
            .map(|(id, problem)| of(id, &problem.title, format!("{id}#{}", problem.id)))
            .collect(),
        Target::Cause => districts()
            .flat_map(|(id, district)| district.causes().map(move |(problem, cause)| (id, problem, cause)))
            .map(|(id, problem, cause)| {
                of(id, &format!("{}: {}", problem.title, cause.text), format!("{id}#{}", cause.id))
            })
            .collect(),
        Target::Decision => {
            let ids = register.ids(Kind::Meeting).into_iter().rev();
            ids.map(|id| (None, Offered::new(title(Kind::Meeting, id), id))).collect()
        }
        Target::Anything => {
            let kinds = [Kind::Intervention, Kind::ActionPlan, Kind::Situation, Kind::TargetPicture, Kind::Agreement];
            let of_kind = |kind: Kind| register.ids(kind).into_iter().map(move |id| (kind, id));
            let named =
                |(kind, id): (Kind, &str)| (None, Offered::new(title(kind, id), format!("{}/{id}", kind.name())));
            kinds.into_iter().flat_map(of_kind).map(named).collect()
        }
    })
}

/// The districts that what is being made is for, as far as it says them.
fn districts_of(table: &Table, register: &Register) -> Vec<String> {
    let known = |text: &&str| register.is_known(Kind::District, text);
    let texts = table.values().flat_map(|value| match value {
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
        value => value.as_str().into_iter().collect::<Vec<_>>(),
    });
    texts.filter(known).map(str::to_owned).collect()
}

/// The district whose name stands in a text, where it is the one: what is called after it is for it.
pub fn district_named_in(text: &str, register: &Register) -> Option<String> {
    let words: Vec<String> = text.split_whitespace().map(crate::model::slug).collect();
    let is_named = |name: &str| {
        let name: Vec<String> = name.split_whitespace().map(crate::model::slug).collect();
        // A name may stand in the genitive.
        let is_word = |(word, name): (&String, &String)| word == name || *word == format!("{name}s");
        words.windows(name.len().max(1)).any(|part| part.len() == name.len() && part.iter().zip(&name).all(is_word))
    };
    let mut named =
        register.districts.iter().filter(|(_, district)| !district.is_municipality() && is_named(&district.name));
    match (named.next(), named.next()) {
        (Some((id, _)), None) => Some(id.to_string()),
        _ => None,
    }
}
