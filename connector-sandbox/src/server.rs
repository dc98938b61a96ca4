//! Sockets, connections and limits.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming as Body;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use crate::content::Content;
use crate::exchange;
use crate::reply::Reply;
use crate::sandbox::Shared;
use crate::trouble::Delivery;

/// A client that does not finish its head within this time is not served.
const HEAD_TIME: Duration = Duration::from_secs(10);

/// Accepts connections until it is cancelled, which ends the connections too.
pub(crate) async fn run(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve(stream, Arc::clone(&shared)));
                }
                // Out of descriptors, most likely: some connections have to end first.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    let service = service_fn(move |request| answer(request, Arc::clone(&shared)));
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .serve_connection(TokioIo::new(stream), service);
    let ended = (&mut connection).await;
    if ended.is_err_and(|error| error.source().is_some_and(<dyn Error>::is::<ResetNow>)) {
        // With a linger time of zero, closing sends RST in place of FIN.
        connection.into_parts().io.into_inner().set_zero_linger().ok();
    }
}

/// The way out of a service through which no reply is sent.
#[derive(Debug, thiserror::Error)]
#[error("the script asks for a reset")]
struct ResetNow;

async fn answer(
    request: Request<Body>,
    shared: Arc<Shared>,
) -> Result<Response<Content>, ResetNow> {
    match exchange::answer(request, &shared).await {
        Delivery::Reset => Err(ResetNow),
        Delivery::Late(delay, reply) => {
            tokio::time::sleep(delay).await;
            Ok(whole(reply))
        }
        Delivery::Odd(reply, content) => Ok(response(reply, content)),
        Delivery::Reply(reply) => Ok(whole(reply)),
    }
}

fn whole(reply: Reply) -> Response<Content> {
    let content = Content::Whole(reply.body.clone());
    response(reply, content)
}

fn response(reply: Reply, content: Content) -> Response<Content> {
    let mut response = Response::new(content);
    *response.status_mut() = reply.code;
    for (name, value) in reply.headers {
        // A value that a request brought along may be none for a header.
        if let Ok(value) = hyper::header::HeaderValue::from_str(&value) {
            response.headers_mut().append(name, value);
        }
    }
    response
}
