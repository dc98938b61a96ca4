const _: () = {
    use ::connector_core::__private as __core;
    #[automatically_derived]
    impl __core::Connector for Acme {
        const NAME: &'static ::core::primitive::str = "acme";
        const BASE_URLS: __core::BaseUrls = __core::BaseUrls {
            live: "https://api.acme.test",
            test: "https://api.acme.test",
        };
        const HEADERS: &'static [(
            &'static ::core::primitive::str,
            &'static ::core::primitive::str,
        )] = &[("acme-version", "1")];
        const FLOWS: __core::FlowTable = ::connector_core::__flow_table!(Acme);
        const WEBHOOK: ::core::option::Option<__core::WebhookDeclaration> = {
            #[allow(unused_imports, reason = "it may receive webhooks")]
            use __core::NoWebhook as _;
            __core::WebhookProbe::<Acme>::WEBHOOK
        };
        const OTHER_BASE_URLS: &'static [(
            &'static ::core::primitive::str,
            __core::BaseUrls,
        )] = &[
            (
                "files",
                __core::BaseUrls {
                    live: "https://files.acme.test",
                    test: "https://files.sandbox.acme.test",
                },
            ),
        ];
        type BaseUrlNames = __BaseUrls;
        const BASE_URL_NAMES: __BaseUrls = __BaseUrls { files: "files" };
        const PREPROCESS_ALL: ::core::option::Option<
            __core::Preprocess<<Acme as __core::Connector>::Auth>,
        > = ::core::option::Option::Some(decrypted);
        const FUNCTIONS: &'static [__core::Hook] = &[
            __core::hook("headers", "dated"),
            __core::hook("preprocess", "decrypted"),
        ];
        type Auth = BearerAuth;
        fn write_headers(
            __auth: &Self::Auth,
            __encoder: &mut __core::Encoder,
        ) -> ::core::result::Result<(), __core::BuildError> {
            __core::Encoder::constant_header(
                __encoder,
                const { __core::HeaderName::from_static("acme-version") },
                const { __core::HeaderValue::from_static("1") },
            );
            __core::Encoder::own_headers(__encoder, __auth, dated)?;
            ::core::result::Result::Ok(())
        }
        fn decode_error<__F: __core::Flow>(
            __status: __core::StatusCode,
            __body: &[::core::primitive::u8],
        ) -> __core::Outcome<__F> {
            __core::decode_error::<Problem, __F>(__status, __body)
        }
    }
    #[doc(hidden)]
    #[deny(dead_code)]
    #[allow(
        missing_debug_implementations,
        unreachable_pub,
        reason = "nobody can name it"
    )]
    pub struct __BaseUrls {
        pub(crate) files: &'static ::core::primitive::str,
    }
    const _: () = __core::fetches_its_access_token::<Acme>();
    const _: () = __core::FlowTable::asks_by_what_was_sent(
        &<Acme as __core::Connector>::FLOWS,
    );
};
