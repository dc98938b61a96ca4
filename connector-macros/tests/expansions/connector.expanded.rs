const _: () = {
    use ::connector_core::__private as __core;
    #[automatically_derived]
    impl __core::Connector for Stripe {
        const NAME: &'static __core::str = "stripe";
        const BASE_URLS: __core::BaseUrls = __core::BaseUrls {
            live: "https://api.stripe.com",
            test: "https://api.test.stripe.com",
        };
        const HEADERS: &'static [(&'static __core::str, &'static __core::str)] = &[
            ("stripe-version", "2023-08-16"),
        ];
        const FLOWS: __core::FlowTable = ::connector_core::__flow_table!(Stripe);
        const WEBHOOK: __core::Option<__core::WebhookDeclaration> = {
            #[allow(unused_imports, reason = "it may receive webhooks")]
            use __core::NoWebhook as _;
            __core::WebhookProbe::<Stripe>::WEBHOOK
        };
        type BaseUrlNames = __core::NoOtherBaseUrl;
        const BASE_URL_NAMES: __core::NoOtherBaseUrl = __core::NoOtherBaseUrl;
        const COUNTING: () = (__core::counts_as_iso_4217)();
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
                const { __core::HeaderName::from_static("stripe-version") },
                const { __core::HeaderValue::from_static("2023-08-16") },
            );
        }
        fn decode_error<__F: __core::Flow>(
            __status: __core::StatusCode,
            __body: &[__core::u8],
        ) -> __core::Outcome<__F> {
            __core::decode_error::<StripeError, __F>(__status, __body)
        }
    }
    const _: () = (__core::are_no_credentials::<
        <Stripe as __core::Connector>::Auth,
    >)(&["stripe-version"]);
    #[automatically_derived]
    impl __core::Decimals for Stripe {
        const DECIMALS: &'static [__core::Decimal] = &[];
        const IS_STATED: __core::bool = false;
    }
    const _: () = {
        #[allow(unused_imports, reason = "all of these flows may be there")]
        use __core::NoEntry as _;
        (__core::fetches_its_access_token::<
            Stripe,
        >)(__core::Probe::<Stripe, __core::ServerAuthenticationToken>::ENTRY);
        (__core::asks_by_what_was_sent)(
            __core::Probe::<Stripe, __core::Authorize>::ENTRY,
            __core::Probe::<Stripe, __core::PSync>::ENTRY,
        );
        (__core::asks_about_refunds_by_what_was_sent)(
            __core::Probe::<Stripe, __core::Refund>::ENTRY,
            __core::Probe::<Stripe, __core::RSync>::ENTRY,
        );
    };
};
