//! What is told of records: a number by its name, or the values of a field.

use super::dimension::{Dimension, DimensionError, Heading, decision, lists_of, numeric_dimensions};
use super::elements::{Chosen, Element, ListPath, each_choice};
use super::number::{Found, Number, Reduction};
use super::parts::counts;
use super::{Derived, Filter, Row};
use crate::catalog::shape_of;
use crate::measure::Measure;
use crate::model::{ActualRow, BudgetRow, Kind, Links, Register, TableShape, Term, Value};
use std::cell::OnceCell;

/// What is asked, whatever the record: on which day and for which term, and whose money.
pub struct Asking<'r> {
    /// The register, as it was known.
    pub register: &'r Register,
    /// The day to compute with.
    pub today: crate::model::Day,
    /// The term that follow-ups are asked of.
    pub term: Term,
    /// The districts whose money is told; all of it where there are none.
    pub districts: &'r [String],
    /// Those whose part of it is told alone; the whole of it where there are none.
    pub within: &'r [String],
    links: OnceCell<Links<'r>>,
}

impl<'r> Asking<'r> {
    /// What is asked of a register as it was known, for the last term that was over.
    #[must_use]
    pub fn new(known: &'r crate::model::Known<'_>, filter: &'r Filter) -> Self {
        let (register, today) = (known.register(), known.day());
        let term = Term::of(today, register.settings.cycle()).previous();
        let (districts, within) = (filter.districts(), filter.within());
        Self { register, today, term, districts, within, links: OnceCell::new() }
    }

    /// The same, for a term.
    #[must_use]
    pub fn of_term(self, term: Term) -> Self {
        Self { term, ..self }
    }

    fn links(&self) -> &Links<'r> {
        self.links.get_or_init(|| Links::new(self.register, self.today))
    }
}

/// What is told of records.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Its name, as it was asked for.
    pub name: String,
    /// What people call it.
    pub heading: Heading,
    /// The fields that its values are within, from the outermost; none of a number that has a name of its own.
    pub within: Vec<(&'static str, &'static str)>,
    /// How it comes of several records.
    pub reduction: Reduction,
    /// Whether it is a number with a name of its own, that says how it comes of several.
    pub is_named: bool,
    /// The numbers that explain it.
    pub measures: &'static [Measure],
    of: Of,
    /// The lists whose elements it is of; one that is in another stands after it.
    lists: Vec<ListPath>,
}

/// What a figure is found of.
#[derive(Debug, Clone)]
enum Of {
    Number(Found),
    /// The values of a field; where it is computed of rows, with them.
    Values(Box<(Dimension, Option<Dimension>)>),
}

/// What there is of a record, or of one of its elements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Amount {
    Known(f64),
    /// There should be some, and nobody has said how much.
    Unknown,
    /// It does not count: money that is only proposed, or was called off.
    LeftOut,
}

impl Figure {
    /// The number of that name; or the field, whose values are summed, or what is said after a colon:
    /// `follow_up.values.value:mean`.
    ///
    /// # Errors
    /// There is no such number or field, or its values are no numbers.
    pub fn find(kind: Kind, asked: &str) -> Result<Self, DimensionError> {
        let asked = asked.trim();
        if let Some(number) = Number::of(kind).find(|number| number.name() == asked.replace('_', "-")) {
            return Ok(Self::of(number));
        }
        let (name, reduction) = match asked.split_once(':') {
            Some((name, reduction)) => {
                let name = name.trim();
                if Number::of(kind).any(|number| number.name() == name.replace('_', "-")) {
                    return Err(DimensionError::Named { name: name.to_owned() });
                }
                let known = Reduction::NAMED.iter().find(|(known, _)| *known == reduction.trim());
                (name, known.ok_or_else(|| DimensionError::Unfit { name: asked.to_owned() })?.1)
            }
            None => (asked, Reduction::Sum),
        };
        let found = match Dimension::find(kind, name).and_then(Dimension::of_numbers) {
            Ok(found) => found,
            Err(DimensionError::Unknown { name, .. }) => {
                // What people call a number comes after fields, of which some are called the same.
                let number = Number::of(kind).find(|number| number.heading().says(asked));
                return number.map(Self::of).ok_or_else(|| DimensionError::Unknown { name, known: figures(kind) });
            }
            Err(error) => return Err(error),
        };
        let (heading, within) = (found.heading, found.within.clone());
        Ok(Self { within, is_named: false, ..Self::values(asked.replace('-', "_"), heading, reduction, found) })
    }

    /// A number.
    #[must_use]
    pub fn of(number: Number) -> Self {
        let (name, heading, reduction) = (number.name().replace('-', "_"), number.heading(), number.reduction());
        let list = |kind: Kind, list: &str| -> Vec<ListPath> {
            shape_of(kind)
                .fields
                .iter()
                .position(|field| field.name == list)
                .map(|place| vec![place])
                .into_iter()
                .collect()
        };
        let lists = match number.found() {
            Found::Records(_) | Found::Part(..) => Vec::new(),
            Found::Decisions(_) => list(Kind::Meeting, "decision"),
            Found::Needs(_) => list(Kind::Intervention, "needs"),
            Found::Column(derived) => {
                let of_column = Self::values(name, heading, reduction, Dimension::derived(derived));
                return Self { measures: number.measures(), ..of_column };
            }
        };
        Self {
            name,
            heading,
            within: Vec::new(),
            reduction,
            is_named: true,
            measures: number.measures(),
            of: Of::Number(number.found()),
            lists,
        }
    }

    fn values(name: String, heading: Heading, reduction: Reduction, asked: Dimension) -> Self {
        // What comes to the same row by row is told where each row belongs.
        let rows = asked.in_rows().filter(|_| reduction == Reduction::Sum);
        let lists = lists_of(rows.iter().chain([&asked])).into_iter().map(<[usize]>::to_vec).collect();
        let measures = asked.computed().map_or(&[][..], Derived::measures);
        Self {
            name,
            heading,
            within: Vec::new(),
            reduction,
            is_named: true,
            measures,
            of: Of::Values(Box::new((asked, rows))),
            lists,
        }
    }

    /// Whether it is an amount of money.
    #[must_use]
    pub fn is_money(&self) -> bool {
        matches!(&self.of, Of::Values(values) if values.0.is_money())
    }

    /// Whether it is how many records there are.
    #[must_use]
    pub fn is_of_records(&self) -> bool {
        self.reduction == Reduction::Count && self.lists.is_empty()
    }

    /// Whether it is a sum of money, which is parted between what it is told by.
    #[must_use]
    pub fn is_parted(&self) -> bool {
        self.reduction == Reduction::Sum && self.is_money()
    }

    /// Whether it is of rows of money, each of a year.
    pub(super) fn is_of_money_rows(&self) -> bool {
        let of = |table: &TableShape| table.is::<BudgetRow>() || table.is::<ActualRow>();
        let fields = shape_of(Kind::Intervention).fields;
        let list = self.lists.first().and_then(|list| fields.get(*list.first()?)).filter(|_| self.is_money());
        list.and_then(|field| field.shape.table()).is_some_and(of)
    }

    /// Whether it is the budget of the year.
    #[must_use]
    pub fn is_budget(&self) -> bool {
        matches!(&self.of, Of::Values(values) if values.0.computed() == Some(Derived::Budget))
    }

    /// What it is, where it is of the year that is asked in.
    #[must_use]
    pub fn of_year(&self) -> Option<Derived> {
        let of_year = |own: &Derived| matches!(own, Derived::Budget | Derived::Proposed | Derived::Outcome);
        if let Of::Values(values) = &self.of { values.0.computed().filter(of_year) } else { None }
    }

    /// Whether parts of it can be told as shares of the whole.
    #[must_use]
    pub fn has_parts(&self) -> bool {
        matches!(self.reduction, Reduction::Count | Reduction::Sum)
    }

    /// The lists whose elements it is of.
    pub(super) fn lists(&self) -> Vec<&[usize]> {
        self.lists.iter().map(Vec::as_slice).collect()
    }

    /// Calls `found` with each amount that there is of a record, and with what is chosen of the lists that it is of.
    pub(super) fn each_amount<'d, 'r>(
        &'d self,
        row: &Row<'r>,
        asking: &Asking<'r>,
        found: &mut dyn FnMut(&Chosen<'d, 'r>, Amount),
    ) {
        let nothing = Chosen::default;
        match &self.of {
            Of::Number(Found::Records(holds)) => {
                if holds(row, asking.term) {
                    found(&nothing(), Amount::Known(1.0));
                }
            }
            Of::Number(Found::Part(of, told)) => {
                if of(row, asking.term) {
                    found(&nothing(), Amount::Known(f64::from(u8::from(told(row, asking.term)))));
                }
            }
            Of::Number(Found::Decisions(amount)) => {
                self.each_element(row, found, &|place| amount(&decision(row, place)?, row.today))
            }
            Of::Number(Found::Needs(amount)) => {
                self.each_element(row, found, &|place| amount(row.intervention?.needs.get(place)?, row, asking.links()))
            }
            // That has become the values of its column.
            Of::Number(Found::Column(_)) => {}
            Of::Values(values) => self.each_value(row, (&values.0, values.1.as_ref()), found),
        }
    }

    fn each_element<'d, 'r>(
        &'d self,
        row: &Row<'r>,
        found: &mut dyn FnMut(&Chosen<'d, 'r>, Amount),
        amount: &dyn Fn(usize) -> Option<f64>,
    ) {
        let lists = self.lists();
        each_choice(row, &lists, &mut Chosen::default(), &mut |at| {
            let Some(Element::At(place, _)) = lists.last().map(|list| at.of(list)) else { return };
            if let Some(amount) = amount(place) {
                found(at, Amount::Known(amount));
            }
        });
    }

    fn each_value<'d, 'r>(
        &'d self,
        row: &Row<'r>,
        (asked, rows): (&'d Dimension, Option<&'d Dimension>),
        found: &mut dyn FnMut(&Chosen<'d, 'r>, Amount),
    ) {
        let lists = self.lists();
        if let Some(Value::Missing) = asked.computed().map(|derived| derived.value(row)) {
            found(&Chosen::default().with_nothing_of(&lists), Amount::Unknown);
            return;
        }
        let is_of_this_year = matches!(asked.computed(), Some(Derived::Budget | Derived::Outcome)) && rows.is_some();
        each_choice(row, &lists, &mut Chosen::default(), &mut |at| {
            if is_of_this_year && at.day().map(crate::model::Day::year) != Some(row.today.year()) {
                return;
            }
            let mut sum: Option<f64> = None;
            rows.unwrap_or(asked).each_value(row, at, &mut |value| {
                if let Some(amount) = number(value) {
                    sum = Some(sum.unwrap_or_default() + amount);
                }
            });
            // Where there is nothing to sum, there is nothing to tell.
            let Some(amount) = sum else { return };
            found(at, if counts(row, at) { Amount::Known(amount) } else { Amount::LeftOut });
        });
    }
}

/// The names of what can be told of a kind.
#[must_use]
pub fn figures(kind: Kind) -> Vec<String> {
    Number::of(kind).map(|number| number.name().to_owned()).chain(numeric_dimensions(kind)).collect()
}

fn number(value: Value<'_>) -> Option<f64> {
    match value {
        #[allow(clippy::cast_precision_loss)]
        Value::Integer(number) | Value::Money(number) => Some(number as f64),
        Value::Number(number) => Some(number),
        _ => None,
    }
}
