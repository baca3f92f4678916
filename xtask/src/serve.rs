//! `cargo xtask serve`: builds the site and serves it to this machine alone.

use crate::shell::{program, try_read};
use crate::site;
use anyhow::{Context, Result, bail};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response, Server};

/// How many ports are tried, from the one asked for upwards.
const PORTS: u16 = 50;

/// Builds, serves, and prints the address.
pub fn run(args: &[String]) -> Result<()> {
    let (mut open, mut port) = (false, 8080);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--open" => open = true,
            "--port" => {
                let given = args.next().context("`--port` needs a number.")?;
                port = given.parse().with_context(|| format!("`{given}` is not a port."))?;
            }
            _ => bail!("`serve` knows `--open` and `--port N`, not `{arg}`."),
        }
    }
    let dist = site::build()?;
    let site = Site::open(dist, port, "/")?;
    println!("Tallysheet is at {} (Ctrl-C ends it)", site.address());
    if open {
        open_browser(&site.address());
    }
    site.answer_all();
    Ok(())
}

/// A folder on a port of this machine, below a path.
#[derive(Clone)]
pub struct Site {
    server: Arc<Server>,
    folder: PathBuf,
    base: String,
}

impl Site {
    /// Takes the port, or the next that is free; 0 takes any. `base` begins and ends with a slash.
    pub fn open(folder: PathBuf, port: u16, base: &str) -> Result<Self> {
        let last = port.saturating_add(PORTS);
        let mut ports = port..=last;
        let server = loop {
            let Some(port) = ports.next() else {
                bail!("No port from {port} to {last} is free; name another with `--port N`.");
            };
            if let Ok(server) = Server::http(("127.0.0.1", port)) {
                break server;
            }
        };
        Ok(Self { server: Arc::new(server), folder, base: base.to_owned() })
    }

    /// Where it is.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.server.server_addr(), self.base)
    }

    /// Answers from a few threads until the process ends.
    pub fn answer_all(&self) {
        std::thread::scope(|threads| {
            for _ in 0..4 {
                threads.spawn(|| {
                    for request in self.server.incoming_requests() {
                        self.answer(request);
                    }
                });
            }
        });
    }

    fn answer(&self, request: Request) {
        let found = self.file_for(request.url());
        let bytes = found.as_deref().and_then(|path| std::fs::read(path).ok());
        let mut response = match (request.method(), bytes) {
            (Method::Get | Method::Head, Some(bytes)) => Response::from_data(bytes),
            (Method::Get | Method::Head, None) => Response::from_data("Not found").with_status_code(404),
            _ => Response::from_data("Only GET").with_status_code(405),
        };
        let kind = found.as_deref().map_or("text/plain", mime);
        let headers = [("Content-Type", kind), ("Cache-Control", "no-cache")];
        for header in headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok()) {
            response.add_header(header);
        }
        // A reader that has gone away is no fault of ours.
        drop(request.respond(response));
    }

    /// The file a request's address stands for; never one outside the folder.
    fn file_for(&self, url: &str) -> Option<PathBuf> {
        let path = url.split(['?', '#']).next().unwrap_or("");
        let inside = Path::new(path.strip_prefix(self.base.as_str())?);
        if inside.components().any(|part| !matches!(part, Component::Normal(_))) {
            return None;
        }
        let file = self.folder.join(inside);
        Some(if file.is_dir() { file.join("index.html") } else { file }).filter(|file| file.is_file())
    }
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

fn open_browser(address: &str) {
    let opened = if cfg!(target_os = "macos") {
        try_read(program("open").arg(address))
    } else if cfg!(windows) {
        try_read(program("cmd").args(["/C", "start", address]))
    } else {
        try_read(program("xdg-open").arg(address))
    };
    if opened.is_none() {
        println!("No browser could be opened from here: open the address yourself.");
    }
}
