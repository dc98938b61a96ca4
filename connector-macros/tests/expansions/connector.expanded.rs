const _: () = {
    use ::connector_core::__private as __core;
    #[automatically_derived]
    impl __core::Connector for Stripe {
        const NAME: &'static ::core::primitive::str = "stripe";
        const BASE_URLS: __core::BaseUrls = __core::BaseUrls {
            live: "https://api.stripe.com",
            test: "https://api.test.stripe.com",
        };
        const HEADERS: &'static [(
            &'static ::core::primitive::str,
            &'static ::core::primitive::str,
        )] = &[("stripe-version", "2023-08-16")];
        const FLOWS: __core::FlowTable = ::connector_core::__flow_table!(Stripe);
        const WEBHOOK: ::core::option::Option<__core::WebhookDeclaration> = {
            #[allow(unused_imports, reason = "it may receive webhooks")]
            use __core::NoWebhook as _;
            __core::WebhookProbe::<Stripe>::WEBHOOK
        };
        type BaseUrlNames = __core::NoOtherBaseUrl;
        const BASE_URL_NAMES: __core::NoOtherBaseUrl = __core::NoOtherBaseUrl;
        type Auth = BearerAuth;
        fn write_headers(
            __auth: &Self::Auth,
            __encoder: &mut __core::Encoder,
        ) -> ::core::result::Result<(), __core::BuildError> {
            __core::Encoder::constant_header(
                __encoder,
                const { __core::HeaderName::from_static("stripe-version") },
                const { __core::HeaderValue::from_static("2023-08-16") },
            );
            ::core::result::Result::Ok(())
        }
        fn decode_error<__F: __core::Flow>(
            __status: __core::StatusCode,
            __body: &[::core::primitive::u8],
        ) -> __core::Outcome<__F> {
            __core::decode_error::<StripeError, __F>(__status, __body)
        }
    }
    const _: () = __core::fetches_its_access_token::<Stripe>();
    const _: () = __core::FlowTable::asks_by_what_was_sent(
        &<Stripe as __core::Connector>::FLOWS,
    );
};
