//! Tables as lines of text: cells parted by tabs in `data/`, column after column in the pack.

/// Writes a column, a line for each row.
pub fn write_column<T>(rows: &[T], out: &mut String, cell: impl Fn(&T, &mut String)) {
    for row in rows {
        cell(row, out);
        out.push('\n');
    }
}

/// The cells of the next table, column after column, and how many rows it has.
pub fn take_table<'l, 'a>(lines: &mut &'l [&'a str], columns: usize) -> Option<(&'l [&'a str], usize)> {
    let (count, rest) = lines.split_first()?;
    let rows: usize = count.parse().ok()?;
    let (table, rest) = rest.split_at_checked(columns.checked_mul(rows)?)?;
    *lines = rest;
    Some((table, rows))
}

/// Reads a table's file, or says which line is wrong and why.
pub fn read_lines<'a>(
    file: &str,
    text: &'a str,
    header: &[&str],
    mut row: impl FnMut(&[&'a str]) -> Result<(), String>,
) -> Result<(), String> {
    let mut seen_header = false;
    for (number, line) in text.lines().enumerate() {
        let wrong = |what: &str| Err(format!("{file}:{}: {what}", number + 1));
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        if !seen_header {
            if cells != header {
                return wrong(&format!("the header must be {}", header.join(" ⇥ ")));
            }
            seen_header = true;
            continue;
        }
        if cells.len() != header.len() {
            return wrong(&format!("{} cells where {} are due", cells.len(), header.len()));
        }
        if cells[0].split('|').any(|form| form.trim() != form || form.is_empty()) {
            return wrong("a form is empty or has white space around it");
        }
        row(&cells).or_else(|what| wrong(&what))?;
    }
    if u16::try_from(text.lines().count()).is_err() {
        return Err(format!("{file}: more than 65,535 lines"));
    }
    Ok(())
}
