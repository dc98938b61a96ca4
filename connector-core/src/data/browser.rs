//! What is known of the customer's browser; 3-D Secure asks for it.

use std::net::IpAddr;

use super::record;

record! {
    /// What is known of the customer's browser (EMV 3-D Secure 2.3, the `browser…` fields).
    BrowserInformation {}
    optional {
        /// The `Accept` header that it sent.
        accept_header: Box<str>,
        /// The `User-Agent` header that it sent.
        user_agent: Box<str>,
        /// Its language (RFC 5646): `de-DE`.
        language: Box<str>,
        /// The address that it came from.
        ip_address: IpAddr,
        /// Bits for a colour: 24, 32, 48, …
        color_depth: u8,
        /// The height of the screen, in pixels.
        screen_height: u32,
        /// The width of the screen, in pixels.
        screen_width: u32,
        /// The minutes that UTC is ahead of local time: −60 in Berlin in winter.
        time_zone_offset_minutes: i16,
        /// Whether it runs Java.
        java_enabled: bool,
        /// Whether it runs JavaScript.
        java_script_enabled: bool,
    }
}
