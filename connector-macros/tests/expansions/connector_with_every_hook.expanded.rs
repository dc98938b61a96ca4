const _: () = {
    use ::connector_core::__private as __core;
    #[automatically_derived]
    impl __core::Connector for Acme {
        const NAME: &'static __core::str = "acme";
        const BASE_URLS: __core::BaseUrls = __core::BaseUrls {
            live: "https://api.acme.test",
            test: "https://api.acme.test",
        };
        const HEADERS: &'static [(&'static __core::str, &'static __core::str)] = &[
            ("acme-version", "1"),
        ];
        const FLOWS: __core::FlowTable = ::connector_core::__flow_table!(Acme);
        const WEBHOOK: __core::Option<__core::WebhookDeclaration> = {
            #[allow(unused_imports, reason = "it may receive webhooks")]
            use __core::NoWebhook as _;
            __core::WebhookProbe::<Acme>::WEBHOOK
        };
        const OTHER_BASE_URLS: &'static [(&'static __core::str, __core::BaseUrls)] = &[
            (
                "files",
                __core::BaseUrls {
                    live: "https://files.acme.test",
                    test: "https://files.sandbox.acme.test",
                },
            ),
        ];
        type BaseUrlNames = __BaseUrlsOfAcme;
        const BASE_URL_NAMES: __BaseUrlsOfAcme = __BaseUrlsOfAcme { files: "files" };
        const PREPROCESS_ALL: __core::Option<
            __core::Preprocess<<Acme as __core::Connector>::Auth>,
        > = __core::preprocessing(decrypted);
        const FUNCTIONS: &'static [__core::Hook] = &[
            __core::hook("headers", "dated"),
            __core::hook("preprocess", "decrypted"),
        ];
        const COUNTING: () = (__core::counts_as_iso_4217)();
        const KEYS_REMEMBERED_FOR: __core::Option<__core::KeyMemory> = __core::Some(__core::KeyMemory {
            time: __core::Duration::from_secs(86400u64),
            of_successes: false,
        });
        type Auth = __core::KnownAs<
            {
                __core::are_shown::<
                    BearerAuth,
                    __core::KnownAs<
                        { __core::are_credentials::<BearerAuth>() },
                        BearerAuth,
                    >,
                >()
            },
            BearerAuth,
        >;
        fn write_headers(__auth: &Self::Auth, __to: &mut __core::Encoder) {
            __core::Encoder::constant_header(
                __to,
                const { __core::HeaderName::from_static("acme-version") },
                const { __core::HeaderValue::from_static("1") },
            );
            __core::Encoder::own_headers(__to, __auth, dated);
        }
        fn decode_error<__F: __core::Flow>(
            __status: __core::StatusCode,
            __body: &[__core::u8],
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
    pub struct __BaseUrlsOfAcme {
        pub(crate) files: &'static ::core::primitive::str,
    }
    const _: () = (__core::FlowTable::calls_preprocess)(
        &<Acme as __core::Connector>::FLOWS,
    );
    const _: () = (__core::FlowTable::sends_a_key)(&<Acme as __core::Connector>::FLOWS);
    const _: () = (__core::are_no_credentials::<
        <Acme as __core::Connector>::Auth,
    >)(&["acme-version"]);
    #[automatically_derived]
    impl __core::Decimals for Acme {
        const DECIMALS: &'static [__core::Decimal] = &[];
        const IS_STATED: __core::bool = false;
    }
    const _: () = {
        #[allow(unused_imports, reason = "all of these flows may be there")]
        use __core::NoEntry as _;
        (__core::fetches_its_access_token::<
            Acme,
        >)(__core::Probe::<Acme, __core::ServerAuthenticationToken>::ENTRY);
        (__core::asks_by_what_was_sent)(
            __core::Probe::<Acme, __core::Authorize>::ENTRY,
            __core::Probe::<Acme, __core::PSync>::ENTRY,
        );
        (__core::asks_about_refunds_by_what_was_sent)(
            __core::Probe::<Acme, __core::Refund>::ENTRY,
            __core::Probe::<Acme, __core::RSync>::ENTRY,
        );
    };
};
