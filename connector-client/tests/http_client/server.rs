//! A server of raw bytes: it records what it reads and answers what it is told.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with the connection after its answer.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Then {
    ReadNext,
    Stall,
    Close,
    Reset,
}

#[derive(Debug, Default)]
struct Record {
    accepted: Vec<SocketAddr>,
    requests: Vec<String>,
}

#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    record: Arc<Mutex<Record>>,
}

impl Server {
    /// Answers every request with the same bytes.
    pub(crate) async fn start(answer: impl Into<Vec<u8>>, then: Then) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let record = Arc::new(Mutex::new(Record::default()));
        let answer: Arc<[u8]> = answer.into().into();
        let shared = Arc::clone(&record);
        tokio::spawn(async move {
            while let Ok((stream, client)) = listener.accept().await {
                shared.lock().unwrap().accepted.push(client);
                tokio::spawn(converse(stream, Arc::clone(&answer), then, Arc::clone(&shared)));
            }
        });
        Self { address, record }
    }

    pub(crate) fn url(&self, path_and_query: &str) -> String {
        format!("http://{}{path_and_query}", self.address)
    }

    pub(crate) fn accepted(&self) -> usize {
        self.record.lock().unwrap().accepted.len()
    }

    pub(crate) fn requests(&self) -> Vec<String> {
        self.record.lock().unwrap().requests.clone()
    }
}

async fn converse(
    mut stream: TcpStream,
    answer: Arc<[u8]>,
    then: Then,
    record: Arc<Mutex<Record>>,
) {
    while let Some(request) = read_request(&mut stream).await {
        record.lock().unwrap().requests.push(request);
        // The client may have hung up, which is its right.
        if stream.write_all(&answer).await.is_err() {
            return;
        }
        match then {
            Then::ReadNext => {}
            Then::Stall => std::future::pending().await,
            Then::Close => return,
            Then::Reset => return stream.set_zero_linger().unwrap(),
        }
    }
}

/// A head and as much body as it announces; `None` when the client has closed.
async fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut text = String::new();
    let mut buffer = [0; 4096];
    loop {
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let announced = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            if body.len() >= announced.map_or(0, |length| length.parse().unwrap()) {
                return Some(text);
            }
        }
        match stream.read(&mut buffer).await {
            Ok(0) | Err(_) => return None,
            Ok(read) => text.push_str(std::str::from_utf8(&buffer[..read]).unwrap()),
        }
    }
}
