//! `HttpClient` over real sockets: what arrives, what comes back, and what each failure says.

#[cfg(test)]
mod exchange;
#[cfg(test)]
mod failures;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod proxy;
#[cfg(test)]
mod sending;
#[cfg(test)]
mod server;
#[cfg(test)]
mod tls;
