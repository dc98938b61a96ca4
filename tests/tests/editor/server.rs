//! A language server, and what it is asked over its standard input (Language Server Protocol 3.17).

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// A running rust-analyzer.
pub(crate) struct Server {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    last_id: u64,
}

impl Server {
    /// Starts it in this workspace and waits until it has looked at everything. `None` where there is none:
    /// rustup has a program of its name that only says so.
    pub(crate) fn start(folder: &Path) -> Option<Self> {
        let version = Command::new("rust-analyzer").arg("--version").output().ok()?;
        if !version.status.success() {
            return None;
        }
        let mut process = Command::new("rust-analyzer")
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (input, output) = (process.stdin.take().unwrap(), process.stdout.take().unwrap());
        let mut server = Self { process, input, output: BufReader::new(output), last_id: 0 };
        server.ask(
            "initialize",
            &json!({
                "processId": null,
                "rootUri": uri(folder),
                "capabilities": {"experimental": {"serverStatusNotification": true}},
                "initializationOptions": {
                    "checkOnSave": false,
                    "cachePriming": {"enable": false},
                    "cargo": {"targetDir": folder.join("target")},
                },
            }),
        );
        server.tell("initialized", &json!({}));
        while !server.is_quiet() {}
        Some(server)
    }

    /// Opens a file with this content.
    pub(crate) fn open(&mut self, file: &Path, text: &str) {
        let document = json!({"uri": uri(file), "languageId": "rust", "version": 1, "text": text});
        self.tell("textDocument/didOpen", &json!({"textDocument": document}));
    }

    /// What it says of the word at this place.
    pub(crate) fn hover(&mut self, file: &Path, at: &Value) -> String {
        let hover = self.ask("textDocument/hover", &place(file, at));
        hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
    }

    /// The files in which it finds the definitions of the word, in their order.
    pub(crate) fn definitions(&mut self, file: &Path, at: &Value) -> Vec<String> {
        let found = self.ask("textDocument/definition", &place(file, at));
        let found = found.as_array().cloned().unwrap_or_default();
        found.iter().filter_map(|one| one["uri"].as_str()).map(str::to_owned).collect()
    }

    /// Reads what it sends next, and whether that says that it has nothing left to do.
    fn is_quiet(&mut self) -> bool {
        let message = self.read();
        message["method"] == "experimental/serverStatus" && message["params"]["quiescent"] == true
    }

    /// Asks, and waits for the answer.
    fn ask(&mut self, method: &str, parameters: &Value) -> Value {
        self.last_id += 1;
        let id = self.last_id;
        self.write(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": parameters}));
        loop {
            let mut message = self.read();
            if message["id"] == id && message.get("method").is_none() {
                return message["result"].take();
            }
        }
    }

    fn tell(&mut self, method: &str, parameters: &Value) {
        self.write(&json!({"jsonrpc": "2.0", "method": method, "params": parameters}));
    }

    fn write(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        self.input.flush().unwrap();
    }

    /// The next message. What it asks itself is answered with nothing.
    fn read(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert_ne!(self.output.read_line(&mut line).unwrap(), 0, "it stopped");
            if line == "\r\n" {
                break;
            }
            if let Some(number) = line.strip_prefix("Content-Length: ") {
                length = number.trim().parse().unwrap();
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).unwrap();
        let message: Value = serde_json::from_slice(&body).unwrap();
        if message.get("method").is_some() && message.get("id").is_some() {
            self.write(&json!({"jsonrpc": "2.0", "id": message["id"], "result": null}));
        }
        message
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has nothing to save.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

fn place(file: &Path, position: &Value) -> Value {
    json!({"textDocument": {"uri": uri(file)}, "position": position})
}

fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}
