//! A large, valid register: of 1,000 records 12 districts, each with a target picture and an action plan, 30 bodies,
//! 60 meetings, 20 situation pictures, and the rest interventions of about 1.6 KB in a folder a year. The same size
//! makes the same bytes, in the format that this program writes or in the one before it, which it reads.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

const WORDS: &[&str] = &[
    "område",
    "gård",
    "torg",
    "skola",
    "trygghet",
    "belysning",
    "närvaro",
    "samverkan",
    "förening",
    "ungdomar",
    "kvällar",
    "helger",
    "sommar",
    "lägesbild",
    "trygghetsvandring",
    "föräldrastöd",
    "läxhjälp",
    "idrott",
    "kultur",
    "mötesplats",
    "klotter",
    "fältarbete",
    "delaktighet",
    "öppen",
    "gemensam",
    "nätverk",
    "gångväg",
    "park",
    "källare",
];

/// Numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }

    fn text(&mut self, words: usize) -> String {
        (0..words).map(|_| WORDS[self.roll(WORDS.len())]).collect::<Vec<_>>().join(" ")
    }
}

/// How the register is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// With the target picture and the plan in the district's file, and the place in the plan at the intervention.
    One,
    /// As this program writes it.
    Two,
}

pub fn register(folder: &Path, size: usize, format: Format) -> io::Result<()> {
    let mut dice = Dice(1);
    let put = |path: String, text: &str| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, text)
    };
    let (districts, bodies) = ((size * 12 / 1000).clamp(3, 40), (size * 30 / 1000).clamp(8, 400));
    let (meetings, situations) = (size * 60 / 1000, size * 20 / 1000);
    for body in 0..bodies {
        let text = format!("name = \"Organ {body}\"\ntype = \"administration\"\nmission = \"{}\"\n", dice.text(10));
        put(format!("bodies/organ-{body}.toml"), &text)?;
    }
    let mut measures: Vec<Vec<usize>> = vec![Vec::new(); districts];
    for number in 0..size.saturating_sub(districts + bodies + meetings + situations) {
        let year = 2015 + number % 12;
        let (district, text) = intervention(number, year, districts, bodies, format, &mut dice);
        measures[district].push(number);
        put(format!("interventions/{year}/insats-{number}.toml"), &text)?;
    }
    for (district, own) in measures.iter().enumerate() {
        for (path, text) in district_files(district, own, format, &mut dice) {
            put(path, &text)?;
        }
    }
    for meeting in 0..meetings {
        let (year, month, day) = (1990 + meeting / 300, 1 + meeting / 25 % 12, 1 + meeting % 25);
        let on = format!("{year}-{month:02}-{day:02}");
        let text = format!(
            "body = \"organ-0\"\non = {on}\nstatus = \"held\"\n\n[[decision]]\nid = \"lage\"\ntext = \"{}\"\nresponsible = \
             \"organ-1\"\nstatus = \"done\"\n",
            dice.text(12)
        );
        put(format!("meetings/{on}-organ-0.toml"), &text)?;
    }
    for situation in 0..situations {
        let (district, year) = (situation % districts, 2026 - situation / districts);
        let text = format!(
            "district = \"stadsdel-{district}\"\nperiod = {{ from = {year}-01-01, until = {year}-12-31 }}\nsurvey = \
             \"{}\"\nlevel = \"normal\"\n",
            dice.text(16)
        );
        put(format!("situations/{year}-stadsdel-{district}.toml"), &text)?;
    }
    let number = if format == Format::One { 1 } else { 2 };
    let goal = "[[goal]]\nid = \"trygg-kommun\"\ntitle = \"En trygg kommun\"\n";
    put("register.toml".to_owned(), &format!("format = {number}\nname = \"Provkommunen\"\nlanguage = \"sv\"\n\n{goal}"))
}

/// The file of a district, and those of its picture and plan.
fn district_files(district: usize, measures: &[usize], format: Format, dice: &mut Dice) -> Vec<(String, String)> {
    let (text, goal, problem, cause) = (dice.text(18), dice.text(6), dice.text(6), dice.text(5));
    let name = format!("name = \"Stadsdel {district}\"\n");
    let goal = format!("id = \"trygg\"\ntitle = \"{goal}\"\nserves = [\"trygg-kommun\"]\n");
    let problem = format!("[[problem]]\nid = \"otrygg\"\ntitle = \"{problem}\"\nanswers = [\"trygg\"]\n");
    let path = format!("districts/stadsdel-{district}.toml");
    if format == Format::One {
        let picture = format!("[target_picture]\ntext = \"{text}\"\n\n[[target_picture.goal]]\n{goal}");
        return vec![(path, format!("{name}\n{picture}\n{problem}causes = [\"{cause}\"]\n"))];
    }
    let cause = format!("[[problem.cause]]\nid = \"orsak\"\ntext = \"{cause}\"\n");
    let mut list = String::new();
    for (place, number) in measures.iter().enumerate() {
        let _ = writeln!(list, "  {{ intervention = \"insats-{number}\", priority = {} }},", 1 + place % 3);
    }
    let picture = format!("district = \"stadsdel-{district}\"\ntext = \"{text}\"\n\n[[goal]]\n{goal}");
    let plan = format!(
        "districts = [\"stadsdel-{district}\"]\nproblems = [\"stadsdel-{district}#otrygg\"]\nmeasures = [\n{list}]\n"
    );
    vec![
        (path, format!("{name}\n{problem}\n{cause}")),
        (format!("target-pictures/stadsdel-{district}-2026.toml"), picture),
        (format!("action-plans/stadsdel-{district}-2026.toml"), plan),
    ]
}

/// The district of an intervention, and its file.
fn intervention(
    number: usize,
    year: usize,
    districts: usize,
    bodies: usize,
    format: Format,
    dice: &mut Dice,
) -> (usize, String) {
    let in_plan = if format == Format::One { "part_of_plan = true\n" } else { "" };
    let (district, body, month) = (dice.roll(districts), dice.roll(bodies), 1 + dice.roll(12));
    let status = ["planned", "ongoing", "ongoing", "completed"][dice.roll(4)];
    let mut text = format!(
        "title = \"{} {number}\"\nsummary = \"{}\"\nstatus = \"{status}\"\naspects = [\"safety\"]\ndistricts = \
         [\"stadsdel-{district}\"]\nplaces = [\"{}\"]\nprevention = {{ level = \"universal\", kind = \"social\" \
         }}\nproblems = [\"stadsdel-{district}#otrygg\"]\ngoals = [\"stadsdel-{district}#trygg\"]\nexpected_effect = \
         \"{}\"\nresponsible = \"organ-{body}\"\ncontact = \"Enhetschef\"\npartners = [\"organ-1\", \
         \"organ-2\"]\n{in_plan}period = {{ from = {year}-{month:02}-01, until = {}-06-30 }}\nstarted = \
         {year}-{month:02}-01\nbudget = [\n  {{ year = {year}, amount = {}, source = \"internal-budget\" }},\n]\n\n\
         [[indicator]]\nid = \"antal\"\nname = \"Antal tillfällen\"\nkind = \"output\"\nunit = \"st\"\ntarget = 40\n",
        dice.text(4),
        dice.text(15),
        dice.text(1),
        dice.text(11),
        year + 1,
        (1 + dice.roll(500)) * 1000,
    );
    for follow_up in 1..=3 {
        let assessment = ["on-track", "at-risk", "off-track"][dice.roll(3)];
        let _ = write!(
            text,
            "\n[[follow_up]]\non = {}-{:02}-10\nby = \"organ-{body}\"\nassessment = \"{assessment}\"\ntrend = \
             \"steady\"\nnote = \"{}\"\nvalues = {{ antal = {} }}\n",
            year + 1,
            follow_up * 4,
            dice.text(13),
            dice.roll(40)
        );
    }
    (district, text)
}
